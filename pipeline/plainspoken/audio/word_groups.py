"""From where a voice says that words begin, find when the words are heard that are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..narration import WordTime
from ..spoken.word_pattern import SIGN, WordPattern
from .pcm import find_audible
from .sound_places import Places, span_places

Start = tuple[int, int]
"""The place of a word in what a voice is given, and the sample at which its sound begins."""
Stay = tuple[int, int, int]
"""The same place, and the samples from and before which its sound is heard."""
_WITHIN_WORD = WordPattern(SIGN * 2)


def find_stays(sound: bytes, starts: Iterable[Start]) -> Iterator[Stay]:
    """How long the sound stays at each start, in order, without silence. What goes back in the
    text, and what is not heard, counts to the word before.
    """
    samples = memoryview(sound).cast("h")
    ordered: list[Start] = []
    for sample, place in sorted((sample, place) for place, sample in starts):
        if not ordered or (place > ordered[-1][0] and sample > ordered[-1][1]):
            ordered.append((place, sample))
    for (place, begin), (_, end) in pairwise([*ordered, (0, len(samples))]):
        first, last = find_audible(samples[begin:end])
        if first < last:
            yield place, begin + first, begin + last


def group_words(stays: Sequence[Stay], text: str, places: Places, at: int) -> list[WordTime]:
    """When each stretch of a sentence is heard of which `places` tells that a part of `text` stands
    for it; the sound begins at the sample `at`. Parts of one stretch are one.
    """
    found: list[WordTime] = []
    bounds = [*_join_words(stays, text), (len(text), 0, 0)]
    for (place, begin, end), (next_place, _, _) in pairwise(bounds):
        stretch = span_places(places[place:next_place])
        if stretch and found and stretch[0] < found[-1].stop:
            stop = max(stretch[1], found[-1].stop)
            found[-1] = replace(found[-1], stop=stop, end=at + end)
        elif stretch:
            found.append(WordTime(*stretch, at + begin, at + end))
    return found


def _join_words(stays: Iterable[Stay], text: str) -> list[Stay]:
    """Stays that begin with a word: some engines count a letter too far, or spell a number."""
    found: list[Stay] = []
    for place, begin, end in stays:
        first = _find_word(text, place)
        if found and first <= found[-1][0]:
            found[-1] = (*found[-1][:2], end)
        else:
            found.append((first, begin, end))
    return found


def _find_word(text: str, place: int) -> int:
    """The beginning of the word that a letter belongs to."""
    while place and _WITHIN_WORD.fullmatch(text[place - 1 : place + 1]):
        place -= 1
    return place
