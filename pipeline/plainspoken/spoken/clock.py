"""Say times of the day that are written in digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ..languages import Language
from ..quantities.quantity import Quantity
from .numbers import spell_whole
from .units import find_gender, say_measure
from .word_pattern import LETTER, SIGN, WordPattern, compile_words
from .written import Saying, WrittenText, find_words_before, read_range_word, stands_after

_TIME = re.compile(
    r"(?<!\d)(?<!\d[.,:])(\d{1,2})(?:[:.٫]|[ \u00a0]?h[ \u00a0]?|g| giờ (?=0)|(?:z|tr)?è)(\d{2})"
    r"(?![\d:]|[ \u00a0]min)"
)
"""With a colon, or with an hour's own letters: French 8h30, Haitian 8è30,
Vietnamese 8g30."""
_HOUR = re.compile(r"(?<!\d)(?<!\d[.,:])(\d{1,2})(?![\d:]|[.,٫]\d)(?:[ \u00a0]?([½¼¾]))?")
_RANGE_END = re.compile(r"\d[ \u00a0]?[-–][ \u00a0]?$")
_LOW = re.compile(r"(?<![\d.,:/-])\d{1,2}([ \u00a0]?[-–~〜～][ \u00a0]?)$")
"""The first of two hours whose word follows the second: Hindi 8-12 बजे."""
_DASH = re.compile(r"[ \u00a0]?[-–—~〜～][ \u00a0]?(?=(?:[^\W\d_]{1,4}[ \u00a0]?)?\d{1,2}(?!\d))")
_DIGIT = re.compile(r"\d")
_HIGH = WordPattern(rf"\d{{1,2}}(?!{SIGN}|[ \u00a0]?[%:/°]|[.,]\d)")
"""The second of two hours after a word for hours: Polish godz. 8–16."""
_OTHER_LOW = re.compile(r"(?<!\d)(\d\d):\d\d[ \u00a0]?[-–—~〜～][ \u00a0]?$")
_OTHER_HIGH = WordPattern(r"[ \u00a0]?[-–—~〜～][ \u00a0]?(\d\d):\d\d(?!\d)")
"""The other end of a range, beside a time."""


def say_times(written: WrittenText) -> Iterator[Saying]:
    """Times in digits: 8:30 p.m., 20:00, 8 a.m."""
    data = written.data("times")
    for quantity in written.quantities:
        if not quantity.minutes_of_day or quantity.spelled or quantity.kind != "number":
            continue
        text = written.text
        start, half = _read_before(written, quantity.start, data)
        if start == quantity.start and not _is_written_as_time(written, quantity, data):
            continue
        exact = _TIME.match(text, quantity.start)
        if not (found := exact or _HOUR.match(text, quantity.start)):
            continue
        hour, minute = int(found[1]), _read_minute(found, is_exact=bool(exact))
        end, part = _read_part(written, found.end(), data)
        begins = _begins_range(written, found.start(), end, data)
        form = _choose_form(written, found.start(), data, begins=begins)
        if quantity.unit and end == found.end() and not (exact or "alone" in data):
            continue  # German vor 1 Stunde: an hour's time
        if not (part or half):
            end, half, hour = _find_half(written, found, end, data)
        if end == found.end() and not (half or minute or exact):
            words = spell_whole(hour, written.language, form)
        else:
            has_part = bool(half) or end > found.end()
            words = _say_time(hour, minute, data, written.language, form, has_part=has_part)
        if half and _is_half_of_other(text, (found.start(), end), half, data):
            half = ""
        words = str(data.get("half", "{0} {1}")).format(words, half) if half else words
        if not follows_hour_word(written, quantity.start):
            words = str(data.get("bare", "{0}")).format(words)
        words = str(data["from"]).format(words) if begins else words
        words = f"{words} {part}".strip()
        yield Saying(start, end, _count_one(words, data) if hour < 2 else words)
        if low := _LOW.search(text[:start]):
            yield from _say_low(written, low, data)
        if dash := _DASH.match(text, max(end, quantity.end)):
            yield from _say_dash(written, found, dash)


def _say_low(written: WrittenText, low: re.Match[str], data: Mapping[str, Any]) -> Iterator[Saying]:
    """The dash of a range of hours, and by `low-form` of [times] the hour before it."""
    yield Saying(*low.span(1), read_range_word(written))
    if form := str(data.get("low-form", "")):
        hour = int(written.text[low.start() : low.start(1)])
        half = _name_half(hour, data["twelve"]) if "low" in data and hour > 12 else ""
        spelled = spell_whole(hour - 12 if half else hour, written.language, form)
        words = str(data.get("low", "{0}")).format(spelled, half).strip()
        yield Saying(low.start(), low.start(1), words)


def _find_high(
    written: WrittenText, low: re.Match[str], dash: re.Match[str]
) -> re.Match[str] | None:
    """The second of two hours with a dash, the first of which follows a word for hours; nothing
    where more than that word makes it a time.
    """
    high = _HIGH.match(written.text, dash.end())
    is_known = any(
        other.minutes_of_day and other.start == dash.end() for other in written.quantities
    )
    if not high or is_known or not follows_hour_word(written, low.start()):
        return None
    return high if int(low[1]) < int(high[0]) <= 24 else None


def _choose_form(written: WrittenText, start: int, data: Mapping[str, Any], *, begins: bool) -> str:
    """The form of an hour's number, by its place in a range or by the words before it."""
    if begins and "from-form" in data:
        return str(data["from-form"])
    if "range-form" in data and _RANGE_END.search(written.text[:start]):
        return str(data["range-form"])
    form = find_words_before(written, start, data.get("hour-forms", {}))
    return form or str(data.get("hour-form", ""))


def _begins_range(written: WrittenText, start: int, end: int, data: Mapping[str, Any]) -> bool:
    """Whether a time is the first of two with a dash that no word of `from-not` stands before."""
    dash = _DASH.match(written.text, end)
    if not dash or "from" not in data or stands_after(written, data.get("from-not"), start):
        return False
    found = _HOUR.match(written.text, start)
    return _is_before_time(written, dash.end()) or bool(found and _find_high(written, found, dash))


def _is_before_time(written: WrittenText, place: int) -> bool:
    """Whether a time follows, or a word for a part of the day and then a time."""
    digit = _DIGIT.search(written.text, place)
    starts = (other.start for other in written.quantities if other.minutes_of_day)
    return digit is not None and digit.start() in starts


def _is_half_of_other(text: str, span: tuple[int, int], half: str, data: Mapping[str, Any]) -> bool:
    """Whether the part of the day is said with the other end of a range: 14:00–15:30."""
    is_first = str(data.get("half", "")).startswith("{1}")
    other = _OTHER_LOW.search(text[: span[0]]) if is_first else _OTHER_HIGH.match(text, span[1])
    if not other or int(other[1]) <= 12:
        return False
    return _name_half(int(other[1]), data["twelve"]) == half


def _count_one(words: str, data: Mapping[str, Any]) -> str:
    """What is said of a time whose hour is 0 or 1, by `one` of [times]: une heure."""
    for several, one in data.get("one", {}).items():
        words = words.replace(several, one)
    return words


def _say_dash(written: WrittenText, low: re.Match[str], dash: re.Match[str]) -> Iterator[Saying]:
    """The sign between two times, 8:30-9:30; and the second hour where it is an hour by the first
    alone.
    """
    data = written.data("times")
    high = _find_high(written, low, dash)
    words = str(data.get("to", read_range_word(written)))
    if high or _is_before_time(written, dash.end()):
        yield Saying(*dash.span(), words)
    if high:
        form = str(data.get("range-form") or data.get("hour-form", ""))
        yield Saying(*high.span(), spell_whole(int(high[0]), written.language, form))


def _read_minute(found: re.Match[str], *, is_exact: bool) -> int:
    """The minutes of a time in digits, or of an hour with a fraction."""
    return int(found[2]) if is_exact else int(60 * unicodedata.numeric(found[2] or "0"))


def follows_hour_word(written: WrittenText, start: int) -> bool:
    """Whether a word stands before a number that makes it an hour."""
    return stands_after(written, written.data("times").get("alone"), start)


def _read_before(written: WrittenText, start: int, data: Mapping[str, Any]) -> tuple[int, str]:
    """Where the words begin that belong to a time and stand before it, and how they are said."""
    for pattern, spoken in data.get("before", {}).items():
        expression = compile_words(rf"(?<!{LETTER})(?:{pattern})[ \u00a0]?$")
        if part := expression.search(written.text[:start]):
            return part.start(), str(spoken)
    return start, ""


def _find_half(
    written: WrittenText, found: re.Match[str], end: int, data: Mapping[str, Any]
) -> tuple[int, str, int]:
    """Where a time ends with a.m. or p.m., the word for its part of the day, and the hour that is
    said: one of 24 where there is no such word.
    """
    hour, text = int(found[1]), written.text
    for number, pattern in enumerate(data.get("halves", ()) if 1 <= hour <= 12 else ()):
        if stated := compile_words(rf"[ \u00a0\u202f]?(?:{pattern})").match(text, end):
            of_day = hour % 12 + 12 * number
            half = _name_half(of_day, data["twelve"])
            return stated.end(), half, hour if half else of_day
    if "twelve" not in data or not (hour > 12 or text.startswith("0", found.start())):
        return end, "", hour
    if stands_after(written, data.get("beside"), found.start()):
        return end, "", hour % 12 or 12
    half = _name_half(hour, data["twelve"])
    return end, half, (hour % 12 or 12) if half else hour


def _name_half(hour: int, names: Mapping[str, str] | Sequence[str]) -> str:
    """What the part of the day is called that an hour is in: one of two halves, or of several."""
    if not isinstance(names, Mapping):
        return names[hour // 12 % 2]
    return names[str(max(first for first in map(int, names) if first <= hour % 24))]


def _is_written_as_time(written: WrittenText, quantity: Quantity, data: Mapping[str, Any]) -> bool:
    """Whether more than its hour says that it is a time: a colon, a part of the day, `alone`."""
    digits = written.text[quantity.start : quantity.end]
    if "alone" not in data:
        return not digits.isdecimal()
    alone = follows_hour_word(written, quantity.start)
    return alone or not (digits.isdecimal() or quantity.unit == "duration-hour")


def _read_part(written: WrittenText, end: int, data: Mapping[str, Any]) -> tuple[int, str]:
    """Where the part of the day ends that stands after a time, and how it is said."""
    for pattern, spoken in data.get("parts", {}).items():
        if part := compile_words(rf"[ \u00a0\u202f]?(?:{pattern})").match(written.text, end):
            return part.end(), str(spoken)
    return end, ""


def _say_time(
    hour: int,
    minute: int,
    data: Mapping[str, Any],
    language: Language,
    form: str,
    *,
    has_part: bool,
) -> str:
    """By the patterns of [times]: `whole` for a full hour, `small` for minutes below ten, `at` for
    minutes or times that have a word.
    """
    key = "minutes" if minute > 9 else "small" if minute else "part" if has_part else "whole"
    key = "late" if key == "whole" and hour > 12 and "late" in data else key
    pattern = str(data.get(key) or data.get("minutes" if minute else "whole", "{0} {1}"))
    own = data.get("at", {})
    pattern = str(own.get(f"{hour}:{minute:02}") or own.get(f"{minute:02}") or pattern)
    hours = [spell_whole(each, language, form) for each in (hour, hour % 12 + 1)]
    minute_form = data.get("minute-forms", {}).get(form) or data.get("minute-form", "")
    minutes = spell_whole(minute, language, str(minute_form))
    return pattern.format(hours[0], minutes, hours[1], _say_minutes(minute, language))


def _say_minutes(minute: int, language: Language) -> str:
    """Some minutes with the name of the unit."""
    spelled = spell_whole(minute, language, find_gender(language, "duration-minute"))
    return say_measure(spelled, Fraction(minute), 0, "duration-minute", language)
