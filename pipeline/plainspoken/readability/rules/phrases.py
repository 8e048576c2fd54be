"""Listed words and phrases, and a sentence, go in; where they stand in it comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..tokens import normalize, split_words
from .model import Text

Said = TypeVar("Said")
Index = Mapping[str, tuple[tuple[tuple[str, ...], Said], ...]]
"""By its first word: the words of each phrase and what is said of it, the longest first."""
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Said]):
    """A phrase that stands in a sentence."""

    first: int
    """The place of its first word."""
    last: int
    said: Said


def index(entries: Iterable[tuple[str, Said]]) -> Index[Said]:
    """Make phrases findable by their first word; of two that are the same, the later counts."""
    found: dict[str, dict[tuple[str, ...], Said]] = {}
    for phrase, said in entries:
        text = normalize(phrase).lower().replace("’", "'")
        words = tuple(word.text for word in split_words(text)) if " " in text else (text,)
        found.setdefault(words[0], {})[words] = said
    return {
        first: tuple(sorted(phrases.items(), key=lambda each: (-len(each[0]), each[0])))
        for first, phrases in found.items()
    }


def find(text: Text, phrases: Index[Said]) -> Iterator[Hit[Said]]:
    """The phrases of a sentence from left to right, the longest where two begin alike."""
    start = 0
    for place in [place for place, word in enumerate(text.lower) if word in phrases]:
        if place >= start and (hit := _at(text, place, phrases)):
            yield hit
            start = hit.last + 1


def _at(text: Text, place: int, phrases: Index[Said]) -> Hit[Said] | None:
    for words, said in phrases[text.lower[place]]:
        last = place + len(words) - 1
        if text.lower[place : last + 1] == words and text.joined(place, last):
            return Hit(place, last, said)
    return None


def in_code(text: Text) -> frozenset[int]:
    """The places of words that are code."""
    spans = text.unit.sentence.spans
    if not any(span.mark("code") for span in spans):
        return frozenset()
    ranges, at = [], 0
    for span in spans:
        end = at + len(normalize(span.text))
        if span.mark("code"):
            ranges.append((at, end))
        at = end
    return _within(text, ranges)


def in_quotes(text: Text) -> frozenset[int]:
    """The places of words that stand in quotation marks."""
    return _within(text, [found.span() for found in _QUOTED.finditer(text.text)])


def _within(text: Text, ranges: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        place
        for place, word in enumerate(text.unit.words)
        if any(begin <= word.begin < end for begin, end in ranges)
    )
