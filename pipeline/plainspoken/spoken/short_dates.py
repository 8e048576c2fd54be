"""Say a day and its month in digits, without a year: 24/12, German 24.12., American 12/24.

Two numbers with a slash are a fraction as well. What is around them tells: words beside which
there are dates, a weekday, an hour, a nought before a digit; and words of what is divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..languages import Language
from ..quantities.cldr import find_date_order
from .dates import find_day_form, say_date
from .signs import read_place
from .weekdays import match_weekday
from .word_pattern import SIGN, WordPattern, compile_words
from .written import Saying, WrittenText, read_range_word, stands_after

_GAP = "[ \u00a0]"
_SLASHED = re.compile(r"(?<![\d.,/-])(\d{1,2})/(\d{1,2})(?![/\d]|[.,]\d|-\d\d?(?![\d/]))")
_LAST_DAY = re.compile(rf"{_GAP}?[-–~～]{_GAP}?(\d{{1,2}})/(\d{{1,2}})(?![\d/.])")
"""The end of a range of days: Korean 5/1~5/5."""
_AFTER_DASH = re.compile(r"(?<=[-–])(\d{1,2})/(\d{1,2})(?![/\d-]|[.,]\d)")
_DASH = re.compile(rf"{_GAP}?[-–—]{_GAP}?")
_STOP = re.compile(r"[!?;]|\.(?=\s+[^\W\d_a-zß-ÿ])")
_NEAR = 40
"""How many characters before a date the words may stand that speak of one."""
_COMMON = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)}
"""Fractions that are written oftener than such dates."""
_NO_DENOMINATORS = {*range(13, 32)} - {16, 20, 24, 25}
"""Days of a month of which nobody makes parts."""


def say_days(written: WrittenText) -> Iterator[Saying]:
    """A day with its month in digits: by `short` of [dates], German am 24.12.; by `days-after`,
    with what `days-near`, `days-not` and `days-not-before` say of a slash: on 12/24.
    """
    data = written.data("dates")
    for found in compile_words(written.pattern("dates", "short")).finditer(written.text):
        if _is_divided(written, found.start()):
            continue
        is_month_first = "month" in found.groupdict()
        yield from _say(written, found, "md" if is_month_first else "dm")
        if is_month_first and (high_day := _LAST_DAY.match(written.text, found.end())):
            yield Saying(found.end(), high_day.start(1), read_range_word(written))
            yield from _say(written, high_day, "md")
    if "days-after" not in data or "/" not in written.text:
        return
    order = find_date_order(written.language, written.region).replace("y", "")
    last = -1
    for found in _SLASHED.finditer(written.text):
        follows = last >= 0 and _continues(written, last, found.start())
        if sayings := [*_read(written, found, order, follows=follows)]:
            yield from sayings
            last = found.end()
            dash = _DASH.match(written.text, last)
            second = _AFTER_DASH.match(written.text, dash.end()) if dash else None
            if dash and second and (high := [*_say(written, second, order)]):
                yield Saying(*dash.span(), read_range_word(written))
                yield from high
                last = second.end()


def _say(written: WrittenText, found: re.Match[str], order: str) -> Iterator[Saying]:
    """The words of a date whose day and month stand in an order, if there is such a date."""
    numbers = dict(zip(order, (int(found[1]), int(found[2])), strict=True))
    if 1 <= numbers["d"] <= 31 and 1 <= numbers["m"] <= 12:
        form = find_day_form(written, found.start())
        words = say_date(numbers["d"], numbers["m"], 0, written.language, form)
        yield Saying(found.start(1), found.end(), words)


def _read(
    written: WrittenText, found: re.Match[str], order: str, *, follows: bool
) -> Iterator[Saying]:
    """The words of a day and a month with a slash, if they are no fraction."""
    data, start = written.data("dates"), found.start()
    is_after = stands_after(written, data["days-after"], start)
    if _is_divided(written, start) or (read_place(written, start) and not is_after):
        return
    if compile_words(written.pattern("dates", "days-not-before")).match(written.text, found.end()):
        return
    pair = int(found[1]), int(found[2])
    if pair[0] > pair[1] and stands_after(written, written.data("signs").get("over-after"), start):
        return  # a blood pressure of 13/8
    is_near = follows or _is_near(written, found)
    is_common = pair in _COMMON
    if pair[0] == 1:
        is_common = is_common or stands_after(written, data.get("days-either"), start)
    is_date = is_near or pair[0] > pair[1] or pair[1] in _NO_DENOMINATORS
    is_told = (
        is_after
        or match_weekday(written, start)
        or (is_date and stands_after(written, data.get("days-with"), start))
    )
    if follows or (is_told and (is_near or not is_common)):
        own = [*_say(written, found, order)]
        yield from own or _say(written, found, order[::-1])
    elif found[2][0] == "0" or (found[1][0] == "0" and pair[1] != 10 and pair[0] < pair[1]):
        yield from _say(written, found, order)


def _is_divided(written: WrittenText, start: int) -> bool:
    """Whether words before a place speak of parts: dilute, a dose, by `days-not` of [dates]."""
    diluted = written.language.table("quantities", "numbers").get("diluted") or "(?!)"
    own = written.pattern("dates", "days-not")
    words = compile_words(rf"(?<!{SIGN})(?:{diluted}|{own})(?!{SIGN})")
    return bool(words.search(_read_before(written.text, start)))


def _is_near(written: WrittenText, found: re.Match[str]) -> bool:
    """Whether an hour or a second date follows, or words before speak of dates, by `days-near` of
    [dates].
    """
    if any(
        found.end() < quantity.start <= found.end() + 12
        for quantity in written.quantities
        if quantity.minutes_of_day
    ):
        return True
    second = _match_second(written.language).match(written.text, found.end())
    if second and int(second[1]) > 1 and (int(second[1]), int(second[2])) not in _COMMON:
        return True  # 1/2 to 15/2
    words = _match_near(written.language)
    return bool(words.search(_read_before(written.text, found.start())))


@cache
def _match_near(language: Language) -> WordPattern:
    near = language.table("spoken", "dates").get("days-near") or "(?!)"
    return compile_words(rf"(?<!{SIGN})(?:{near})(?!{SIGN})")


@cache
def _match_second(language: Language) -> WordPattern:
    to = language.table("spoken", "dates").get("to", "(?!)")
    return compile_words(rf"{_GAP}(?:{to}){_GAP}{_SLASHED.pattern}")


def _read_before(text: str, start: int) -> str:
    """What of the sentence stands right before a place."""
    return _STOP.split(text[max(0, start - _NEAR) : start])[-1]


def _continues(written: WrittenText, last: int, start: int) -> bool:
    """Whether a date goes on with another one: 1/15 and 2/20."""
    to = written.pattern("dates", "to")
    between = compile_words(rf"{_GAP}?(?:[,&]|[-–—])?{_GAP}?(?:(?:{to}){_GAP})?")
    return bool(between.fullmatch(written.text, last, start))
