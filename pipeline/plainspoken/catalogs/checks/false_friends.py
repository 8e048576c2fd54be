"""Rule false-friends: words that look like the text's, or have its other meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...diagnostics.rule import Draft, Example, Rule
from ...languages import Language
from ...quantities.normalize import compile_pattern
from .context import Pair

_Friend = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]
"""The wrong word; the word of the text it was taken for; where it would be right after all."""


def check(pair: Pair) -> Iterator[Draft]:
    """A word that was taken for one of the text, and means another thing."""
    source = pair.source.text
    for wrong, taken_for, right in _load_friends(pair.language, pair.facts.source_language.base):
        text = taken_for.search(source)
        found = wrong.search(pair.target.text) if text else None
        if text is None or found is None or (right and right.search(source)):
            continue
        word = pair.target.original(*found.span()).strip()
        source_word = pair.source.original(*text.span()).strip()
        message = f"“{word}” does not mean what “{source_word}” means here"
        hint = "Write the word that has the meaning of the text."
        yield Draft(message, hint, None, (text.span(),), (found.span(),))


@cache
def _load_friends(language: Language, source: str) -> tuple[_Friend, ...]:
    return tuple(
        (compile_pattern(wrong), compile_pattern(taken), compile_pattern(right) if right else None)
        for wrong, taken, right in language.table("checks", "false_friends").get(source, ())
    )


RULE = Rule(
    id="false-friends",
    summary="A word has another meaning than that of the text.",
    level="error",
    check=check,
    explanation=(
        "A word that looks like one of the text and means something else, or that means the "
        "other sense of a word with two. The words are listed for each pair of languages."
    ),
    example=Example(source="Once a day.", wrong="Once al día.", right="Una vez al día."),
)
