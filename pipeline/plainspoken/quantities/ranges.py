"""Numbers that belong together: 1 of 5, 3 to 4, a tablet and a half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from ..languages import find_language
from .normalize import compile_pattern
from .quantity import Quantity

_ONE = "\x02"
"""Stands for a number in a text in which relations are looked for."""
_HALF = Fraction(1, 2)
_REACH = 30
_STOP = re.compile(r"[.,;:!?،。，؛()]")


@dataclass(frozen=True, slots=True)
class Relations:
    """The amounts of a text, and which of them are the ends of a range."""

    quantities: tuple[Quantity, ...]
    ranges: tuple[tuple[int, int], ...] = ()


def join_halves(text: str, quantities: Sequence[Quantity], lang: str) -> list[Quantity]:
    """A tablet and a half: one number, where words stand within it."""
    made = list(quantities)
    for found in _halves(lang).finditer(text):
        begin, end = found.span()
        if any(each.start < begin and end <= each.end for each in made):
            continue
        made = [each for each in made if not (begin <= each.start < end)]
        near = [
            at
            for at, each in enumerate(made)
            if each.end <= begin
            and begin - each.end <= _REACH
            and each.value.denominator == 1
            and not _STOP.search(text[each.end : begin])
        ]
        if near:
            at = near[-1]
            value = made[at].value + _HALF
            alternatives = ((made[at].value, _HALF),)
            made[at] = replace(made[at], value=value, sure=True, alternatives=alternatives)
        else:
            made.append(Quantity(begin, end, 1 + _HALF, sure=False, spelled=True))
    return sorted(made, key=lambda each: each.start)


def find_relations(text: str, quantities: Sequence[Quantity], lang: str) -> Relations:
    """Ratios made one amount; the ends of ranges found, the unit of the second for both."""
    implied = [each for each in quantities if each.implied]
    made = list(_ratios(text, [each for each in quantities if not each.implied], lang))
    ranges = []
    short, starts = _shortened(text, made)
    for found in _ranges(lang).finditer(short):
        at = starts[found.start()]
        one, other = made[at], made[at + 1]
        if one.kind == other.kind == "number" and not one.ordinal:
            ranges.append((at, at + 1))
            if not one.unit and other.unit:
                made[at] = replace(one, unit=other.unit, sure=one.sure or other.sure)
    return Relations((*made, *implied), tuple(ranges))


def _ratios(text: str, quantities: Sequence[Quantity], lang: str) -> Iterator[Quantity]:
    short, starts = _shortened(text, quantities)
    joined: dict[int, Quantity] = {}
    for expression, reverse in _ratio_patterns(lang):
        for found in expression.finditer(short):
            at = starts[short.index(_ONE, found.start())]
            one, other = quantities[at], quantities[at + 1]
            ratio = _ratio(other, one) if reverse else _ratio(one, other)
            if ratio and at not in joined and at - 1 not in joined:
                joined[at] = ratio
    skip = False
    for at, quantity in enumerate(quantities):
        if skip:
            skip = False
        elif at in joined:
            yield joined[at]
            skip = True
        else:
            yield quantity


def _ratio(part: Quantity, whole: Quantity) -> Quantity | None:
    fits = part.value.denominator == whole.value.denominator == 1 and part.value < whole.value
    if not fits or part.unit or whole.unit or part.value < 1 or part.kind != whole.kind:
        return None
    alternatives = (
        ((part.value, whole.value), (whole.value,))
        if part.value == 1
        else ((part.value, whole.value),)
    )
    return Quantity(
        min(part.start, whole.start),
        max(part.end, whole.end),
        part.value / whole.value,
        sure=part.sure or whole.sure,
        spelled=part.spelled and whole.spelled,
        alternatives=alternatives,
    )


def _shortened(text: str, quantities: Sequence[Quantity]) -> tuple[str, dict[int, int]]:
    """The text with one sign for each number; by where a sign stands, which number it is."""
    out: list[str] = []
    starts: dict[int, int] = {}
    at = length = 0
    for which, quantity in enumerate(quantities):
        between = text[at : quantity.start]
        length += len(between)
        starts[length] = which
        out += [between, _ONE]
        length += 1
        at = max(at, quantity.end)
    return "".join([*out, text[at:]]), starts


@cache
def _ratio_patterns(lang: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    made = []
    for line in find_language(lang).table("quantities", "numbers").get("ratios", ()):
        expression = line.replace("{a}", _ONE).replace("{b}", _ONE)
        made.append((compile_pattern(expression), line.index("{b}") < line.index("{a}")))
    return tuple(made)


@cache
def _ranges(lang: str) -> re.Pattern[str]:
    words = find_language(lang).table("quantities", "numbers").get("range", "(?!)")
    return compile_pattern(rf"{_ONE}(?=[ \u00a0]?(?:[-—~〜～]|{words})[ \u00a0]?{_ONE})")


@cache
def _halves(lang: str) -> re.Pattern[str]:
    return compile_pattern(
        find_language(lang).table("quantities", "numbers").get("and_half", "(?!)")
    )
