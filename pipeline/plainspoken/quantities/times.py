"""Mark the numbers that are times of the day: 8 p.m., 20:00, noon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ..languages import Language
from .quantity import Quantity, ReadingHints
from .time_words import TimeWords, read_time_words

_WINDOW = 30
"""How far from an hour its part of the day may stand, in characters."""
_STOP = re.compile(r"[,;!?،；，。؛]|\. ")
_DAY = 1440
_HALF_DAY = 720


def mark_times(
    text: str, quantities: Sequence[Quantity], language: Language, hints: ReadingHints
) -> list[Quantity]:
    """The quantities, times of the day marked as such, and noon and midnight."""
    words = read_time_words(language)
    marked = list(_mark_hours(text, quantities, words, hints))
    spans = [quantity.span for quantity in marked]
    for hour, pattern in words.whole.items():
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                minutes = frozenset({hour * 60 % _DAY})
                marked.append(
                    Quantity(*match.span(), Fraction(12), sure=False, minutes_of_day=minutes)
                )
    return sorted(marked, key=lambda quantity: quantity.start)


def _mark_hours(
    text: str, quantities: Sequence[Quantity], words: TimeWords, hints: ReadingHints
) -> Iterator[Quantity]:
    index = 0
    while index < len(quantities):
        marked, count = _mark_hour(text, quantities, index, words, hints)
        yield marked
        index += count


def _mark_hour(
    text: str, quantities: Sequence[Quantity], index: int, words: TimeWords, hints: ReadingHints
) -> tuple[Quantity, int]:
    """One quantity, as a time if it is one, and how many quantities it takes up."""
    written = quantities[index]
    hour = _read_point(text, written) if hints.times else written
    before = text[quantities[index - 1].end if index else 0 : hour.start][-_WINDOW:]
    if past := _read_past_before(text, quantities, index, words):
        time, count = past
        later = quantities[index + count :]
        return _place_in_day(text, time, before, later, words, hints), count
    after = _match_after(text, hour, words)
    is_marked = hour.minutes_of_day or after or words.before.search(before)
    if not is_marked or not _may_be_hour(hour, words):
        return written, 1
    count = 1
    if after:
        hour = replace(hour, end=max(after.end(), hour.end))
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        if hints.times and following and (time_ := _add_minutes(text, hour, following)):
            hour, count = time_, 2
    return _place_in_day(text, hour, before, quantities[index + count :], words, hints), count


def _read_point(text: str, quantity: Quantity) -> Quantity:
    """8.30, where it may be a time."""
    match = re.fullmatch(r"([01]?\d|2[0-4])\.([0-5]\d)", text[quantity.start : quantity.end])
    if match is None or quantity.spelled or quantity.unit:
        return quantity
    return replace(quantity, value=int(match[1]) + Fraction(int(match[2]), 60))


def _match_after(text: str, hour: Quantity, words: TimeWords) -> re.Match[str] | None:
    """The word for hours, or for a part of the day, right after a number."""
    return words.after.match(text, hour.end) or words.after.match(text, _find_bare_end(text, hour))


def _find_bare_end(text: str, quantity: Quantity) -> int:
    """The end of the number alone, where its unit was read as hours."""
    digits = re.match(r"\d+", text[quantity.start : quantity.end])
    return quantity.start + digits.end() if digits and quantity.unit else quantity.end


def _may_be_hour(quantity: Quantity, words: TimeWords) -> bool:
    parts = 4 if quantity.spelled else 60
    fits = 1 <= quantity.value <= 24 and (quantity.value * parts).denominator == 1
    return (
        (fits or bool(quantity.minutes_of_day))
        and (words.ordinals or not quantity.ordinal)
        and quantity.kind == "number"
        and quantity.unit in ("", "duration-hour")
    )


def _add_minutes(text: str, hour: Quantity, following: Quantity) -> Quantity | None:
    """The hour with the minutes that follow; nothing where none do."""
    gap = text[hour.end : following.start]
    is_minutes = following.unit in ("", "duration-minute") and following.value in range(60)
    if gap.strip(" \u00a0") or not (is_minutes and following.sure) or hour.value.denominator != 1:
        return None
    return replace(hour, end=following.end, value=hour.value + following.value / 60)


def _read_past_before(
    text: str, quantities: Sequence[Quantity], index: int, words: TimeWords
) -> tuple[Quantity, int] | None:
    """Half past seven: the time, and how many quantities it takes up."""
    quantity = quantities[index]
    for pattern, minutes in words.past_before:
        match = pattern.match(text, quantity.start) if quantity.spelled else None
        count = 2 if match else 1
        match = match or _match_ending(text, quantity.start, pattern)
        if match is None or index + count > len(quantities):
            continue
        hour = quantities[index + count - 1]
        touches = count == 1 or quantity.start + len(match[0]) == hour.start
        if touches and _may_be_hour(hour, words):
            value = hour.value + Fraction(minutes, 60)
            minutes_of_day = frozenset({int(value * 60)})
            time = replace(hour, value=value, minutes_of_day=minutes_of_day, sure=True)
            return time, count
    return None


def _match_ending(text: str, end: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The words that match right before a place."""
    before = text[max(0, end - 20) : end]
    return next((match for match in pattern.finditer(before) if match.end() == len(before)), None)


def _place_in_day(
    text: str,
    hour: Quantity,
    before: str,
    later: Sequence[Quantity],
    words: TimeWords,
    hints: ReadingHints,
) -> Quantity:
    """An hour with the minutes of the day that it may be, by the words around it."""
    hour = _add_past_after(text, hour, words)
    end = min(later[0].start if later else len(text), hour.end + _WINDOW)
    after = _STOP.split(text[hour.end : end])[0]
    part = (
        words.find_part(text[hour.start : hour.end])
        or words.find_part(after)
        or words.find_part(_STOP.split(before)[-1])
    )
    minutes = _count_minutes(hour.value, part)
    possible = {minutes}
    if not part and hints.either_half and hour.value <= 12:
        possible.add((minutes + _HALF_DAY) % _DAY)
    unit = "" if hour.unit == "duration-hour" and part else hour.unit
    return replace(hour, minutes_of_day=frozenset(possible), unit=unit)


def _add_past_after(text: str, hour: Quantity, words: TimeWords) -> Quantity:
    """Spanish 8 y cuarto: the hour with what stands after it."""
    if hour.value.denominator > 1:
        return hour
    for pattern, minutes in words.past_after:
        if match := pattern.match(text, hour.end):
            return replace(hour, value=hour.value + Fraction(minutes, 60), end=match.end())
    return hour


def _count_minutes(hour: Fraction, part: str) -> int:
    """The minute of the day of an hour in a part of the day; of the hour alone where none is."""
    minutes = int(hour * 60)
    if minutes >= _HALF_DAY + 60 or not part:
        return minutes % _DAY
    minutes %= _HALF_DAY
    is_late = {
        "pm": True,
        "night": minutes >= 300,
        "noon": not 600 <= minutes < _HALF_DAY,
        "am": False,
    }[part]
    return minutes + _HALF_DAY * is_late
