"""Compare the facts of a sentence with those of what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..tokens import HYPHEN, Word, normalize, split_words
from .model import Facts

_SIGNS = re.compile(r"[%°‰µμ٪<>≤≥±+=]")


def has_same_facts(text: str, instead: str, facts: Facts) -> bool:
    """Whether a suggestion leaves numbers, units, names and negations as they are, in order.

    Where in doubt it does not: a suggestion that is not shown harms nobody.
    """
    text, instead = _drop_neutral(text, facts), _drop_neutral(instead, facts)
    words = split_words(text)
    kept = _list_fact_words(facts) | _find_names(text, words)
    return _list_facts(text, words, kept) == _list_facts(instead, split_words(instead), kept)


def _drop_neutral(text: str, facts: Facts) -> str:
    """A text without phrases that look like a fact and are none."""
    text = normalize(text)
    for phrase in facts.word_list("neutral"):
        text = text.replace(phrase, "")
    return text


def _list_facts(text: str, words: Sequence[Word], kept: frozenset[str]) -> list[str]:
    lower = (word.text.lower().replace("’", "'") for word in words)
    parts = (part for word in lower for part in {word: None, **dict.fromkeys(HYPHEN.split(word))})
    found = [part for part in parts if part in kept or any(map(str.isnumeric, part))]
    return [*found, *_SIGNS.findall(text)]


def _find_names(text: str, words: Sequence[Word]) -> frozenset[str]:
    """Words with a capital that no sentence's beginning gave them: names, in small letters."""
    return frozenset(
        word.text.lower().replace("’", "'")
        for word in words
        if any(map(str.isupper, word.text[1:]))
        or (word.text[0].isupper() and text[: word.begin].rstrip()[-1:].isalnum())
    )


@lru_cache(maxsize=16)
def _list_fact_words(facts: Facts) -> frozenset[str]:
    lists = ("units", "negations", "number-words")
    return facts.names.union(*(facts.word_list(name) for name in lists))
