"""Read what is said as a listener would, and compare its quantities with those that are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ..languages import Language
from ..quantities.normalize import fold, fold_text
from ..quantities.quantity import Quantity, ReadingHints, format_value
from ..quantities.reading import LocalizedText, read_text
from .amounts import split_parts
from .clock import follows_hour_word
from .enclosed import read_enclosed
from .powers import list_exponents
from .roman import read_stage
from .signs import read_one_in, read_place
from .text import SpokenText
from .unit_symbols import find_plain_units
from .written import Saying, WrittenText

_SQUARE = re.compile(r"(?<![^\W\d_])[cm]?m$")
"""What stands before the 2 of m2 and the 3 of mm3."""
_PER_SECOND = re.compile(r"/[ \u00a0]?s(?!\w)")
_TIME = re.compile(r"\d{1,2}(?:[.:]|(?:z|tr)?è)\d{2}(?!\d)")
_HINTS = ReadingHints(times=True, dates=True, weekdays=True, either_half=True, words=True)


@dataclass(frozen=True, slots=True)
class Misreading:
    """A stretch of a text that is heard as other quantities than it has."""

    saying: Saying
    written: str
    heard: str
    """Its quantities, as a message shows them."""


def find_misreadings(spoken: SpokenText) -> Iterator[Misreading]:
    """All stretches whose numbers or units are heard as others than those written."""
    written = spoken.source
    for saying in spoken.sayings:
        stretch = spoken.written[saying.start : saying.end]
        if saying.is_respelling or written.data("short-forms").get(stretch) == saying.words:
            continue
        numbers = [
            number
            for number in written.numerals
            if saying.start <= number.start
            and number.end <= saying.end
            and not _SQUARE.search(spoken.written[: number.start])
        ]
        around = [q for q in written.quantities if q.start < saying.end and saying.start < q.end]
        inside = [q for q in around if saying.start <= q.start and q.end <= saying.end]
        if place := read_place(written, saying.start) if numbers else []:  # step 1/3
            inside = [replace(numbers[0], value=place[0] / place[1])]
            numbers = [replace(numbers[0], value=value) for value in place]
        words = LocalizedText(
            fold(_write_plainly(_add_hour_word(saying, written), written)),
            written.language,
            written.region,
        )
        apart = read_text(words, _HINTS).quantities
        heard = _join_fractions(apart, words)
        known = [number for number in heard if not (number.idiom or number.implied)]
        same_numbers = _has_same_digits(stretch, saying.words, heard, written.language) or any(
            _agree(stretch, numbers, each)
            or _agree(stretch, inside, each)  # 5 million
            or _agree_in_parts(stretch, numbers, each, written.language)
            or _is_same_time(stretch, around, each)
            for each in (heard, known, apart)
        )
        if not (same_numbers and (not numbers or _agree_in_unit(around, heard, saying, written))):
            yield Misreading(saying, stretch, _format(heard))


def _join_fractions(heard: Sequence[Quantity], words: LocalizedText) -> list[Quantity]:
    """What is heard, a fraction as one number: seven over twelve, 四分之三."""
    data = words.language.table("spoken", "fractions")
    patterns = [str(data[key]) for key in ("other", "score") if key in data]
    between = {
        fold_text(found[1]).strip(): pattern.startswith("{1}")
        for pattern in patterns
        if (found := re.fullmatch(r"\{[01]\}(.+)\{[01]\}", pattern))
    }
    joined: list[Quantity] = []
    for number in heard:
        first = joined[-1] if joined else None
        gap = words.text.text[first.end : number.start].strip() if first else ""
        is_plain = first and not (first.unit or number.implied)  # no Polish 1 mL na godzinę
        if first and is_plain and gap in between and first.value and number.value:
            part, whole = (number, first) if between[gap] else (first, number)
            value = part.value / whole.value
            joined[-1] = replace(number, start=first.start, value=value)
        else:
            joined.append(number)
    return joined


def _add_hour_word(saying: Saying, written: WrittenText) -> str:
    """What is said, after the word that makes it an hour: a listener has just heard that word."""
    before = written.text[: saying.start].split()
    follows = before and follows_hour_word(written, saying.start)
    return f"{before[-1]} {saying.words}" if follows else saying.words


def _write_plainly(words: str, written: WrittenText) -> str:
    """Words with a fraction that only its marks tell from a number, by `heard` of [fractions]."""
    for name, plain in written.data("fractions").get("heard", {}).items():
        words = words.replace(name, plain)
    return words


def _agree(stretch: str, numbers: Sequence[Quantity], heard: Sequence[Quantity]) -> bool:
    """Whether the same numbers are heard, in any order, or the same digits one after another."""
    values = [number.value for number in heard if not number.implied]
    # The digits of 10^9 are numbers already.
    exponents = [] if "^" in stretch else [*map(Fraction, list_exponents(stretch))]
    expected = [*(number.value for number in numbers), *exponents]
    if stage := read_stage(stretch):
        expected = [Fraction(number) for number in stage]
    if (enclosed := read_enclosed(stretch)) is not None:
        expected = [Fraction(enclosed)]
    if many := read_one_in(stretch):
        expected = [Fraction(1), Fraction(many)]
    sure = [number.value for number in heard if not (number.implied or number.idiom)]
    # A word for a day may say how often: Korean 하루.
    named = [n.value for n in heard if not (n.implied or (n.unit and n.value == 1 and not n.sure))]
    parts = [n.alternatives[0][0] if n.ordinal and n.alternatives else n.value for n in heard]
    # Spanish cuatro por diez a la nueve may be four of ten.
    apart = [v for n in heard for v in (n.alternatives[0] if n.alternatives else (n.value,))]
    factors = apart if list_exponents(stretch) else values
    # Per second, 5 m/s, is no second; and a hundredth may be the hundredth: the 100th dose.
    kept = [
        n.value for n in heard if not (n.implied or (n.ordinal and _PER_SECOND.search(stretch)))
    ]
    ordinals = _read_ordinals(heard)
    others = (sure, named, factors, kept, ordinals)
    heard_as = (*_join_pairs(values), *_join_pairs(parts), *others)
    if any(sorted(each) == sorted(expected) for each in heard_as):
        return True
    if any(  # One and a half: the parts of a mixed number, apart.
        tuple(values) == parts and sum(parts) == number.value
        for number in numbers
        for parts in number.alternatives
    ):
        return True
    if _is_short_date(stretch, heard) or _is_part(stretch, expected, values):
        return True
    digits = "".join(filter(str.isdecimal, fold_text(stretch)))
    is_whole = all(value.denominator == 1 for value in (*values, *expected))
    unpadded = "".join(str(int(group)) for group in re.findall(r"\d+", fold_text(stretch)))
    return is_whole and "".join(map(str, values)) in (digits, unpadded)  # 2026-05-01


def _is_short_date(stretch: str, heard: Sequence[Quantity]) -> bool:
    """Whether the numbers of a date are heard, without its year, or with all four digits of it:
    German 24.12.; EXP 03/26.
    """
    if not any(number.kind == "month" for number in heard):
        return False
    values = [number.value for number in heard if not number.implied]
    groups = [Fraction(group) for group in re.findall(r"\d+", fold_text(stretch))]
    dates = [*_list_dates(groups)]
    orders = {"".join(map(str, each)) for date in dates for each in (date, date[::-1])}
    if "".join(map(str, values)) in orders:
        return True  # Chinese 08/2026
    return any(sorted(each) in map(sorted, dates) for each in _join_pairs(values))


def _list_dates(groups: Sequence[Fraction]) -> Iterator[Sequence[Fraction]]:
    """The numbers of a date, and the same with its year in full: EXP 03/26; Korean 26.5.1."""
    yield groups
    for place in {2: (1,), 3: (0, 2)}.get(len(groups), ()):
        year = groups[place] + (1900 if groups[place] > 69 else 2000)
        yield [*groups[:place], year, *groups[place + 1 :]]


def _is_part(stretch: str, numbers: Sequence[Fraction], values: Sequence[Fraction]) -> bool:
    """Whether two numbers with a slash are heard as the part that they make: French 1/100e."""
    is_pair = "/" in stretch and len(numbers) == 2 and 0 not in numbers
    return is_pair and [*values] == [numbers[0] / numbers[1]]


def _read_ordinals(heard: Sequence[Quantity]) -> list[Fraction]:
    """The numbers, a fraction as the ordinal that it may be."""
    return [
        number.alternatives[-1][0]
        if number.alternatives and len(number.alternatives[-1]) == 1
        else number.value
        for number in heard
    ]


def _agree_in_parts(
    stretch: str, numbers: Sequence[Quantity], heard: Sequence[Quantity], language: Language
) -> bool:
    """Whether a whole and its hundredths are heard for $25.50; Italian centesimi are no 100."""
    sure = [number.value for number in heard if not (number.implied or number.ordinal)]
    return bool(parts := split_parts(stretch, numbers, language)) and sorted(sure) == sorted(parts)


def _has_same_digits(
    stretch: str, words: str, heard: Sequence[Quantity], language: Language
) -> bool:
    """Whether the same digits are heard where the word for nought is heard as not: 0282."""
    nought = language.table("quantities", "numbers").get("nought")
    digits = "".join(filter(str.isdecimal, fold_text(stretch)))
    if not nought or len(re.findall(rf"\b{nought}\b", words)) != digits.count("0"):
        return False
    values = (number.value for number in heard if not number.implied)
    return "".join(str(value) for value in values if value) == digits.replace("0", "")


def _join_pairs(values: Sequence[Fraction]) -> Iterator[list[Fraction]]:
    """The numbers, and the same with two of them as one: a year, nineteen ninety-eight."""
    yield [*values]
    for place in range(len(values) - 1):
        first, second = values[place : place + 2]
        if first in range(10, 22) and second in range(1, 100):
            yield [*values[:place], first * 100 + second, *values[place + 2 :]]


def _is_same_time(stretch: str, written: Sequence[Quantity], heard: Sequence[Quantity]) -> bool:
    """20:00 and eight in the evening, or eight and thirty for 8:30."""
    values = [number.value for number in heard if not number.implied]
    if any(quantity.minutes_of_day for quantity in written) and _TIME.match(stretch):
        hour, minute = (int(digits) for digits in re.findall(r"\d+", stretch)[:2])
        if values in ([hour, minute], [hour, 0, minute] if minute < 10 else []):
            return True
        if any(60 * hour + minute in number.minutes_of_day for number in heard):
            return True
        if values == [Fraction(f"{hour}.{minute:02}")]:  # Chinese 八点三十 may be a decimal
            return True
    for minutes in (minutes for quantity in written for minutes in quantity.minutes_of_day):
        hour, minute = divmod(minutes, 60)
        if values in ([hour, minute], [hour % 12 or 12, minute]):
            return True
        if not minute and values in ([hour], [hour % 12 or 12]):
            return True
        if any(minutes in number.minutes_of_day for number in heard):
            return True
    return False


def _agree_in_unit(
    written: Sequence[Quantity],
    heard: Sequence[Quantity],
    saying: Saying,
    written_text: WrittenText,
) -> bool:
    """Whether each unit that the stretch takes up is heard; the first end of a range has none."""
    units = {
        number.unit
        for number in written
        if saying.start <= number.start
        and number.end <= saying.end
        and not (number.in_range or number.implied)
    }
    plain = find_plain_units(written_text, saying)
    return units - {"", "time", "temperature-generic", *plain} <= {number.unit for number in heard}


def _format(quantities: Sequence[Quantity]) -> str:
    return ", ".join(f"{format_value(found.value)} {found.unit}".strip() for found in quantities)
