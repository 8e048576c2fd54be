"""Know amounts that say the same in another unit: 4 g and 4000 mg, 38 °C and 100.4 °F."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from .quantity import Quantity
from .unit_table import UNITS

_TOLERANCE = Fraction(3, 100)
"""How far a rounded conversion may be from the exact one: 1 inch and 2.5 cm."""
_SIZES = {
    "mass": "nanogram 1 microgram 1e3 milligram 1e6 gram 1e9 kilogram 1e12 pound 453592370000 "
    "ounce 28349523125",
    "volume": "milliliter 1 centiliter 10 deciliter 100 liter 1000 teaspoon 5 tablespoon 15",
    "length": "millimeter 1 centimeter 10 meter 1000 kilometer 1e6 inch 25.4 foot 304.8 "
    "mile 1609344",
}
_BASES = {
    f"{kind}-{name}": (kind, Fraction(size))
    for kind, sizes in _SIZES.items()
    for name, size in zip(*[iter(sizes.split())] * 2, strict=True)
}
_HEAT = {"temperature-celsius": (Fraction(1), 0), "temperature-fahrenheit": (Fraction(5, 9), 32)}
_OPENS = re.compile(r"[(\[（=≈/]\s*(?:[^\W\d_]{1,12}\.?\s+){0,2}$")
"""A bracket before a number, with a word or two: (about 4000 mg)."""
_REACH = 30


def find_conversions(text: str, quantities: Sequence[Quantity], unmatched: set[int]) -> set[int]:
    """Which of those without a counterpart are, in brackets, another's amount in another unit."""
    return {
        index
        for index in unmatched
        for other, known in enumerate(quantities)
        if other not in unmatched and _stands_for(text, known, quantities[index])
    }


def _stands_for(text: str, known: Quantity, added: Quantity) -> bool:
    first, second = sorted((known, added), key=lambda quantity: quantity.start)
    if second.start - first.end > _REACH or not _OPENS.search(text, first.end, second.start):
        return False
    return known.unit != added.unit and _is_same_amount(known, added)


def _is_same_amount(first: Quantity, second: Quantity) -> bool:
    base, other = _convert(first), _convert(second)
    if base is None or other is None or base[0] != other[0]:
        return False
    return abs(base[1] - other[1]) <= abs(base[1]) * _TOLERANCE


def _convert(quantity: Quantity) -> tuple[str, Fraction] | None:
    if quantity.unit in _HEAT:
        size, offset = _HEAT[quantity.unit]
        return "heat", (quantity.value - offset) * size
    if quantity.unit in _BASES:
        kind, size = _BASES[quantity.unit]
        return kind, quantity.value * size
    unit = UNITS.get(quantity.unit)
    if unit and unit.base in ("time", "months"):
        return unit.base, quantity.value * Fraction(unit.size)
    return None


def find_same_rates(
    quantities: Sequence[Quantity], unmatched: set[int], others: Sequence[Quantity], rest: set[int]
) -> tuple[set[int], set[int]]:
    """Twice a year is every six months: which without a counterpart say so, on both sides."""
    found: tuple[set[int], set[int]] = (set(), set())
    for index in sorted(unmatched):
        times = quantities[index]
        period = _find_period(quantities, times)
        if times.unit not in ("", "time") or times.value < 2 or not period:
            continue
        for other in sorted(rest - found[1]):
            span = others[other]
            months = _count_months(span)
            if months and months * times.value == period:
                found[0].add(index)
                found[1].add(other)
                break
    return found


def _find_period(quantities: Sequence[Quantity], times: Quantity) -> Fraction | None:
    """How many months the unit of time after a number of times has: 12 for a year."""
    after = [each for each in quantities if each.implied and 0 <= each.start - times.end <= 20]
    before = [each for each in quantities if each.implied and 0 <= times.start - each.end <= 20]
    return next(filter(None, map(_count_months, [*after, *before])), None)


def _count_months(quantity: Quantity) -> Fraction | None:
    unit = UNITS.get(quantity.unit)
    months = unit and unit.base == "months"
    return quantity.value * Fraction(unit.size) if unit and months else None
