"""Check doubled-words: no word stands twice by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...languages import find_language
from ...quantities.normalize import compile_pattern, fold_text
from .context import Draft, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A word twice in a row, where neither the grammar nor the text doubles it."""
    known = {found[0] for found in _twice(pair.source.text)}
    found = _by_pattern(pair) if find_language(pair.lang).written_together else _by_word(pair)
    if known:
        return
    for start, end in found:
        word = pair.target.original(start, end)
        what = f"“{word}”: a word stands twice"
        yield Draft(what, "Remove one.", "warning", target=((start, end),))
        return


def _by_word(pair: Pair) -> Iterator[tuple[int, int]]:
    only, may = _words(pair.lang, "only"), _words(pair.lang, "may")
    for found in _twice(pair.target.text):
        word = found[1]
        if word not in may and (not only or word in only) and not word.isdigit():
            yield found.span()


def _by_pattern(pair: Pair) -> Iterator[tuple[int, int]]:
    expression = find_language(pair.lang).table("checks", "doubled").get("pattern", "(?!)")
    for found in compile_pattern(expression).finditer(pair.target.text):
        yield found.span()


def _twice(text: str) -> Iterator[re.Match[str]]:
    return compile_pattern("\\b(\\w+)[ \u00a0]\\1\\b(?!-)").finditer(text)


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(
        map(fold_text, find_language(lang).table("checks", "doubled").get(name, "").split())
    )
