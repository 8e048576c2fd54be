"""What a check looks at, what it drafts, and what people are told in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...diagnostics.finding import Finding, Level
from ...languages import load
from ..syllables import SyllableCounter
from ..tokens import KnownTerms, normalize
from ..units import Unit


# Compared by identity, so that what a check prepares for a guide can be cached by it.
@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What is known of the whole guide."""

    lang: str
    """BCP 47."""
    limit: int
    """Words that a sentence may have."""
    syllables: SyllableCounter | None
    """None where no scale of the language needs them."""
    terms: KnownTerms
    """The terms that the guide explains."""
    explained: frozenset[str]
    """Acronyms that the guide spells out somewhere, by their letters."""
    names: frozenset[str]
    """Words of the lexicon, in small letters: drugs and other names, never to be replaced."""
    own_words: tuple[tuple[str, str], ...]
    """The guide's own hard words and phrases, in small letters, and what to write instead."""
    introduced: frozenset[str] = frozenset()
    """Medical words that a sentence of the guide explains, in small letters."""

    @property
    def writing(self) -> Mapping[str, Any]:
        """The table `[writing]` of the language's data."""
        return load(self.lang).writing

    def listed(self, name: str, table: str = "") -> frozenset[str]:
        """The words of a list of the language's data, or of one of its tables; may be none."""
        return listed(self.lang, name, table)


@lru_cache(maxsize=1024)
def listed(lang: str, name: str, table: str = "") -> frozenset[str]:
    """The words of a list of a language's data, or of one of its tables; may be none."""
    writing = load(lang).writing
    return frozenset((writing.get(table, {}) if table else writing).get(name, ()))


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, and where it stands."""

    unit: Unit
    facts: Facts
    text: str
    """Its words as they are counted; places of words refer to this."""
    lower: tuple[str, ...]
    """Its words in small letters, apostrophes made straight: as lists of words have them."""

    @classmethod
    def read(cls, unit: Unit, facts: Facts) -> Text:
        """A unit's sentence, made ready to look at."""
        lower = tuple([word.text.lower() for word in unit.words])
        text = normalize(unit.sentence.text)
        if "’" in text:
            lower = tuple([word.replace("’", "'") for word in lower])
        return cls(unit, facts, text, lower)

    def gap(self, place: int) -> str:
        """What stands between a word and the next: a space, a comma and a space, an end."""
        words = self.unit.words
        if place < 0:
            return self.text[: words[0].begin]
        end = words[place + 1].begin if place + 1 < len(words) else len(self.text)
        return self.text[words[place].end : end]

    def joined(self, first: int, last: int) -> bool:
        """Whether words, the last included, have nothing but spaces between them."""
        return all(self.gap(place).isspace() for place in range(first, last))

    def shown(self, first: int, last: int) -> str:
        """The words from one place to another, the last included, as they are written."""
        return self.text[self.unit.words[first].begin : self.unit.words[last].end]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one check says of a sentence."""

    begin: int
    """The place of the words at fault in the sentence's text, in characters."""
    end: int
    message: str
    """What is hard, in one plain sentence without a full stop."""
    hint: str
    level: Level = "warning"
    instead: tuple[str, ...] = ()
    """The sentence or sentences to write instead, as text; where the check knows them. What
    it says is checked: where a number, unit, name or negation is touched, it is not shown."""


def draft_at(
    text: Text,
    first: int,
    last: int,
    message: str,
    hint: str,
    level: Level = "warning",
    instead: tuple[str, ...] = (),
) -> Draft:
    """A draft about the words from one place to another, the last included."""
    words = text.unit.words
    return Draft(words[first].begin, words[last].end, message, hint, level, instead)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A section's figure as it is, and as it would be."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that makes a sentence hard, and what to do about it."""

    kind: str
    """The check's name: `long-sentence`. `<!-- allow long-sentence: REASON -->` silences it."""
    finding: Finding
    lang: str
    """BCP 47."""
    section: str
    block: str
    """The id of the message that holds the sentence."""
    sentence: str
    begin: int
    end: int
    instead: tuple[str, ...] = ()
    what_if: WhatIf | None = None
    reason: str = ""
    """Why it was silenced; empty where it was not."""
