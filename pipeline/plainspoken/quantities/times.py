"""Mark times of the day: 8 p.m., 20:00, noon.

Their words are those of a language's data, else CLDR's day periods (UTS #35 Part 4, Dates).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from ..languages import Language
from . import cldr
from .language_data import NEVER, match_any
from .normalize import compile_pattern
from .quantity import Quantity, ReadingHints, overlaps

_PARTS = ("night", "noon", "pm", "am")
_WINDOW = 30
"""How far from an hour its part of the day may stand, in characters."""
_STOP = re.compile(r"[,;!?،；，。؛]|\. ")
_DECIMAL = re.compile(r"\d[.,٫]\d")
_POINT = re.compile(r"\d{1,2}[.٫][0-5]\d(?!\d).*")
_DAY = 1440
_HALF_DAY = 720


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language says times of the day; `[clock]` in `en/quantities.toml` explains the keys."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    parts: Mapping[str, re.Pattern[str]]
    """The words for the parts of the day, by `night`, `noon`, `pm` and `am`."""
    whole: Mapping[int, re.Pattern[str]]
    """Noon and midnight, by their hour."""
    past_before: Sequence[tuple[re.Pattern[str], re.Pattern[str], int]]
    """The words; the same at the end of a text; minutes."""
    past_after: Sequence[tuple[re.Pattern[str], int]]
    ordinals: bool
    lengths: re.Pattern[str]
    """A number of hours that is how long something lasts."""

    def find_part(self, text: str, *, last: bool = False) -> str:
        """The part of the day that a text names first; or `last`, in what is before an hour, as
        Hindi हर दिन सुबह does. Empty where it names none.
        """
        found = [
            (match.end() if last else 0, -at, part)
            for at, part in enumerate(_PARTS)
            for match in self.parts[part].finditer(text)
        ]
        return max(found)[-1] if found else ""

    def ends_with_part(self, text: str) -> bool:
        """Whether a part of the day stands at the end of a text."""
        bare = text.rstrip(" \u00a0")
        return any(
            match.end() == len(bare)
            for part in self.parts.values()
            for match in part.finditer(bare)
        )


@cache
def _read_words(language: Language) -> _Words:
    clock = language.table("quantities", "clock")
    edge = r"\b" if clock else ""
    clock = clock or _read_clock(language)

    def read(name: str, frame: str = "{}") -> re.Pattern[str]:
        return compile_pattern(frame.replace("{}", f"(?:{clock.get(name, NEVER)})"))

    return _Words(
        before=read("before", edge + "{}[ \u00a0]?$"),
        after=read("after", "[ \u00a0]?{}"),
        parts={part: read(part) for part in _PARTS},
        whole={12: read("noon_alone"), 24: read("midnight_alone")},
        past_before=[
            (compile_pattern(f"(?:{past}) "), compile_pattern(rf"\b(?:{past}) $"), minutes)
            for past, minutes in clock.get("past_before", ())
        ],
        past_after=[
            (compile_pattern(f"[ \u00a0]?{past}"), minutes)
            for past, minutes in clock.get("past_after", ())
        ],
        ordinals=clock.get("ordinals", False),
        lengths=read("lengths"),
    )


def _read_clock(language: Language) -> Mapping[str, Any]:
    """What CLDR knows, as a language's data would say it."""
    parts = {part: match_any(names) for part, names in cldr.list_day_parts(language).items()}
    beside = "|".join(parts.values())
    return {**parts, "before": beside, "after": beside}


def mark_times(
    text: str, quantities: Sequence[Quantity], language: Language, hints: ReadingHints
) -> list[Quantity]:
    """The quantities, times of the day marked as such, and noon and midnight."""
    words = _read_words(language)
    marked = list(_Marker(text, quantities, words, hints).mark())
    for hour, pattern in words.whole.items():
        for match in pattern.finditer(text):
            # Portuguese meia-noite, half-night: its half is no number.
            others = [quantity for quantity in marked if not _is_part(quantity, match)]
            if not overlaps(match.span(), [quantity.span for quantity in others]):
                minutes, twelve = frozenset({hour * 60 % _DAY}), Fraction(12)
                time = Quantity(*match.span(), twelve, sure=False, minutes_of_day=minutes)
                marked = [*others, time]
    return sorted(marked, key=lambda quantity: quantity.start)


def _is_part(quantity: Quantity, phrase: re.Match[str]) -> bool:
    """Whether a number word is one of the words of a phrase."""
    return quantity.spelled and phrase.start() <= quantity.start and quantity.end <= phrase.end()


@dataclass(frozen=True, slots=True)
class _Marker:
    text: str
    quantities: Sequence[Quantity]
    words: _Words
    hints: ReadingHints

    def mark(self) -> Iterator[Quantity]:
        """The quantities; those that are times marked, some joined."""
        index = 0
        while index < len(self.quantities):
            marked, count = self._mark_hour(index)
            yield marked
            index += count
            while index < len(self.quantities) and self.quantities[index].start < marked.end:
                index += 1  # part of the time: the quarter of neuf heures et quart

    def _mark_hour(self, index: int) -> tuple[Quantity, int]:
        """One quantity, as a time if it is one, and how many quantities it takes up."""
        written = self.quantities[index]
        is_time = self.hints.times or self.words.after.match(self.text, written.end)
        hour = _read_point(self.text, written) if is_time else written
        is_first = not index or self.quantities[index - 1].implied  # Polish godz. 18
        begin = 0 if is_first else self.quantities[index - 1].end
        before = self.text[begin : hour.start][-_WINDOW:]
        if past := self._read_past_before(index):
            hour, count = past
            return self._place_in_day(hour, before, index + count), count
        after = self._match_after(hour)
        is_marked = hour.minutes_of_day or after or self.words.before.search(before)
        is_part = "/" in self.text[written.start : written.end]
        may_be = _may_be_hour(hour, self.words) and not _is_decimal(self.text, written)
        may_be = may_be and not (self._is_length(written) or self._is_day(index))
        if not is_marked or not may_be or is_part:
            return written, 1
        count = 1
        if after:
            hour = replace(hour, end=max(after.end(), hour.end))
            if time := self._add_minutes(hour, index + 1):
                hour, count = time, 2
        return self._place_in_day(hour, before, index + count), count

    def _is_length(self, written: Quantity) -> bool:
        """Whether a number of hours is no time, whatever part of the day follows."""
        digits = self.text[written.start : written.end]
        is_hours = written.unit == "duration-hour" and ":" not in digits
        return is_hours and bool(self.words.lengths.match(self.text, written.start))

    def _is_day(self, index: int) -> bool:
        """Whether a month follows a number: around 24 January."""
        number, after = self.quantities[index], self.quantities[index + 1 : index + 2]
        gap = self.text[number.end : after[0].start] if after else ""
        return bool(after) and after[0].kind == "month" and not gap.strip(" \u00a0.")

    def _match_after(self, hour: Quantity) -> re.Match[str] | None:
        after = self.words.after.match(self.text, hour.end)
        digits = re.match(r"\d+", self.text[hour.start : hour.end])
        if after or not (digits and hour.unit):
            return after
        # The unit was read as hours.
        return self.words.after.match(self.text, hour.start + digits.end())

    def _add_minutes(self, hour: Quantity, index: int) -> Quantity | None:
        if not self.hints.times or index == len(self.quantities):
            return None
        following = self.quantities[index]
        gap = self.text[hour.end : following.start]
        is_minutes = following.unit in ("", "duration-minute") and following.value in range(60)
        is_whole = hour.value.denominator == 1 and ":" not in self.text[hour.start : hour.end]
        is_alike = following.spelled == hour.spelled  # at 2 p.m. two cars came
        if gap.strip(" \u00a0") or not (is_minutes and is_alike and following.sure and is_whole):
            return None
        return replace(hour, end=following.end, value=hour.value + following.value / 60)

    def _read_past_before(self, index: int) -> tuple[Quantity, int] | None:
        """Half past seven: the time, and how many quantities it takes up."""
        quantity = self.quantities[index]
        before = self.text[max(0, quantity.start - 20) : quantity.start]
        for words, ending, minutes in self.words.past_before:
            match = words.match(self.text, quantity.start) if quantity.spelled else None
            count = 2 if match else 1
            if not (match or ending.search(before)) or index + count > len(self.quantities):
                continue
            hour = self.quantities[index + count - 1]
            touches = match is None or match.end() == hour.start
            if touches and _may_be_hour(hour, self.words):
                value = hour.value + Fraction(minutes, 60)
                minutes_of_day = frozenset({int(value * 60)})
                time = replace(hour, value=value, minutes_of_day=minutes_of_day, sure=True)
                return time, count
        return None

    def _place_in_day(self, hour: Quantity, before: str, later: int) -> Quantity:
        """Give an hour the minutes of the day it may be; `later` indexes the next quantity."""
        hour = self._add_past_after(hour)
        end = self.quantities[later].start if later < len(self.quantities) else len(self.text)
        after = _STOP.split(self.text[hour.end : min(end, hour.end + _WINDOW)])[0]
        before = _STOP.split(before)[-1]
        texts = [self.text[hour.start : hour.end], after, before]
        if self.words.ends_with_part(before) and self.words.ends_with_part(after):
            texts = [before]  # Chinese 上午8:30至下午5点: each has its part before it
        named = (self.words.find_part(text, last=text is before) for text in texts)
        part = next(filter(None, named), "")
        minutes = _count_minutes(hour.value, part)
        possible = {minutes}
        if not part and self.hints.either_half and hour.value <= 12:
            possible.add((minutes + _HALF_DAY) % _DAY)
        unit = "" if hour.unit == "duration-hour" and part else hour.unit
        return replace(hour, minutes_of_day=frozenset(possible), unit=unit)

    def _add_past_after(self, hour: Quantity) -> Quantity:
        """Spanish 8 y cuarto: the hour with what stands after it."""
        if hour.value.denominator > 1:
            return hour
        for pattern, minutes in self.words.past_after:
            if match := pattern.match(self.text, hour.end):
                return replace(hour, value=hour.value + Fraction(minutes, 60), end=match.end())
        return hour


def _read_point(text: str, quantity: Quantity) -> Quantity:
    """8.30, where it may be a time."""
    match = re.fullmatch(r"([01]?\d|2[0-4])\.([0-5]\d)", text[quantity.start : quantity.end])
    if match is None or quantity.spelled or quantity.unit:
        return quantity
    return replace(quantity, value=int(match[1]) + Fraction(int(match[2]), 60))


def _is_decimal(text: str, quantity: Quantity) -> bool:
    """Whether a number has a decimal sign as no time has: Arabic 1,65 م, metres."""
    digits = text[quantity.start : quantity.end]
    return bool(_DECIMAL.search(digits) and not _POINT.fullmatch(digits))


def _may_be_hour(quantity: Quantity, words: _Words) -> bool:
    parts = 4 if quantity.spelled else 60
    fits = 1 <= quantity.value <= 24 and (quantity.value * parts).denominator == 1
    return (
        (fits or bool(quantity.minutes_of_day))
        and (words.ordinals or not quantity.ordinal)
        and quantity.kind == "number"
        and quantity.unit in ("", "duration-hour")
    )


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
