"""Find Roman numerals, as languages write them for centuries and rulers: XIX secolo."""

from __future__ import annotations

import re
from fractions import Fraction

_NUMERAL = re.compile(r"(?<![^\W_])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?=(?:e|er|è?me)?(?![^\W_]))")
_LEAST = 2
"""I is more often a word."""
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def find_roman_numerals(text: str) -> list[Fraction]:
    """The values of the Roman numerals of a text that has its capital letters."""
    values = (10 * len(tens) + _ONES[ones] for tens, ones in _NUMERAL.findall(text))
    return [Fraction(value) for value in values if value >= _LEAST]
