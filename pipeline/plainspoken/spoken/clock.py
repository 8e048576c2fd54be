"""Say times of the day and dates that are written in digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from ..languages import Language
from ..quantities.quantity import Quantity
from .numbers import spell_whole
from .units import find_gender, say_measure
from .written import Saying, WrittenText, compile_words, find_words_before, stands_after

_TIME = re.compile(r"(?<![\d.,:])(\d{1,2})(?:[:.٫]|[ \u00a0]?h[ \u00a0]?)(\d{2})(?![\d:])")
_HOUR = re.compile(r"(?<![\d.,:])(\d{1,2})(?![\d:])(?:[ \u00a0]?([½¼¾]))?")
_RANGE_END = re.compile(r"\d[ \u00a0]?[-–][ \u00a0]?$")
_DASH = re.compile(r"[ \u00a0]?[-–—~〜～][ \u00a0]?(?=\d{1,2}:\d)")
_DATE = re.compile(r"(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})(?:\2(\d{1,4}))?(?![\d/-])")


def say_times(written: WrittenText) -> Iterator[Saying]:
    """Times in digits: 8:30 p.m., 20:00, 8 a.m."""
    data = written.data("times")
    for quantity in written.quantities:
        if not quantity.minutes_of_day or quantity.spelled or quantity.kind != "number":
            continue
        text = written.text
        if not _is_written_as_time(written, quantity, data):
            continue
        exact = _TIME.match(text, quantity.start)
        if not (found := exact or _HOUR.match(text, quantity.start)):
            continue
        hour, minute = int(found[1]), _read_minute(found, is_exact=bool(exact))
        form = find_words_before(written, found.start(), data.get("hour-forms", {}))
        if "range-form" in data and _RANGE_END.search(text, 0, found.start()):
            form = str(data["range-form"])
        form = form or str(data.get("hour-form", ""))
        end, part = _read_part(written, found.end(), data)
        half = ""
        if "twelve" in data and not part and (hour > 12 or found[1].startswith("0")):
            if not stands_after(written, data.get("beside"), found.start()):
                half = _name_half(hour, data["twelve"])
            hour = hour % 12 or 12
        if end == found.end() and not (half or minute or exact):
            words = spell_whole(hour, written.language, form)
        else:
            has_part = bool(part or half)
            words = _say_time(hour, minute, data, written.language, form, has_part=has_part)
        words = str(data.get("half", "{0} {1}")).format(words, half) if half else words
        if not follows_hour_word(written, quantity.start):
            words = str(data.get("bare", "{0}")).format(words)
        yield Saying(quantity.start, end, f"{words} {part}".strip())
        if "to" in data and (dash := _DASH.match(text, end)):
            yield Saying(*dash.span(), str(data["to"]))


def _read_minute(found: re.Match[str], *, is_exact: bool) -> int:
    """The minutes of a time in digits, or of an hour with a fraction."""
    return int(found[2]) if is_exact else int(60 * unicodedata.numeric(found[2] or "0"))


def follows_hour_word(written: WrittenText, start: int) -> bool:
    """Whether a word stands before a number that makes it an hour."""
    return stands_after(written, written.data("times").get("alone"), start)


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
    pattern = str(data.get(key) or data.get("minutes" if minute else "whole", "{0} {1}"))
    own = data.get("at", {})
    pattern = str(own.get(f"{hour}:{minute:02}") or own.get(f"{minute:02}") or pattern)
    hours = [spell_whole(each, language, form) for each in (hour, hour % 12 + 1)]
    minutes = spell_whole(minute, language, str(data.get("minute-form", "")))
    return pattern.format(hours[0], minutes, hours[1], _say_minutes(minute, language))


def _say_minutes(minute: int, language: Language) -> str:
    """Some minutes with the name of the unit."""
    spelled = spell_whole(minute, language, find_gender(language, "duration-minute"))
    return say_measure(spelled, Fraction(minute), 0, "duration-minute", language)


def say_dates(written: WrittenText) -> Iterator[Saying]:
    """Dates in digits, in the order of the locale; days and years beside the name of a month."""
    months = [quantity for quantity in written.quantities if quantity.kind == "month"]
    for month in months:
        if written.text[month.start : month.end].isdecimal():
            yield from _say_digits(written, month)
        else:
            yield from _say_beside_month(written, month)


def _say_digits(written: WrittenText, month: Quantity) -> Iterator[Saying]:
    around = (
        match
        for match in _DATE.finditer(written.text)
        if match.start() <= month.start and month.end <= match.end()
    )
    if not (found := next(around, None)):
        return
    parts = {
        found.span(group): int(found[group]) for group in (1, 3, 4) if found[group] is not None
    }
    others = [number for span, number in parts.items() if span != (month.start, month.end)]
    year = next((number for number in others if number > 31), 0)
    if len(parts) == 3 and not year:
        year = others[-1]
    days = [number for number in others if number != year or others.count(number) > 1]
    if not days:
        return
    form = find_words_before(written, found.start(), written.data("dates").get("day-forms", {}))
    words = say_date(days[0], int(month.value), year, written.language, form)
    if words:
        after = compile_words(rf"(?:[ \u00a0]?(?:{written.data('dates').get('after', '(?!)')}))?")
        rest = after.match(written.text, found.end())
        yield Saying(found.start(), rest.end() if rest else found.end(), words)


def say_date(day: int, month: int, year: int, language: Language, form: str = "") -> str:
    """A date in words, by the patterns of [dates]; empty where the language has none. `form` is
    that of its day.
    """
    data = language.table("spoken", "dates")
    pattern = str(data.get("full" if year else "day", ""))
    if not pattern:
        return ""
    if 0 < year < 100:
        year += 2000 if year < 70 else 1900
    name = _name_month(month, year, language)
    return pattern.format(
        day=_say_day(day, data, language, form),
        month=name,
        year=spell_whole(year, language, "year"),
    )


def _say_day(day: int, data: Mapping[str, Any], language: Language, form: str = "") -> str:
    if day == 1 and "first" in data:
        return str(data["first"])
    return spell_whole(day, language, form or str(data.get("day-form", "")))


def _say_beside_month(written: WrittenText, month: Quantity) -> Iterator[Saying]:
    """The day before or after the name of a month, and the year after both."""
    data, text, language = written.data("dates"), written.text, written.language
    suffix, of = data.get("suffix", "(?!)"), data.get("of", "(?!)")
    before = compile_words(rf"(?<![\d.,/-])(\d{{1,2}})({suffix})?(?:[ \u00a0]|{of})*$")
    if found := before.search(text, max(0, month.start - 12), month.start):
        end = found.end(2) if found[2] else found.end(1)
        form = find_words_before(written, found.start(), data.get("day-forms", {}))
        words = _say_day(int(found[1]), data, language, form)
        if not text[end : month.start].strip():
            words = str(data.get("before-month", "{0}")).format(words)
        yield Saying(found.start(), end, words)
    after = compile_words(rf"[ \u00a0]*(\d{{1,2}})(?:{suffix})?(?![.,:]?\d)")
    if (found := after.match(text, month.end)) and 1 <= int(found[1]) <= 31:
        yield Saying(found.start(1), found.end(), _say_day(int(found[1]), data, language))
    years = compile_words(rf"(?:[ \u00a0,.]|\d{{1,2}}(?:{suffix})?|{of})*?\b(\d{{4}})(?!\d)")
    if found := years.match(text, month.end):
        yield Saying(*found.span(1), spell_whole(int(found[1]), language, "year"))


def say_years(written: WrittenText) -> Iterator[Saying]:
    """Years without a date: in 1998; each pattern with the form of its numbers."""
    years = written.data("dates").get("years", {})
    for form, pattern in ({"year": years} if isinstance(years, str) else years).items():
        for found in compile_words(pattern).finditer(written.text) if pattern else ():
            year = next(group for group in range(1, found.re.groups + 1) if found[group])
            yield Saying(*found.span(year), spell_whole(int(found[year]), written.language, form))
            if "word" in found.re.groupindex and found["word"]:
                yield Saying(*found.span("word"), str(written.data("dates")["year-words"][form]))


def _name_month(month: int, year: int, language: Language) -> str:
    """By [dates] the months of another calendar, where the year is one of that calendar."""
    for years, names in language.table("spoken", "dates").get("calendars", {}).items():
        if re.fullmatch(years, str(year)):
            return str(names.split()[month - 1])
    return _list_months(language)[month]


@cache
def _list_months(language: Language) -> Mapping[int, str]:
    from babel import Locale

    if own := language.table("spoken", "dates").get("months"):
        return {number: str(name) for number, name in enumerate(own, 1)}
    months: Mapping[int, str] = Locale.parse(language.cldr_locale()).months["format"]["wide"]
    return {number: str(name) for number, name in months.items()}
