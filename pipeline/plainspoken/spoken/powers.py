"""Say powers of ten, as results of blood tests have them: `0.5 × 10⁹/L`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .numbers import spell_whole
from .unit_symbols import read_per
from .units import say_per
from .written import Saying, WrittenText

_POWER = re.compile(r"(?<![\w.,])10(?:\^([-−]?\d{1,2})|([⁻]?[⁰¹²³⁴-⁹]{1,2}))(?!\d)")

_TIMES = re.compile(r"(?<=\d)[ \u00a0]?[×x·*х][ \u00a0]?$")


def say_powers(written: WrittenText) -> Iterator[Saying]:
    """By the pattern `power` of [signs], with what it is for each of."""
    data, language = written.data("signs"), written.language
    pattern = str(data.get("power", ""))
    for found in _POWER.finditer(written.text) if pattern else ():
        exponent = _read_exponent(found[0])
        form = str(data.get("power-form", "")) if exponent > 0 else ""
        words = pattern.format(spell_whole(10, language), spell_whole(exponent, language, form))
        end, units = read_per(written, found.end())
        for unit in units:
            words = say_per(words, unit, language) or words
        start = found.start()
        if "times" in data and (times := _TIMES.search(written.text, 0, start)):
            start, words = times.start(), f" {data['times']} {words}"
        yield Saying(start, end, words)


def list_exponents(text: str) -> list[int]:
    """Those of all powers of ten in a text."""
    return [_read_exponent(found[0]) for found in _POWER.finditer(text)]


def _read_exponent(power: str) -> int:
    """Of a power of ten, `10⁹` or `10^-3`; 0 where it has none."""
    digits = unicodedata.normalize("NFKC", power[2:]).replace("−", "-").lstrip("^")
    found = re.match(r"-?\d+", digits)
    return int(found[0]) if found else 0
