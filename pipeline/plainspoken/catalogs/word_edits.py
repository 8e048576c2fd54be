"""Find texts that differ in a word or two, however short: "Severe pain" and "Mild pain"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .similarity import MAX_LENGTH, find_words

_MAX_WORDS = 8
"""Of a text: a longer one is similar as a whole when a word of it changes."""
_MAX_CHANGED = 2
"""Words that one text has instead of the other's, both counted."""
_MAX_NEAR = 16
"""Of the texts that share their other words, so many are looked at on both sides."""
_MIN_SHARE = 0.6
"""Of a very long text: so much of it must stand unchanged around the place of the edit."""


def find_word_edits(
    texts: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of texts: how similar they are, to 100 (rapidfuzz's ratio), and their indices."""
    from rapidfuzz import fuzz

    places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for j, other in enumerate(others):
        for frame, removed in _iter_frames(other):
            places[frame].append((j, removed))
    for i, text in enumerate(texts):
        near = i * len(others) // len(texts)
        found: set[int] = set()
        for frame, removed in _iter_frames(text):
            candidates = places.get(frame, [])
            middle = bisect_left(candidates, (near, 0))
            candidates = candidates[max(0, middle - _MAX_NEAR) : middle + _MAX_NEAR]
            found.update(j for j, count in candidates if count + removed <= _MAX_CHANGED)
        for j in sorted(found):
            yield fuzz.ratio(text, others[j]), i, j
    yield from _find_long_edits(texts, others)


def _iter_frames(text: str) -> Iterator[tuple[int, int]]:
    """Yield, as hashes, what is left of a text without some words, and how many those are."""
    words = tuple(find_words(text, _MAX_WORDS))
    for removed in range(_MAX_CHANGED + 1):
        for begin in range(len(words) - removed + 1):
            frame = words[:begin], words[begin + removed :]
            if any(frame):
                yield hash(frame), removed


def _find_long_edits(
    texts: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of texts that are too long to be compared, but begin and end alike."""
    from rapidfuzz.distance import Postfix, Prefix

    long_others = [(j, other) for j, other in enumerate(others) if len(other) > MAX_LENGTH]
    for i, text in enumerate(texts):
        for j, other in long_others if len(text) > MAX_LENGTH else ():
            same = Prefix.similarity(text, other) + Postfix.similarity(text, other)
            share = 2 * min(same, len(text), len(other)) / (len(text) + len(other))
            if share >= _MIN_SHARE:
                yield 100 * share, i, j
