"""Units beside numbers: by CLDR's names for them in a language, and by the language's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from ..languages import find_language
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
_EVERYWHERE = {
    "mass-microgram": "mcg μg ug", "mass-milligram": "mg", "mass-gram": "g", "mass-kilogram": "kg",
    "volume-milliliter": "ml cc", "volume-liter": "l", "length-centimeter": "cm",
    "length-millimeter": "mm", "length-kilometer": "km", "concentr-percent": "%",
    "temperature-celsius": "°c ℃", "temperature-fahrenheit": "°f ℉",
}  # fmt: skip
SECONDS = {
    "duration-second": Fraction(1),
    "duration-minute": Fraction(60),
    "duration-hour": Fraction(3600),
    "duration-day": Fraction(86400),
    "duration-week": Fraction(604800),
}
_MONTHS = {"duration-month": Fraction(1), "duration-year": Fraction(12)}
_GAP = r"[ \u00a0-]{0,2}"


def attach_units(text: str, quantities: Sequence[Quantity], lang: str) -> list[Quantity]:
    """The amounts with their units, and time words without a number: an hour, per day."""
    after, before, names = _units(lang)
    counters = _counters(lang)
    found: list[Quantity] = []
    for quantity in quantities:
        if found and quantity.start < found[-1].end:
            continue  # a part of a unit's name: per cent
        made = quantity
        if quantity.kind == "number" and not quantity.unit:
            made = _with_unit(text, quantity, after, before, names)
            if not made.unit and counters and counters.match(text, made.end) and not made.idiom:
                made = replace(made, sure=made.sure or made.value != 1, counted=True)
        while found and found[-1].start >= made.start:
            found.pop()  # a part of a unit before the number: Chinese 百分之
        if found and made.ordinal and made.unit and made.start - found[-1].end == 1:
            # French 3 premiers jours: the first 3 days.
            found[-1] = replace(found[-1], unit=found[-1].unit or made.unit)
            made = replace(made, unit="")
        found.append(made)
    return found + list(_implied(text, found, lang))


def convert_to_base(quantity: Quantity) -> tuple[str, Fraction] | None:
    """What an amount of time, or a part of a whole, is in the smallest unit of its kind."""
    if quantity.unit in SECONDS:
        return "time", quantity.value * SECONDS[quantity.unit]
    if quantity.unit in _MONTHS:
        return "months", quantity.value * _MONTHS[quantity.unit]
    if quantity.unit == "percent":
        return "part", quantity.value / 100
    if not quantity.unit and 0 < quantity.value < 1:
        return "part", quantity.value
    return None


def _with_unit(
    text: str,
    quantity: Quantity,
    after: re.Pattern[str],
    before: re.Pattern[str],
    names: dict[str, str],
) -> Quantity:
    if unit := after.match(text, quantity.end):
        name = names[unit[1].replace("\u00a0", " ")]
        sure = quantity.sure or (quantity.value != 1 and not quantity.idiom)
        return replace(quantity, end=unit.end(), unit=name, sure=sure)
    if unit := before.search(text[max(0, quantity.start - 12) : quantity.start]):
        name = names[unit[1].replace("\u00a0", " ")]
        return replace(quantity, start=quantity.start - len(unit[0]), unit=name)
    return quantity


def _implied(text: str, quantities: Sequence[Quantity], lang: str) -> Iterator[Quantity]:
    words = _time_words(lang)
    taken = {at for quantity in quantities for at in range(quantity.start, quantity.end)}
    if words:
        for found in words[0].finditer(text):
            if found.start() not in taken:
                unit = words[1][found[1].replace("\u00a0", " ")]
                yield Quantity(*found.span(), Fraction(1), unit, sure=False, implied=True)


@cache
def _units(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Patterns for a unit after and before a number, and the unit of each form."""
    names = _names(lang)
    before = {
        form: unit
        for unit, forms in read_word_lists(lang, "units", "before")
        for form in map(fold_text, forms)
    }
    before = {form: _full(unit) for form, unit in before.items()} | {"%": "percent"}
    end = "" if find_language(lang).table("quantities", "numbers").get("unspaced") else r"(?!\w)"
    return (
        compile_pattern(rf"{_GAP}({_either(names)})(?:{end}|(?<=[%℃℉]))"),
        compile_pattern(rf"(?<!\d)(?<!\d )({_either(before)}){_GAP}$"),
        names | before,
    )


def _names(lang: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for unit, everywhere in _EVERYWHERE.items():
        names |= dict.fromkeys(everywhere.split(), _full(unit))
    for unit in _UNITS:
        # The short form of inches is `in`.
        widths = ("long",) if unit in _IMPERIAL else ("long", "short")
        forms = cldr.unit_forms(lang, unit, widths)
        names |= {form: _full(unit) for form in forms if form and not _doubtful(form)}
    for form in find_language(lang).table("quantities", "units").get("not", "").split():
        names.pop(fold_text(form), None)
    for unit, own in read_word_lists(lang, "units", "words"):
        names |= {fold_text(form): _full(unit) for form in own}
    return names


def _doubtful(form: str) -> bool:
    """Whether a form of one letter is as often a word: Spanish `a` for years."""
    return len(form) == 1 and form not in "glh%глч" and not "\u2e80" < form < "\ud7ff"


def _full(unit: str) -> str:
    return "percent" if unit in ("percent", "concentr-percent") else unit


@cache
def _time_words(lang: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    if find_language(lang).table("quantities", "numbers").get("unspaced"):
        return None
    names = {form: unit for form, unit in _names(lang).items() if unit.startswith("duration")}
    names = {form: unit for form, unit in names.items() if len(form) > 2}
    return compile_pattern(rf"\b({_either(names)})\b"), names


def _either(forms: Iterable[str]) -> str:
    """Any of some forms, the longest first; a blank in them may be a no-break space."""
    listed = (re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return "|".join(form.replace(r"\ ", "[ \u00a0]") for form in listed) or "(?!)"


@cache
def _counters(lang: str) -> re.Pattern[str] | None:
    listed = find_language(lang).table("quantities", "numbers").get("counters", "")
    return compile_pattern(rf"{_GAP}(?:{listed})") if listed else None
