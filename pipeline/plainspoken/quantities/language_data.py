"""Read a language's quantities.toml: lists of words, and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..languages import Language
from .normalize import compile_pattern, fold_text

NEVER = "(?!)"
"""An expression that matches nothing."""


def join_patterns(patterns: str | Iterable[str]) -> str:
    """One pattern, or several as one of which any matches; of none, one that matches nothing."""
    return (patterns if isinstance(patterns, str) else "|".join(patterns)) or NEVER


def read_words(language: Language, table: str, key: str) -> Iterator[tuple[str, str]]:
    """The words of a list, folded, each with what it says, as `2 two twice`; in a word, `_` is a
    space, and `*` each of the table's `endings` in turn.
    """
    data = language.table("quantities", table)
    endings = data.get("endings", "").split()
    for line in data.get(key, ()):
        name, *words = line.split()
        for word in words:
            for ending in endings if "*" in word else ("",):
                yield fold_text(word.replace("_", " ").replace("*", ending)), name


def match_any(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or NEVER


@cache
def read_pattern(language: Language, table: str, key: str, frame: str = "{}") -> re.Pattern[str]:
    """A pattern, put where `{}` stands; without one, it matches nothing."""
    expression = language.table("quantities", table).get(key) or NEVER
    return compile_pattern(frame.replace("{}", f"(?:{expression})"))
