"""Months, days of the week, and dates in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from ..languages import find_language
from . import cldr
from .normalize import compile_pattern, fold_text
from .quantity import Kind, Quantity, ReadingHints
from .word_lists import read_word_lists

_DATE = re.compile(r"(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})\2 ?(\d{1,4})(?![\d/-])")
_DAY = re.compile(r"(?<![\d.,/-])(\d{1,2})[./](\d{1,2})(?!\.?\d|[/-])")
_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|\.|º|°|ª|a|日)?[ \u00a0]?(?:[^\s\d]{1,3}[ \u00a0])?$")
_AFTER = re.compile(r"[ \u00a0.,]*(?:[^\s\d]{1,3}[ \u00a0])?\d")


def find_dates(text: str, lang: str, region: str, hints: ReadingHints) -> list[Quantity]:
    """Months, weekdays and whole dates of a folded text."""
    found = list(_dates(text, lang, region, hints))
    taken = {at for each in found for at in range(each.start, each.end)}
    named = [*_named(text, _months(lang), "month", lang, hints.dates)]
    if hints.weekdays:
        named += _named(text, _weekdays(lang), "weekday", lang, True)
    return found + [each for each in named if each.start not in taken]


def _dates(text: str, lang: str, region: str, hints: ReadingHints) -> Iterator[Quantity]:
    order = cldr.date_order(lang, region)
    for found in _DATE.finditer(text):
        parts = [(1, found[1]), (3, found[3]), (4, found[4])]
        this = "ymd" if len(found[1]) == 4 else order if not order.startswith("y") else "dmy"
        yield from _date(found, dict(zip(this, parts, strict=False)))
    if hints.dates:
        for found in _DAY.finditer(text):
            this = order.replace("y", "")
            yield from _date(found, dict(zip(this, [(1, found[1]), (2, found[2])], strict=False)))


def _date(found: re.Match[str], parts: dict[str, tuple[int, str]]) -> Iterator[Quantity]:
    day, month = int(parts["d"][1]), int(parts["m"][1])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return
    for letter, (group, digits) in parts.items():
        kind: Kind = "month" if letter == "m" else "number"
        yield Quantity(*found.span(group), Fraction(int(digits)), kind=kind)


def _named(
    text: str, names: tuple[re.Pattern[str], dict[str, int]], kind: Kind, lang: str, wanted: bool
) -> Iterator[Quantity]:
    """A month's name counts where a date is, or after in or until; else where it is looked for."""
    preposition = compile_pattern(
        rf"\b(?:{find_language(lang).table('quantities', 'calendar').get('before', '(?!)')}) $"
    )
    for found in names[0].finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        after = text[found.end() : found.end() + 8]
        sure = kind == "weekday" or bool(
            _BEFORE.search(before) or _AFTER.match(after) or preposition.search(before)
        )
        if wanted or sure:
            yield Quantity(*found.span(), Fraction(names[1][found[0]]), sure=sure, kind=kind)


@cache
def _months(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    names = dict(cldr.months(lang))
    for number, forms in read_word_lists(lang, "calendar", "months"):
        names |= {fold_text(form): int(number) for form in forms}
    dropped = {
        fold_text(name)
        for name in find_language(lang).table("quantities", "calendar").get("not_months", ())
    }
    return _either({name: each for name, each in names.items() if name not in dropped}, lang)


@cache
def _weekdays(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    names = dict(cldr.weekdays(lang))
    for number, forms in read_word_lists(lang, "calendar", "weekdays"):
        names |= {fold_text(form): int(number) for form in forms}
    return _either(names, lang)


def _either(names: dict[str, int], lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """A pattern of any of some names, and the number of each."""
    listed = sorted(names, key=len, reverse=True)
    digits = "|".join(re.escape(name) for name in listed if name[:1].isdigit())
    alternatives = "|".join(re.escape(name) for name in listed if not name[:1].isdigit())
    # Where words are not written apart, a name may follow any letter, and any may follow it.
    language = find_language(lang)
    attached = language.table("quantities", "calendar").get("attached", False)
    apart = not (language.written_together or attached)
    edge = r"\b" if apart else ""
    either = f"{edge}(?:{alternatives or '(?!)'}){edge}|(?<!\\d)(?:{digits or '(?!)'})"
    return compile_pattern(either), names
