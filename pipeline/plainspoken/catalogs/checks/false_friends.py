"""Rule false-friends: no word stands for another that it only looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from ...quantities.normalize import compile_pattern
from .context import Pair

_NAMED = re.compile(r"[\w,] $")
_SMALL = re.compile(r"(?<!\S)[a-z]{4,}\b")


@define_rule(
    "false-friends", "error", source="Once a day.", wrong="Once al día.", right="Una vez al día."
)
def check(pair: Pair) -> Iterator[Draft]:
    """A word has another meaning than that of the text.

    A word that looks like one of the text and means something else, or that means the other
    sense of a word with two. The words are listed for each pair of languages, those that often
    are right with `warning`. A name is left alone, and a text with a word for what is meant, or
    whose translation has one.
    """
    source, base = pair.source.text, pair.facts.source_language.base
    for wrong, taken_for, right, *level in pair.language.table("checks", "false_friends").get(
        base, ()
    ):
        text = compile_pattern(taken_for).search(source)
        found = compile_pattern(wrong).search(pair.target.text) if text else None
        if text is None or found is None:
            continue
        if right and any(map(compile_pattern(right).search, (source, pair.target.text))):
            continue
        word = pair.target.original(*found.span()).strip()
        source_word = pair.source.original(*text.span()).strip()
        named = any(_is_name(pair.source.origin, each) for each in (word, source_word))
        if word[:1].isupper() and named:
            continue
        message = f"“{word}” does not mean what “{source_word}” means here"
        hint = "Write the word that has the meaning of the text."
        yield Draft(message, hint, level[0] if level else None, (text.span(),), (found.span(),))


def _is_name(text: str, word: str) -> bool:
    """Whether a word has a capital within a sentence of small letters: a company, a family."""
    places = [found.start() for found in re.finditer(rf"\b{re.escape(word)}\b", text)]
    within = [place for place in places if _NAMED.search(text[:place])]
    is_capital = word[:1].isupper()
    return is_capital and bool(within) and len(within) == len(places) and bool(_SMALL.search(text))
