"""Words that were left as they are."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from .pair import Pair


def copied(pair: Pair) -> Iterator[Finding]:
    """A translation equal to its text; names and numbers may well be."""
    entry = pair.entry
    is_prose = any(word[:1].islower() for word in pair.source_text.split())
    if entry.msgid == entry.msgstr and is_prose:
        cure = "Translate it; leave it so only if the words are the same in both languages."
        yield pair.finding("the translation is a copy of the text", cure, "warning")
