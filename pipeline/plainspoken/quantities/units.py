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
from .unit_table import SYMBOLS, UNITS
from .word_lists import read_word_lists

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
    unit = UNITS.get(quantity.unit)
    if unit and unit.base:
        return unit.base, quantity.value * unit.size
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
    units = {fold_text(sign): name for sign, name in SYMBOLS.items() if UNITS[name].any_case}
    for name, unit in UNITS.items():
        forms = cldr.list_unit_forms(language, name, unit.cldr)
        units |= {form: name for form in forms if form and not _is_doubtful(form)}
    for form in language.table("quantities", "units").get("not", "").split():
        units.pop(fold_text(form), None)
    for name, own_forms in read_word_lists(language, "units", "words"):
        units |= {fold_text(form): name for form in own_forms}
    return units


def _read_forms_before(language: Language) -> dict[str, str]:
    """The units that may stand before a number, by their forms."""
    units = {
        fold_text(form): name
        for name, forms in read_word_lists(language, "units", "before")
        for form in forms
    }
    return units | {"%": "concentr-percent"}


def _is_doubtful(form: str) -> bool:
    """Whether a form of one letter is as often a word as a symbol: Spanish `a` for years."""
    return len(form) == 1 and form not in "glh%глч" and not "\u2e80" < form < "\ud7ff"


def _match_any(forms: Iterable[str]) -> str:
    """Any of some forms, the longest first; a blank in them may be a no-break space."""
    listed = (re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return "|".join(form.replace(r"\ ", "[ \u00a0]") for form in listed) or "(?!)"
