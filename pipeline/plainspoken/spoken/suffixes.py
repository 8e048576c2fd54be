"""Join endings to numbers that are said: Turkish 8'de, sekizde; 4'ün, dördün."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .written import Saying, WrittenText, compile_words


def join_suffixes(written: WrittenText, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, and silence for the sign between a number and its ending, by [suffixes]."""
    if not (pattern := str(written.data("suffixes").get("sign", ""))):
        return [*sayings]
    return [joined for saying in sayings for joined in _join(written, saying, pattern)]


def is_joined(written: WrittenText, end: int) -> bool:
    """Whether an ending is joined to what ends here."""
    pattern = str(written.data("suffixes").get("sign", ""))
    return bool(pattern and compile_words(pattern).match(written.text, end))


def _join(written: WrittenText, saying: Saying, pattern: str) -> Iterator[Saying]:
    sign = compile_words(pattern).match(written.text, saying.end)
    is_number = any(map(str.isnumeric, written.text[saying.start : saying.end]))
    if sign is None or not is_number or saying.sound:
        yield saying
        return
    words = saying.words
    for ending, replacement in written.data("suffixes").get("respell", ()):
        if compile_words(ending).match(written.text, sign.end()):
            for last, other in replacement:
                words = re.sub(f"{last}$", other, words)
    yield replace(saying, words=words)
    yield Saying(*sign.span(), "")
