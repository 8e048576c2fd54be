"""Find what a number measures of a medicine, food, drink or heat: 10 mg, 2 tablets, 38 °C.

A mistake in such a number can hurt a reader. Symbols of units are the same in most languages, and
their case counts: mg, not Mg (SI Brochure, section 5). Words are those of CLDR and of the
language's data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..languages import Language
from .normalize import FoldedText, compile_pattern, fold_text
from .quantity import Quantity
from .unit_table import SYMBOLS, UNITS

_SYMBOLS = {symbol: name for symbol, name in SYMBOLS.items() if UNITS[name].dose}
_NUMERAL = re.compile(r"\d(?:[\d.,٫٬'\u00a0 ]*\d)?[½¼¾⅓⅔]?")
_END = r"(?!\w)|(?=[\u2e80-\ud7ff])"
"""Chinese, Japanese and Korean words may follow a symbol without a space."""
# A unit of temperature may be left out after the sign of a degree.
_SYMBOL = re.compile(
    rf"[\s-]?(?P<symbol>(?:{'|'.join(sorted(_SYMBOLS, key=len, reverse=True))})(?:{_END})|°)"
)
_FOLDED_SYMBOLS = frozenset(map(fold_text, _SYMBOLS))
_DEGREE = re.compile(r"\d\s?°")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class _DoseWords:
    """The words of a language for what doses are counted in."""

    forms: re.Pattern[str]
    exceptions: re.Pattern[str]
    """Numbers with what looks like a unit, and is none: Russian 2026 г., the year."""


def mark_doses(
    text: FoldedText, quantities: Sequence[Quantity], language: Language
) -> list[Quantity]:
    """The quantities, those that are doses marked as such, with their units where they had none."""
    words = _read_dose_words(language)
    return [_mark_dose(text, quantity, words) for quantity in quantities]


def _mark_dose(text: FoldedText, quantity: Quantity, words: _DoseWords) -> Quantity:
    is_number = quantity.kind == "number" and not (quantity.implied or quantity.ordinal)
    if not is_number or _ends_word(text.text, quantity):
        return quantity
    if words.exceptions.match(text.text, quantity.start):
        return quantity
    if quantity.unit in UNITS and UNITS[quantity.unit].dose:
        return replace(quantity, dose=_has_proper_unit(text.original(*quantity.span)))
    end = _find_numeral_end(text.text, quantity)
    if symbol := _SYMBOL.match(text.origin, text.places[end]):
        unit = _SYMBOLS[symbol["symbol"]]
        end = text.find(*symbol.span())[1]
        return replace(quantity, end=end, unit=unit, dose=True, minutes_of_day=frozenset())
    if words.forms.match(text.text, end):
        return replace(
            quantity, end=end, unit="", counted=True, dose=True, minutes_of_day=frozenset()
        )
    return quantity


def _find_numeral_end(text: str, quantity: Quantity) -> int:
    """Where the number itself ends, without a unit that may be none: Russian 5 г., grams."""
    if not quantity.unit:
        return quantity.end
    numeral = _NUMERAL.match(text, *quantity.span)
    return numeral.end() if numeral else quantity.end


def _ends_word(text: str, quantity: Quantity) -> bool:
    """Whether a number, not one of degrees, is the end of a word: B12."""
    before = text[quantity.start - 1 : quantity.start]
    # Scripts without capital letters write numbers onto words.
    is_in_word = before.upper() != before or before == "_"
    return is_in_word and not _DEGREE.search(text, quantity.start, quantity.end + 2)


def _has_proper_unit(measure: str) -> bool:
    """Whether a measure has a unit of its own: a word, or a symbol with its own capitals."""
    if not any(character.isalpha() or character in "°℃℉" for character in measure):
        return False  # the unit of the other end of a range: 2 to 4 mg
    unit = _LAST_LETTERS.search(measure)
    return unit is None or fold_text(unit[0]) not in _FOLDED_SYMBOLS or unit[0] in _SYMBOLS


@cache
def _read_dose_words(language: Language) -> _DoseWords:
    doses = language.table("quantities", "doses")
    end = "" if language.table("quantities", "numbers").get("unspaced") else r"(?!\w)"
    return _DoseWords(
        forms=compile_pattern(rf"[ \u00a0-]?(?:{doses.get('forms', '(?!)')}){end}"),
        exceptions=compile_pattern(doses.get("not", "(?!)")),
    )
