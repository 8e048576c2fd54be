"""Say Roman numerals beside the words of [roman]: stage IV, Phase-III-Studie, stage IIIB."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .numbers import decline, spell_whole
from .written import (
    SIGN,
    Saying,
    WrittenText,
    compile_words,
    find_words_before,
    read_range_word,
)

_ROMAN = re.compile(r"(?<![\w-])([IVX]{1,5}|L?X{0,3}(?:IX|IV|V?I{0,3}))(?![\w-])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_PART = "[A-Da-dА-Га-г]"
"""A letter for a part of a stage."""
_STAGE = re.compile(rf"([IVXLⅠ-Ⅻ]+)(?:{_PART}(\d?))?\.?")


def say_roman(written: WrittenText) -> Iterator[Saying]:
    """Roman numerals beside the words of [roman], and the letter of a part of a stage."""
    data = written.data("roman")
    for form, pattern in _list_patterns(written):
        for found in compile_words(pattern).finditer(written.text):
            if found["next"] and written.text[found.end("part") : found.start("next")].strip() in (
                "-–"
            ):
                word = read_range_word(written)
                if word.startswith(" "):  # no ending, as Korean has
                    yield Saying(found.end("part"), found.start("next"), word)
            case = find_words_before(written, found.start(), data.get("cases", {})) if form else ""
            declined = decline(form, case, written.language)
            for group, part in (("first", "part"), ("next", "next_part")):
                if found[group] and (saying := _say_one(written, found, group, part, declined)):
                    yield saying


def _list_patterns(written: WrittenText) -> Iterator[tuple[str, str]]:
    """Forms of numbers, and patterns of the numerals that are said in them with their words."""
    data = written.data("roman")
    before = data.get("before", {})
    if isinstance(before, str):
        before = {str(data.get("form", "")): before}
    digits = r"|\d{1,2}(?![.,:٫]?\d)" if data.get("digits") else ""
    first, following = (
        rf"(?P<{name}>(?-i:[IVXLⅠ-Ⅻ]+){digits})(?P<{part}>(?-i:{_PART})\d?|)"
        for name, part in (("first", "part"), ("next", "next_part"))
    )
    numerals = rf"{first}(?:[ \u00a0]?[-–/][ \u00a0]?{following})?"
    gap = "(?:[ \u00a0]|(?=[\u2e80-\ud7ff]))"
    for form, words in before.items():
        yield form, rf"(?<!{SIGN})(?:{words})[ \u00a0‑-]?{numerals}(?P<stop>)(?!{SIGN})"
    for form, words in data.get("after", {}).items():
        yield form, rf"(?<!{SIGN}){numerals}(?P<stop>\.?){gap}(?:{words})(?!{SIGN})"


def _say_one(
    written: WrittenText, found: re.Match[str], group: str, part: str, form: str
) -> Saying | None:
    """One numeral with the letter after it: three B, three C one."""
    numeral, letter = found[group], found[part]
    number = int(numeral) if numeral.isdecimal() else read_roman(numeral)
    if not number or (numeral.isdecimal() and letter):
        return None
    words = [spell_whole(number, written.language, form)]
    if letter:
        words.append(letter[0])
        words += [spell_whole(int(digit), written.language) for digit in letter[1:]]
    end = found.end(part)
    end = found.end("stop") if end == found.start("stop") else end
    return Saying(found.start(group), end, " ".join(words))


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


def read_stage(stretch: str) -> list[int]:
    """The numbers of a Roman numeral with its letter: 3 and 1 of IIIC1; none where it is none."""
    found = _STAGE.fullmatch(stretch)
    if not found or not (number := read_roman(found[1])):
        return []
    return [number, *map(int, found[2] or "")]
