"""One language goes in; for each sentence comes out what is shown of it: its length as one of five
steps, its hard words, and the remarks on it. A sentence never gets a grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ..analysis import LanguageAnalysis
from ..rules import Remark
from ..tokens import normalize
from ..units import Unit
from .markup import Html, inside, joined, tag

STEPS = (0.5, 0.75, 1.0, 1.5)
"""Upper bounds of all steps but the last, as shares of the limit."""
LONG = 2.5
"""A word is long with so many times the syllables of the text's average word: four in English,
five in Spanish, which says the same with longer words."""
WORD_KINDS = frozenset({"hard-word", "unexplained-term", "undefined-acronym"})
"""Checks that are about a word, not about the sentence around it."""


@dataclass(frozen=True, slots=True, order=True)
class Hard:
    """Where a hard word, or several in a row, begins and ends in a sentence."""

    begin: int
    end: int
    explained: bool
    """The guide's glossary explains it."""


@dataclass(frozen=True, slots=True)
class Warmth:
    """What is shown of one sentence."""

    words: int
    """Of the sentence as it is counted: fragments of a list join the line that leads in."""
    leads: bool
    """It is the first, or the only, part of the sentence as it is counted."""
    hard: tuple[Hard, ...]
    """In order; they do not overlap."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark, and its number in the report."""

    number: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class Look:
    """One language, and what is shown of its sentences."""

    examined: LanguageAnalysis
    warmth: Mapping[str, Warmth]
    """By the id of the sentence; only those that have words."""
    notes: Mapping[str, tuple[Note, ...]]
    """The open remarks by the id of their sentence, numbered in the order of the text."""

    long: int
    """Syllables that make a word a long one; 0 where no scale is accepted."""

    @property
    def lang(self) -> str:
        """BCP 47."""
        return self.examined.card.lang


def look(each: LanguageAnalysis) -> Look:
    """Find all that is shown of a language's sentences."""
    notes: dict[str, tuple[Note, ...]] = {}
    order = [sentence.id for sentence in each.guide.sentences()]
    places = {sentence: place for place, sentence in enumerate(order)}
    remarks = sorted(each.open_remarks, key=lambda one: (places[one.sentence], one.begin, one.end))
    for number, remark in enumerate(remarks, 1):
        before = notes.get(remark.sentence, ())
        notes[remark.sentence] = (*before, Note(number, remark))
    long = _long(each)
    return Look(each, _warmth(each, long), notes, long)


def step(words: int, limit: int) -> int:
    """From 1, far below the limit, to 5, far above it; 4 and 5 are over it."""
    return 1 + sum(words > bound * limit for bound in STEPS)


def _long(each: LanguageAnalysis) -> int:
    """From how many syllables a word is a long one in this text."""
    syllables = each.counts.syllables
    words = [
        word.text
        for section in each.counts.sections
        for unit in section.units
        for word in unit.words
    ]
    if each.card.formula is None or syllables is None or not words:
        return 0
    return ceil(LONG * sum(syllables.count(word).syllables for word in words) / len(words))


def _warmth(each: LanguageAnalysis, long: int) -> dict[str, Warmth]:
    marked = _marked(each)
    found: dict[str, Warmth] = {}
    for section in each.counts.sections:
        for first, unit, words in _lengths(section.units):
            sentence = unit.sentence.id
            hard = _merged([*marked.get(sentence, ()), *_long_words(each, unit, long)])
            found[sentence] = Warmth(words, unit is first, hard)
    return found


def _lengths(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit, int]]:
    """Each unit that counts as, or joins, a sentence; the first of its group; the group's words.

    Other units have no length that is held against a limit: 0.
    """
    groups: dict[int, list[Unit]] = {}
    for place, unit in enumerate(units):
        if unit.kind == "fragment" and unit.lead in groups:
            groups[unit.lead].append(unit)
        else:
            groups[place] = [unit]
    for group in groups.values():
        words = sum(len(unit.words) for unit in group) if group[0].kind == "sentence" else 0
        yield from ((group[0], unit, words) for unit in group)


def _marked(each: LanguageAnalysis) -> Mapping[str, list[Hard]]:
    found: dict[str, list[Hard]] = {}
    for remark in each.open_remarks:
        if remark.kind in WORD_KINDS:
            found.setdefault(remark.sentence, []).append(Hard(remark.begin, remark.end, False))
    return found


def _long_words(each: LanguageAnalysis, unit: Unit, long: int) -> Iterator[Hard]:
    syllables = each.counts.syllables
    if syllables is None or not long:
        return
    for word in unit.words:
        if not word.number and syllables.count(word.text).syllables >= long:
            yield Hard(word.begin, word.end, word.known)


def _merged(places: list[Hard]) -> tuple[Hard, ...]:
    merged: list[Hard] = []
    for each in sorted(places):
        if merged and each.begin < merged[-1].end:
            last = merged[-1]
            explained = last.explained and each.explained
            merged[-1] = Hard(last.begin, max(each.end, last.end), explained)
        elif each.begin < each.end:
            merged.append(each)
    return tuple(merged)


def words_marked(text: str, hard: Sequence[Hard]) -> Html:
    """A sentence's words, the hard ones marked."""
    shown = normalize(text)
    made: list[str] = []
    at = 0
    for each in hard:
        kind = "explained" if each.explained else None
        made += shown[at : each.begin], tag("mark", shown[each.begin : each.end], class_=kind)
        at = each.end
    return joined((*made, shown[at:]))


def remark_id(lang: str, number: int) -> str:
    """Where a remark stands in the report."""
    return f"{lang}.remark.{number}"


def sentence_id(lang: str, sentence: str) -> str:
    """Where a sentence stands in the report."""
    return f"{lang}.{sentence}"


def links(lang: str, of: Sequence[Note]) -> Html:
    """Small links from a sentence to the remarks on it."""
    return joined(
        inside(remark_id(lang, note.number), tag("span", "Remark ", class_="unseen"),
               str(note.number), class_="note", lang="en", dir="ltr")
        for note in of
    )  # fmt: skip
