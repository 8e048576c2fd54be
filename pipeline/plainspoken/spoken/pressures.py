"""Say blood pressures whose numbers are ranges: 130–139/85–89 mmHg."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from .numbers import decline, spell_whole
from .unit_symbols import read_symbol
from .units import say_measure
from .written import Saying, WrittenText

_DASH = "[ \u00a0]?[-–—~〜～][ \u00a0]?"
_RANGES = re.compile(
    rf"(?<![\d.,/-])(\d{{2,3}}){_DASH}(\d{{2,3}})[ \u00a0]?/[ \u00a0]?"
    rf"(\d{{2,3}}){_DASH}(\d{{2,3}})(?![\d/-])"
)


def say_pressure_ranges(written: WrittenText) -> Iterator[Saying]:
    """Both numbers of a pressure as ranges, with the unit: from 130 to 139 over from 85 to 89."""
    signs = written.data("signs")
    if "over" not in signs or "range" not in signs:
        return
    for found in _RANGES.finditer(written.text):
        low, high, second_low, second_high = (int(group) for group in found.groups())
        if low >= high or second_low >= second_high or second_high >= high:
            continue
        ranges = [_say_range(written, *ends) for ends in ((low, high), (second_low, second_high))]
        words = str(signs["over"]).format(*ranges)
        stop, unit = read_symbol(written, found.end())
        if unit:
            words = say_measure(words, Fraction(second_high), 0, unit, written.language)
        yield Saying(found.start(), stop, words)


def _say_range(written: WrittenText, low: int, high: int) -> str:
    signs, language = written.data("signs"), written.language
    form = decline("", str(signs.get("range-case", "")), language)
    return str(signs["range"]).format(spell_whole(low, language), spell_whole(high, language, form))
