"""Say Greek letters that stand alone by their names: α-blocker, TNF-α, ω-3."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .written import Saying, WrittenText

_LETTER = re.compile(
    "(?<![\u0370-\u03ff\u1f00-\u1fff])(?:(?![μµ][A-Za-z])[µ\u0391-\u03c9])"
    "(?![\u0300-\u03ff\u1f00-\u1fff])"
)
"""No letter of a Greek word."""


def say_greek(written: WrittenText) -> Iterator[Saying]:
    """Letters by [greek]; a name stands apart from Latin letters and digits beside it: βhCG."""
    for found in _LETTER.finditer(written.text):
        if words := name_letter(written, found[0]):
            before, after = written.text[: found.start()][-1:], written.text[found.end() :][:1]
            start = " " if before.isalnum() and before.isascii() else ""
            end = " " if after.isalnum() and after.isascii() else ""
            yield Saying(*found.span(), f"{start}{words}{end}")


def name_letter(written: WrittenText, letter: str) -> str:
    """What one Greek letter is called, or nothing."""
    name = written.data("greek").get(unicodedata.normalize("NFKC", letter).lower(), "")
    return str(name)
