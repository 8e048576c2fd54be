"""Say addresses of mail and of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .names import say_number_of_name
from .word_pattern import SIGN, WordPattern
from .written import Saying, WrittenText

_IN_ADDRESS = r"[^\s<>()\u3000-\u303f\uff01-\uff60]"
_TOP = (
    "(?:org|com|net|gov|edu|info|int|health|eu|uk|us|ca|mx|es|fr|de|at|ch|be|it|pt|br|ar|co|cl|pe|pl|"
    "ru|tr|ir|in|cn|tw|hk|sg|kr|vn|ht|ph)"
)
_ADDRESS = WordPattern(
    rf"https?://{_IN_ADDRESS}+(?<![.,;:!?])|(?<!{SIGN})www\.{_IN_ADDRESS}+(?<![.,;:!?])"
    rf"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    rf"|(?<!{SIGN})(?<![@.-])(?:[A-Za-z0-9-]+\.)+{_TOP}(?:/[A-Za-z0-9_./-]*[A-Za-z0-9_])?(?!{SIGN}|-)"
)


def say_addresses(written: WrittenText) -> Iterator[Saying]:
    """Addresses of mail and of the web, without https://: `example dot org`."""
    data = written.data("addresses")
    if not data:
        return
    short_forms = written.data("short-forms")
    for found in _ADDRESS.finditer(written.text):
        if f"{found[0].lower()}." in short_forms and written.text.startswith(".", found.end()):
            continue  # Polish m.in.
        address = re.sub(r"^https?://(?:www\.)?", "", found[0]).rstrip("/")
        pieces = re.split(r"([@./_+=?&#:~-]|\d+)", address)
        words = (_say_piece(written, data, piece) for piece in pieces if piece)
        yield Saying(*found.span(), written.gap.join(word for word in words if word))


def _say_piece(written: WrittenText, data: Mapping[str, Any], piece: str) -> str:
    if piece.isdecimal():
        return say_number_of_name(written, piece, "")
    return str(data.get(piece, piece))
