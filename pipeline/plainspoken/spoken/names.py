"""Say names with numbers in them, ordinals, and digits that are no quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..quantities.unit_table import SYMBOLS
from .amounts import find_currency
from .greek import name_letter
from .numbers import decline, spell_decimal, spell_digit, spell_whole
from .powers import list_exponents
from .signs_before import find_sign
from .word_pattern import LETTER, MARK, SIGN, WordPattern, compile_words
from .written import (
    Saying,
    WrittenText,
    find_words_before,
    read_range_word,
    stands_after,
    write_ascii,
)

_NAME = WordPattern(
    rf"(?<!{SIGN})(?<![.,°])(?=(?:{SIGN}|-)*{LETTER})(?=(?:{SIGN}|-)*\d)"
    rf"{SIGN}+(?:[-‑–]{SIGN}+)*(?!{SIGN})"
)
_PART = WordPattern(rf"\d+|[α-ω]|(?:(?![α-ω])[^\W\d_]|{MARK})+|[-‑–_]")
_RANGE = re.compile(r"([^\W\d_]{1,3})\d+[-–]\1\d+")
"""Two names with the same letters: J1–J21."""
_MIXED = re.compile(r"\d+[½¼¾⅓-⅞](?!\w)")
"""A mixed number, whose fraction is no letter of a name: 1½."""
_LOW = re.compile(r"(?<![\w.,:/–-])(\d{1,3}(?:\.?[-–]\d{1,3})*)\.?[-–‑]$")
"""The first of numbers that one ending makes ordinals: 1–2-й."""
_DECIMAL_NAME = re.compile(r"([A-Za-z]+)(\d{1,2}[.,٫]\d{1,2})(?![\w.])")
"""A name with a decimal number: PM2.5."""
_DIGITS = re.compile(r"\d+")
_DECIMAL = re.compile(r"\d+[.,٫]\d+")
_NUMBERED = WordPattern(rf"\d+(?:[-–]\d+)?({LETTER}+)")
"""A number with letters: 5mg."""
_NUMBER_AFTER = re.compile(r"[ \u00a0]\d")
"""A number beside a name's own is not part of it: vitamin D3 1000 IU."""


def say_names(written: WrittenText) -> Iterator[Saying]:
    """Names with numbers: B12, CD19, COVID-19, omega-3, 6-MP."""
    measured = {
        quantity.start
        for quantity in written.quantities
        if quantity.unit or quantity.counted or quantity.dose or quantity.minutes_of_day
    }
    measured |= {
        number.start for number in written.numerals if _MIXED.match(written.text, number.start)
    }
    symbols = written.data("units").get("symbols", {})
    joined = written.pattern("names", "joined")
    comma = str(written.data("phones").get("between", ", ")).rstrip()
    no_name = compile_words(rf"\d+[-–xх]\d+|(?:{joined})\d+")
    for found in _NAME.finditer(written.text):
        if found[0] in SYMBOLS or found[0] in symbols or _is_measured(written, found, measured):
            continue
        if found[0][1:].isdecimal() and find_currency(written, found.start() + 1)[1]:
            continue  # Tagalog P1,500
        unit = _NUMBERED.fullmatch(found[0])
        is_power = bool(list_exponents(found[0]))  # 10⁹, 4x10⁹
        if is_power or no_name.fullmatch(found[0]) or (unit and unit[1] in symbols):
            continue
        if decimal := _DECIMAL_NAME.match(written.text, found.start()):
            number = re.sub("[,٫]", ".", decimal[2])
            spelled = spell_decimal(number, written.language, written.region)
            words = written.gap.join((_say_letters(written, decimal[1]), spelled))
            yield Saying(*decimal.span(), words)
            continue
        if any(
            number.end == found.end() and find_sign(written, number.start)[0]
            for number in written.numerals
        ):
            continue  # at-20 °C
        words = written.gap.join(_say_parts(written, found[0]))
        is_beside_number = found[0][-1].isdecimal() and _NUMBER_AFTER.match(
            written.text, found.end()
        )
        yield Saying(
            *found.span(),
            f"{words}{comma}" if is_beside_number else words,
            is_respelling=not {"inner-form", "respelled"}.isdisjoint(written.data("names")),
        )


def _is_measured(written: WrittenText, name: re.Match[str], measured: set[int]) -> bool:
    """Whether digits with letters are a measure, and no name: § 132g."""
    not_after = written.data("units").get("not-after")
    return name.start() in measured and not stands_after(written, not_after, name.start())


def _say_parts(written: WrittenText, name: str) -> Iterator[str]:
    is_range = bool(_RANGE.fullmatch(name))
    for found in _PART.finditer(name):
        part = found[0]
        if part.isdecimal():
            form = str(written.data("names").get("inner-form", ""))
            yield say_number_of_name(written, part, form)
        elif part[0] not in "-‑–_":
            yield _say_letters(written, part)
        elif is_range and written.gap:
            yield read_range_word(written).strip()


def _say_letters(written: WrittenText, part: str) -> str:
    """Letters of another script by their names in [letters], else as they are: B, CD, COVID."""
    if len(part) == 1 and (name := name_letter(written, part)):
        return name
    names = written.data("letters")
    joined = written.pattern("names", "joined")
    if found := compile_words(rf"({joined})([A-Z]+)").fullmatch(part):  # Arabic وCOVID-19
        return found[1] + _say_letters(written, found[2])
    if part in names:
        return str(names[part])
    is_short = len(part) <= 3 and part.isupper() and all(letter in names for letter in part)
    return " ".join(str(names[letter]) for letter in part) if is_short else part


def say_number_of_name(written: WrittenText, digits: str, form: str) -> str:
    """A short number as one, another digit by digit."""
    form = form or str(written.data("names").get("form", ""))
    if len(digits) > 3 or int(digits[0]) == 0:
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
        end, declined = 0, ""
        for found in expression.finditer(written.text):
            is_high = bool(end) and written.text[end : found.start()] in ("-", "–")
            low = None if is_high else _LOW.search(written.text[: found.start()])
            if is_high:
                yield Saying(end, found.start(), _read_range_word(written))
            else:
                start = low.start() if low else found.start()
                case = find_words_before(written, start, written.data("before-ordinals"))
                declined = decline(str(form), case, written.language)
            if low and form.startswith(("ordinal", "compound", "percent")):
                inner = declined if form.startswith("ordinal") else "compound"
                yield _say_lows(written, low, inner)
            end = found.end()
            yield Saying(
                *found.span(),
                spell_whole(int(found[1]), written.language, declined),
                is_respelling=form == written.data("names").get("inner-form"),
            )


def _say_lows(written: WrittenText, low: re.Match[str], form: str) -> Saying:
    """The numbers before the last of a range or a list that are ordinals with it: 0-1-6th."""
    lows = [
        spell_whole(int(digits), written.language, form) for digits in re.findall(r"\d+", low[1])
    ]
    between = str(written.data("phones").get("between", ", "))
    after = _read_range_word(written) if len(lows) == 1 else between
    return Saying(*low.span(), f"{between.join(lows)}{after}")


def _read_range_word(written: WrittenText) -> str:
    """What is said between two ordinals, by `range-ordinal` of [signs] or as between numbers."""
    own = str(written.data("signs").get("range-ordinal", ""))
    return own.partition("{0}")[2].partition("{1}")[0] or read_range_word(written)


def say_other_digits(written: WrittenText) -> Iterator[Saying]:
    """Digits that are part of nothing known: a decimal, each other group as a name's number."""
    for number in written.numerals:
        digits = written.text[slice(*number.span)]
        if _DECIMAL.fullmatch(digits):
            numeral = write_ascii(digits, number.value)
            yield Saying(*number.span, spell_decimal(numeral, written.language, written.region))
    for found in _DIGITS.finditer(written.text):
        yield Saying(*found.span(), say_number_of_name(written, found[0], ""))
