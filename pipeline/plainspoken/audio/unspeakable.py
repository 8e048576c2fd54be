"""Take out what no voice can take, apart from what words are said: voices import this alone."""

from __future__ import annotations

import re

_UNSPEAKABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Control characters, halves of characters, and what is no character at all."""


def replace_unspeakable(text: str) -> str:
    """Text with a space for each character that no voice can take; a NUL would end it."""
    return _UNSPEAKABLE.sub(" ", text)
