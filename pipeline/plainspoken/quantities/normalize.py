"""Fold text, composed (NFC, UAX #15), as it is compared, each character with its place.

Folding makes one of what readers take for one: capital and small letters, digits of all scripts,
full and half width, points and vowel marks that may be left out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding

_SAME = {
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", "\u00a0"),
    **dict.fromkeys("\t\n\r\u3000\u200c", " "),
    **dict.fromkeys("‐‑‒–−－", "-"),
    **dict.fromkeys("’ʼ＇׳", "'"),
    **dict.fromkeys("“”״＂", '"'),
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("يىۍې", "ی"),
    **dict.fromkeys("ةۀەہھۂ", "ه"),
    **dict.fromkeys("،⹁", ","),
    "ك": "ک", "ё": "е", "ँ": "ं", "µ": "μ", "٪": "%", "％": "%", "﹪": "%",
    "क़": "क", "ख़": "ख", "ग़": "ग", "ज़": "ज", "ड़": "ड", "ढ़": "ढ", "फ़": "फ",
}  # fmt: skip
# Left out: marks over Arabic letters, nukta and the sign of abbreviation, signs not seen.
_GONE = re.compile("[\u064b-\u065f\u0670\u0640\u093c\u0970\u00ad\u200b\u200d-\u200f\u2060-\u2069]")
_SQUARED = re.compile("[\u3371-\u33dfℓ]")
"""A unit in one sign: ㎍."""
_TWICE = re.compile(r"[क-ह]\u093c")
# Compiled where it is first used, as are words: that takes long, and many who fold
# text look for no sentences and no words.
# No sentence ends after a letter, nor after a title of people: Dr. Ford.
_END = (
    r"(?:(?<!\b\w)(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bst)(?<!\bmrs)(?<!\bprof)[.]|"
    r"[!?…։؟])[.!?…\"'”’»›)\]*]*(?:\s+|$)|[。！？।॥۔።။၊។][”’」』）)\]*]*\s*|\n\n+"
)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text folded, to be compared."""

    text: str
    origin: str
    """The original, composed (NFC)."""
    places: tuple[int, ...]
    """For each character of the text, and for its end, where it came from."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the origin."""
        if start >= end:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1

    def find(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text that was made of a stretch of the origin."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def original(self, start: int, end: int) -> str:
        """A stretch of the text as it was written."""
        begin, stop = self.place(start, end)
        return self.origin[begin:stop]


_WIDE_COMMA = re.compile("(?<![\uff10-\uff19])\uff0c|\uff0c(?![\uff10-\uff19])")
"""A comma of Chinese, which stands in a number among digits of full width alone."""


def fold(text: str) -> FoldedText:
    """Fold a text."""
    origin = unicodedata.normalize("NFC", text)
    folded = list(map(_fold_character, origin))
    for comma in _WIDE_COMMA.finditer(origin) if "\uff0c" in origin else ():
        folded[comma.start()] = comma[0]  # no decimal sign: 8:00，20:00
    joined = "".join(folded)
    if len(joined) == len(folded) and "" not in folded:  # most often: one for one
        return FoldedText(joined, origin, tuple(range(len(origin) + 1)))
    places = [place for place, characters in enumerate(folded) for _ in characters]
    return FoldedText(joined, origin, (*places, len(origin)))


def fold_text(text: str) -> str:
    """A text folded, where it came from forgotten."""
    return fold(text).text


@cache
def _fold_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if _GONE.match(character):
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if _SQUARED.match(character):
        return unicodedata.normalize("NFKC", character).lower()
    if "\uff01" <= character <= "\uff5e":
        character = unicodedata.normalize("NFKC", character)
    parts = unicodedata.normalize("NFD", character)
    if _TWICE.fullmatch(parts):
        return parts[0]
    return character.lower()[0]


def _list_marks() -> str:
    codes = {code for code in range(0x300, 0x1100) if unicodedata.category(chr(code))[0] == "M"}
    first = sorted(code for code in codes if code - 1 not in codes)
    last = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(first, last, strict=True))


MARKS = _list_marks()
"""The marks on letters, for use in a class of a pattern."""
WORD = rf"(?:[^\W\d_]|[{MARKS}])"
"""A letter, or a mark on one."""
_SIGN = rf"[\w{MARKS}]"
# Scripts that write marks within words, which Python's own \\b and \\w take for their ends.
_BRAHMIC = re.compile("[\u0900-\u109f\u1780-\u17ff]")
_LETTER = re.compile(r"(?<!\\)[^\W\d_]")
CLASSES = {r"\b": rf"(?:(?<!{_SIGN})(?={_SIGN})|(?<={_SIGN})(?!{_SIGN}))", r"\w": _SIGN}
"""What stands for `\\b` and `\\w` in a pattern that is right in every script."""
_PLAIN = rf"(?:[^\W_]|[{MARKS}])+"
find_plain_words = partial(re.finditer, _PLAIN)
"""The words of a folded text, what is elided before them apart: l'Advil is two."""
find_words = partial(re.finditer, f"{_PLAIN}(?:'{_PLAIN})*")
"""The words of a folded text."""


@cache
def compile_pattern(expression: str) -> re.Pattern[str]:
    """Fold and compile; `\\b` and `\\w` fit every script. Raises LanguageError: not valid."""
    folded = fold_text(expression)
    if _BRAHMIC.search(folded) or not _LETTER.search(folded):
        folded = re.sub(r"\\[bw]", lambda match: CLASSES[match[0]], folded)
    try:
        return re.compile(folded)
    except re.error as error:
        message = f"a language's pattern {expression!r} is no regular expression: {error}"
        hint = "Correct it in the language's folder; `plainspoken/languages` has one for each."
        raise LanguageError([Finding("", 0, message, hint)]) from None


def split_sentences(text: str) -> list[str]:
    """A rough split into sentences, enough to count and pair them."""
    ends = [0, *(match.end() for match in re.finditer(_END, text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(ends)]
    return [part.strip() for part in parts if any(map(str.isalnum, part))]
