"""A sentence goes in; its words come out, where they stand, and which are known terms.

Words end where Unicode says so (UAX #29); a hyphen between two words joins them into one.
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
    return tuple(_joined(text))


def tokenize_sentence(sentence: Sentence, known: KnownTerms) -> tuple[Word, ...]:
    """The words of a sentence; those within a marked or a listed term are known."""
    text = normalize(sentence.text)
    words = split_words(text)
    marked: list[bool] = []
    for span in sentence.spans:
        marked += [span.mark("term") is not None] * len(normalize(span.text))
    # Where composing moved characters between spans, the marks cannot be placed.
    marked = marked if len(marked) == len(text) else [False] * len(text)
    terms = _within_terms(words, known)
    return tuple(
        [
            Word(word.text, word.begin, True) if marked[word.begin] or place in terms else word
            for place, word in enumerate(words)
        ]
    )


def collect_known_terms(guide: Guide) -> KnownTerms:
    """The terms that a guide explains: those of its glossary, in its own language.

    A term `blood count (CBC)` gives `blood count` and `CBC`.
    """
    found: dict[str, set[tuple[str, ...]]] = {}
    for section in guide.sections:
        for block in section.leaves():
            if block.kind != "term" or block.lang != guide.lang:
                continue
            for part in block.text.replace(")", "(").split("("):
                words = tuple(_key(word.text) for word in split_words(normalize(part)))
                if words:
                    found.setdefault(words[0], set()).add(words)
    return {
        first: tuple(sorted(terms, key=lambda each: (-len(each), each)))
        for first, terms in found.items()
    }


def _joined(text: str) -> Iterator[Word]:
    """Words, those that a hyphen joins made one."""
    from unicode_segmentation_rs import split_word_bounds

    # A narrow blank parts a number from its unit; UAX #29 would join the two.
    pieces: list[str] = split_word_bounds(text.replace("\u202f", " "))
    at = begin = 0
    word = ""
    for place, piece in enumerate(pieces):
        if piece == " ":
            if word:
                yield Word(word, begin)
                word = ""
            at += 1
            continue
        is_word = piece.isalnum() or any(map(str.isalnum, piece))
        joins = (
            piece in _HYPHENS
            and word
            and place + 1 < len(pieces)
            and pieces[place + 1][0].isalpha()
            and word[-1].isalpha()
        )
        if is_word or joins:
            begin = begin if word else at
            # Two words side by side, as in scripts without spaces, stay two.
            if is_word and word and word[-1] not in _HYPHENS:
                yield Word(word, begin)
                word, begin = "", at
            word += piece
        elif word:
            yield Word(word, begin)
            word = ""
        at += len(piece)
    if word:
        yield Word(word, begin)


def _within_terms(words: Sequence[Word], known: KnownTerms) -> set[int]:
    """The places of words that are part of a known term."""
    keys = [_key(word.text) for word in words]
    found: set[int] = set()
    for place, key in enumerate(keys):
        # A plural is known too: `stem cells` where `stem cell` is explained.
        singular = key.removesuffix("s")
        if key not in known and singular not in known:
            continue
        for term in (*known.get(key, ()), *(known.get(singular, ()) if singular != key else ())):
            heard = keys[place : place + len(term)]
            if heard[:-1] == list(term[:-1]) or len(term) == 1:
                last = heard[-1] if len(heard) == len(term) else ""
                if last in (term[-1], term[-1] + "s", term[-1] + "es"):
                    found.update(range(place, place + len(term)))
                    break
    return found


def _key(word: str) -> str:
    """How two spellings of a word are compared: an acronym by its capitals, else in small."""
    return word if len(word) > 1 and word.isupper() else word.casefold()
