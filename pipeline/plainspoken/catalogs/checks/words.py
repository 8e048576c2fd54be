"""Rules doubled-words and false-friends: no word stands twice, or means another thing."""

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
def check_doubled(pair: Pair) -> Iterator[Draft]:
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
    return compile_pattern("\\b(\\w+)[ \u00a0]\\1\\b(?!-)").finditer(text)


@cache
def _load_word_list(language: Language, name: str) -> frozenset[str]:
    return frozenset(map(fold_text, language.table("checks", "doubled").get(name, "").split()))


@define_rule(
    "false-friends", "error", source="Once a day.", wrong="Once al día.", right="Una vez al día."
)
def check_false_friends(pair: Pair) -> Iterator[Draft]:
    """A word has another meaning than that of the text.

    A word that looks like one of the text and means something else, or that means the other
    sense of a word with two. The words are listed for each pair of languages.
    """
    source, base = pair.source.text, pair.facts.source_language.base
    for wrong, taken_for, right in pair.language.table("checks", "false_friends").get(base, ()):
        text = compile_pattern(taken_for).search(source)
        found = compile_pattern(wrong).search(pair.target.text) if text else None
        if text is None or found is None or (right and compile_pattern(right).search(source)):
            continue
        word = pair.target.original(*found.span()).strip()
        source_word = pair.source.original(*text.span()).strip()
        message = f"“{word}” does not mean what “{source_word}” means here"
        hint = "Write the word that has the meaning of the text."
        yield Draft(message, hint, None, (text.span(),), (found.span(),))
