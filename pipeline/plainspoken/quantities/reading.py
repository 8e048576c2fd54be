"""Read the numbers of a text and its translation, each in the light of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from ..languages import Language
from .dates import find_dates
from .lexicon import read_lexicon
from .normalize import FoldedText
from .numerals import find_numerals
from .quantity import Quantity, ReadingHints, Span, overlaps
from .ranges import find_relations, join_halves
from .spelled_decimals import join_decimals, join_scales
from .spelled_numbers import find_spelled_numbers
from .times import mark_times
from .units import attach_units

PLAIN_HINTS = ReadingHints(weekdays=True, either_half=True)
"""What a text is read with while nothing is known of another."""


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text with what is needed to read it."""

    text: FoldedText
    language: Language
    region: str = ""
    excluded: tuple[Span, ...] = ()
    """Stretches that are read elsewhere: telephone numbers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and all that it says of numbers, in the order of the text."""

    text: FoldedText
    quantities: tuple[Quantity, ...]
    ranges: tuple[tuple[int, int], ...] = ()
    """Which quantities are the two ends of a range."""


_WITH_POINT = re.compile(r"(?<![\d.,])\d{1,2}\.\d{1,2}(?![\d.]|,\d)")
_ACCENTS = str.maketrans("áàâéèêíìîóòôúùû", "aaaeeeiiiooouuu")


def read_text_pair(source: LocalizedText, target: LocalizedText) -> tuple[Reading, Reading]:
    """Read a text and its translation, each looked through for what the other speaks of."""
    first = read_text(source, PLAIN_HINTS)
    times, months = _has_times(first), _list_months(first)
    same = frozenset(_WITH_POINT.findall(source.text.text))
    same &= frozenset(_WITH_POINT.findall(target.text.text))
    weekdays = _mentions(first, "weekday")
    hints = ReadingHints(times, bool(months), months=months, weekdays=weekdays, same_digits=same)
    second = read_text(target, hints)
    times, months = _has_times(second), _list_months(second)
    if not (times or months):
        return first, second
    hints = replace(PLAIN_HINTS, times=times, dates=bool(months), months=months, same_digits=same)
    return read_text(source, hints), second


def read_text(source: LocalizedText, hints: ReadingHints) -> Reading:
    """Read all quantities of a text."""
    language = source.language
    text = _blank_out(source.text.text, source.excluded)
    lexicon = read_lexicon(language)
    if lexicon.unaccented:
        text = text.translate(_ACCENTS)
    dates = find_dates(text, language, source.region, hints)
    dates = [date for date in dates if _is_name(source, date)]
    text = _blank_out(text, [date.span for date in dates])
    idioms = [
        match.span()
        for match in lexicon.idioms.finditer(text.replace("\u00a0", " "))
        if not (hints.words and lexicon.compound and lexicon.compound.fullmatch(match[0]))
    ]
    if not lexicon.spaced:
        text = _blank_out(text, idioms)
    # What a ratio is told by may stand in an idiom, which is only no number.
    in_digits = find_numerals(text, language, source.region, whole=source.text.text)
    quantities = find_spelled_numbers(text, in_digits, lexicon, alone=hints.words)
    if lexicon.spaced:
        quantities = [
            replace(quantity, sure=False, idiom=True)
            if overlaps(quantity.span, idioms)
            else quantity
            for quantity in quantities
        ]
    quantities = join_decimals(text, quantities, language)
    quantities = join_halves(text, quantities, language)
    quantities = join_scales(text, quantities, language)
    quantities = attach_units(text, quantities, language, digits=hints.words)
    quantities = sorted([*quantities, *dates], key=lambda quantity: quantity.start)
    quantities = mark_times(text, quantities, language, hints)
    return Reading(source.text, *find_relations(text, quantities, language))


def _is_name(source: LocalizedText, quantity: Quantity) -> bool:
    """Whether a month has the capital letter that its language may want: may, May."""
    wants_capital = source.language.table("quantities", "calendar").get("capital")
    if quantity.kind != "month" or not wants_capital:
        return True
    first = source.text.original(quantity.start, quantity.end)[:1]
    return first.isupper() or not first.isalpha()


def _has_times(reading: Reading) -> bool:
    return any(quantity.minutes_of_day for quantity in reading.quantities)


def _list_months(reading: Reading) -> frozenset[Fraction]:
    return frozenset(
        each.value for each in reading.quantities if each.kind == "month" and each.sure
    )


def _mentions(reading: Reading, kind: str) -> bool:
    return any(quantity.kind == kind and quantity.sure for quantity in reading.quantities)


def _blank_out(text: str, stretches: Iterable[Span]) -> str:
    """The text, some stretches made signs that are neither words nor blanks."""
    parts, at = [], 0
    for start, end in sorted(stretches):
        if start >= at:
            parts += [text[at:start], "\x01" * (end - start)]
            at = end
    return "".join([*parts, text[at:]])
