"""Times of the day: 8 p.m., 20:00, noon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from ..languages import find_language
from . import cldr
from .normalize import compile_pattern
from .quantity import Quantity, ReadingHints

_WINDOW = 30
_STOP = re.compile(r"[,;!?،；，。؛]|\. ")
_PARTS = ("night", "noon", "pm", "am")


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language tells times."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    parts: Mapping[str, re.Pattern[str]]
    """The words for the parts of the day."""
    whole: Mapping[int, re.Pattern[str]]
    """Noon and midnight, by their hour."""
    past_before: tuple[tuple[re.Pattern[str], int], ...]
    """What stands before an hour and adds minutes: half past."""
    past_after: tuple[tuple[re.Pattern[str], int], ...]
    ordinals: bool
    """Whether hours are counted as the eighth, the ninth."""


def mark_times(
    text: str, quantities: Sequence[Quantity], lang: str, hints: ReadingHints
) -> list[Quantity]:
    """The amounts, times of the day marked as such, and noon and midnight."""
    words = _words(lang)
    made = [*_hours(text, quantities, words, hints)]
    taken = [(each.start, each.end) for each in made]
    for hour, whole in words.whole.items():
        for found in whole.finditer(text):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                clock = frozenset({hour % 24 * 60})
                made.append(Quantity(*found.span(), Fraction(12), sure=False, minutes_of_day=clock))
    return sorted(made, key=lambda each: each.start)


def _hours(
    text: str, quantities: Sequence[Quantity], words: _Words, hints: ReadingHints
) -> Iterator[Quantity]:
    skip = 0
    for at, given in enumerate(quantities):
        if skip:
            skip -= 1
            continue
        quantity = _with_point(text, given) if hints.times else given
        before = text[quantities[at - 1].end if at else 0 : quantity.start][-_WINDOW:]
        if past := _past_before(text, quantities, at, words):
            yield _part_of_day(text, past[0], before, quantities[at + past[1] + 1 :], words, hints)
            skip = past[1]
            continue
        said = _said(text, quantity, words)
        told = quantity.minutes_of_day or said or words.before.search(before)
        if not told or not _may_be(quantity, words):
            yield given
            continue
        made = quantity
        if said:
            made = replace(made, end=max(said.end(), made.end))
            later = quantities[at + 1] if at + 1 < len(quantities) else None
            if hints.times and later and (joined := _with_minutes(text, made, later)):
                made, skip = joined, 1
        yield _part_of_day(text, made, before, quantities[at + 1 + skip :], words, hints)


def _with_point(text: str, quantity: Quantity) -> Quantity:
    """8.30, where it may be a time."""
    found = re.fullmatch(r"([01]?\d|2[0-4])\.([0-5]\d)", text[quantity.start : quantity.end])
    if found is None or quantity.spelled or quantity.unit:
        return quantity
    return replace(quantity, value=int(found[1]) + Fraction(int(found[2]), 60))


def _said(text: str, quantity: Quantity, words: _Words) -> re.Match[str] | None:
    """The word for hours, or for a part of the day, right after a number."""
    bare = words.after.match(text, _bare_end(text, quantity))
    return words.after.match(text, quantity.end) or bare


def _may_be(quantity: Quantity, words: _Words) -> bool:
    parts = 4 if quantity.spelled else 60
    fits = 1 <= quantity.value <= 24 and (quantity.value * parts).denominator == 1
    return (
        (fits or bool(quantity.minutes_of_day))
        and (words.ordinals or not quantity.ordinal)
        and quantity.kind == "number"
        and quantity.unit in ("", "duration-hour")
    )


def _bare_end(text: str, quantity: Quantity) -> int:
    """The end of the number alone, where its unit was read as hours."""
    digits = re.match(r"\d+", text[quantity.start : quantity.end])
    return quantity.start + digits.end() if digits and quantity.unit else quantity.end


def _with_minutes(text: str, hour: Quantity, later: Quantity) -> Quantity | None:
    gap = text[hour.end : later.start]
    is_minutes = later.unit in ("", "duration-minute") and later.value in range(60) and later.sure
    if gap.strip(" \u00a0") or not is_minutes or hour.value.denominator != 1:
        return None
    return replace(hour, end=later.end, value=hour.value + later.value / 60)


def _past_before(
    text: str, quantities: Sequence[Quantity], at: int, words: _Words
) -> tuple[Quantity, int] | None:
    """Half past seven: the time, and how many amounts more it takes up."""
    for expression, minutes in words.past_before:
        found = expression.match(text, quantities[at].start) if quantities[at].spelled else None
        ahead = at + 1 if found else at
        if found is None:
            begin = max(0, quantities[at].start - 20)
            for each in expression.finditer(text[begin : quantities[at].start]):
                if begin + each.end() == quantities[at].start:
                    found = each
        if found is None or ahead >= len(quantities):
            continue
        hour = quantities[ahead]
        touches = ahead == at or quantities[at].start + len(found[0]) == hour.start
        if touches and _may_be(hour, words):
            value = hour.value + Fraction(minutes, 60)
            clock = frozenset({int(value * 60)})
            return replace(hour, value=value, minutes_of_day=clock, sure=True), ahead - at
    return None


def _part_of_day(
    text: str,
    quantity: Quantity,
    before: str,
    later: Sequence[Quantity],
    words: _Words,
    hints: ReadingHints,
) -> Quantity:
    for expression, minutes in words.past_after:
        if quantity.value.denominator > 1:
            break
        if found := expression.match(text, quantity.end):
            value = quantity.value + Fraction(minutes, 60)
            quantity = replace(quantity, value=value, end=found.end())
            break
    end = later[0].start if later else len(text)
    after = _STOP.split(text[quantity.end : min(end, quantity.end + _WINDOW)])[0]
    said = text[quantity.start : quantity.end]
    part = _part(said, words) or _part(after, words) or _part(_STOP.split(before)[-1], words)
    minutes = _minutes(quantity.value, part)
    may = {minutes}
    if not part and hints.loose and quantity.value <= 12:
        may.add((minutes + 720) % 1440)
    unit = "" if quantity.unit == "duration-hour" and part else quantity.unit
    return replace(quantity, minutes_of_day=frozenset(may), unit=unit)


def _part(text: str, words: _Words) -> str:
    return next((name for name in _PARTS if words.parts[name].search(text)), "")


def _minutes(hour: Fraction, part: str) -> int:
    minutes = int(hour * 60)
    if minutes >= 780 or not part:
        return minutes % 1440
    minutes %= 720
    late = {
        "pm": True,
        "night": minutes >= 300,
        "noon": not 600 <= minutes < 720,
        "am": False,
    }[part]
    return minutes + 720 * late


@cache
def _words(lang: str) -> _Words:
    clock = find_language(lang).table("quantities", "clock")

    def expression(name: str) -> re.Pattern[str]:
        return compile_pattern(clock.get(name, "(?!)"))

    if not clock:
        return _from_cldr(lang)
    return _Words(
        before=compile_pattern(rf"\b(?:{clock.get('before', '(?!)')})[ \u00a0]?$"),
        after=compile_pattern(rf"[ \u00a0]?(?:{clock.get('after', '(?!)')})"),
        parts={name: expression(name) for name in _PARTS},
        whole={12: expression("noon_alone"), 24: expression("midnight_alone")},
        past_before=tuple(
            (compile_pattern(f"{words} "), by) for words, by in clock.get("past_before", ())
        ),
        past_after=tuple(
            (compile_pattern(f"[ \u00a0]?{words}"), by) for words, by in clock.get("past_after", ())
        ),
        ordinals=clock.get("ordinals", False),
    )


def _from_cldr(lang: str) -> _Words:
    """What CLDR knows of the parts of the day, for a language without data of its own."""
    names = cldr.day_parts(lang)
    never = compile_pattern("(?!)")
    listed = {part: "|".join(map(re.escape, forms)) or "(?!)" for part, forms in names.items()}
    beside = "|".join(listed.values())
    return _Words(
        before=compile_pattern(rf"(?:{beside})[ \u00a0]?$"),
        after=compile_pattern(rf"[ \u00a0]?(?:{beside})"),
        parts={part: compile_pattern(listed[part]) for part in _PARTS},
        whole={12: never, 24: never},
        past_before=(),
        past_after=(),
        ordinals=False,
    )
