"""Find the senses that the words of a sentence have: before, left, at least.

A sense is what some words of a language say: `before`. A language's `meaning.toml` has a table for
each rule, with a pattern for each sense. Where patterns of two senses begin at the same place, the
one that is written first counts, so that longer phrases come first; what `idioms` matches says
none. A name of several senses, as in "until only_if", is for words that may say any of them.
Patterns may use (?:…), and no group that captures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ...diagnostics.errors import LanguageError
from ...diagnostics.finding import Finding
from ...diagnostics.rule import Place
from ...languages import Language
from ...quantities.language_data import join_patterns
from ...quantities.normalize import compile_pattern

_IDIOMS = "idioms"
_NOT_PARTS = re.compile(r"\\[^b]|\[[^\]]*\]")
_GROUP = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Senses:
    """What a sentence says in a table."""

    places: Mapping[str, tuple[Place, ...]]
    """Where each sense stands in the whole text."""
    named: tuple[frozenset[str], ...] = ()
    """The senses of each name that was found: of several, its words may say any."""


def find_senses(text: str, language: Language, table: str, start: int) -> Senses:
    """The senses of a sentence that starts there in the whole text."""
    found = _find_senses(text, language, table)
    if not start or not found.places:
        return found
    moved = {
        sense: tuple((first + start, last + start) for first, last in places)
        for sense, places in found.places.items()
    }
    return Senses(moved, found.named)


@lru_cache(1024)
def _find_senses(text: str, language: Language, table: str) -> Senses:
    """The same, wherever the sentence stands: many a rule asks for it."""
    names, pattern = _compile_senses(language, table)
    places: dict[str, tuple[Place, ...]] = {}
    named = []
    for match in pattern.finditer(text):
        senses = names[(match.lastindex or 1) - 1]
        named.append(senses)
        for sense in senses:
            places[sense] = (*places.get(sense, ()), match.span())
    return Senses(places, tuple(named))


@cache
def _compile_senses(
    language: Language, table: str
) -> tuple[tuple[frozenset[str], ...], re.Pattern[str]]:
    patterns = language.table("meaning", table)
    # Idioms first: what they match says nothing.
    names = sorted(patterns, key=lambda name: name != _IDIOMS)
    expressions = [join_patterns(patterns[name]) for name in names]
    each = "|".join(f"({expression})" for expression in expressions)
    # Where all begin where a word does, most places are passed by at once.
    pattern = compile_pattern(
        rf"\b(?:{each})" if all(map(begins_word, patterns.values())) else each
    )
    if pattern.groups != len(names):
        message = f"a pattern of {table!r} has a group that captures"
        hint = "Write (?:…) for (…) in the language's meaning.toml."
        raise LanguageError([Finding("", 0, message, hint)])
    return tuple(frozenset(name.split()) - {_IDIOMS} for name in names), pattern


def begins_word(patterns: str | list[str]) -> bool:
    """Whether patterns match at a boundary of words alone, if after what may stand before."""
    rest = _NOT_PARTS.sub("", join_patterns(patterns))
    while (outer := _GROUP.sub("", rest)) != rest:
        rest = outer
    return all(part.startswith(r"\b") for part in rest.split("|"))
