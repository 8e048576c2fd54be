"""Extract all quantities of a text: numbers with their units, times, dates, telephone numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ..languages import Language
from .normalize import FoldedText, fold
from .phone_numbers import extract_digits, find_phone_numbers
from .quantity import Quantity, Span
from .reading import PLAIN_HINTS, LocalizedText, Reading, read_text
from .units import attach_units, mark_doses


def extract(text: str, language: Language, region: str = "") -> tuple[Quantity, ...]:
    """All quantities of a text, in order; `region` decides what a point or comma is.

    Places are those of the text in NFC. What a language without data
    writes in words is not found.
    """
    folded = fold(text)
    phones = [
        span
        for span in find_phone_numbers(folded.text, language)
        if not _is_measured(folded, span, language)
    ]
    reading = read_text(LocalizedText(folded, language, region, tuple(phones)), PLAIN_HINTS)
    quantities = mark_doses(folded, reading.quantities, language)
    quantities = _mark_ranges(quantities, reading)
    quantities += [
        Quantity(start, end, Fraction(extract_digits(folded.text[start:end])), kind="phone")
        for start, end in phones
    ]
    quantities.sort(key=lambda quantity: quantity.span)
    return tuple(_place_in_original(quantity, folded) for quantity in quantities)


def _is_measured(text: FoldedText, span: Span, language: Language) -> bool:
    """Whether what looks like a telephone number is a range with a unit: 1000-2000 mg."""
    number = attach_units(text.text, [Quantity(*span, Fraction(2))], language)[0]
    (measure,) = mark_doses(text, [number], language)
    return bool(measure.unit or measure.counted)


def _mark_ranges(quantities: list[Quantity], reading: Reading) -> list[Quantity]:
    """The quantities, the ends of ranges marked; a bare first end is a dose as the second is."""
    marked = list(quantities)
    for first, second in reading.ranges:
        low, high = marked[first], marked[second]
        dose = low.dose or (high.dose and low.unit in ("", high.unit))
        marked[first] = replace(low, in_range=True, dose=dose)
        marked[second] = replace(high, in_range=True)
    return marked


def _place_in_original(quantity: Quantity, text: FoldedText) -> Quantity:
    start, end = text.place(*quantity.span)
    return replace(quantity, start=start, end=end)
