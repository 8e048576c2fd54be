"""Join endings to numbers that are said: Turkish 8'de, sekizde; 4'ün, dördün."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..quantities.unit_table import SYMBOLS
from .word_pattern import LETTER, WordPattern, compile_words
from .written import Saying, WrittenText

_ENDING = WordPattern(rf"{LETTER}+")
_MARK = "'"
"""Between words and their ending."""


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
    stretch = written.text[saying.start : saying.end]
    is_name = stretch[:1].isalpha() and stretch[-1:].isalpha()
    is_number = any(map(str.isnumeric, stretch)) and not is_name
    if sign is None or saying.sound or not (is_number or stretch in SYMBOLS):  # 5'er mL'lik
        yield saying
        return
    data = written.data("suffixes")
    words = saying.words
    for ending, replacement in data.get("respell", ()):
        if compile_words(ending).match(written.text, sign.end()):
            for last, other in replacement:
                words = re.sub(f"{last}$", other, words)
    end = _ENDING.match(written.text, sign.end())
    if end is None:
        yield replace(saying, words=words)
        yield Saying(*sign.span(), "")
        return
    ending = _fit(f"{words}{_MARK}{end[0]}", data).rpartition(_MARK)[2]
    yield replace(saying, words=words)
    yield Saying(sign.start(), end.end(), ending)


def _fit(text: str, data: Mapping[str, Any]) -> str:
    """Words and their ending, the ending made to fit the sounds of the words: `opened` makes its
    sounds open, `harmony` gives them one by one the sounds that fit: miligram'ye, miligram'a.
    """
    for pattern, replacement in data.get("opened", ()):
        text = _respell_all(text, [(pattern, replacement)])
    return _respell_all(text, data.get("harmony", ()))


def _respell_all(text: str, rules: Sequence[tuple[str, str]]) -> str:
    """The text, with all rules used until none changes it."""
    before = ""
    while text != before:
        before = text
        for pattern, replacement in rules:
            text = re.sub(pattern, replacement, text)
    return text
