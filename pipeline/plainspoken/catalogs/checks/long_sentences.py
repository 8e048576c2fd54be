"""What long sentences leave open: more words, of which some look like an opposite of others."""

from __future__ import annotations

from ...diagnostics.rule import Place
from .context import Pair

_LONG = 100
"""Characters of a text's sentence. Of a guide in plain language, nine in ten are shorter."""
_APART = 0.3
"""Of a sentence: how much earlier or later in it a translation may say the same."""


def is_long(sentence: str) -> bool:
    """Whether a sentence says so much that a translation may well say some of it otherwise."""
    return len(sentence) > _LONG


def stand_apart(pair: Pair, place: Place, other: Place) -> bool:
    """Whether a word of a long sentence and one of its translation stand in other parts of them, so
    that one is hardly the translation of the other.
    """
    for sentences, starts in pair.sentences:
        if starts[0] <= place[0] < starts[0] + len(sentences[0]):
            parts = [
                (sum(each) / 2 - start) / max(1, len(sentence))
                for each, start, sentence in zip((place, other), starts, sentences, strict=True)
            ]
            return is_long(sentences[0]) and abs(parts[0] - parts[1]) > _APART
    return False
