"""Say telephone numbers digit by digit, in their groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..languages import Language
from ..quantities.normalize import fold_text
from ..quantities.phone_format import split_groups
from .numbers import spell_digit, spell_whole
from .word_pattern import SIGN, WordPattern, compile_signs, compile_words
from .written import Saying, WrittenText

_LOCAL = (
    r"(?:0\d{0,4}(?:[ \u00a0]\d{2,4}){2,4}"
    r"|(?=(?:[ \u00a0/-]?\d){7,15}(?!\d))(?:0\d{1,4}(?:[ \u00a0]\d{1,9}){1,5}"
    r"|0\d{2,4}[/-]\d{4,9}(?:[ \u00a0-]\d{1,6}){0,3})"
    r"|(?=(?:[ \u00a0]?\d){8,12}(?![ \u00a0]?\d))(?!\d{1,3}(?:[ \u00a0]\d{3})+(?![ \u00a0]?\d))"
    r"\d{1,4}(?:[ \u00a0]\d{2,4}){2,4}"
    r"|\+(?=(?:[ \u00a0().-]{0,3}\d){7})\d{1,3}(?:[ \u00a0.-]?\(?\d{1,9}\)?){1,6})"
)
"""Groups of digits that are nothing else: 0212 555 01 23, 030 1234567, 22 123 45 67,
+49 30 1234567.
"""
_STANDING_ALONE = WordPattern(rf"(?<!{SIGN})(?<![.,/-]){_LOCAL}(?!{SIGN})")
_WORDS = r"(?: [^\W\d]\w*| \d{3}(?= [^\W\d])){0,2}"
"""What may stand between: call us at 22 123 45 67, call 112 or 22 123 45 67."""
_GROUPS = (
    r"(?=(?:[ \u00a0().+-]{0,3}\d){7,15}(?!\d))"
    r"(?:\+?\(?\d{1,5}\)?(?:[ \u00a0.-]\(?\d{2,8}\)?){1,5}|\d{7,11})"
)
"""Groups of digits that are a telephone number where words before them say so."""
_NATIVE = re.compile(r"[^\D0-9]")
"""A digit of another script, such as ٣."""


def say_phone(number: str, language: Language) -> str:
    """The digits of a number as people call it, a stop between its groups."""
    data = language.table("spoken", "phones")
    groups = split_groups(fold_text(number))
    own = data.get("numbers", {})
    names = str(data.get("digits", "")).split()
    joined = str(data.get("joined", " "))
    spoken = []
    for group in groups:
        if data.get("pairs") and len(group) == 2 and group[0] != "0":
            spoken.append(spell_whole(int(group), language))  # French 01 23: zéro un, vingt-trois
            continue
        digits = own.get(group) or joined.join(
            names[int(digit)] if names else spell_digit(digit, language)
            for digit in group.lstrip("+")
        )
        spoken.append(f"{data.get('plus', 'plus')} {digits}" if group[0] == "+" else str(digits))
    return str(data.get("between", ", ")).join(spoken)


def say_phones(written: WrittenText) -> Iterator[Saying]:
    """Telephone numbers wherever they stand."""
    for quantity in written.quantities:
        if quantity.kind == "phone":
            yield _say(written, quantity.start, quantity.end)
    data = written.data("phones")
    digits = _NATIVE.sub(lambda digit: str(int(digit[0])), written.text)
    if written.language.has("spoken"):
        for found in _STANDING_ALONE.finditer(digits):
            yield _say(written, *found.span())
    if before := str(data.get("before", "")):
        gap = "[ \u00a0:]{1,2}" if written.gap else "[ :：]{0,2}"
        pattern = rf"(?<!{SIGN})(?:{before}){_WORDS}{gap}({_GROUPS})(?!{SIGN})"
        times = [quantity.start for quantity in written.quantities if quantity.minutes_of_day]
        for found in compile_words(pattern).finditer(written.text):
            if not any(found.start(1) <= start < found.end(1) for start in times):
                yield _say(written, *found.span(1))
    yield from _say_extensions(written)
    for found in compile_words(written.pattern("phones", "plain")).finditer(digits):
        yield _say(written, *found.span("number" if found.groupdict().get("number") else 0))
    measured = {
        quantity.start
        for quantity in written.quantities
        if quantity.unit or quantity.counted or quantity.dose
    }
    amount = compile_words(written.pattern("phones", "not-before"))
    for number in data.get("numbers", {}):
        if number in digits:
            expression = rf"(?<!{SIGN})(?<![.,/-]){number}(?!{SIGN}|[/-]|[.,]\d)"
            for found in compile_signs(expression).finditer(digits):
                if found.start() not in measured and not amount.match(digits, found.end()):
                    yield _say(written, *found.span())


def _say_extensions(written: WrittenText) -> Iterator[Saying]:
    """The digits after the words of `extension` of [phones], one by one: ext. 4407."""
    words = written.pattern("phones", "extension")
    pattern = rf"(?<!{SIGN})(?:{words})[ \u00a0:]{{1,2}}(\d{{2,6}})(?!{SIGN}|[.,:/-]\d)"
    for found in compile_words(pattern).finditer(written.text):
        yield _say(written, *found.span(1))


def _say(written: WrittenText, start: int, end: int) -> Saying:
    number = written.text[start:end]
    if re.search("^[^(（]*[)）]", number) and written.text[start - 1 : start] in ("(", "（"):
        start -= 1  # (010) 6512-3456
    words = say_phone(written.text[start:end], written.language)
    return Saying(start, end, words, is_unchanged=True)
