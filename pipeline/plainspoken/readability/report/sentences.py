"""Prepare the length step, hard words and open remarks of a sentence; it never gets a grade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ...guide import Guide, Place, Sentence
from ..analysis import LanguageAnalysis
from ..rules import Remark
from ..tokens import normalize
from ..units import Unit, find_labels, join_fragments

STEPS = (0.5, 0.75, 1.0, 1.5)
"""Upper bounds of all steps but the last, as shares of the limit."""
LONG_WORD = 2.5
"""Times the syllables of the text's average word: four in English, five in Spanish."""
WORD_KINDS = frozenset({"hard-word", "unexplained-term", "undefined-acronym"})
"""Rules that are about a word, not about the sentence around it."""


@dataclass(frozen=True, slots=True, order=True)
class HardWord:
    """Where a hard word, or several in a row, begins and ends in a sentence."""

    begin: int
    end: int
    is_explained: bool
    """The guide's glossary explains it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence's words: a hard word, or what stands between two."""

    text: str
    is_hard: bool = False
    is_explained: bool = False


@dataclass(frozen=True, slots=True)
class NumberedRemark:
    """A remark, and its number in the report."""

    number: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class SentenceView:
    """What is shown of one sentence."""

    words: int
    """Of the sentence as it is counted, with its fragments; 0 where no limit applies to it."""
    is_first: bool
    """It is the first, or the only, part of the sentence as it is counted."""
    step: int
    """See `find_step`; 0 where there are no words."""
    is_over: bool
    """It is the first part of a sentence with more words than the limit."""
    pieces: tuple[Piece, ...]
    remarks: tuple[NumberedRemark, ...]

    @property
    def gain(self) -> float:
        """The most that a suggestion would change its section's grade by."""
        changes = (numbered.remark.what_if for numbered in self.remarks)
        return max(
            (abs(what_if.after - what_if.before) for what_if in changes if what_if), default=0.0
        )


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence that is over the limit or has open remarks."""

    sentence: Sentence
    view: SentenceView
    block: str
    place: Place


def view_sentences(analysis: LanguageAnalysis) -> dict[str, SentenceView]:
    """All sentences of a language, by their id."""
    limit = analysis.card.limit
    remarks = _number_remarks(analysis)
    hard_words = _find_hard_words(analysis)
    lengths = {
        unit.sentence.id: (_count_words(group), unit is group[0])
        for section in analysis.tokenized.sections
        for group in join_fragments(section.units)
        for unit in group
    }
    views = {}
    for sentence in _list_sentences(analysis.guide):
        words, is_first = lengths.get(sentence.id, (0, False))
        views[sentence.id] = SentenceView(
            words,
            is_first,
            find_step(words, limit) if words else 0,
            is_first and words > limit,
            tuple(_split(normalize(sentence.text), _merge(hard_words.get(sentence.id, [])))),
            remarks.get(sentence.id, ()),
        )
    return views


def rank_sentences(
    analysis: LanguageAnalysis, views: Mapping[str, SentenceView]
) -> tuple[HardSentence, ...]:
    """Sentences with open remarks or over the limit: first where a suggestion eases a section
    most, then the longest, then in the order of the text.
    """
    hard = (
        HardSentence(unit.sentence, views[unit.sentence.id], unit.block.id, unit.place)
        for unit in analysis.tokenized.units
        if views[unit.sentence.id].remarks or views[unit.sentence.id].is_over
    )
    return tuple(sorted(hard, key=lambda hard: (-hard.view.gain, -hard.view.words)))


def find_step(words: int, limit: int) -> int:
    """From 1, far below the limit, to 5, far above it; 4 and 5 are over it."""
    return 1 + sum(words > bound * limit for bound in STEPS)


def find_long_word(analysis: LanguageAnalysis) -> int:
    """How many syllables make a word a long one in this text; 0 where no scale is accepted."""
    syllables = analysis.tokenized.syllables
    words = [word.text for unit in analysis.tokenized.units for word in unit.words]
    if analysis.card.formula is None or syllables is None or not words:
        return 0
    total = sum(syllables.count(word).syllables for word in words)
    return ceil(LONG_WORD * total / len(words))


def _list_sentences(guide: Guide) -> list[Sentence]:
    """Those of each section, the labels of its pictures after its text."""
    return [
        sentence
        for section in guide.sections
        for block in (*section.leaves(), *find_labels(section, guide))
        for sentence in block.sentences
    ]


def _number_remarks(analysis: LanguageAnalysis) -> Mapping[str, tuple[NumberedRemark, ...]]:
    places = {sentence.id: place for place, sentence in enumerate(_list_sentences(analysis.guide))}
    remarks = sorted(
        analysis.open_remarks,
        key=lambda remark: (places[remark.sentence], remark.begin, remark.end),
    )
    by_sentence: dict[str, tuple[NumberedRemark, ...]] = {}
    for number, remark in enumerate(remarks, 1):
        before = by_sentence.get(remark.sentence, ())
        by_sentence[remark.sentence] = (*before, NumberedRemark(number, remark))
    return by_sentence


def _count_words(group: Sequence[Unit]) -> int:
    return sum(len(unit.words) for unit in group) if group[0].kind == "sentence" else 0


def _find_hard_words(analysis: LanguageAnalysis) -> Mapping[str, list[HardWord]]:
    hard: dict[str, list[HardWord]] = {}
    for remark in analysis.open_remarks:
        if remark.kind in WORD_KINDS:
            word = HardWord(remark.begin, remark.end, False)
            hard.setdefault(remark.sentence, []).append(word)
    syllables, long = analysis.tokenized.syllables, find_long_word(analysis)
    for unit in analysis.tokenized.units if syllables and long else ():
        hard.setdefault(unit.sentence.id, []).extend(
            HardWord(word.begin, word.end, word.known)
            for word in unit.words
            if syllables and not word.number and syllables.count(word.text).syllables >= long
        )
    return hard


def _merge(words: list[HardWord]) -> list[HardWord]:
    merged: list[HardWord] = []
    for word in sorted(words):
        if merged and word.begin < merged[-1].end:
            # Words that overlap have a remark, and so are not explained.
            last = merged[-1]
            merged[-1] = HardWord(last.begin, max(word.end, last.end), False)
        elif word.begin < word.end:
            merged.append(word)
    return merged


def _split(text: str, hard_words: Sequence[HardWord]) -> Iterator[Piece]:
    begin = 0
    for word in hard_words:
        yield Piece(text[begin : word.begin])
        yield Piece(text[word.begin : word.end], True, word.is_explained)
        begin = word.end
    yield Piece(text[begin:])
