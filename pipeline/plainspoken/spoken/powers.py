"""Say powers of ten, as results of blood tests have them: `0.5 × 10⁹/L`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .numbers import spell_whole
from .unit_symbols import read_per
from .units import say_per
from .word_pattern import SIGN, WordPattern
from .written import Saying, WrittenText

_POWER = WordPattern(
    rf"(?:(?<!{SIGN})(?<![.,])|(?<=\d[xх])|(?<=\d [xх]))"
    r"[1۱١१][0۰٠०](?:\^([-−]?\d{1,2})|([⁻]?[⁰¹²³⁴-⁹]{1,2}))(?!\d)"
)
_TIMES = re.compile(r"[ \u00a0\u2009\u202f]?[×xх·*∙⋅][ \u00a0\u2009\u202f]?")
_TIMES_BEFORE = re.compile(rf"(?<=\d){_TIMES.pattern}$")
_FACTOR = re.compile(rf"[)）]{_TIMES.pattern}$")
"""Before a power that all in brackets is multiplied by: what is per litre is the product."""


def say_powers(written: WrittenText) -> Iterator[Saying]:
    """Powers that no number stands before, with what they are for each of: 10⁹/L."""
    for found in _POWER.finditer(written.text):
        is_factor = _TIMES_BEFORE.search(written.text[: found.start()])
        words = "" if is_factor else _say_power(written, found)
        if words:
            end, units = read_per(written, found.end())
            is_product = _FACTOR.search(written.text[: found.start()])
            for unit in units:
                if is_product:
                    per = say_per("", unit, written.language).strip()
                    words = f"{words}{written.gap}{per}" if per else words
                else:
                    words = say_per(words, unit, written.language) or words
            yield Saying(found.start(), end, words)


def read_power(written: WrittenText, end: int) -> tuple[int, str]:
    """Where a number ends with the power of ten that it is multiplied by, and what is said of that
    power: times ten to the ninth.
    """
    times = _TIMES.match(written.text, end)
    found = _POWER.match(written.text, times.end()) if times else None
    if not (found and (words := _say_power(written, found))):
        return end, ""
    data = written.data("signs")
    sign = str(data.get("times") or data.get("between", {}).get("×", "×"))
    gap = written.gap
    return found.end(), f"{gap}{sign}{gap}{words}"


def _say_power(written: WrittenText, found: re.Match[str]) -> str:
    """By the pattern `power` of [signs]; nothing in a language without it."""
    data, language = written.data("signs"), written.language
    pattern = str(data.get("power", ""))
    exponent = _read_exponent(found[0])
    form = str(data.get("power-form" if exponent > 0 else "power-minus", ""))
    spelled = spell_whole(exponent, language, form)
    ten = spell_whole(10, language)
    return pattern.format(ten, spelled if written.gap else spelled.replace(" ", ""))


def list_exponents(text: str) -> list[int]:
    """Those of all powers of ten in a text; a minus is no part of a number that is heard."""
    return [abs(_read_exponent(found[0])) for found in _POWER.finditer(text)]


def _read_exponent(power: str) -> int:
    """Of a power of ten, `10⁹` or `10^-3`; 0 where it has none."""
    digits = unicodedata.normalize("NFKC", power[2:]).replace("−", "-").lstrip("^")
    found = re.match(r"-?\d+", digits)
    return int(found[0]) if found else 0
