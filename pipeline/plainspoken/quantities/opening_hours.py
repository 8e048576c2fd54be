"""Know hours that are written with points, as opening hours are: 7.30–10.00."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from ..languages import Language
from .language_data import match_any, read_pattern
from .quantity import Quantity
from .unit_table import SYMBOLS

_HOUR = re.compile(r"([01]?\d|2[0-4])\.(00|15|30|45)")
"""An hour with a whole quarter; a result of a test is seldom one."""
_DASH = re.compile("[ \u00a0]?[-—~〜～][ \u00a0]?")
_UNIT = re.compile(rf"[ \u00a0]?(?:{match_any(set(SYMBOLS) - {'h'})})(?!\w)")
_REACH = 60
"""How many characters before hours the words may stand that tell of them."""


def mark_opening_hours(
    text: str, numbers: Sequence[Quantity], language: Language, decimal: str
) -> list[Quantity]:
    """The numbers, both of a range of hours with points as times of the day: where a point is no
    decimal sign, or words of `hours` or a word for hours stand beside.
    """
    marked = list(numbers)
    for index, (low, high) in enumerate(pairwise(numbers)):
        hours = [_HOUR.fullmatch(text[number.start : number.end]) for number in (low, high)]
        if not all(hours) or not _is_range(text[low.end : high.start], language):
            continue
        if _UNIT.match(text, high.end) or not (
            decimal != "." or _tells_hours(text, low.start, high.end, language)
        ):
            continue
        for place, hour in enumerate(hours):
            if hour:
                marked[index + place] = _make_time(marked[index + place], hour)
    return marked


def _is_range(gap: str, language: Language) -> bool:
    words = read_pattern(language, "numbers", "range", "[ \u00a0]{}[ \u00a0]")
    return bool(_DASH.fullmatch(gap) or words.fullmatch(gap))


def _tells_hours(text: str, start: int, end: int, language: Language) -> bool:
    before = text[max(0, start - _REACH) : start]
    after = read_pattern(language, "clock", "after", "[ \u00a0]?{}")
    return bool(read_pattern(language, "clock", "hours").search(before) or after.match(text, end))


def _make_time(number: Quantity, hour: re.Match[str]) -> Quantity:
    minutes = int(hour[1]) * 60 + int(hour[2])
    return replace(
        number,
        value=Fraction(minutes, 60),
        minutes_of_day=frozenset({minutes % 1440}),
        sure=True,
        separator="",
    )
