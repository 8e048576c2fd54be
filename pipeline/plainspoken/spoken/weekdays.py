"""Say days of the week that are written short: Mo–Fr, lun-ven 8:00, Sat 9:00."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from ..languages import Language
from .word_pattern import LETTER, SIGN, UNSPACED, WordPattern, compile_words
from .written import Saying, WrittenText, find_table_before

_GAP = "[ \u00a0]"
_DASH = re.compile(rf"\.?{_GAP}?[-–—~〜～]{_GAP}?")
_WORD = "(?-i:[a-zß-ÿđ\u1ea0-\u1effа-яё\u0900-\u097f]{1,4})"
"""A word between days, in small letters: no new sentence begins with it."""
_BETWEEN = rf"\.?{_GAP}?[-–—~〜～]{_GAP}?|\.?{_GAP}?[,/+&·、]{_GAP}?|\.?{_GAP}{_WORD}\.?{_GAP}"
_HOUR = re.compile(
    rf"[.:,]{{0,2}}{_GAP}?(?:{_WORD}{_GAP}){{0,2}}\d{{1,2}}(?:[:.h]\d\d|{_GAP}?(?:h|Uhr|(?:z|tr)?è)\b|[-–]\d{{1,2}}\b)|{_GAP}?(?:오전|오후)"
)
_POINT = re.compile(rf"\.(?={_GAP}?[:,;)\d]|{_GAP}{_WORD}\.?{_GAP}|{_GAP}[(&+/a-zß-ÿа-яё])")
"""A point that ends no sentence."""
_DATED = re.compile(
    rf"(?:\d[./-]{_GAP}?\d{{1,2}}\.?|月{_GAP}?\d{{1,2}}日|월{_GAP}?\d{{1,2}}일){_GAP}?[(（]$"
)
_IN_WORD = WordPattern(f"{UNSPACED}$")
_DATE = re.compile(
    rf"[.,]{{0,2}}{_GAP}?(?:{_WORD}{_GAP})?\d{{1,2}}(?:/\d{{1,2}}(?!\d)|([.-])\d{{1,2}}\1)"
)
_BEFORE_MONTH = re.compile(
    rf"[.,]{{0,2}}{_GAP}?(?:{_WORD}{_GAP})?(?:\d{{1,2}}[^\W\d]{{0,2}}[.º°]?{_GAP}(?:de{_GAP})?)?"
)


def say_weekdays(written: WrittenText) -> Iterator[Saying]:
    """Days in short, by [weekdays]: two with a dash or with points, or any before an hour or a
    date.
    """
    if "short" not in written.data("weekdays"):
        return
    patterns = _compile(written.language)
    for found in patterns.run.finditer(written.text):
        parts = [*patterns.one.finditer(written.text, *found.span())]
        if len(parts[0][0]) == 1 and _IN_WORD.search(written.text[: found.start()]):
            continue  # Korean 매일, every day
        between = [written.text[low.end() : high.start()] for low, high in pairwise(parts)]
        is_row = any(map(_DASH.fullmatch, between)) or _is_pointed(parts, between)
        is_dated = is_row or _stands_beside_date(written.text, *found.span())
        if not (is_dated or _comes_before_time(written, found.end())):
            continue
        numbers = [
            next(number for number, day in enumerate(patterns.days) if day.fullmatch(part[0]))
            for part in parts
        ]
        yield from _say_run(written, parts, numbers)


def match_weekday(written: WrittenText, start: int) -> bool:
    """Whether the name of a day, in short or not, stands right before a place: Mon. 12/24."""
    if "short" not in written.data("weekdays"):
        return False
    return bool(_match_before(written.language).search(written.text[:start]))


@cache
def _match_before(language: Language) -> WordPattern:
    from babel import Locale

    wide = Locale.parse(language.cldr_locale()).days["format"]["wide"].values()
    short = str(language.table("spoken", "weekdays")["short"]).split()
    names = "|".join([*map(re.escape, (*wide, *_list_names(language))), *short])
    return compile_words(rf"(?<!{SIGN})(?:{names})[.,]{{0,2}}{_GAP}$")


def _is_pointed(parts: Sequence[re.Match[str]], between: Sequence[str]) -> bool:
    """Whether days in a row have points, or capital letters all of them: Sat & Sun, sáb. e dom."""
    # No stages of a tumor: Vietnamese T2, T3.
    is_capital = all(part[0][:1].isupper() and part[0].isalpha() for part in parts)
    return bool(between) and (is_capital or between[0].startswith("."))


def _comes_before_time(written: WrittenText, end: int) -> bool:
    """Whether an hour or a date follows a day: Sat 9:00, mar. 04/03/2025, Wed, March 5."""
    if _HOUR.match(written.text, end) or _DATE.match(written.text, end):
        return True
    months = (quantity for quantity in written.quantities if quantity.kind == "month")
    return any(
        end <= month.start and _BEFORE_MONTH.fullmatch(written.text, end, month.start) is not None
        for month in months
    )


class _Patterns(NamedTuple):
    """What finds days in short."""

    days: Sequence[WordPattern]
    """Each day, from Monday on."""
    run: WordPattern
    """Days in a row."""
    one: WordPattern
    """A day of such a row."""


@cache
def _compile(language: Language) -> _Patterns:
    short = str(language.table("spoken", "weekdays")["short"])
    any_day = f"(?:{short.replace(' ', '|')})"
    return _Patterns(
        [compile_words(f"(?:{pattern})") for pattern in short.split()],
        compile_words(rf"(?<!{SIGN}){any_day}(?:(?:{_BETWEEN}){any_day})*(?!{LETTER}|-)"),
        compile_words(rf"(?<!{SIGN}){any_day}(?!{LETTER})"),
    )


def _stands_beside_date(text: str, start: int, end: int) -> bool:
    """Whether a day stands in brackets after the date in digits that is its own: 15.3. (Fr)."""
    return bool(_DATED.search(text[:start])) and text[end : end + 1] in (")", "）")


def _say_run(
    written: WrittenText, parts: Sequence[re.Match[str]], numbers: Sequence[int]
) -> Iterator[Saying]:
    """The days of a run, each two with a dash as one."""
    cases = written.data("weekdays").get("after", {})
    forms = find_table_before(written, parts[0].start(), cases)
    names = [forms.get(name, name) for name in _list_names(written.language)]
    for index, part in enumerate(parts):
        start, end = part.span()
        words = names[numbers[index]]
        following = parts[index + 1] if index + 1 < len(parts) else None
        if following and _DASH.fullmatch(written.text[end : following.start()]):
            end = following.end()  # what is said of it alone overlaps, and falls
            words = _say_range(written, start, numbers[index], numbers[index + 1])
        is_short = _POINT.match(written.text, end) or _comes_before_time(written, end)
        end += bool(is_short) and written.text.startswith(".", end)  # Tues. Oct. 14
        # Beside digits a name stands apart: 周五8:30 does not.
        gap = written.gap if written.text[end : end + 1].isdigit() else ""
        yield Saying(start, end, words + gap, is_respelling=True)


def _say_range(written: WrittenText, start: int, low: int, high: int) -> str:
    """Two days, by `range` of [weekdays], their names by its `low` and `high`."""
    data = written.data("weekdays")
    names = _list_names(written.language)
    first = data["low"].split()[low] if "low" in data else names[low]
    last = data["high"].split()[high] if "high" in data else names[high]
    pattern = str(data.get("range") or written.data("signs").get("range", "{0} – {1}"))
    beginning = pattern.partition("{0}")[0].strip()
    before = written.text[:start].rstrip().casefold()
    if beginning and re.search(rf"(?<!\w){re.escape(beginning)}$", before):
        pattern = pattern.partition(beginning)[2].strip()
    words = pattern.format(first, last)
    return " ".join(words.split()) if written.gap else words


@cache
def _list_names(language: Language) -> Sequence[str]:
    """The names of the days from Monday on, by [weekdays] or as CLDR has them."""
    from babel import Locale

    data: Mapping[str, Any] = language.table("spoken", "weekdays")
    if names := str(data.get("names", "")).split():
        return names
    wide = Locale.parse(language.cldr_locale()).days["format"]["wide"]
    return [str(wide[day]) for day in range(7)]
