"""Know amounts that say the same in other words: 4 g and 4000 mg, half an hour and 30 minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from .quantity import Quantity
from .units import convert_to_base

_TOLERANCE = Fraction(3, 100)
"""How far a rounded conversion may be from the exact one: 1 inch and 2.5 cm."""
_IN_BRACKETS = Fraction(10, 100)
"""The same of one in brackets of what is rounded most: six meters (18 feet)."""
_FAR = frozenset({"length-foot", "length-yard", "length-mile"})
_SIZES = {
    "mass": "nanogram 1 microgram 1e3 milligram 1e6 gram 1e9 kilogram 1e12 pound 453592370000 "
    "ounce 28349523125",
    "volume": "milliliter 1 centiliter 10 deciliter 100 liter 1000 teaspoon 5 tablespoon 15",
    "length": "millimeter 1 centimeter 10 meter 1000 kilometer 1e6 inch 25.4 foot 304.8 "
    "yard 914.4 mile 1609344",
}
_BASES = {
    f"{kind}-{name}": (kind, Fraction(size))
    for kind, sizes in _SIZES.items()
    for name, size in zip(*[iter(sizes.split())] * 2, strict=True)
}
_HEAT = {"temperature-celsius": (Fraction(1), 0), "temperature-fahrenheit": (Fraction(5, 9), 32)}
_OWN_SYSTEM = frozenset(
    {"mass-pound", "mass-ounce", "temperature-fahrenheit"}
    | {f"length-{name}" for name in ("inch", "foot", "yard", "mile")}
)
"""Units that most translations must convert."""
_INCH, _FOOT = Fraction("25.4"), "length-foot"
_INCHES = 12
_NEAREST, _NEAREST_PART = Fraction(1, 2), Fraction(1, 10)
"""How many degrees Celsius a conversion may be from the exact one, rounded to whole ones or to
parts: 38.5 °C is no 100.4 °F.
"""
_OPENS = re.compile(r"[(\[（=≈/]\s*(?:[^\W\d_]{1,12}\.?\s+){0,2}$")
"""A bracket before a number, with a word or two: (about 4000 mg)."""
_REACH = 30
_WEEKS = 4
"""In a month, as people say it."""
_LEAST_SHARED = 8
"""Of so many, a number may be said as a share: five of eight."""
_NEAR = 12
"""How far from a part of a unit, in characters, the unit may begin: a quarter of an hour."""


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
    is_far = {first.unit, second.unit} & _FAR
    return abs(base[1] - other[1]) <= abs(base[1]) * (_IN_BRACKETS if is_far else _TOLERANCE)


def _convert(quantity: Quantity) -> tuple[str, Fraction] | None:
    if quantity.unit in _HEAT:
        size, offset = _HEAT[quantity.unit]
        return "heat", (quantity.value - offset) * size
    if quantity.unit in _BASES:
        kind, size = _BASES[quantity.unit]
        return kind, quantity.value * size
    base = convert_to_base(quantity)
    return base if base and base[0] in ("time", "months") else None


def drop_equivalents(
    source: Sequence[Quantity],
    missing: set[int],
    target: Sequence[Quantity],
    more: set[int],
    pairs: Sequence[tuple[int, int]],
) -> tuple[set[int], set[int]]:
    """Which without a counterpart on both sides are left, once those are gone that say the same
    in other words; `pairs` have a counterpart.
    """
    for find in (_find_same_rates, _find_same_parts, _find_shares, _find_converted):
        ours, theirs = find(source, missing, target, more, pairs)
        missing, more = missing - ours, more - theirs
        theirs, ours = find(target, more, source, missing, [(to, at) for at, to in pairs])
        missing, more = missing - ours, more - theirs
    return missing, more


def _find_same_rates(
    quantities: Sequence[Quantity],
    unmatched: set[int],
    others: Sequence[Quantity],
    rest: set[int],
    _: Sequence[tuple[int, int]],
) -> tuple[set[int], set[int]]:
    """Twice a year is every six months: which without a counterpart say so, on both sides."""
    found: tuple[set[int], set[int]] = (set(), set())
    for index in sorted(unmatched):
        times = quantities[index]
        period = _find_period(quantities, times)
        if times.unit not in ("", "time") or times.value < 2 or not period:
            continue
        for other, span in enumerate(others):
            months = _count_months(span)
            if months and months * times.value == period:
                found[0].add(index)
                found[1].update({other} & rest)
                break
    return found


def _find_period(quantities: Sequence[Quantity], times: Quantity) -> Fraction | None:
    """How many months the unit of time after a number of times has: 12 for a year."""
    after = [each for each in quantities if each.implied and 0 <= each.start - times.end <= 20]
    before = [each for each in quantities if each.implied and 0 <= times.start - each.end <= 20]
    return next(filter(None, map(_count_months, [*after, *before])), None)


def _count_months(quantity: Quantity) -> Fraction | None:
    base = convert_to_base(quantity)
    return base[1] if base and base[0] == "months" else None


def _find_same_parts(
    quantities: Sequence[Quantity],
    unmatched: set[int],
    others: Sequence[Quantity],
    rest: set[int],
    _: Sequence[tuple[int, int]],
) -> tuple[set[int], set[int]]:
    """Half an hour is 30 minutes: which without a counterpart say so, on both sides."""
    found: tuple[set[int], set[int]] = (set(), set())
    for index in sorted(unmatched):
        part = quantities[index]
        measure = _measure_part(quantities, part)
        if not measure and part.value.denominator > 1:
            measure = convert_to_base(part)
        same = (
            other
            for other in sorted(rest - found[1])
            if measure
            and measure in (convert_to_base(others[other]), _count_in_months(others[other]))
        )
        if (other := next(same, None)) is not None:
            found[0].add(index)
            found[1].add(other)
    return found


def _count_in_months(quantity: Quantity) -> tuple[str, Fraction] | None:
    """What a number of weeks is said to be in months, four weeks each: six are one and a half."""
    if quantity.unit != "duration-week":
        return None
    return "months", quantity.value / _WEEKS


def _measure_part(quantities: Sequence[Quantity], part: Quantity) -> tuple[str, Fraction] | None:
    """What a part of the unit of time after it is, in the smallest unit of its kind."""
    if part.unit or part.value.denominator == 1 or part.value < 0:
        return None
    after = (each for each in quantities if each.implied and 0 <= each.start - part.end <= _NEAR)
    # A year and a half is 18 months.
    within = (each for each in quantities if each.implied and 0 <= part.start - each.end <= 1)
    unit = next(after, None) or (next(within, None) if part.value > 1 else None)
    return convert_to_base(replace(part, unit=unit.unit)) if unit else None


def _find_shares(
    quantities: Sequence[Quantity],
    unmatched: set[int],
    others: Sequence[Quantity],
    rest: set[int],
    pairs: Sequence[tuple[int, int]],
) -> tuple[set[int], set[int]]:
    """Of 40 people 20 are half of them, and six of twelve are half of 12: which without a
    counterpart say so, on both sides; `pairs` have one. Two tablets for four days are no half
    tablet: what is shared is many, and no other measure.
    """
    found: tuple[set[int], set[int]] = (set(), set())
    known = [quantities[index] for index, _ in pairs if quantities[index].value >= _LEAST_SHARED]
    wholes = [parts for _, to in pairs for parts in others[to].alternatives if len(parts) > 1]
    for index in sorted(unmatched):
        number = quantities[index].value
        # A second injection is no third of six months.
        if number.denominator > 1 or quantities[index].ordinal:
            continue
        if any(number in parts for parts in wholes):
            found[0].add(index)
        for other in sorted(rest - found[1]):
            share = others[other].value
            whole = number / share if 0 < share < 1 else None
            if any(
                each.value == whole and each.unit in ("", quantities[index].unit) for each in known
            ):
                found[0].add(index)
                found[1].add(other)
                break
    return found


def _find_converted(
    quantities: Sequence[Quantity],
    unmatched: set[int],
    others: Sequence[Quantity],
    rest: set[int],
    _: Sequence[tuple[int, int]],
) -> tuple[set[int], set[int]]:
    """385 miles are 620 km, and 6-foot-6 is 198 cm: which without a counterpart say so, on both
    sides.
    """
    found: tuple[set[int], set[int]] = (set(), set())
    for index in sorted(unmatched - found[0]):
        number = quantities[index]
        inches = _find_inches(quantities, index)
        same = (
            other
            for other in sorted(rest - found[1])
            if _is_converted(number, others[other], inches)
        )
        if (other := next(same, None)) is not None:
            found[0].update({index, index + 1} if inches else {index})
            found[1].add(other)
    return found


def _find_inches(quantities: Sequence[Quantity], index: int) -> Fraction:
    """How many inches are said right after a number of feet: six of 6-foot-6."""
    if quantities[index].unit != _FOOT or index + 1 == len(quantities):
        return Fraction(0)
    after = quantities[index + 1]
    is_beside = after.start - quantities[index].end <= 1 and after.unit in ("", "length-inch")
    return after.value if is_beside and after.value < _INCHES else Fraction(0)


def _is_converted(number: Quantity, other: Quantity, inches: Fraction) -> bool:
    """Whether a number of a unit that most must convert is another number; of a unit not known,
    where the other's is not.
    """
    if number.unit == "temperature-generic" and other.unit in ("temperature-generic", *_HEAT):
        number = replace(number, unit="temperature-fahrenheit")
    if number.unit not in _OWN_SYSTEM or other.unit in _OWN_SYSTEM or other.value == number.value:
        return False
    base = _convert(number)
    if base is None:
        return False
    if base[0] == "heat":
        is_heat = other.unit in ("", "temperature-generic", "temperature-celsius")
        near = _NEAREST if other.value.denominator == 1 else _NEAREST_PART
        return is_heat and abs(base[1] - other.value) <= near
    amount = base[1] + inches * _INCH
    metric = [size for kind, size in _BASES.values() if kind == base[0]]
    sizes = [_BASES[other.unit][1]] if _BASES.get(other.unit, ("",))[0] == base[0] else metric
    if other.unit and other.unit not in _BASES:
        return False
    return any(abs(amount - other.value * size) <= amount * _TOLERANCE for size in sizes)
