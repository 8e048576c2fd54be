"""Count under a stated policy, and under all reasonable ones, which give the band of a text.
Stated: headings, labels of pictures and table cells that are no sentences are left out; a list
item that is none joins its lead-in; words that a hyphen joins are one; a number is a word of one
syllable.
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
    CountingPolicy(*choices)
    for choices in product(*map(get_args, (Headings, Fragments, Hyphens, Numbers)))
)
Judged = Literal["all words", "all but known terms"]
_WordPolicy = tuple[Hyphens, Numbers]
"""The choices of a policy that are about words."""
_WORD_POLICIES: tuple[_WordPolicy, ...] = tuple(product(get_args(Hyphens), get_args(Numbers)))
_CountsByPolicy = Mapping[_WordPolicy, WordCounts]


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """The units of one kind in a text, and their words under each policy for words."""

    units: int
    all: _CountsByPolicy
    """Every word."""
    terms: _CountsByPolicy
    """The words of known terms among them."""

    def plus(self, other: UnitCounts) -> UnitCounts:
        """The units of both."""
        return UnitCounts(
            self.units + other.units,
            {policy: self.all[policy].plus(other.all[policy]) for policy in _WORD_POLICIES},
            {policy: self.terms[policy].plus(other.terms[policy]) for policy in _WORD_POLICIES},
        )


CountsByKind = Mapping[UnitKind, UnitCounts]


def count_units(units: Iterable[Unit], syllables: SyllableCounter | None) -> CountsByKind:
    """Count units once, so that applying a policy is only adding."""
    numbers: Counter[UnitKind] = Counter()
    words: dict[tuple[UnitKind, bool], Counter[str]] = {}
    for unit in units:
        numbers[unit.kind] += 1
        for is_known in (False, True):
            counter = words.setdefault((unit.kind, is_known), Counter())
            counter.update(word.text for word in unit.words if word.known is is_known)
    counts = {}
    for kind, number in numbers.items():
        plain = _count_words(words[kind, False], syllables)
        terms = _count_words(words[kind, True], syllables)
        both = {policy: plain[policy].plus(terms[policy]) for policy in _WORD_POLICIES}
        counts[kind] = UnitCounts(number, both, terms)
    return counts


def merge_counts(texts: Iterable[CountsByKind]) -> CountsByKind:
    """The counts of several texts, as of one."""
    merged: dict[UnitKind, UnitCounts] = {}
    for text in texts:
        for kind, counts in text.items():
            merged[kind] = merged[kind].plus(counts) if kind in merged else counts
    return merged


def apply_policy(
    text: CountsByKind,
    policy: CountingPolicy = STATED_POLICY,
    judged: Judged = "all words",
) -> TextCounts:
    """What a text has under a policy; known terms set aside still count in sentence length."""
    word_policy = policy.hyphens, policy.numbers
    total = NO_TEXT
    for kind, counts in text.items():
        counts_at_all, is_sentence = _place_kind(kind, policy)
        if counts_at_all:
            whole = judged_words = counts.all[word_policy]
            if judged == "all but known terms":
                judged_words = whole.minus(counts.terms[word_policy])
            sentences = counts.units if is_sentence else 0
            total = total.plus(TextCounts(sentences, whole.words, judged_words))
    return total


def is_counted(kind: UnitKind, policy: CountingPolicy = STATED_POLICY) -> bool:
    """Whether units of a kind count under a policy."""
    return _place_kind(kind, policy)[0]


def _place_kind(kind: UnitKind, policy: CountingPolicy) -> tuple[bool, bool]:
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


def _count_words(words: Counter[str], syllables: SyllableCounter | None) -> _CountsByPolicy:
    """Words under each policy. Most words count the same under all: those are counted once."""
    same: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, number in words.items():
        is_different = word[0].isdigit() or HYPHEN.search(word)
        (different if is_different else same)[word] = number
    common = _add_words(same, _WORD_POLICIES[0], syllables)
    return {
        policy: common.plus(_add_words(different, policy, syllables)) for policy in _WORD_POLICIES
    }


def _add_words(
    words: Counter[str], policy: _WordPolicy, syllables: SyllableCounter | None
) -> WordCounts:
    return add_weighted([_count(word, policy, syllables) for word in words], words.values())


def _count(word: str, policy: _WordPolicy, syllables: SyllableCounter | None) -> WordCounts:
    hyphens, numbers = policy
    if numbers == "out" and word[0].isdigit():
        return NO_WORDS
    parts = [word]
    if hyphens == "apart":
        parts = [part for part in HYPHEN.split(word) if part] or parts
    counts = [
        count_word(part, syllables.count(part).syllables if syllables else 0) for part in parts
    ]
    return counts[0] if len(counts) == 1 else add_weighted(counts, [1] * len(counts))
