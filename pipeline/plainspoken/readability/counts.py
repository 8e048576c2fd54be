"""Add up what readability formulas are made of: words, syllables, letters and sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from operator import add, mul, sub
from typing import NamedTuple


class WordCounts(NamedTuple):
    """Sums over words."""

    words: int = 0
    syllables: int = 0
    letters: int = 0
    one_syllable: int = 0
    """Words of one syllable."""
    three_or_more: int = 0
    """Words of three or more syllables."""
    four_or_more: int = 0
    """Words of four or more syllables."""
    long_words: int = 0
    """Words of more than six letters."""

    def plus(self, other: WordCounts) -> WordCounts:
        """The sums over both."""
        return WordCounts(*map(add, self, other))

    def minus(self, part: WordCounts) -> WordCounts:
        """The sums without those of a part."""
        return WordCounts(*map(sub, self, part))


NO_WORDS = WordCounts()


def add_weighted(counts: Iterable[WordCounts], weights: Collection[int]) -> WordCounts:
    """The sum of all, each as often as its weight says."""
    columns = zip(*counts, strict=True)
    return WordCounts(*(sum(map(mul, column, weights)) for column in columns))


@lru_cache(maxsize=65_536)
def count_word(text: str, syllables: int) -> WordCounts:
    """The counts of one word."""
    letters = sum(map(str.isalpha, text))
    return WordCounts(
        1, syllables, letters, syllables == 1, syllables >= 3, syllables >= 4, letters > 6
    )


class TextCounts(NamedTuple):
    """What a text has under one counting policy."""

    sentences: int
    length: int
    """All words: they make the length of sentences."""
    judged: WordCounts
    """The words whose difficulty counts: all, or all but known terms."""

    def plus(self, other: TextCounts) -> TextCounts:
        """The sums over both."""
        return TextCounts(
            self.sentences + other.sentences,
            self.length + other.length,
            self.judged.plus(other.judged),
        )

    def minus(self, part: TextCounts) -> TextCounts:
        """The sums without those of a part."""
        return TextCounts(
            self.sentences - part.sentences,
            self.length - part.length,
            self.judged.minus(part.judged),
        )


NO_TEXT = TextCounts(0, 0, NO_WORDS)

MEASURES: Mapping[str, Callable[[TextCounts], float]] = {
    "constant": lambda _: 1.0,
    "words-per-sentence": lambda text: text.length / text.sentences,
    "sentences-per-word": lambda text: text.sentences / text.length,
    "syllables-per-word": lambda text: text.judged.syllables / text.judged.words,
    "letters-per-word": lambda text: text.judged.letters / text.judged.words,
    "percent-1-syllable": lambda text: 100 * text.judged.one_syllable / text.judged.words,
    "percent-3-syllables-or-more": lambda text: 100 * text.judged.three_or_more / text.judged.words,
    "percent-4-syllables-or-more": lambda text: 100 * text.judged.four_or_more / text.judged.words,
    "percent-over-6-letters": lambda text: 100 * text.judged.long_words / text.judged.words,
    # Polysyllables in 30 sentences (McLaughlin 1969).
    "smog-root": lambda text: math.sqrt(30 * text.judged.three_or_more / text.sentences),
}
"""What a formula may be made of. Each needs a text with sentences and judged words."""
