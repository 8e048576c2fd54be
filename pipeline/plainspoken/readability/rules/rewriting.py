"""Replace words of a sentence by others."""

from __future__ import annotations

import re

from .model import Text


def replace_words(text: Text, first: int, last: int, words: str) -> tuple[str, ...]:
    """The sentence with other words from one place to another, or nothing if unsure of it.

    A capital stays where it was, and an article before the words is made to fit.
    """
    old = text.quote(first, last)
    if old.isupper() and len(old) > 1:
        return ()
    new = capitalize(words) if old[0].isupper() else words
    before = text.text[: text.unit.words[first].begin]
    table = text.facts.writing.get("articles", {})
    previous = text.lower[first - 1] if first else ""
    if previous in table.get("all", ()):
        if words.partition(" ")[0] in table.get("never-after", ()):
            return ()
        before = _fit_article(before, previous, words, table.get("by-sound", ()))
    return (before + new + text.text[text.unit.words[last].end :],)


def capitalize(text: str) -> str:
    """A text whose first letter is a capital; signs before it stay."""
    place = next((at for at, sign in enumerate(text) if sign.isalnum()), 0)
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]


def _fit_article(before: str, previous: str, words: str, rules: list[list[str]]) -> str:
    """What stands before some words, its article the one for their first sound."""
    articles = [article for _, article in rules]
    if previous not in articles:
        return before
    article = next((article for sound, article in rules if re.match(sound, words)), previous)
    at = len(before.rstrip()) - len(previous)
    written = before[at : at + len(previous)]
    fitted = capitalize(article) if written[0].isupper() else article
    return before[:at] + fitted + before[at + len(previous) :]
