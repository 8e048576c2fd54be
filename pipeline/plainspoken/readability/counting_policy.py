"""Units go in; sums come out, under the stated policy and under every other reasonable one.

Studies of readability leave open what counts as a sentence or a word. The stated policy:
headings and table cells that are no sentences are left out; a list item that is no sentence
joins the line that leads in to it; words that a hyphen joins are one; a number is a word of one
syllable. The band of a text is what its figure could be under any mix of the choices below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal, get_args

from .counts import NO_TEXT, NO_WORDS, TextCounts, WordCounts, add_weighted, count_word
from .syllables import SyllableCounter
from .tokens import HYPHEN
from .units import Unit, UnitKind

Headings = Literal["out", "in"]
Fragments = Literal["joined", "apart", "out"]
Hyphens = Literal["one word", "apart"]
Numbers = Literal["one syllable", "out"]


@dataclass(frozen=True, slots=True)
class CountingPolicy:
    """One way to count."""

    headings: Headings = "out"
    fragments: Fragments = "joined"
    hyphens: Hyphens = "one word"
    numbers: Numbers = "one syllable"


STATED_POLICY = CountingPolicy()
REASONABLE_POLICIES = tuple(
    CountingPolicy(*choice)
    for choice in product(*map(get_args, (Headings, Fragments, Hyphens, Numbers)))
)
Judged = Literal["all words", "all but known terms"]
_Writing = tuple[Hyphens, Numbers]
_WRITINGS: tuple[_Writing, ...] = tuple(product(get_args(Hyphens), get_args(Numbers)))


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """The units of one kind in a text, counted in each way of counting words."""

    units: int
    all: Mapping[_Writing, WordCounts]
    """Every word."""
    terms: Mapping[_Writing, WordCounts]
    """The words of known terms among them."""

    def plus(self, other: UnitCounts) -> UnitCounts:
        """The units of both."""
        return UnitCounts(
            self.units + other.units,
            {writing: self.all[writing].plus(other.all[writing]) for writing in _WRITINGS},
            {writing: self.terms[writing].plus(other.terms[writing]) for writing in _WRITINGS},
        )


CountsByKind = Mapping[UnitKind, UnitCounts]


def count_units(units: Iterable[Unit], syllables: SyllableCounter | None) -> CountsByKind:
    """Count units once, so that every policy's sums are a matter of adding."""
    counts: Counter[UnitKind] = Counter()
    heard: dict[tuple[UnitKind, bool], Counter[str]] = {}
    for unit in units:
        counts[unit.kind] += 1
        for known in (False, True):
            words = heard.setdefault((unit.kind, known), Counter())
            words.update(word.text for word in unit.words if word.known is known)
    made = {}
    for kind, count in counts.items():
        plain, terms = (_counted(heard[kind, known], syllables) for known in (False, True))
        made[kind] = UnitCounts(
            count, {each: plain[each].plus(terms[each]) for each in _WRITINGS}, terms
        )
    return made


def merge_counts(texts: Iterable[CountsByKind]) -> CountsByKind:
    """The parts of several texts, as of one."""
    whole: dict[UnitKind, UnitCounts] = {}
    for each in texts:
        for kind, part in each.items():
            whole[kind] = whole[kind].plus(part) if kind in whole else part
    return whole


def _counted(words: Counter[str], syllables: SyllableCounter | None) -> dict[_Writing, WordCounts]:
    """The tally of some words in each way of counting them: most are the same in all."""
    same: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for word, count in words.items():
        (other if word[0].isdigit() or HYPHEN.search(word) else same)[word] = count
    common = _total(same, _WRITINGS[0], syllables)
    return {writing: common.plus(_total(other, writing, syllables)) for writing in _WRITINGS}


def _total(words: Counter[str], writing: _Writing, syllables: SyllableCounter | None) -> WordCounts:
    return add_weighted([_tally(word, writing, syllables) for word in words], words.values())


def apply_policy(
    of: CountsByKind, policy: CountingPolicy = STATED_POLICY, judged: Judged = "all words"
) -> TextCounts:
    """What a text gives under a policy.

    Known terms that are not judged keep their place in the length of sentences.
    """
    writing = policy.hyphens, policy.numbers
    total = NO_TEXT
    for kind, part in of.items():
        counts, as_sentences = _counts(kind, policy)
        if counts:
            whole = judging = part.all[writing]
            if judged == "all but known terms":
                judging = whole.minus(part.terms[writing])
            total = total.plus(TextCounts(part.units if as_sentences else 0, whole.words, judging))
    return total


def is_counted(kind: UnitKind, policy: CountingPolicy = STATED_POLICY) -> bool:
    """Whether units of a kind count under a policy."""
    return _counts(kind, policy)[0]


def _counts(kind: UnitKind, policy: CountingPolicy) -> tuple[bool, bool]:
    """Whether a kind counts, and whether each unit of it is a sentence of its own."""
    if kind == "sentence":
        return True, True
    if kind == "heading":
        return policy.headings == "in", True
    if kind == "fragment":
        return policy.fragments != "out", policy.fragments == "apart"
    if kind == "loose fragment":
        return policy.fragments == "apart", True
    return False, False


def _tally(word: str, writing: _Writing, syllables: SyllableCounter | None) -> WordCounts:
    hyphens, numbers = writing
    if numbers == "out" and word[0].isdigit():
        return NO_WORDS
    pieces = [word]
    if hyphens == "apart":
        pieces = [piece for piece in HYPHEN.split(word) if piece] or pieces
    tallies = [
        count_word(each, syllables.count(each).syllables if syllables else 0) for each in pieces
    ]
    return tallies[0] if len(tallies) == 1 else add_weighted(tallies, [1] * len(tallies))
