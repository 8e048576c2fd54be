"""What rules check, a sentence, and what is reported in the end, a remark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...diagnostics.finding import Finding, Level
from ...diagnostics.rule import Draft
from ...diagnostics.suppressions import Suppression
from ...languages import Language
from ..syllables import SyllableCounter
from ..tokens import normalize
from ..units import Unit

_PROSE = 200
"""Words beyond which a sentence is too long for anything else to matter."""


# Compared by identity, so that what a rule prepares for a guide can be cached by it.
@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What is known of the whole guide."""

    language: Language
    limit: int
    syllables: SyllableCounter | None
    """None where no scale of the language needs them."""
    expanded_acronyms: frozenset[str]
    names: frozenset[str]
    """Words of the lexicon, in small letters: drugs and other names, never to be replaced."""
    own_words: tuple[tuple[str, str], ...]
    """The guide's own hard words and phrases, in small letters, and what to write instead."""
    explained_words: frozenset[str] = frozenset()

    @property
    def writing(self) -> Mapping[str, Any]:
        """The table `[writing]` of the language's data."""
        return self.language.writing

    def word_list(self, name: str, table: str = "") -> frozenset[str]:
        """The words of a list of the language's data, or of one of its tables; may be none."""
        return word_list(self.language, name, table)

    def clause_words(self, *names: str) -> frozenset[str]:
        """The words of some lists of `[writing.clause]`: common ones, by what they do there."""
        return clause_words(self.language, *names)

    def pattern(self, name: str, table: str) -> re.Pattern[str]:
        """A pattern of one of the tables of the language's data."""
        return re.compile(self.writing[table][name])

    def has_ending(self, word: str, name: str, table: str = "") -> bool:
        """Whether a word ends with one of a list of endings."""
        return word.endswith(tuple(self.word_list(name, table)))


@lru_cache(maxsize=1024)
def word_list(language: Language, name: str, table: str = "") -> frozenset[str]:
    """The words of a list of a language's data, or of one of its tables; may be none."""
    writing = language.writing
    return frozenset((writing.get(table, {}) if table else writing).get(name, ()))


@lru_cache(maxsize=1024)
def clause_words(language: Language, *names: str) -> frozenset[str]:
    """The words of some lists of `[writing.clause]`: common ones, by what they do there."""
    return frozenset().union(*(word_list(language, name, "clause") for name in names))


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, and where it stands."""

    unit: Unit
    facts: Facts
    section: str
    text: str
    """Its words as they are counted; places of words refer to this."""
    lower: tuple[str, ...]
    """Its words in small letters, apostrophes made straight: as lists of words have them."""

    @classmethod
    def read(cls, unit: Unit, facts: Facts, section: str) -> Text:
        """Prepare a unit's sentence to be checked."""
        lower = tuple([word.text.lower() for word in unit.words])
        text = normalize(unit.sentence.text)
        if "’" in text:
            lower = tuple([word.replace("’", "'") for word in lower])
        return cls(unit, facts, section, text, lower)

    @property
    def is_too_long(self) -> bool:
        """Whether it is too long for anything but its length to matter."""
        return len(self.unit.words) > _PROSE

    @property
    def suppressions(self) -> tuple[Suppression, ...]:
        """What comments in its block allow."""
        return self.unit.block.suppressions

    def gap(self, place: int) -> str:
        """What stands between a word and the next: a space, a comma and a space, an end."""
        words = self.unit.words
        if place < 0:
            return self.text[: words[0].begin]
        end = words[place + 1].begin if place + 1 < len(words) else len(self.text)
        return self.text[words[place].end : end]

    def is_joined(self, first: int, last: int) -> bool:
        """Whether words, the last included, have nothing but spaces between them."""
        return all(self.gap(place).isspace() for place in range(first, last))

    def follower(self, place: int) -> str:
        """The next word, if only a space is between; else nothing."""
        is_joined = place + 1 < len(self.lower) and self.gap(place).isspace()
        return self.lower[place + 1] if is_joined else ""

    def has_comma(self, first: int, last: int) -> bool:
        """Whether a comma stands between two words."""
        return any("," in self.gap(place) for place in range(first, last))

    def has_role(self, place: int, *roles: str) -> bool:
        """Whether a word is in one of some lists of `[writing.clause]`: what it does there."""
        return self.lower[place] in self.facts.clause_words(*roles)

    def quote(self, first: int, last: int) -> str:
        """The words from one place to another, the last included, as they are written."""
        return self.text[self.unit.words[first].begin : self.unit.words[last].end]


def make_draft(
    text: Text,
    first: int,
    last: int,
    message: str,
    hint: str,
    level: Level | None = None,
    instead: tuple[str, ...] = (),
) -> Draft:
    """A draft about the words from one place to another, the last included."""
    place = (text.unit.words[first].begin, text.unit.words[last].end)
    return Draft(message, hint, level, places=(place,), instead=instead)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A section's figure as it is, and as it would be."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that makes a sentence hard, and what to do about it."""

    kind: str
    """The rule's id: `long-sentence`. `<!-- allow long-sentence: REASON -->` suppresses it."""
    finding: Finding
    lang: str
    section: str
    block: str
    """The id of the message that holds the sentence."""
    sentence: str
    begin: int
    """Where the words that it is about begin in the sentence's text, in characters."""
    end: int
    instead: tuple[str, ...] = ()
    """The sentence or sentences to write instead, where the rule knows them."""
    what_if: WhatIf | None = None
    reason: str = ""
    """Why it was suppressed; empty where it was not."""
