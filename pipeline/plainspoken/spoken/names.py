"""Say names with numbers in them, ordinals, Roman numerals, and digits that are no quantity."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..quantities.unit_table import SYMBOLS
from .numbers import decline, spell_digit, spell_whole
from .written import (
    LETTER,
    MARK,
    SIGN,
    Saying,
    WrittenText,
    compile_words,
    find_words_before,
    read_range_word,
)

_NAME = re.compile(
    rf"(?<!{SIGN})(?<![.,])(?=(?:{SIGN}|-)*{LETTER})(?=(?:{SIGN}|-)*\d)"
    rf"{SIGN}+(?:[-‑–]{SIGN}+)*(?!{SIGN})"
)
_PART = re.compile(rf"\d+|(?:[^\W\d_]|{MARK})+|[-‑–_]")
_DIGITS = re.compile(r"\d+")
_NUMBER_AFTER = re.compile(r"[ \u00a0]\d")
"""A number beside a name's own is not part of it: vitamin D3 1000 IU."""
_ROMAN = re.compile(r"(?<![\w-])([IVX]{1,5}|L?X{0,3}(?:IX|IV|V?I{0,3}))(?![\w-])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def say_names(written: WrittenText) -> Iterator[Saying]:
    """Names with numbers: B12, CD19, COVID-19, omega-3, 6-MP."""
    measured = {
        quantity.start
        for quantity in written.quantities
        if quantity.unit or quantity.counted or quantity.dose or quantity.minutes_of_day
    }
    symbols = written.data("units").get("symbols", {})
    joined = written.data("names").get("joined", "(?!)")
    no_name = compile_words(rf"\d+[-–x]\d+|(?:{joined})\d+")
    for found in _NAME.finditer(written.text):
        if found[0] in SYMBOLS or found[0] in symbols or found.start() in measured:
            continue
        unit = re.fullmatch(r"\d+(?:[-–]\d+)?([^\W\d_]+)", found[0])
        if no_name.fullmatch(found[0]) or (unit and unit[1] in symbols):
            continue
        words = str(written.data("signs").get("gap", " ")).join(_say_parts(written, found[0]))
        is_beside_number = found[0][-1].isdecimal() and _NUMBER_AFTER.match(
            written.text, found.end()
        )
        yield Saying(*found.span(), f"{words}," if is_beside_number else words)


def _say_parts(written: WrittenText, name: str) -> Iterator[str]:
    for part in _PART.findall(name):
        if part.isdecimal():
            yield say_number_of_name(written, part)
        elif part[0] not in "-‑–_":
            yield part


def say_number_of_name(written: WrittenText, digits: str) -> str:
    """A short number as one, another digit by digit."""
    form = str(written.data("names").get("form", ""))
    if len(digits) > 3 or (int(digits[0]) == 0 and len(digits) > 1):
        joined = str(written.data("phones").get("joined", " "))
        return joined.join(
            spell_whole(int(digit), written.language, form)
            if form
            else spell_digit(str(int(digit)), written.language)
            for digit in digits
        )
    return spell_whole(int(digits), written.language, form)


def say_ordinals(written: WrittenText) -> Iterator[Saying]:
    """Ordinals: 2nd, 1.ª, 3e; each pattern of [ordinals] with the form of its numbers."""
    for form, pattern in written.data("ordinals").items():
        framed = pattern if "{0}" in pattern else f"{{0}}(?:{pattern})"
        number = framed.replace("{0}", r"(\d{1,4})")
        expression = compile_words(rf"(?<!{SIGN})(?<![.,/])(?:{number})")
        for found in expression.finditer(written.text):
            case = find_words_before(written, found.start(), written.data("before-ordinals"))
            declined = decline(str(form), case, written.language)
            yield Saying(*found.span(), spell_whole(int(found[1]), written.language, declined))


def say_roman(written: WrittenText) -> Iterator[Saying]:
    """Roman numerals beside the words of [roman], such as stage or phase: `stage IV`."""
    data = written.data("roman")
    before, form = data.get("before", {}), str(data.get("form", ""))
    digits = r"|\d{1,2}(?![.,:٫]?\d)" if data.get("digits") else ""
    numeral = f"((?-i:[IVXLⅠ-Ⅻ]+){digits})"
    numerals = rf"{numeral}(?:[ \u00a0]?[-–/][ \u00a0]?{numeral})?"
    gap = "(?:[ \u00a0]|(?=[\u2e80-\ud7ff]))"
    patterns = [
        (form, rf"(?<!{SIGN})(?:{words})[ \u00a0]?{numerals}(?P<stop>)(?!{SIGN})")
        for form, words in ({form: before} if isinstance(before, str) else before).items()
    ] + [
        (form, rf"(?<!{SIGN}){numerals}(?P<stop>\.?){gap}(?:{words})(?!{SIGN})")
        for form, words in data.get("after", {}).items()
    ]
    for form, pattern in patterns:
        for found in compile_words(pattern).finditer(written.text):
            if found[2] and written.text[found.end(1) : found.start(2)].strip() in "-–":
                word = read_range_word(written)
                if word.startswith(" "):  # no ending, as Korean has
                    yield Saying(found.end(1), found.start(2), word)
            for group in (1, 2):
                if not (numeral := found[group]):
                    continue
                if number := int(numeral) if numeral.isdecimal() else read_roman(numeral):
                    start, end = found.span(group)
                    end = found.end("stop") if end == found.start("stop") else end
                    yield Saying(start, end, spell_whole(number, written.language, form))


def read_roman(numeral: str) -> int:
    """The value of a Roman numeral; 0 where it is none."""
    numeral = unicodedata.normalize("NFKC", numeral)
    if not _ROMAN.fullmatch(numeral):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def say_other_digits(written: WrittenText) -> Iterator[Saying]:
    """Digits that are part of nothing known: each group as a name's number."""
    for found in _DIGITS.finditer(written.text):
        yield Saying(*found.span(), say_number_of_name(written, found[0]))
