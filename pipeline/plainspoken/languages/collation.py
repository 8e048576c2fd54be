"""Put words into the order of a language: by its alphabet, not by capitals and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from .language import Language

SortKey = tuple[tuple[int, int], ...]
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def make_sort_key(text: str, language: Language) -> SortKey:
    """A key to sort words by: signs and digits first, then letters; those of the language's
    alphabet (`alphabet` in text.toml) in its order, others by their code points.
    """
    ranks = _rank_letters(language)
    return tuple(
        _rank_sign(part, ranks)
        for sign in unicodedata.normalize("NFC", text.casefold().translate(_LIGATURES))
        for part in _split_sign(sign, ranks)
    )


@cache
def _rank_letters(language: Language) -> Mapping[str, int]:
    return {letter: place for place, letter in enumerate(language.text.get("alphabet", "").split())}


def _split_sign(sign: str, ranks: Mapping[str, int]) -> Iterator[str]:
    """A letter of the alphabet as it is; of any other, what is left without its marks (UAX #15)."""
    base, *rest = list(unicodedata.normalize("NFKD", sign))
    marks = [part for part in rest if unicodedata.combining(part)]
    # Vietnamese ấ is â with a tone.
    composed = (unicodedata.normalize("NFC", base + mark) for mark in marks)
    yield next((letter for letter in composed if letter in ranks), base)
    yield from (part for part in rest if part not in marks)


def _rank_sign(sign: str, ranks: Mapping[str, int]) -> tuple[int, int]:
    if sign in ranks:
        return 1, ranks[sign]
    return (2 if sign.isalpha() else 0), ord(sign)
