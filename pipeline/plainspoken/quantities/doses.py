"""Find what a number measures of a medicine, food, drink or heat: 10 mg, 2 tablets, 38 °C.

A mistake in such a number can hurt a reader. Symbols of units are the same in most languages, and
their case counts: mg, not Mg (SI Brochure, section 5). Words are those of CLDR and of the
language's data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..languages import Language
from .language_data import match_any, read_pattern
from .normalize import FoldedText, fold_text
from .quantity import Quantity
from .unit_table import SYMBOLS, UNITS

_SYMBOLS = {symbol: name for symbol, name in SYMBOLS.items() if UNITS[name].dose}
_NUMERAL = re.compile(r"\d(?:[\d.,٫٬'\u00a0 ]*\d)?[½¼¾⅓⅔]?")
_END = r"(?!\w)|(?=[\u2e80-\ud7ff])"
"""Chinese, Japanese and Korean words may follow a symbol without a space."""
# A unit of temperature may be left out after the sign of a degree.
_SYMBOL = re.compile(rf"[\s-]?(?P<symbol>(?:{match_any(_SYMBOLS)})(?:{_END})|°)")
_FOLDED_SYMBOLS = frozenset(map(fold_text, _SYMBOLS))
_DEGREE = re.compile(r"\d\s?°")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")


def mark_doses(
    text: FoldedText, quantities: Sequence[Quantity], language: Language
) -> list[Quantity]:
    """The quantities, those that are doses marked as such, with their units where they had none."""
    end = "" if language.table("quantities", "numbers").get("unspaced") else r"(?!\w)"
    forms = read_pattern(language, "doses", "forms", rf"[ \u00a0-]?{{}}{end}")
    # Numbers with what looks like a unit, and is none: Russian 2026 г., the year.
    exceptions = read_pattern(language, "doses", "not")
    return [
        quantity
        if exceptions.match(text.text, quantity.start)
        else _mark_dose(text, quantity, forms)
        for quantity in quantities
    ]


def _mark_dose(text: FoldedText, quantity: Quantity, forms: re.Pattern[str]) -> Quantity:
    is_number = quantity.kind == "number" and not (quantity.implied or quantity.ordinal)
    if not is_number or _ends_word(text.text, quantity):
        return quantity
    if quantity.unit in UNITS and UNITS[quantity.unit].dose:
        return replace(quantity, dose=_has_proper_unit(text.original(*quantity.span)))
    end = _find_numeral_end(text.text, quantity)
    dose = replace(quantity, end=end, unit="", dose=True, minutes_of_day=frozenset())
    if symbol := _SYMBOL.match(text.origin, text.places[end]):
        end = text.find(*symbol.span())[1]
        return replace(dose, end=end, unit=_SYMBOLS[symbol["symbol"]])
    return replace(dose, counted=True) if forms.match(text.text, end) else quantity


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
