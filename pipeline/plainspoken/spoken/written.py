"""A text as it is written, with its quantities, and what is said for stretches of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from ..languages import Language
from ..quantities.extract import extract
from ..quantities.language_data import NEVER
from ..quantities.normalize import fold, fold_text
from ..quantities.numerals import find_numerals
from ..quantities.quantity import Quantity
from .word_pattern import MARK, SIGN, WordPattern, compile_words

_ONE_SIGN = re.compile("[\u3371-\u33dfℓ₀-₉]")
_LAST_SIGN = WordPattern(rf"(?:[^\W_]|{MARK})$")

_LONGEST_BEFORE = 40
"""How many characters the words have at most that are looked for before a number."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said for a stretch of a text."""

    start: int
    end: int
    words: str
    sound: str = ""
    """What an engine is given for the words, where that is something else: its phonemes."""
    is_unchanged: bool = False
    """Whether the words before it do not change it: the digits of a telephone number."""
    is_respelling: bool = False
    """Whether the words spell the sound of a name, and say nothing else."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text in NFC with all that readers need to know of it."""

    text: str
    language: Language
    region: str
    quantities: tuple[Quantity, ...]
    """All that the text says of numbers."""
    numerals: tuple[Quantity, ...]
    """Its numbers in digits, each as it stands alone."""

    def data(self, table: str) -> Mapping[str, Any]:
        """A table of the language's spoken.toml."""
        return self.language.table("spoken", table)

    def pattern(self, table: str, key: str) -> str:
        """A pattern of one of these tables; one that matches nothing where there is none."""
        return str(self.data(table).get(key) or NEVER)

    @property
    def gap(self) -> str:
        """What stands between words: nothing in a script that writes them together."""
        return str(self.data("signs").get("gap", " "))


def write_out(text: str) -> str:
    """A text in NFC, units in one sign and digits below the line as all others are: 5 ㎎, CO₂."""
    plain = _ONE_SIGN.sub(lambda found: _write_sign(found[0]), text)
    return unicodedata.normalize("NFC", plain)


def _write_sign(sign: str) -> str:
    letters = unicodedata.normalize("NFKC", sign)
    if sign.isdigit():
        return letters
    return letters.replace("PH", "pH").replace("2", "²").replace("3", "³")


def read_written(text: str, language: Language, region: str = "") -> WrittenText:
    """Read a text for its quantities, written out."""
    text = write_out(text)
    if not any(map(str.isnumeric, text)):
        return WrittenText(text, language, region, (), ())
    folded = fold(text)
    numerals = []
    for number in find_numerals(folded.text, language, region):
        start, end = folded.place(*number.span)
        value = number.value
        if folded.origin[start] in "，、。":  # a stop, and no decimal sign
            start += 1
            value = Fraction(fold_text(folded.origin[start:end]))
        numerals.append(replace(number, start=start, end=end, value=value))
    quantities = extract(folded.origin, language, region)
    return WrittenText(folded.origin, language, region, quantities, tuple(numerals))


def find_quantity(written: WrittenText, numeral: Quantity) -> Quantity | None:
    """The quantity that a number in digits belongs to."""
    return next(
        (
            quantity
            for quantity in written.quantities
            if quantity.start <= numeral.start and numeral.end <= quantity.end
        ),
        None,
    )


def write_ascii(numeral: str, value: Fraction) -> str:
    """A numeral in ASCII digits with a point, by the value that was read; its last zeros stay."""
    numeral = fold_text(numeral)
    if value.denominator == 1 and not re.search(r"[.,٫]\d*0$", numeral):
        return str(value.numerator)
    digits = len(re.split(r"[.,٫/⁄]", numeral)[-1])
    whole, rest = divmod(value * 10**digits, 1)
    is_grouped = digits == 3 and re.sub(r"\D", "", numeral).lstrip("0") == str(value)
    if rest or is_grouped:
        return str(value.numerator)
    text = str(int(whole)).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}"


def ends_word(text: str) -> bool:
    """Whether a text ends with a letter, a mark on one, or a digit."""
    return bool(_LAST_SIGN.search(text))


def set_apart(written: WrittenText, words: str) -> str:
    """Words for a sign, with a space on both sides where the language writes spaces."""
    return f"{written.gap}{words}{written.gap}"


def find_words_before(written: WrittenText, start: int, patterns: Mapping[str, str]) -> str:
    """The key of the first pattern of words that stand right before a place, or nothing."""
    begin = max(0, start - _LONGEST_BEFORE)
    for key, pattern in patterns.items():
        expression = compile_words(rf"(?<!{SIGN})(?:{pattern})[ \u00a0\u202f]?$")
        if expression.search(written.text, begin, start):
            return key
    return ""


def find_table_before(
    written: WrittenText, start: int, tables: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str]:
    """The first of some tables whose key is a pattern of words that stand right before a place, or
    an empty one.
    """
    return tables.get(find_words_before(written, start, {key: key for key in tables}), {})


def stands_after(written: WrittenText, words: object, start: int) -> bool:
    """Whether a place follows one of some words, a pattern of a language's data or nothing."""
    return bool(words and find_words_before(written, start, {"words": str(words)}))


def read_range_word(written: WrittenText) -> str:
    """What is said between the two ends of a range, by [signs]."""
    pattern = str(written.data("signs").get("range", "{0} – {1}"))
    return pattern.partition("{0}")[2].partition("{1}")[0]


def choose(sayings: Sequence[Saying]) -> list[Saying]:
    """Of sayings that overlap the first given, in the order of the text."""
    chosen: list[Saying] = []
    for saying in sayings:
        if all(saying.end <= other.start or other.end <= saying.start for other in chosen):
            chosen.append(saying)
    return sorted(chosen, key=lambda saying: saying.start)
