"""Find units, by CLDR's names and a language's data, and doses, where a mistake can hurt a reader.

The case of symbols counts: mg, not Mg (SI Brochure, section 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from ..languages import Language
from . import cldr
from .language_data import NEVER, match_any, read_pattern, read_words
from .normalize import FoldedText, compile_pattern, fold_text
from .quantity import Quantity
from .unit_table import SYMBOLS, UNITS

PERCENT = "concentr-percent"
_GAP = r"[ \u00a0-]{0,2}"
_YEARS = range(1800, 2101)
_LEAST_COLLECTIVE = 8
"""French une huitaine de jours."""
_REACH = 12
"""How many characters before a number a unit may begin."""
_DOSE_SYMBOLS = {symbol: name for symbol, name in SYMBOLS.items() if UNITS[name].dose}
_NUMERAL = re.compile(r"\d(?:[\d.,٫٬'\u00a0 ]*\d)?[½¼¾⅓⅔]?")
_NO_ARTICLE = r"(?!(?<=\b\w)['’]\w)"
"""A letter may be the beginning of a word, not a unit: French 1 sur 10 l'attrape."""
_END = rf"(?!\w){_NO_ARTICLE}|(?=[\u2e80-\ud7ff])"
"""Chinese, Japanese and Korean words may follow a symbol without a space."""
# A unit of temperature may be left out after the sign of a degree.
_DOSE_SYMBOL = re.compile(rf"[\s-]?(?P<symbol>(?:{match_any(_DOSE_SYMBOLS)})(?:{_END})|°)")
_FOLDED_SYMBOLS = frozenset(map(fold_text, _DOSE_SYMBOLS))
_DEGREE = re.compile(r"\d\s?°")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class _Units:
    after: re.Pattern[str]
    before: re.Pattern[str]
    tails: re.Pattern[str]
    """What is written onto digits and names a unit: Russian 10-процентный."""
    of: re.Pattern[str]
    """What stands between a collective number and its unit: Italian una trentina di minuti."""
    names: Mapping[str, str]
    counters: re.Pattern[str]
    """Words that are counted: tablets, people."""
    fortnight: int
    """How many days two weeks are said to be."""
    durations: re.Pattern[str]
    """Words of time that stand without a number, too: an hour, per day."""

    def name(self, form: re.Match[str]) -> str:
        """The unit that a form stands for."""
        return self.names[form[1].replace("\u00a0", " ")]


def attach_units(
    text: str, quantities: Sequence[Quantity], language: Language, *, digits: bool = False
) -> list[Quantity]:
    """The quantities with their units, and words of time without a number: an hour, per day. What
    touches number words may be `digits`: Korean 일 is one, and day.
    """
    units = _read_units(language)
    starts = {quantity.start for quantity in quantities if digits and quantity.spelled}
    attached: list[Quantity] = []
    for quantity in quantities:
        if attached and quantity.start < attached[-1].end:
            continue  # a part of a unit's name: per cent
        is_bare = quantity.kind == "number" and not (quantity.unit or quantity.end in starts)
        measure = _attach_unit(text, quantity, units) if is_bare else quantity
        while attached and attached[-1].start >= measure.start:
            attached.pop()  # a part of a unit before the number: Chinese 百分之
        if attached and measure.ordinal and measure.unit and measure.start - attached[-1].end == 1:
            # French 3 premiers jours: the first 3 days.
            attached[-1] = replace(attached[-1], unit=attached[-1].unit or measure.unit)
            measure = replace(measure, unit="")
        attached.append(measure)
    return attached + list(_find_durations(text, attached, units))


def convert_to_base(quantity: Quantity) -> tuple[str, Fraction] | None:
    """What an amount of time, or a part of a whole, is in the smallest unit of its kind."""
    unit = UNITS.get(quantity.unit)
    if unit and unit.base:
        return unit.base, quantity.value * Fraction(unit.size)
    if not quantity.unit and 0 < quantity.value < 1:
        return "part", quantity.value
    return None


def _attach_unit(text: str, quantity: Quantity, units: _Units) -> Quantity:
    end = quantity.end
    if (
        quantity.spelled
        and quantity.value >= _LEAST_COLLECTIVE
        and (of := units.of.match(text, end))
    ):
        end = of.end()
    if form := units.after.match(text, end):
        sure = quantity.sure or (quantity.value != 1 and not quantity.idiom)
        if _is_calendar_year(text[quantity.start : quantity.end], form[1], units.name(form)):
            return replace(
                quantity, end=quantity.end if units.name(form) == PERCENT else form.end()
            )
        measure = replace(quantity, end=form.end(), unit=units.name(form), sure=sure)
        if measure.unit == "duration-day" and measure.value == units.fortnight:
            return replace(measure, alternatives=((Fraction(14),),))
        return measure
    if tail := units.tails.match(text, end):
        return replace(quantity, end=tail.end(), unit=units.name(tail))
    if form := units.before.search(text[max(0, quantity.start - _REACH) : quantity.start]):
        return replace(quantity, start=quantity.start - len(form[0]), unit=units.name(form))
    if units.counters.match(text, quantity.end) and not quantity.idiom:
        return replace(quantity, sure=quantity.sure or quantity.value != 1, counted=True)
    return quantity


def _is_calendar_year(digits: str, word: str, unit: str) -> bool:
    """Whether four digits are a year, whose word counts none: Russian 2012 году; and what may
    follow it, as in Persian ۲۰۱۹ درصد.
    """
    is_unit = unit == "duration-year" or (unit == PERCENT and word[0].isalpha())
    return is_unit and len(digits) == 4 and digits.isdigit() and int(digits) in _YEARS


def _find_durations(text: str, quantities: Sequence[Quantity], units: _Units) -> Iterator[Quantity]:
    taken = {place for quantity in quantities for place in range(quantity.start, quantity.end)}
    for form in units.durations.finditer(text):
        if form.start() not in taken:
            one = Fraction(1)
            yield Quantity(*form.span(), one, units.name(form), sure=False, implied=True)


@cache
def _read_units(language: Language) -> _Units:
    unspaced = language.table("quantities", "numbers").get("unspaced")
    after = _read_forms(language)
    before = {**dict(read_words(language, "units", "before")), "%": "concentr-percent"}
    before["‰"] = "concentr-permille"
    tails = dict(language.table("quantities", "numbers").get("tail_units", {}))
    durations = (form for form in after if after[form].startswith("duration") and len(form) > 2)
    # Letters do not follow a symbol of letters: lb are no liters.
    end = "(?:(?<![a-z])|(?![a-z]))" if unspaced else r"(?!\w)"
    data = language.table("quantities", "units")
    if endings := data.get("endings"):
        end = rf"(?:{endings})?{end}"
    elif not unspaced:
        end += _NO_ARTICLE
    stop = data.get("never_before") or NEVER
    return _Units(
        after=compile_pattern(
            rf"{_GAP}({_match_forms(after)})(?:{end}|(?<=[%℃℉])(?!\d))(?!(?:{stop}))"
        ),
        before=compile_pattern(rf"(?<!\d)(?<!\d )({_match_forms(before)}){_GAP}$"),
        of=read_pattern(language, "units", "of", r"[ \u00a0]{}"),
        tails=compile_pattern(rf"(?<=\d)-({_match_forms(tails)})\w*"),
        names=tails | after | before,
        counters=read_pattern(language, "numbers", "counters", _GAP + "{}"),
        fortnight=int(language.table("quantities", "numbers").get("fortnight", 0)),
        durations=compile_pattern(NEVER if unspaced else rf"\b({_match_forms(durations)})\b"),
    )


def _read_forms(language: Language) -> dict[str, str]:
    units = {fold_text(sign): name for sign, name in SYMBOLS.items() if UNITS[name].any_case}
    for name, unit in UNITS.items():
        forms = cldr.list_unit_forms(language, name, unit.cldr.split())
        units |= {form: name for form in forms if form and not _is_doubtful(form)}
    for form in language.table("quantities", "units").get("not", "").split():
        units.pop(fold_text(form), None)
    return _read_spoken_names(language) | units | dict(read_words(language, "units", "words"))


def _read_spoken_names(language: Language) -> dict[str, str]:
    """What a voice says for the units, by [units.names] of spoken.toml."""
    names: Mapping[str, Any] = language.table("spoken", "units").get("names", {})
    forms = {}
    for unit in names.keys() & UNITS.keys():
        own = names[unit]
        for text in [own] if isinstance(own, str) else own.values():
            form = fold_text(text.partition("{0}")[2]).strip()
            if form and "{0}" in text and not _is_doubtful(form):
                forms[form] = unit
    return forms


def _is_doubtful(form: str) -> bool:
    """Whether a form of one letter is as often a word as a symbol: Spanish `a` for years."""
    return len(form) == 1 and form not in "glh%глч" and not "\u2e80" < form < "\ud7ff"


def _match_forms(forms: Iterable[str]) -> str:
    return match_any(forms).replace(r"\ ", "[ \u00a0]")


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
    if symbol := _DOSE_SYMBOL.match(text.origin, text.places[end]):
        end = text.find(*symbol.span())[1]
        return replace(dose, end=end, unit=_DOSE_SYMBOLS[symbol["symbol"]])
    return replace(dose, counted=True) if forms.match(text.text, end) else quantity


def _find_numeral_end(text: str, quantity: Quantity) -> int:
    """Where the number itself ends, without a unit that may be none: Russian 5 г., grams."""
    numeral = _NUMERAL.match(text, *quantity.span) if quantity.unit else None
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
    return unit is None or fold_text(unit[0]) not in _FOLDED_SYMBOLS or unit[0] in _DOSE_SYMBOLS
