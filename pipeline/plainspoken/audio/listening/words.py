"""The words of what is said and of what is heard, told apart and counted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ...languages import Language
from ...quantities.normalize import find_words, fold
from ...quantities.reading import PLAIN_HINTS, LocalizedText, read_text

_TOUCHING = re.compile(r"(?<=\d)(?=[^\W\d_])")


def set_units_apart(text: str) -> str:
    """A text with a blank between digits and letters, as recognisers do not write it: 8.30am."""
    return _TOUCHING.sub(" ", text)


def list_words(text: str, language: Language, region: str = "") -> list[str]:
    """The words of a text, numbers with their units by value; its characters, where no spaces stand
    between words.
    """
    folded = fold(text)
    found = read_text(LocalizedText(folded, language, region), PLAIN_HINTS).quantities
    numbers = [number for number in found if number.kind == "number" and not number.implied]
    words = [(number.start, f"{number.value} {number.unit}") for number in numbers]
    taken = {place for number in numbers for place in range(*number.span)}
    pattern = re.finditer(r"\w", folded.text) if language.written_together else None
    for match in pattern or find_words(folded.text):
        if taken.isdisjoint(range(*match.span())):
            words.append((match.start(), match[0]))
    mark = str(language.text.get("stress-mark", ""))
    return [_drop_mark(word, mark) if mark else word for _, word in sorted(words)]


def _drop_mark(word: str, mark: str) -> str:
    """A word without a mark that shows no more than its stress: recognisers often leave it out."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(mark, ""))


def count_errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """How many words are missing, added or others."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(said, heard)


def list_closest_words(
    stretches: Sequence[tuple[str, str]], heard: Sequence[str], language: Language, region: str = ""
) -> list[str]:
    """The words of a text, given as what is written and what is said for it. A recogniser may write
    a word or number that is spelled as it is written: LLA for ele ele a, 911 for nine one one. So
    each is taken as it is said or as it is written, whichever is closer to what was heard.
    """
    texts = [said for _, said in stretches]
    closest = list_words("".join(texts), language, region)
    for place, (written, said) in enumerate(stretches):
        if written != said and written.strip().isalnum():
            others = [*texts[:place], written, *texts[place + 1 :]]
            words = list_words("".join(others), language, region)
            if count_errors(words, heard) < count_errors(closest, heard):
                texts, closest = others, words
    return closest


def count_same(said: Sequence[str], heard: Sequence[str]) -> int:
    """How many words of what is said are heard, in its order."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(said, heard)
