"""What a text says of numbers: one `Quantity` for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal["number", "month", "weekday", "phone"]
Span = tuple[int, int]
Alternatives = tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, where it stands, and what it is a number of."""

    start: int
    end: int
    """In the text that was read: of `extract` its own, of `read_text` the folded one."""
    value: Fraction
    """Of a month its number, of a day of the week its place after Monday, of a telephone number
    its digits."""
    unit: str = ""
    """CLDR's name (UTS #35 Part 6), such as `mass-milligram`; `time` for three times;
    empty where not known."""
    sure: bool = True
    """Surely a number, so that the other text must have it too."""
    spelled: bool = False
    ordinal: bool = False
    idiom: bool = False
    """Part of an idiom where it says no number, or only looks like a number."""
    counted: bool = False
    """A word follows that is counted: three tablets."""
    implied: bool = False
    """Not written at all: an hour, per day."""
    kind: Kind = "number"
    minutes_of_day: frozenset[int] = frozenset()
    """All that it may be, where it is a time."""
    alternatives: Alternatives = ()
    """Other ways to say the same: 1 of 5 for a fifth, 50 for a half."""
    separator: str = ""
    """The sign that is its decimal point or its sign of thousands, where it might be the other."""
    in_range: bool = False
    """One end of a range: 3 to 4 days."""
    dose: bool = False
    """Measures a medicine, food, drink or heat: 10 mg, 2 tablets, 38 °C."""

    @property
    def span(self) -> Span:
        """Where it begins and ends."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class ReadingHints:
    """What the other text speaks of, so that the same is looked for here."""

    times: bool = False
    dates: bool = False
    months: frozenset[Fraction] = frozenset()
    """The months that it names, where any is known: in no other is 2.9 a date."""
    weekdays: bool = False
    either_half: bool = False
    """An hour without a part of the day may be in the morning or in the evening."""
    same_digits: frozenset[str] = frozenset()
    """Digits with a point that are the same in both texts, as those of version 4.13: no date."""
    words: bool = False
    """What may be a number, or a word as short as Korean numbers are, is a number."""


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether a stretch of text shares a character with one of others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def format_value(value: Fraction) -> str:
    """A value as people read it in a message."""
    if value.denominator == 1:
        return str(value.numerator)
    for digits in range(1, 7):
        if (value * 10**digits).denominator == 1:
            return f"{float(value):.{digits}f}"
    return f"{value.numerator}/{value.denominator}"
