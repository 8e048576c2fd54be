"""The way of a text to its amounts: digits, words, times, units, relations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..languages import find_language
from . import cldr
from .dates import calendar
from .digits import digits
from .lexicon import lexicon
from .normalize import Folded
from .quantity import Amount, Hints
from .ranges import related, with_halves
from .spelled_numbers import spelled
from .times import clocked
from .units import measured


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and all that it says of numbers, in the order of the text."""

    text: Folded
    amounts: tuple[Amount, ...]
    ranges: tuple[tuple[int, int], ...] = ()
    """Which amounts are the two ends of a range."""


@dataclass(frozen=True, slots=True)
class Side:
    """A text with what is needed to read it."""

    text: Folded
    lang: str
    region: str = ""
    taken: tuple[tuple[int, int], ...] = ()
    """Stretches that are read elsewhere: telephone numbers."""


def read_both(source: Side, target: Side) -> tuple[Reading, Reading]:
    """Both texts of a pair, each looked through for what the other speaks of."""
    plain = Hints(weekdays=True, loose=True)
    first = read(source, plain)
    second = read(target, Hints())
    days = _speaks(first, "weekday")
    hints = Hints(
        clock=any(each.clock for each in first.amounts),
        dates=_speaks(first, "month"),
        weekdays=days,
    )
    if hints != Hints():
        second = read(target, hints)
    back = Hints(
        clock=any(each.clock for each in second.amounts),
        dates=_speaks(second, "month"),
        weekdays=True,
        loose=True,
    )
    return (read(source, back) if back != plain else first), second


def read(side: Side, hints: Hints) -> Reading:
    """All amounts of a text."""
    text = _blanked(side.text.text, side.taken)
    words = lexicon(side.lang)
    dated = [each for each in calendar(text, side.lang, side.region, hints) if _is_name(side, each)]
    text = _blanked(text, [(each.start, each.end) for each in dated])
    if words.idioms and not words.spaced:
        text = words.idioms.sub(lambda found: "\x01" * len(found[0]), text)
    found = spelled(text, digits(text, cldr.signs(side.lang, side.region)), words)
    if words.idioms and words.spaced:
        idioms = [each.span() for each in words.idioms.finditer(text)]
        found = [_doubted(each, idioms) for each in found]
    found = with_halves(text, found, side.lang)
    found = measured(text, found, side.lang)
    found = clocked(text, sorted([*found, *dated], key=_start), side.lang, hints)
    made = related(text, found, side.lang)
    return Reading(side.text, made.amounts, made.ranges)


def _is_name(side: Side, amount: Amount) -> bool:
    """Whether a month has the capital letter that its language may want: may, May."""
    if amount.kind != "month" or not find_language(side.lang).table("quantities", "calendar").get(
        "capital"
    ):
        return True
    first = side.text.original(amount.start, amount.end)[:1]
    return first.isupper() or not first.isalpha()


def _doubted(amount: Amount, idioms: Sequence[tuple[int, int]]) -> Amount:
    """An amount that is no sure number where it is part of an idiom."""
    inside = any(start < amount.end and amount.start < end for start, end in idioms)
    return replace(amount, sure=False, idiom=True) if inside else amount


def _start(amount: Amount) -> int:
    return amount.start


def _speaks(reading: Reading, kind: str) -> bool:
    return any(each.kind == kind and each.sure for each in reading.amounts)


def _blanked(text: str, stretches: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> str:
    """The text, some stretches made signs that are neither words nor blanks."""
    out, at = [], 0
    for start, end in sorted(stretches):
        if start >= at:
            out += [text[at:start], re.sub(".", "\x01", text[start:end], flags=re.DOTALL)]
            at = end
    return "".join([*out, text[at:]])
