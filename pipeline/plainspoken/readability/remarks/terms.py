"""unexplained-term: a medical word that neither the glossary nor a sentence explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .explaining import explained
from .phrases import in_code, in_quotes
from .remark import Draft, Facts, Text, draft_at

_LEAST = 4
"""Letters that a medical word has at least."""


def check(text: Text) -> Iterator[Draft]:
    """Remark on medical words, those side by side together."""
    if text.unit.kind == "heading":  # a heading names what its section explains
        return
    places = [place for place in _candidates(text) if _stem(text, place) not in _spared(text)]
    apart = in_code(text) | in_quotes(text) if places else frozenset()
    for first, last in _runs(text, places):
        if first in apart or explained(text, first, last):
            continue
        message = f"“{text.shown(first, last)}” is a medical word that the guide does not explain"
        cure = "Explain it here or in the glossary, or write an everyday word."
        yield draft_at(text, first, last, message, cure)


def introduced(texts: Iterable[Text]) -> frozenset[str]:
    """The medical words that a sentence of a guide explains."""
    return frozenset(
        _stem(text, place)
        for text in texts
        for place in _candidates(text)
        if explained(text, place, place)
    )


def _candidates(text: Text) -> Iterator[int]:
    """The places of medical words that are no known term and no name."""
    facts = text.facts
    for place, word in enumerate(text.unit.words):
        lower = text.lower[place]
        if len(lower) < _LEAST or word.known or lower in facts.names or not _medical(lower, facts):
            continue
        name = word.text[0].isupper() and text.gap(place - 1).isspace() and place > 0
        if not name:
            yield place


def _spared(text: Text) -> frozenset[str]:
    """Words that the guide explains, or that have an everyday word and a remark for it."""
    return text.facts.introduced | text.facts.plainer.keys()


def _runs(text: Text, places: list[int]) -> Iterator[tuple[int, int]]:
    """Places side by side, as first and last."""
    for at, place in enumerate(places):
        if at and places[at - 1] == place - 1 and text.joined(place - 1, place):
            continue
        last = place
        while last + 1 in places and text.joined(last, last + 1):
            last += 1
        yield place, last


def _stem(text: Text, place: int) -> str:
    """A word as it is for one, so that one explanation serves for many."""
    return _one(text.lower[place], text.facts)


@lru_cache(maxsize=16384)
def _medical(word: str, facts: Facts) -> bool:
    listed, spared = facts.listed("words", "medical"), facts.listed("not", "medical")
    one = _one(word, facts)
    if word in listed or one in listed:
        return True
    if word in spared or one in spared:
        return False
    return bool(facts.writing.get("medical") and _pattern(facts).search(word))


@lru_cache(maxsize=16384)
def _one(word: str, facts: Facts) -> str:
    for ending, other in facts.writing.get("medical", {}).get("one", ()):
        made, count = re.subn(ending, other, word)
        if count:
            return made
    return word


@lru_cache(maxsize=16)
def _pattern(facts: Facts) -> re.Pattern[str]:
    table = facts.writing["medical"]
    begins, ends = "|".join(table["begins"]), "|".join(table["ends"])
    return re.compile(f"^(?:{begins})|(?:{ends})$")
