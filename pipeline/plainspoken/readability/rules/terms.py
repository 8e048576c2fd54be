"""Rule unexplained-term: a medical word that neither the glossary nor a sentence explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from .definitions import is_explained
from .hard_words import load_plain_words
from .model import Text, make_draft, word_list
from .phrases import leave_quoted

_LEAST = 4


@define_rule(
    "unexplained-term",
    "warning",
    wrong="The edema may go away.",
    right="The edema (swelling) may go away.",
)
@leave_quoted
def check(text: Text) -> Iterator[Draft]:
    """A medical term stands without the guide's explanation.

    Words that look medical by their parts or are listed as such, where neither the glossary nor
    any sentence of the guide explains them.
    """
    if text.unit.kind == "heading":  # a heading names what its section explains
        return
    # Words with an everyday word have a remark for it.
    plain_words = load_plain_words(text.facts.language, text.facts.own_words)
    places = [
        place
        for place in _find_candidates(text)
        if _singular_at(text, place) not in text.facts.explained_words
        and _singular_at(text, place) not in plain_words
    ]
    for first, last in _group_adjacent(text, places):
        if is_explained(text, first, last):
            continue
        message = f"“{text.quote(first, last)}” is a medical word that the guide does not explain"
        hint = "Explain it here or in the glossary, or write an everyday word."
        yield make_draft(text, first, last, message, hint)


def find_explained_words(texts: Iterable[Text]) -> frozenset[str]:
    """The medical words that a sentence of a guide explains."""
    return frozenset(
        _singular_at(text, place)
        for text in texts
        for place in _find_candidates(text)
        if is_explained(text, place, place)
    )


def _find_candidates(text: Text) -> Iterator[int]:
    facts = text.facts
    for place, word in enumerate(text.unit.words):
        lower = text.lower[place]
        if len(lower) < _LEAST or word.known or lower in facts.names:
            continue
        is_name = word.text[0].isupper() and text.gap(place - 1).isspace() and place > 0
        if not is_name and _is_medical(lower, facts.language):
            yield place


def _group_adjacent(text: Text, places: list[int]) -> Iterator[tuple[int, int]]:
    for at, place in enumerate(places):
        if at and places[at - 1] == place - 1 and text.is_joined(place - 1, place):
            continue
        last = place
        while last + 1 in places and text.is_joined(last, last + 1):
            last += 1
        yield place, last


def _singular_at(text: Text, place: int) -> str:
    """A word as it is for one, so that one explanation serves for many."""
    return _to_singular(text.lower[place], text.facts.language)


@lru_cache(maxsize=16384)
def _is_medical(word: str, language: Language) -> bool:
    """Whether a word or its singular is listed, or has a part that only medical words have."""
    forms = {word, _to_singular(word, language)}
    if forms & word_list(language, "words", "medical"):
        return True
    if "medical" not in language.writing or forms & word_list(language, "not", "medical"):
        return False
    return bool(_match_parts(language).search(word))


@cache
def _match_parts(language: Language) -> re.Pattern[str]:
    """What only medical words begin or end with."""
    table = language.writing["medical"]
    return re.compile(f"^(?:{'|'.join(table['begins'])})|(?:{'|'.join(table['ends'])})$")


@cache
def _read_endings(language: Language) -> list[tuple[re.Pattern[str], str]]:
    """Endings of several, each with that of one."""
    endings = language.writing.get("medical", {}).get("one", ())
    return [(re.compile(ending), one) for ending, one in endings]


@lru_cache(maxsize=16384)
def _to_singular(word: str, language: Language) -> str:
    for ending, other in _read_endings(language):
        singular, count = ending.subn(other, word)
        if count:
            return singular
    return word
