"""Say Roman numerals beside the words of [roman]: stage IV, Phase-III-Studie, stage IIIB; with
endings: XVIIIe siècle; and centuries in short: w XVIII w.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from .numbers import decline, spell_whole
from .word_pattern import LETTER, SIGN, UNSPACED, compile_signs, compile_words
from .written import Saying, WrittenText, find_words_before, read_range_word

_ROMAN = re.compile(r"(?<![\w-])([IVX]{1,5}|L?X{0,3}(?:IX|IV|V?I{0,3}))(?![\w-])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_PART = "[A-Da-dА-Га-г]"
"""A letter for a part of a stage."""
_STAGE = re.compile(rf"([IVXLⅠ-Ⅻ]+)(?:{_PART}(\d?))?\.?")
_ENDED = re.compile(r"(?:[^\W\d_]+-)?([IVXL]+)\w{0,3}")
"""A numeral with an ending or a prefix: XVIIIe, ika-XX."""


def say_roman(written: WrittenText) -> Iterator[Saying]:
    """Roman numerals beside the words of [roman], and the letter of a part of a stage."""
    yield from _say_endings(written)
    yield from _say_short_words(written)
    data = written.data("roman")
    one = compile_signs(_write_numeral(written))
    for form, pattern in _list_patterns(written):
        for found in compile_words(pattern).finditer(written.text):
            case = find_words_before(written, found.start(), data.get("cases", {})) if form else ""
            end = 0
            for numeral in one.finditer(written.text, *found.span("run")):
                if end and written.text[end : numeral.start()].strip() in "-–":
                    word = read_range_word(written)
                    if word.startswith(" "):  # no ending, as Korean has
                        yield Saying(end, numeral.start(), word)
                    case = str(written.data("signs").get("range-case", case))
                end = numeral.end()
                stop = found.end("stop") if end == found.end("run") else end
                declined = decline(form, case, written.language) if form else form
                if words := _say_one(written, numeral, declined):
                    yield Saying(numeral.start(), stop, words)


def _say_endings(written: WrittenText) -> Iterator[Saying]:
    """Numerals with letters that make them ordinals, by `endings` of [roman]: XVIIIe, ika-XX."""
    for form, pattern in written.data("roman").get("endings", {}).items():
        framed = str(pattern).replace("{0}", "(?-i:([IVXL]+))")
        for found in compile_words(rf"(?<![\w-]){framed}(?!\w)").finditer(written.text):
            if number := read_roman(found[1]):
                yield Saying(*found.span(), spell_whole(number, written.language, str(form)))


def _say_short_words(written: WrittenText) -> Iterator[Saying]:
    """Numerals before a word of `words` of [roman], and that word; both in the case that the words
    before them want: w XVIII w., w XX wieku.
    """
    one = f"(?-i:[IVXL]+)(?!{LETTER})"
    run = rf"(?P<run>{one}(?:(?:[ \u00a0]?[-–][ \u00a0]?|[ \u00a0][^\W\d]{{1,3}}[ \u00a0]){one})*)"
    for word, cases in written.data("roman").get("words", {}).items():
        pattern = compile_words(
            rf"(?<!{SIGN}){run}(?P<stop>\.?)[ \u00a0]?(?P<word>{word})(?!{SIGN})"
        )
        for found in pattern.finditer(written.text):
            before = {case: words for case, (words, _) in cases.items() if words}
            case = find_words_before(written, found.start(), before)
            form = decline("ordinal", case, written.language)
            for numeral in re.finditer("[IVXL]+", found["run"]):
                start, end = (found.start() + place for place in numeral.span())
                end = found.end("stop") if end == found.end("run") else end
                if number := read_roman(numeral[0]):
                    yield Saying(start, end, spell_whole(number, written.language, form))
            yield Saying(*found.span("word"), str(cases[case][1]))


def _write_numeral(written: WrittenText) -> str:
    """A pattern of a numeral with a letter after it."""
    digits = r"|\d{1,2}(?![.,:٫]?\d)" if written.data("roman").get("digits") else ""
    return rf"(?:[IVXLⅠ-Ⅻ]+(?:{_PART}\d?)?(?!{LETTER}){digits})"


def _list_patterns(written: WrittenText) -> Iterator[tuple[str, str]]:
    """Forms of numbers, and patterns of the numerals that are said in them with their words."""
    data = written.data("roman")
    before = data.get("before", {})
    if isinstance(before, str):
        before = {"": before}
    one = f"(?-i:{_write_numeral(written)})"
    words = written.language.table("quantities", "numbers").get("range") or "(?!)"
    between = rf"[ \u00a0]?-?[-–/][ \u00a0]?|[ \u00a0](?:{words})[ \u00a0]|, "
    # No numeral that follows another is the English word I.
    run = rf"(?P<run>{one}(?:(?:{between})(?!(?-i:I)(?!\w)){one})*)"
    gap = f"(?:[ \u00a0]|(?-i:(?={UNSPACED})))"
    for form, words in (*before.items(), *data.get("before-forms", {}).items()):
        yield form, rf"(?<!{SIGN})(?:{words})[ \u00a0‑-]?{run}(?P<stop>)(?!{SIGN})"
    for form, words in data.get("after", {}).items():
        yield form, rf"(?<!{SIGN}){run}(?P<stop>\.?){gap}(?:{words})(?!{SIGN})"


def _say_one(written: WrittenText, found: re.Match[str], form: str) -> str:
    """One numeral with the letter after it: three B, three C one."""
    if found[0].isdecimal():
        return spell_whole(int(found[0]), written.language, form)
    parts = _STAGE.fullmatch(found[0])
    if not parts or not (number := read_roman(parts[1])):
        return ""
    letter = found[0][parts.end(1) :]
    digits = (spell_whole(int(digit), written.language) for digit in letter[1:])
    return " ".join([spell_whole(number, written.language, form), *letter[:1], *digits])


def read_roman(numeral: str) -> int:
    """The value of a Roman numeral; 0 where it is none."""
    numeral = unicodedata.normalize("NFKC", numeral)
    if not _ROMAN.fullmatch(numeral):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value for value, following in pairwise([*values, 0])
    )


def read_stage(stretch: str) -> list[int]:
    """The numbers of a Roman numeral with its letter: 3 and 1 of IIIC1; none where it is none."""
    found = _STAGE.fullmatch(stretch)
    if found and (number := read_roman(found[1])):
        return [number, *map(int, found[2] or "")]
    ended = _ENDED.fullmatch(stretch)
    number = read_roman(ended[1]) if ended else 0
    return [number] if number else []
