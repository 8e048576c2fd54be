"""Check false-friends: words that look like the text's, or have its other meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...languages import find_language
from ...quantities.normalize import compile_pattern
from .context import Draft, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A word that was taken for one of the text, and means another thing."""
    source = pair.source.text
    for wrong, taken_for, right in _friends(pair.lang, pair.facts.source_lang.partition("-")[0]):
        text = taken_for.search(source)
        found = wrong.search(pair.target.text) if text else None
        if text is None or found is None or (right and right.search(source)):
            continue
        word = pair.target.original(*found.span()).strip()
        said = pair.source.original(*text.span()).strip()
        what = f"“{word}” does not mean what “{said}” means here"
        hint = "Write the word that has the meaning of the text."
        yield Draft(what, hint, "error", (text.span(),), (found.span(),))


@cache
def _friends(
    lang: str, source: str
) -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (compile_pattern(wrong), compile_pattern(taken), compile_pattern(right) if right else None)
        for wrong, taken, right in find_language(lang)
        .table("checks", "false_friends")
        .get(source, ())
    )
