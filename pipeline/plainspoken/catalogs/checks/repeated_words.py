"""Rule doubled-words: no word stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from ...quantities.normalize import compile_pattern, fold_text
from .context import Pair


@define_rule(
    "doubled-words",
    "warning",
    source="Wash your hands.",
    wrong="Lávese las las manos.",
    right="Lávese las manos.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A word stands twice.

    A word twice in a row, unless the text has one too, or the language doubles words.
    """
    if any(_find_twice(pair.source.text)):
        return
    written_together = pair.language.written_together
    for start, end in (_find_by_pattern if written_together else _find_by_word)(pair):
        word = pair.target.original(start, end)
        yield Draft(f"“{word}”: a word stands twice", "Remove one.", places=((start, end),))
        return


def _find_by_word(pair: Pair) -> Iterator[tuple[int, int]]:
    only, may = _load_word_list(pair.language, "only"), _load_word_list(pair.language, "may")
    for found in _find_twice(pair.target.text):
        word = found[1]
        if word not in may and (not only or word in only) and not word.isdigit():
            yield found.span()


def _find_by_pattern(pair: Pair) -> Iterator[tuple[int, int]]:
    expression = pair.language.table("checks", "doubled").get("pattern", "(?!)")
    for found in compile_pattern(expression).finditer(pair.target.text):
        yield found.span()


def _find_twice(text: str) -> Iterator[re.Match[str]]:
    return compile_pattern("(?<!-)\\b(\\w+)[ \u00a0]\\1\\b(?!-)").finditer(text)


@cache
def _load_word_list(language: Language, name: str) -> frozenset[str]:
    return frozenset(map(fold_text, language.table("checks", "doubled").get(name, "").split()))
