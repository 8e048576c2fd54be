"""Say numbers in circles, in brackets and with a stop of their own: ①, ⑴, ⒈."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .numbers import spell_whole
from .written import Saying, WrittenText

_ENCLOSED = re.compile("[①-⒛⓪⓫-⓿㉑-㉟㊱-㊿❶-➓]")
_BEGINS = re.compile(r"(?:^|[.!?:;,…،؛؟।。！？：；，、\n])\s*$")
"""What stands before the number of an item of a list."""
_ITEM = re.compile(rf"\s*(?!{_ENCLOSED.pattern})[^\W\d_]")


def say_enclosed(written: WrittenText) -> Iterator[Saying]:
    """Numbers as they are counted; one that begins an item of a list ends with a stop."""
    for found in _ENCLOSED.finditer(written.text):
        start, end = found.span()
        before, after = written.text[:start], written.text[end:]
        is_item = _BEGINS.search(before) and _ITEM.match(after)
        words = spell_whole(int(unicodedata.numeric(found[0])), written.language)
        gap_before = written.gap if before[-1:].isalnum() else ""
        gap_after = written.gap if is_item or after[:1].isalnum() else ""
        yield Saying(start, end, f"{gap_before}{words}{'.' if is_item else ''}{gap_after}")


def read_enclosed(text: str) -> int | None:
    """The value of one such number; None where a text is none."""
    return int(unicodedata.numeric(text)) if _ENCLOSED.fullmatch(text) else None
