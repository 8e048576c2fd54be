"""Find months, weekdays, and dates in digits, in CLDR's order (UTS #35 Part 4, dateFormats)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Literal

from ..languages import Language
from . import cldr
from .language_data import match_any, read_pattern, read_words
from .normalize import compile_pattern, fold_text
from .number_forms import read_number_word
from .quantity import Kind, Quantity, ReadingHints

_DATE = re.compile(
    r"(?<![\d.,/-])(\d{1,4})(?:\.?[º°])?([./-])(?:(?<=\d{4}\.) )?(\d{1,2})\2 ?(\d{1,4})(?![\d/-])"
)
_DAY = re.compile(r"(?<![\d.,/-])(\d{1,2})[./](\d{1,2})(?!\.?\d|[/-])")
_SUFFIX_SIGNS = r"\.|º|°|ª"
"""What a day may end with in several languages, besides a language's own letters: 6th."""
_AFTER = re.compile(r"[ \u00a0.,]*(?:[^\s\d]{1,3}[ \u00a0])?\d")


def find_dates(text: str, language: Language, region: str, hints: ReadingHints) -> list[Quantity]:
    """Months, weekdays and whole dates of a folded text."""
    found = list(_find_dates_in_digits(text, language, region, hints))
    taken = {place for part in found for place in range(part.start, part.end)}
    named = list(_find_months(text, language, anywhere=hints.dates))
    if hints.weekdays:
        named += _find_weekdays(text, language)
    return found + [name for name in named if name.start not in taken]


def _find_dates_in_digits(
    text: str, language: Language, region: str, hints: ReadingHints
) -> Iterator[Quantity]:
    order = cldr.find_date_order(language, region)
    for match in _DATE.finditer(text):
        if len(match[1]) < 3 and len(match[4]) == 1:
            continue  # no year has one digit: 1-1-1 tablets
        year_first = "ymd" if len(match[4]) < 3 else "dmy"
        local = year_first if order.startswith("y") else order
        letters = "ymd" if len(match[1]) == 4 else local
        found = [*_read_date(match, dict(zip(letters, (1, 3, 4), strict=False)))]
        if not found and len(match[1]) < 3:  # 08/15/2024 has a month and a day in any country
            other = letters.translate(str.maketrans("dm", "md"))
            found = [*_read_date(match, dict(zip(other, (1, 3, 4), strict=False)))]
        yield from found
    for match in _DAY.finditer(text) if hints.dates else ():
        is_decimal = "." in match[0] and cldr.find_decimal_sign(language, region) == "."
        if is_decimal or match[0] in hints.same_digits:
            continue
        date = [*_read_date(match, dict(zip(order.replace("y", ""), (1, 2), strict=False)))]
        if "/" in match[0] or not hints.months or _list_months(date) & hints.months:
            yield from date


def _list_months(date: Sequence[Quantity]) -> frozenset[Fraction]:
    return frozenset(part.value for part in date if part.kind == "month")


def _read_date(match: re.Match[str], groups: Mapping[str, int]) -> Iterator[Quantity]:
    if 1 <= int(match[groups["m"]]) <= 12 and 1 <= int(match[groups["d"]]) <= 31:
        for letter, group in groups.items():
            kind: Kind = "month" if letter == "m" else "number"
            yield Quantity(*match.span(group), Fraction(match[group]), kind=kind)


def _find_months(text: str, language: Language, *, anywhere: bool) -> Iterator[Quantity]:
    """Names of months where a date is, or after in or until; else only if `anywhere`, or written
    with a number as Korean 6월 and Chinese 三月 are, which are none of months.
    """
    pattern, numbers = _read_names(language, "months")
    preposition = read_pattern(language, "calendar", "before", r"\b{} $")
    suffix = rf"(?:{_SUFFIX_SIGNS}|{{}})?"
    follows = rf"\d{suffix}[ \u00a0]?(?:[^\s\d]{{1,3}}[ \u00a0])?$"
    day = read_pattern(language, "calendar", "day_suffixes", follows)
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        after = text[match.end() : match.end() + 8]
        sure = bool(day.search(before) or _AFTER.match(after) or preposition.search(before))
        sure = sure or language.written_together or any(map(str.isdigit, match[0]))
        if anywhere or sure:
            yield Quantity(
                *match.span(), Fraction(_find_number(match[0], numbers)), sure=sure, kind="month"
            )


def _find_weekdays(text: str, language: Language) -> Iterator[Quantity]:
    pattern, numbers = _read_names(language, "weekdays")
    for match in pattern.finditer(text):
        yield Quantity(*match.span(), Fraction(_find_number(match[0], numbers)), kind="weekday")


def _find_number(name: str, numbers: Mapping[str, int]) -> int:
    return numbers[name] if name in numbers else numbers[re.sub("[ \u00a0]", "", name)]


@cache
def _read_names(
    language: Language, key: Literal["months", "weekdays"]
) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """A pattern of the names of months or weekdays, and the number of each."""
    calendar = language.table("quantities", "calendar")
    known = cldr.list_months(language) if key == "months" else cldr.list_weekdays(language)
    numbers = dict(known)
    numbers |= {name: int(number) for name, number in read_words(language, "calendar", key)}
    beside_year = {
        name: int(number) for name, number in read_words(language, "calendar", f"{key}_by_year")
    }
    numbers |= beside_year
    for name in calendar.get(f"not_{key}", ()):
        numbers.pop(fold_text(name), None)
    # French sept is seven, and September only beside a year; so is Portuguese dez.
    counted = {name for name in numbers if key == "months" and read_number_word(name, language)}
    counted |= beside_year.keys()
    digits = match_any(name for name in numbers if name[:1].isdigit())
    digits = re.sub(r"(\d)(?=[^\d|])", "\\1[ \u00a0]?", digits)  # Chinese 2 月
    others = match_any(name for name in numbers if not name[:1].isdigit() and name not in counted)
    others += rf"|(?:{match_any(counted)})(?=[./]?[ \u00a0]?\d{{4}})"
    # Where words are not written apart, a name may follow any letter, and any may follow it.
    edge = "" if language.written_together or calendar.get("attached") else r"\b"
    return compile_pattern(f"{edge}(?:{others}){edge}|(?<!\\d)(?:{digits})"), numbers
