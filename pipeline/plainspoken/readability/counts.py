"""Words go in; sums come out, from which every formula's measures are made."""

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
        """The tally of both."""
        return WordCounts(*map(add, self, other))

    def minus(self, other: WordCounts) -> WordCounts:
        """What is left when a part is taken away."""
        return WordCounts(*map(sub, self, other))


NO_WORDS = WordCounts()


def add_weighted(tallies: Iterable[WordCounts], counts: Collection[int]) -> WordCounts:
    """The tally of all: each as often as its count says."""
    columns = zip(*tallies, strict=True)
    return WordCounts(*(sum(map(mul, column, counts)) for column in columns))


@lru_cache(maxsize=65_536)
def count_word(text: str, syllables: int) -> WordCounts:
    """The tally of one word."""
    letters = sum(map(str.isalpha, text))
    return WordCounts(
        1, syllables, letters, syllables == 1, syllables >= 3, syllables >= 4, letters > 6
    )


class TextCounts(NamedTuple):
    """What a text gives under one policy."""

    sentences: int
    length: int
    """All words: they make the length of sentences."""
    judged: WordCounts
    """The words whose difficulty counts: all, or all but known terms."""

    def plus(self, other: TextCounts) -> TextCounts:
        """The sums of both."""
        return TextCounts(
            self.sentences + other.sentences,
            self.length + other.length,
            self.judged.plus(other.judged),
        )

    def minus(self, other: TextCounts) -> TextCounts:
        """What is left when a part is taken away."""
        return TextCounts(
            self.sentences - other.sentences,
            self.length - other.length,
            self.judged.minus(other.judged),
        )


NO_TEXT = TextCounts(0, 0, NO_WORDS)

MEASURES: Mapping[str, Callable[[TextCounts], float]] = {
    "constant": lambda _: 1.0,
    "words-per-sentence": lambda sums: sums.length / sums.sentences,
    "sentences-per-word": lambda sums: sums.sentences / sums.length,
    "syllables-per-word": lambda sums: sums.judged.syllables / sums.judged.words,
    "letters-per-word": lambda sums: sums.judged.letters / sums.judged.words,
    "percent-1-syllable": lambda sums: 100 * sums.judged.one_syllable / sums.judged.words,
    "percent-3-syllables-or-more": lambda sums: 100 * sums.judged.three_or_more / sums.judged.words,
    "percent-4-syllables-or-more": lambda sums: 100 * sums.judged.four_or_more / sums.judged.words,
    "percent-over-6-letters": lambda sums: 100 * sums.judged.long_words / sums.judged.words,
    # Polysyllables in 30 sentences (McLaughlin 1969).
    "smog-root": lambda sums: math.sqrt(30 * sums.judged.three_or_more / sums.sentences),
}
"""What a formula may be made of. Each is asked only of sums with sentences and judged words."""
