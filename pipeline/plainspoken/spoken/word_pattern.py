"""Patterns for words in text that is not folded, of every script, quick to compile.

Sets that hold all marks on letters, or all signs of China, Japan and Korea, take longer to compile
than all else of a pattern. So a pattern is compiled when it is first used, and for text without
such signs, which is most, it is compiled without these sets.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from ..quantities.normalize import CLASSES, MARKS

MARK = f"[{MARKS}\u200c]"
"""A mark on a letter, or the sign that keeps two letters of a Persian word from being joined."""
UNSPACED = r"[\u2e80-\ud7ff]"
"""A sign of a script that writes words together: of China, Japan or Korea."""
LETTER = rf"(?-i:[^\W\d_\u2e80-\ud7ff]|{MARK})"
"""A letter of a script whose words stand apart; those of China, Japan and Korea follow a number."""
SIGN = rf"(?-i:[^\W\u2e80-\ud7ff]|{MARK})"
"""Such a letter, a digit or a low line."""

_NEVER = r"[^\s\S]"
_SIMPLER = {SIGN: r"\w", LETTER: r"[^\W\d_]", UNSPACED: _NEVER, MARK: _NEVER}
"""What matches the same where none of `_RARE` is; SIGN and LETTER before MARK, which they hold."""
_RARE = re.compile(f"{MARK}|{UNSPACED}")
_CLASS = re.compile(r"\[(?:\\.|[^]\\])+\]|\\[bw]")
"""A set of characters in a pattern, or a class outside one."""


class WordPattern:
    """A pattern that may have SIGN, LETTER, UNSPACED and MARK; its methods are those of `re`."""

    __slots__ = ("_expression", "_flags", "_full", "_simple")

    def __init__(self, expression: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._expression = expression
        self._flags = flags
        self._full: re.Pattern[str] | None = None
        self._simple: re.Pattern[str] | None = None

    @property
    def pattern(self) -> str:
        """The expression, to be a part of another."""
        return self._expression

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at a place."""
        return self._compile(text).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that is all of a stretch."""
        return self._compile(text).fullmatch(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        return self._compile(text).search(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """All matches that do not overlap."""
        return self._compile(text).finditer(text, start, end)

    def _compile(self, text: str) -> re.Pattern[str]:
        """What fits a text."""
        if _has_rare(text):
            self._full = self._full or re.compile(self._expression, self._flags)
            return self._full
        if not self._simple:
            simple = self._expression
            for part, simpler in _SIMPLER.items():
                simple = simple.replace(part, simpler)
            self._simple = re.compile(simple, self._flags)
        return self._simple


@lru_cache(1024)
def _has_rare(text: str) -> bool:
    return bool(_RARE.search(text))


@cache
def compile_words(expression: str) -> WordPattern:
    """A pattern of a language's data, for text that is not folded: small and capital letters.
    `\\b` and `\\w` are right in every script.
    """
    # The ends of the ranges in MARK are no text: NFC would change their order.
    expression = MARK.join(unicodedata.normalize("NFC", part) for part in expression.split(MARK))
    if any(map(_may_have_marks, expression.replace(MARK, ""))):
        expression = _CLASS.sub(_widen, expression)
    return WordPattern(expression, re.IGNORECASE)


@cache
def compile_signs(expression: str) -> WordPattern:
    """A pattern made of a language's data, in which small and capital letters differ."""
    return WordPattern(expression)


@cache
def _may_have_marks(character: str) -> bool:
    """Whether it is of a script whose letters bear marks: a dash or an arrow is of none."""
    return character > "\u058f" and unicodedata.category(character)[0] in "LM"


def _widen(found: re.Match[str]) -> str:
    """A class of characters, marks among the letters; in a set, without brackets of its own."""
    return CLASSES.get(found[0]) or found[0].replace("\\w", "\\w" + MARKS)
