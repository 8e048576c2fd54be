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
from .language_data import NEVER, match_any, read_pattern, read_words
from .normalize import compile_pattern, fold_text
from .quantity import Quantity
from .unit_table import SYMBOLS, UNITS

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
    counters: re.Pattern[str]
    """Words that are counted: tablets, people."""
    durations: re.Pattern[str]
    """Words of time that stand without a number, too: an hour, per day."""

    def name(self, form: re.Match[str]) -> str:
        """The unit that a form stands for."""
        return self.names[form[1].replace("\u00a0", " ")]


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
        sure = quantity.sure or (quantity.value != 1 and not quantity.idiom)
        return replace(quantity, end=form.end(), unit=units.name(form), sure=sure)
    if form := units.before.search(text[max(0, quantity.start - _REACH) : quantity.start]):
        return replace(quantity, start=quantity.start - len(form[0]), unit=units.name(form))
    if units.counters.match(text, quantity.end) and not quantity.idiom:
        return replace(quantity, sure=quantity.sure or quantity.value != 1, counted=True)
    return quantity


def _find_durations(text: str, quantities: Sequence[Quantity], units: _Units) -> Iterator[Quantity]:
    """Words of time without a number beside them."""
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
    durations = (form for form in after if after[form].startswith("duration") and len(form) > 2)
    end = "" if unspaced else r"(?!\w)"
    return _Units(
        after=compile_pattern(rf"{_GAP}({_match_forms(after)})(?:{end}|(?<=[%℃℉]))"),
        before=compile_pattern(rf"(?<!\d)(?<!\d )({_match_forms(before)}){_GAP}$"),
        names=after | before,
        counters=read_pattern(language, "numbers", "counters", _GAP + "{}"),
        durations=compile_pattern(NEVER if unspaced else rf"\b({_match_forms(durations)})\b"),
    )


def _read_forms(language: Language) -> dict[str, str]:
    """The units that may stand after a number, by their forms."""
    units = {fold_text(sign): name for sign, name in SYMBOLS.items() if UNITS[name].any_case}
    for name, unit in UNITS.items():
        forms = cldr.list_unit_forms(language, name, unit.cldr)
        units |= {form: name for form in forms if form and not _is_doubtful(form)}
    for form in language.table("quantities", "units").get("not", "").split():
        units.pop(fold_text(form), None)
    return units | dict(read_words(language, "units", "words"))


def _is_doubtful(form: str) -> bool:
    """Whether a form of one letter is as often a word as a symbol: Spanish `a` for years."""
    return len(form) == 1 and form not in "glh%глч" and not "\u2e80" < form < "\ud7ff"


def _match_forms(forms: Iterable[str]) -> str:
    """Any of some forms; a blank in them may be a no-break space."""
    return match_any(forms).replace(r"\ ", "[ \u00a0]")
