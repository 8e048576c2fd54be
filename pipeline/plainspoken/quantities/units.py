"""Attach units to numbers, by CLDR's names for them in a language and by the language's data.

Units have the names of CLDR (UTS #35 Part 6, Unit Elements), such as `mass-milligram`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from ..languages import Language
from . import cldr
from .normalize import compile_pattern, fold_text
from .quantity import Quantity
from .word_lists import read_word_lists

_UNITS = (
    "mass-microgram", "mass-milligram", "mass-gram", "mass-kilogram", "mass-pound", "mass-ounce",
    "volume-milliliter", "volume-liter", "volume-teaspoon", "volume-tablespoon",
    "length-millimeter", "length-centimeter", "length-meter", "length-kilometer", "length-inch",
    "length-foot", "length-mile", "temperature-celsius", "temperature-fahrenheit",
    "duration-second", "duration-minute", "duration-hour", "duration-day", "duration-week",
    "duration-month", "duration-year", "concentr-percent", "energy-kilocalorie",
)  # fmt: skip
_IMPERIAL = ("length-inch", "length-foot", "length-mile", "mass-pound", "mass-ounce")
# The symbols of the International System of Units, and others that most languages use.
_SYMBOLS = {
    "mass-microgram": "mcg μg ug", "mass-milligram": "mg", "mass-gram": "g", "mass-kilogram": "kg",
    "volume-milliliter": "ml cc", "volume-liter": "l", "length-centimeter": "cm",
    "length-millimeter": "mm", "length-kilometer": "km", "concentr-percent": "%",
    "temperature-celsius": "°c ℃", "temperature-fahrenheit": "°f ℉",
}  # fmt: skip
_SYMBOL_WORDS = frozenset(" ".join(_SYMBOLS.values()).split()) | {"dl", "kcal", "mmol", "ph"}
_SECONDS = {
    "duration-second": Fraction(1),
    "duration-minute": Fraction(60),
    "duration-hour": Fraction(3600),
    "duration-day": Fraction(86400),
    "duration-week": Fraction(604800),
}
_MONTHS = {"duration-month": Fraction(1), "duration-year": Fraction(12)}
_GAP = r"[ \u00a0-]{0,2}"
_REACH = 12
"""How many characters before a number a unit may begin."""


@dataclass(frozen=True, slots=True)
class _Units:
    """How a language writes units beside numbers."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    names: Mapping[str, str]
    """The unit of each form."""
    counters: re.Pattern[str] | None
    """Words that are counted: tablets, people."""
    durations: re.Pattern[str] | None
    """Words of time that stand without a number, too: an hour, per day."""


def is_unit_symbol(word: str) -> bool:
    """Whether a word in small letters is the symbol of a unit, which no language translates."""
    return word in _SYMBOL_WORDS


def attach_units(text: str, quantities: Sequence[Quantity], language: Language) -> list[Quantity]:
    """The quantities with their units, and words of time without a number: an hour, per day."""
    units = _read_units(language)
    attached: list[Quantity] = []
    for quantity in quantities:
        if attached and quantity.start < attached[-1].end:
            continue  # a part of a unit's name: per cent
        is_bare = quantity.kind == "number" and not quantity.unit
        measure = _attach_unit(text, quantity, units) if is_bare else quantity
        while attached and attached[-1].start >= measure.start:
            attached.pop()  # a part of a unit before the number: Chinese 百分之
        if attached and measure.ordinal and measure.unit and measure.start - attached[-1].end == 1:
            # French 3 premiers jours: the first 3 days.
            attached[-1] = replace(attached[-1], unit=attached[-1].unit or measure.unit)
            measure = replace(measure, unit="")
        attached.append(measure)
    return attached + list(_find_durations(text, attached, units))


def attach_unit(text: str, quantity: Quantity, language: Language) -> Quantity:
    """One quantity with the unit beside it, if there is one."""
    return _attach_unit(text, quantity, _read_units(language))


def convert_to_base(quantity: Quantity) -> tuple[str, Fraction] | None:
    """What an amount of time, or a part of a whole, is in the smallest unit of its kind."""
    if quantity.unit in _SECONDS:
        return "time", quantity.value * _SECONDS[quantity.unit]
    if quantity.unit in _MONTHS:
        return "months", quantity.value * _MONTHS[quantity.unit]
    if quantity.unit == "percent":
        return "part", quantity.value / 100
    if not quantity.unit and 0 < quantity.value < 1:
        return "part", quantity.value
    return None


def _attach_unit(text: str, quantity: Quantity, units: _Units) -> Quantity:
    if form := units.after.match(text, quantity.end):
        unit = units.names[form[1].replace("\u00a0", " ")]
        sure = quantity.sure or (quantity.value != 1 and not quantity.idiom)
        return replace(quantity, end=form.end(), unit=unit, sure=sure)
    if form := units.before.search(text[max(0, quantity.start - _REACH) : quantity.start]):
        unit = units.names[form[1].replace("\u00a0", " ")]
        return replace(quantity, start=quantity.start - len(form[0]), unit=unit)
    if units.counters and units.counters.match(text, quantity.end) and not quantity.idiom:
        return replace(quantity, sure=quantity.sure or quantity.value != 1, counted=True)
    return quantity


def _find_durations(text: str, quantities: Sequence[Quantity], units: _Units) -> Iterator[Quantity]:
    """Words of time without a number beside them."""
    if units.durations is None:
        return
    taken = {place for quantity in quantities for place in range(quantity.start, quantity.end)}
    for form in units.durations.finditer(text):
        if form.start() not in taken:
            unit = units.names[form[1].replace("\u00a0", " ")]
            yield Quantity(*form.span(), Fraction(1), unit, sure=False, implied=True)


@cache
def _read_units(language: Language) -> _Units:
    numbers = language.table("quantities", "numbers")
    after, before = _read_forms(language), _read_forms_before(language)
    unspaced, counters = numbers.get("unspaced"), numbers.get("counters", "")
    end = "" if unspaced else r"(?!\w)"
    durations = [
        form for form, unit in after.items() if unit.startswith("duration") and len(form) > 2
    ]
    return _Units(
        after=compile_pattern(rf"{_GAP}({_match_any(after)})(?:{end}|(?<=[%℃℉]))"),
        before=compile_pattern(rf"(?<!\d)(?<!\d )({_match_any(before)}){_GAP}$"),
        names=after | before,
        counters=compile_pattern(rf"{_GAP}(?:{counters})") if counters else None,
        durations=None if unspaced else compile_pattern(rf"\b({_match_any(durations)})\b"),
    )


def _read_forms(language: Language) -> dict[str, str]:
    """The units that may stand after a number, by their forms."""
    units: dict[str, str] = {}
    for unit, symbols in _SYMBOLS.items():
        units |= dict.fromkeys(symbols.split(), _name_unit(unit))
    for unit in _UNITS:
        # The short form of inches is `in`.
        widths = ("long",) if unit in _IMPERIAL else ("long", "short")
        forms = cldr.list_unit_forms(language, unit, widths)
        units |= {form: _name_unit(unit) for form in forms if form and not _is_doubtful(form)}
    for form in language.table("quantities", "units").get("not", "").split():
        units.pop(fold_text(form), None)
    for unit, own_forms in read_word_lists(language, "units", "words"):
        units |= {fold_text(form): _name_unit(unit) for form in own_forms}
    return units


def _read_forms_before(language: Language) -> dict[str, str]:
    """The units that may stand before a number, by their forms."""
    units = {
        fold_text(form): _name_unit(unit)
        for unit, forms in read_word_lists(language, "units", "before")
        for form in forms
    }
    return units | {"%": "percent"}


def _is_doubtful(form: str) -> bool:
    """Whether a form of one letter is as often a word as a symbol: Spanish `a` for years."""
    return len(form) == 1 and form not in "glh%глч" and not "\u2e80" < form < "\ud7ff"


def _name_unit(unit: str) -> str:
    return "percent" if unit == "concentr-percent" else unit


def _match_any(forms: Iterable[str]) -> str:
    """Any of some forms, the longest first; a blank in them may be a no-break space."""
    listed = (re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return "|".join(form.replace(r"\ ", "[ \u00a0]") for form in listed) or "(?!)"
