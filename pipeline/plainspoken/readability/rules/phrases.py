"""Find words and phrases of a list in a sentence, and what of it is code or quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Generic, TypeVar

from ...diagnostics.rule import Draft
from ...languages import Language
from ..tokens import normalize, split_words
from .model import Text

Value = TypeVar("Value")
Index = Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]
"""By its first word: the words of each phrase and what the list has for it, the longest first."""
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase that stands in a sentence."""

    first: int
    last: int
    value: Value


def index_phrases(entries: Iterable[tuple[str, Value]]) -> Index[Value]:
    """Make phrases findable by their first word; of two that are the same, the later counts."""
    found: dict[str, dict[tuple[str, ...], Value]] = {}
    for phrase, value in entries:
        text = normalize(phrase).lower().replace("’", "'")
        words = tuple(word.text for word in split_words(text)) if " " in text else (text,)
        found.setdefault(words[0], {})[words] = value
    return {
        first: tuple(sorted(phrases.items(), key=lambda phrase: (-len(phrase[0]), phrase[0])))
        for first, phrases in found.items()
    }


@lru_cache(64)
def index_lists(language: Language, table: str, names: tuple[str, ...]) -> Index[str]:
    """Make the words of some lists of a table findable; what a word has is its list's name."""
    lists = language.writing[table]
    return index_phrases((word, name) for name in names for word in lists.get(name, ()))


def find_phrases(text: Text, phrases: Index[Value]) -> Iterator[Hit[Value]]:
    """The phrases of a sentence from left to right, the longest where two begin alike."""
    start = 0
    for place in [place for place, word in enumerate(text.lower) if word in phrases]:
        if place >= start and (hit := _find_at(text, place, phrases)):
            yield hit
            start = hit.last + 1


def _find_at(text: Text, place: int, phrases: Index[Value]) -> Hit[Value] | None:
    for words, value in phrases[text.lower[place]]:
        last = place + len(words) - 1
        if text.lower[place : last + 1] == words and text.is_joined(place, last):
            return Hit(place, last, value)
    return None


def places_in_code(text: Text) -> frozenset[int]:
    """The places of words that are code."""
    ranges, at = [], 0
    for span in text.unit.sentence.spans:
        end = at + len(normalize(span.text))
        if span.mark("code"):
            ranges.append((at, end))
        at = end
    return _places_within(text, ranges)


def places_in_quotes(text: Text) -> frozenset[int]:
    """The places of words that stand in quotation marks."""
    return _places_within(text, [found.span() for found in _QUOTED.finditer(text.text)])


def leave_quoted(check: Callable[[Text], Iterable[Draft]]) -> Callable[[Text], Iterator[Draft]]:
    """Make a check leave code and somebody else's words alone."""

    @wraps(check)
    def check_rest(text: Text) -> Iterator[Draft]:
        for draft in check(text):
            apart = places_in_code(text) | places_in_quotes(text)
            ((begin, _),) = draft.places
            if not any(text.unit.words[place].begin == begin for place in apart):
                yield draft

    return check_rest


def _places_within(text: Text, ranges: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        place
        for place, word in enumerate(text.unit.words)
        if any(begin <= word.begin < end for begin, end in ranges)
    )
