"""Find the words of a sentence and the known terms among them. Words end at the boundaries of UAX
#29 (§4), but a hyphen joins two; texts are composed first (NFC, UAX #15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..guide import Guide, Sentence

_HYPHENS = ("-", "\u2010", "\u2011")
HYPHEN = re.compile(f"[{''.join(_HYPHENS)}]")
"""What joins words into one."""
KnownTerms = Mapping[str, tuple[tuple[str, ...], ...]]
"""The words of each known term, by its first word, the longest term first."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence."""

    text: str
    begin: int
    """Place in the sentence's text, in characters."""
    known: bool = False
    """It is part of a term that the guide explains."""

    @property
    def end(self) -> int:
        """The place after it."""
        return self.begin + len(self.text)

    @property
    def number(self) -> bool:
        """Whether it is written with digits."""
        return self.text[0].isdigit()


def normalize(text: str) -> str:
    """A text as it is counted: composed, so that é is one letter however it was typed."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=32_768)
def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text, none of them known."""
    return tuple(_find_words(text))


def tokenize_sentence(sentence: Sentence, known: KnownTerms) -> tuple[Word, ...]:
    """The words of a sentence; those within a marked or a listed term are known."""
    text = normalize(sentence.text)
    words = split_words(text)
    is_marked: list[bool] = []
    for span in sentence.spans:
        is_marked += [span.mark("term") is not None] * len(normalize(span.text))
    # Where composing moved characters between spans, the marks cannot be placed.
    if len(is_marked) != len(text):
        is_marked = [False] * len(text)
    in_terms = _find_terms(words, known)
    return tuple(
        [
            Word(word.text, word.begin, True)
            if is_marked[word.begin] or number in in_terms
            else word
            for number, word in enumerate(words)
        ]
    )


def collect_known_terms(guide: Guide) -> KnownTerms:
    """The terms of the glossary; `blood count (CBC)` gives `blood count` and `CBC`."""
    terms: dict[str, set[tuple[str, ...]]] = {}
    for section in guide.sections:
        for block in section.leaves():
            if block.kind != "term" or block.lang != guide.lang:
                continue
            for part in block.text.replace(")", "(").split("("):
                words = tuple(_fold(word.text) for word in split_words(normalize(part)))
                if words:
                    terms.setdefault(words[0], set()).add(words)
    return {
        first: tuple(sorted(same_start, key=lambda term: (-len(term), term)))
        for first, same_start in terms.items()
    }


def _find_words(text: str) -> Iterator[Word]:
    from unicode_segmentation_rs import split_word_bounds

    # A narrow blank parts a number from its unit; UAX #29 would join the two.
    pieces: list[str] = split_word_bounds(text.replace("\u202f", " "))
    position = begin = 0
    word = ""
    for number, piece in enumerate(pieces):
        if piece == " ":
            if word:
                yield Word(word, begin)
                word = ""
            position += 1
            continue
        is_word = piece.isalnum() or any(map(str.isalnum, piece))
        joins = (
            piece in _HYPHENS
            and word
            and number + 1 < len(pieces)
            and pieces[number + 1][0].isalpha()
            and word[-1].isalpha()
        )
        if is_word or joins:
            begin = begin if word else position
            # Two words side by side, as in scripts without spaces, stay two.
            if is_word and word and word[-1] not in _HYPHENS:
                yield Word(word, begin)
                word, begin = "", position
            word += piece
        elif word:
            yield Word(word, begin)
            word = ""
        position += len(piece)
    if word:
        yield Word(word, begin)


def _find_terms(words: Sequence[Word], known: KnownTerms) -> set[int]:
    folded = [_fold(word.text) for word in words]
    in_terms: set[int] = set()
    for number, word in enumerate(folded):
        # A plural is known too: `stem cells` where `stem cell` is explained.
        singular = word.removesuffix("s")
        if word not in known and singular not in known:
            continue
        for term in (*known.get(word, ()), *(known.get(singular, ()) if singular != word else ())):
            candidate = folded[number : number + len(term)]
            if candidate[:-1] == list(term[:-1]) or len(term) == 1:
                last = candidate[-1] if len(candidate) == len(term) else ""
                if last in (term[-1], term[-1] + "s", term[-1] + "es"):
                    in_terms.update(range(number, number + len(term)))
                    break
    return in_terms


def _fold(word: str) -> str:
    """How two spellings of a word are compared: an acronym by its capitals, else in small."""
    return word if len(word) > 1 and word.isupper() else word.casefold()
