"""Find texts that were cut out of other texts, so that a split or joined paragraph is found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .similarity import MAX_LENGTH, SimilarityIndex

MIN_PART_RATIO = 88
"""Of 100, by rapidfuzz's partial ratio: a part that was reworded further is not found."""
_MIN_BYTES = 20
"""Of a part: a shorter text occurs in many others by chance, unless it is a sentence of theirs."""
_MIN_SHARE = 0.12
"""Of the whole that a part must fill; else its translation is more to read than help."""
_MIN_PIECE_BYTES = 10
_MIN_CUT = 0.66
"""Of a text: so much must stand in another, in pieces that are no chance."""
_MAX_OVERLAP = 0.25
"""Of a part: so much of it may overlap other parts of the same whole."""
_MAX_WORK = 10_000_000
"""Letters of a part times letters of a whole: beyond, only exact parts are found."""


_SENTENCE = re.compile(r"\S(?:[^.!?:;。！？；।؟…]|[.!?:;](?!\s|$))*[.!?:;。！？；।؟…]*")


class PartPlace(NamedTuple):
    """The place of a part in a whole."""

    begin: int
    end: int
    part: int = -1


def find_parts(
    wholes: Sequence[str], parts: Sequence[str], taken: Mapping[int, str]
) -> dict[int, list[PartPlace]]:
    """Find the parts of each whole, by its index, the likest first.

    A part goes to one whole. What the text in `taken` fills of a whole is no room for a part.
    """
    used: set[int] = set()
    filled: dict[int, list[tuple[int, int]]] = {}
    found: defaultdict[int, list[PartPlace]] = defaultdict(list)
    for _, whole, place in sorted(_iter_candidates(wholes, parts)):
        if whole not in filled:
            filled[whole] = _find_shared(taken[whole], wholes[whole]) if whole in taken else []
        if place.part not in used and _has_room(place, filled[whole]):
            used.add(place.part)
            filled[whole].append((place.begin, place.end))
            found[whole].append(place)
    return found


def is_cut_out(text: str, whole: str) -> bool:
    """Whether a text stands in another: its very words, or most of it in long pieces."""
    words, all_words = " ".join(text.split()), " ".join(whole.split())
    if words in all_words:
        return True
    if max(len(words), len(all_words)) > MAX_LENGTH:
        return False
    pieces = [words[begin:end].encode() for begin, end in _find_shared(all_words, words)]
    letters = sum(len(piece) for piece in pieces if len(piece) >= _MIN_PIECE_BYTES)
    return letters >= _MIN_CUT * len(words.encode())


def locate_middle(text: str, whole: str) -> float:
    """The average position of the letters of a text in a whole, in characters."""
    shared = _find_shared(text, whole)
    letters = sum(end - begin for begin, end in shared)
    return sum((begin + end) / 2 * (end - begin) for begin, end in shared) / max(letters, 1)


def _iter_candidates(
    wholes: Sequence[str], parts: Sequence[str]
) -> Iterator[tuple[float, int, PartPlace]]:
    """Yield each part found in a whole: distance (0 is exact), index of the whole, and place."""
    long_parts = [i for i, part in enumerate(parts) if len(part.encode()) >= _MIN_BYTES]
    if wholes and len(long_parts) < len(parts):
        yield from _iter_sentences(wholes, parts)
    if not long_parts or not wholes:
        return
    index = SimilarityIndex([parts[i] for i in long_parts])
    for number, whole in enumerate(wholes):
        near = index.find_within(whole, number / len(wholes)) if len(whole) <= MAX_LENGTH else []
        for i in map(long_parts.__getitem__, near):
            part = parts[i]
            if _MIN_SHARE * len(whole) <= len(part) < len(whole):
                ratio, place = _locate(part, whole)
                if ratio:
                    yield 100 - ratio, number, place._replace(part=i)


def _iter_sentences(
    wholes: Sequence[str], parts: Sequence[str]
) -> Iterator[tuple[float, int, PartPlace]]:
    """Yield the short parts that are a sentence of a whole."""
    short_parts = {part: i for i, part in enumerate(parts) if len(part.encode()) < _MIN_BYTES}
    for number, whole in enumerate(wholes):
        for sentence in _SENTENCE.finditer(whole) if len(whole) <= MAX_LENGTH else ():
            i = short_parts.get(sentence[0].rstrip())
            if i is not None and _MIN_SHARE * len(whole) <= len(parts[i]) < len(whole):
                begin = sentence.start()
                yield 0, number, PartPlace(begin, begin + len(parts[i]), i)


def _locate(part: str, whole: str) -> tuple[float, PartPlace]:
    """Locate a part in a whole: partial ratio (0 if not found, 100 if exact) and place."""
    from rapidfuzz import fuzz

    begin = whole.find(part)
    if begin >= 0:
        return 100, PartPlace(begin, begin + len(part))
    if len(part) * len(whole) > _MAX_WORK:
        return 0, PartPlace(0, 0)
    found = fuzz.partial_ratio_alignment(part, whole, score_cutoff=MIN_PART_RATIO)
    if found is None:
        return 0, PartPlace(0, 0)
    return found.score, PartPlace(found.dest_start, found.dest_end)


def _find_shared(text: str, whole: str) -> list[tuple[int, int]]:
    """Find the ranges of a whole that a text shares: their longest common subsequence."""
    from rapidfuzz.distance import LCSseq

    if len(text) > MAX_LENGTH:
        return [(0, len(whole))]
    same = (opcode for opcode in LCSseq.opcodes(text, whole) if opcode.tag == "equal")
    return [(opcode.dest_start, opcode.dest_end) for opcode in same]


def _has_room(place: PartPlace, filled: Sequence[tuple[int, int]]) -> bool:
    overlap = sum(max(0, min(place.end, end) - max(place.begin, begin)) for begin, end in filled)
    return overlap <= _MAX_OVERLAP * (place.end - place.begin)
