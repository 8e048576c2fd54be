"""Texts go in; which of them were cut out of which others comes out.

So a paragraph that was split is found, with all that came of it, and one that was joined of
several. A part stands in the whole word for word, or nearly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .similarity import MAX_LENGTH, SimilarityIndex

MIN_PART_RATIO = 88
"""Of 100, by rapidfuzz's partial ratio: so far a part may be reworded."""
_LEAST = 20
"""Bytes of a part: a shorter text stands in many others by chance."""
_SHARE = 0.12
"""Of the whole, at least; else its translation is more to read than help."""
_OVERLAP = 0.25
"""Of a part: so much of it may stand in another part of the same whole."""

_WORK = 10_000_000
"""Letters of a part times those of a whole: in larger ones a part must stand to the letter."""


class Part(NamedTuple):
    """A text that stands in another."""

    begin: int
    """Where in the whole, in characters."""
    end: int
    place: int = -1
    """Which of the parts it is."""


def find_parts(
    wholes: Sequence[str], parts: Sequence[str], taken: Mapping[int, str]
) -> dict[int, list[Part]]:
    """For each whole, by its place, the parts found in it, in the order in which they stand there.

    A part goes to one whole, and parts of the same whole share little of it. `taken` says which
    text a whole was already matched with: what that fills is no room for a part.
    """
    given: set[int] = set()
    filled: dict[int, list[tuple[int, int]]] = {}
    chosen: defaultdict[int, list[Part]] = defaultdict(list)
    for _, whole, part in sorted(_pairs(wholes, parts)):
        if whole not in filled:
            filled[whole] = _shared(taken[whole], wholes[whole]) if whole in taken else []
        if part.place not in given and _has_room(part, filled[whole]):
            given.add(part.place)
            filled[whole].append((part.begin, part.end))
            chosen[whole].append(part)
    return {whole: sorted(each) for whole, each in chosen.items()}


def locate_middle(text: str, whole: str) -> float:
    """Where in a whole the letters of a text stand, on the average."""
    shared = _shared(text, whole)
    letters = sum(end - begin for begin, end in shared)
    return sum((begin + end) / 2 * (end - begin) for begin, end in shared) / max(letters, 1)


def _pairs(wholes: Sequence[str], parts: Sequence[str]) -> Iterator[tuple[float, int, Part]]:
    """Each part that stands in a whole: how badly, in which, and where."""
    places = [place for place, part in enumerate(parts) if len(part.encode()) >= _LEAST]
    if not places or not wholes:
        return
    index = SimilarityIndex([parts[place] for place in places])
    for number, whole in enumerate(wholes):
        near = index.within(whole, number / len(wholes)) if len(whole) <= MAX_LENGTH else []
        for place in map(places.__getitem__, near):
            part = parts[place]
            if _SHARE * len(whole) <= len(part) < len(whole):
                score, where = _best(part, whole)
                if score:
                    yield 100 - score, number, where._replace(place=place)


def _best(part: str, whole: str) -> tuple[float, Part]:
    """How well a part stands in a whole, 0 where it does not, and where."""
    from rapidfuzz import fuzz

    at = whole.find(part)
    if at >= 0:
        return 100, Part(at, at + len(part))
    if len(part) * len(whole) > _WORK:
        return 0, Part(0, 0)
    found = fuzz.partial_ratio_alignment(part, whole, score_cutoff=MIN_PART_RATIO)
    return (found.score, Part(found.dest_start, found.dest_end)) if found else (0, Part(0, 0))


def _shared(text: str, whole: str) -> list[tuple[int, int]]:
    """Where in a whole the letters of a text stand, in its order."""
    from rapidfuzz.distance import LCSseq

    if len(text) > MAX_LENGTH:
        return [(0, len(whole))]
    same = (each for each in LCSseq.opcodes(text, whole) if each.tag == "equal")
    return [(each.dest_start, each.dest_end) for each in same]


def _has_room(part: Part, filled: Sequence[tuple[int, int]]) -> bool:
    taken = sum(max(0, min(part.end, end) - max(part.begin, begin)) for begin, end in filled)
    return taken <= _OVERLAP * (part.end - part.begin)
