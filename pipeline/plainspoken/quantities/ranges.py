"""Find numbers that belong together: 1 of 5, 3 to 4, a tablet and a half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from ..languages import Language
from .normalize import compile_pattern
from .quantity import Alternatives, Quantity

_NUMBER = "\x02"
"""Stands for a number in a text in which relations are looked for."""
_HALF = Fraction(1, 2)
_REACH = 30
"""How far from its number `and a half` may stand, in characters."""
_STOP = re.compile(r"[.,;:!?،。，؛()]")


@dataclass(frozen=True, slots=True)
class Relations:
    """The quantities of a text, and which of them are the ends of a range."""

    quantities: tuple[Quantity, ...]
    ranges: tuple[tuple[int, int], ...] = ()


def join_halves(text: str, quantities: Sequence[Quantity], language: Language) -> list[Quantity]:
    """A tablet and a half: one number, where words stand within it."""
    joined = list(quantities)
    for half in _match_halves(language).finditer(text):
        if any(number.start < half.start() and half.end() <= number.end for number in joined):
            continue
        joined = [number for number in joined if not half.start() <= number.start < half.end()]
        near = [
            index for index, number in enumerate(joined) if _takes_half(text, number, half.start())
        ]
        if near:
            whole = joined[near[-1]]
            value, alternatives = whole.value + _HALF, ((whole.value, _HALF),)
            joined[near[-1]] = replace(whole, value=value, sure=True, alternatives=alternatives)
        else:
            joined.append(Quantity(*half.span(), 1 + _HALF, sure=False, spelled=True))
    return sorted(joined, key=lambda number: number.start)


def _takes_half(text: str, number: Quantity, start: int) -> bool:
    """Whether `and a half` that begins at `start` may belong to a number."""
    is_near = number.end <= start <= number.end + _REACH
    return is_near and number.value.denominator == 1 and not _STOP.search(text[number.end : start])


def find_relations(text: str, quantities: Sequence[Quantity], language: Language) -> Relations:
    """Make each ratio one quantity, and find ranges: the unit of the second end is that of both."""
    implied = [quantity for quantity in quantities if quantity.implied]
    written = [quantity for quantity in quantities if not quantity.implied]
    joined = list(_join_ratios(text, written, language))
    ranges = []
    outline, indices = _outline(text, joined)
    for match in _match_ranges(language).finditer(outline):
        index = indices[match.start()]
        low, high = joined[index], joined[index + 1]
        if low.kind == high.kind == "number" and not low.ordinal:
            ranges.append((index, index + 1))
            if not low.unit and high.unit:
                joined[index] = replace(low, unit=high.unit, sure=low.sure or high.sure)
    return Relations((*joined, *implied), tuple(ranges))


def _join_ratios(
    text: str, quantities: Sequence[Quantity], language: Language
) -> Iterator[Quantity]:
    outline, indices = _outline(text, quantities)
    ratios: dict[int, Quantity] = {}
    for pattern, whole_first in _match_ratios(language):
        for match in pattern.finditer(outline):
            index = indices[outline.index(_NUMBER, match.start())]
            first, second = quantities[index], quantities[index + 1]
            ratio = _make_ratio(second, first) if whole_first else _make_ratio(first, second)
            if ratio and index not in ratios and index - 1 not in ratios:
                ratios[index] = ratio
    index = 0
    while index < len(quantities):
        yield ratios.get(index, quantities[index])
        index += 2 if index in ratios else 1


def _make_ratio(part: Quantity, whole: Quantity) -> Quantity | None:
    """One quantity of two numbers; nothing where they are no part and whole."""
    fits = part.value.denominator == whole.value.denominator == 1 and part.value < whole.value
    if not fits or part.unit or whole.unit or part.value < 1 or part.kind != whole.kind:
        return None
    alternatives: Alternatives = ((part.value, whole.value),)
    if part.value == 1:
        alternatives = (*alternatives, (whole.value,))
    return Quantity(
        min(part.start, whole.start),
        max(part.end, whole.end),
        part.value / whole.value,
        sure=part.sure or whole.sure,
        spelled=part.spelled and whole.spelled,
        alternatives=alternatives,
    )


def _outline(text: str, quantities: Sequence[Quantity]) -> tuple[str, dict[int, int]]:
    """The text with one sign for each number; by where a sign stands, which number it is."""
    parts: list[str] = []
    indices: dict[int, int] = {}
    at = length = 0
    for index, quantity in enumerate(quantities):
        between = text[at : quantity.start]
        length += len(between)
        indices[length] = index
        parts += [between, _NUMBER]
        length += 1
        at = max(at, quantity.end)
    return "".join([*parts, text[at:]]), indices


@cache
def _match_ratios(language: Language) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns of ratios, and whether the whole stands before the part."""
    patterns = []
    for line in language.table("quantities", "numbers").get("ratios", ()):
        expression = line.replace("{a}", _NUMBER).replace("{b}", _NUMBER)
        patterns.append((compile_pattern(expression), line.index("{b}") < line.index("{a}")))
    return tuple(patterns)


@cache
def _match_ranges(language: Language) -> re.Pattern[str]:
    words = language.table("quantities", "numbers").get("range", "(?!)")
    return compile_pattern(rf"{_NUMBER}(?=[ \u00a0]?(?:[-—~〜～]|{words})[ \u00a0]?{_NUMBER})")


@cache
def _match_halves(language: Language) -> re.Pattern[str]:
    return compile_pattern(language.table("quantities", "numbers").get("and_half", "(?!)"))
