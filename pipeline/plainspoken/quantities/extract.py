"""The way of a text to its amounts: digits, words, times, units, relations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..languages import find_language
from . import cldr
from .dates import find_dates
from .digits import find_digits
from .lexicon import read_lexicon
from .normalize import FoldedText
from .quantity import Quantity, ReadingHints
from .ranges import find_relations, join_halves
from .spelled_numbers import find_spelled_numbers
from .times import mark_times
from .units import attach_units


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and all that it says of numbers, in the order of the text."""

    text: FoldedText
    quantities: tuple[Quantity, ...]
    ranges: tuple[tuple[int, int], ...] = ()
    """Which amounts are the two ends of a range."""


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text with what is needed to read it."""

    text: FoldedText
    lang: str
    region: str = ""
    taken: tuple[tuple[int, int], ...] = ()
    """Stretches that are read elsewhere: telephone numbers."""


def read_text_pair(source: LocalizedText, target: LocalizedText) -> tuple[Reading, Reading]:
    """Both texts of a pair, each looked through for what the other speaks of."""
    plain = ReadingHints(weekdays=True, loose=True)
    first = read_text(source, plain)
    second = read_text(target, ReadingHints())
    days = _speaks(first, "weekday")
    hints = ReadingHints(
        times=any(each.minutes_of_day for each in first.quantities),
        dates=_speaks(first, "month"),
        weekdays=days,
    )
    if hints != ReadingHints():
        second = read_text(target, hints)
    back = ReadingHints(
        times=any(each.minutes_of_day for each in second.quantities),
        dates=_speaks(second, "month"),
        weekdays=True,
        loose=True,
    )
    return (read_text(source, back) if back != plain else first), second


def read_text(side: LocalizedText, hints: ReadingHints) -> Reading:
    """All amounts of a text."""
    text = _blanked(side.text.text, side.taken)
    words = read_lexicon(side.lang)
    dated = [
        each for each in find_dates(text, side.lang, side.region, hints) if _is_name(side, each)
    ]
    text = _blanked(text, [(each.start, each.end) for each in dated])
    if words.idioms and not words.spaced:
        text = words.idioms.sub(lambda found: "\x01" * len(found[0]), text)
    found = find_spelled_numbers(text, find_digits(text, cldr.signs(side.lang, side.region)), words)
    if words.idioms and words.spaced:
        idioms = [each.span() for each in words.idioms.finditer(text)]
        found = [_doubted(each, idioms) for each in found]
    found = join_halves(text, found, side.lang)
    found = attach_units(text, found, side.lang)
    found = mark_times(text, sorted([*found, *dated], key=_start), side.lang, hints)
    made = find_relations(text, found, side.lang)
    return Reading(side.text, made.quantities, made.ranges)


def _is_name(side: LocalizedText, quantity: Quantity) -> bool:
    """Whether a month has the capital letter that its language may want: may, May."""
    if quantity.kind != "month" or not find_language(side.lang).table("quantities", "calendar").get(
        "capital"
    ):
        return True
    first = side.text.original(quantity.start, quantity.end)[:1]
    return first.isupper() or not first.isalpha()


def _doubted(quantity: Quantity, idioms: Sequence[tuple[int, int]]) -> Quantity:
    """An amount that is no sure number where it is part of an idiom."""
    inside = any(start < quantity.end and quantity.start < end for start, end in idioms)
    return replace(quantity, sure=False, idiom=True) if inside else quantity


def _start(quantity: Quantity) -> int:
    return quantity.start


def _speaks(reading: Reading, kind: str) -> bool:
    return any(each.kind == kind and each.sure for each in reading.quantities)


def _blanked(text: str, stretches: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> str:
    """The text, some stretches made signs that are neither words nor blanks."""
    out, at = [], 0
    for start, end in sorted(stretches):
        if start >= at:
            out += [text[at:start], re.sub(".", "\x01", text[start:end], flags=re.DOTALL)]
            at = end
    return "".join([*out, text[at:]])
