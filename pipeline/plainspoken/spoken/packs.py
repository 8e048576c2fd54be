"""Say signs for times that stand in a count or a size: 2 × 500 mg tablets, 2 × 3 cm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .word_pattern import SIGN, compile_words
from .written import Saying, WrittenText, set_apart

_SIZE = re.compile(
    r"(?:(?<=\d)|(?<=\d[cm]m)|(?<=\d[ \u00a0][cm]m)|(?<=\dm)|(?<=\d[ \u00a0]m))"
    r"[ \u00a0]?[×x][ \u00a0]?"
    r"(?=\d+(?:[.,]\d+)?(?:(?:[ \u00a0]?[cm]?m)?[ \u00a0]?[×x][ \u00a0]?\d+(?:[.,]\d+)?)*"
    r"[ \u00a0]?[cmk]?m(?!\w))"
)
"""A sign between the sides of a size: 2 × 3 cm."""


def say_packs(written: WrittenText) -> Iterator[Saying]:
    """Nothing for a sign between a count and what is counted, by `attributive` of [units], with
    its strength or without: 2 × 500 mg tablets; and `size` of [signs] for one in a size: 2 × 3 cm.
    """
    if nouns := str(written.data("units").get("attributive", "")):
        strength = r"(?:\d+(?:[.,]\d+)*[ \u00a0-]?(?![cm]?m\b)[^\s\d]+[ \u00a0-])?"
        pattern = compile_words(
            rf"(?<=\d)[ \u00a0]?[×x][ \u00a0]?(?={strength}(?:{nouns})(?!{SIGN}))"
        )
        for found in pattern.finditer(written.text):
            yield Saying(*found.span(), " ")
    if size := str(written.data("signs").get("size", "")):
        for found in _SIZE.finditer(written.text):
            yield Saying(*found.span(), set_apart(written, size))
