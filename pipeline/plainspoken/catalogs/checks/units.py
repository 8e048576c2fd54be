"""Rule units: each number keeps its unit."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from ...quantities.quantity import Quantity, format_value
from ...quantities.units import PERCENT
from .context import Pair

_DEGREES, _CELSIUS = "temperature-generic", "temperature-celsius"
_MOST_CELSIUS = 60
"""The most degrees that are surely Celsius, where a text leaves the scale out."""
_SPANS = frozenset({"duration-week", "duration-month", "duration-year"})
"""Units that are no other word for another: a day may be 24 hours, or a night."""
_DURATION = "duration-"
_MEASURES = ("mass-", "volume-m", "volume-l", "temperature-")


@define_rule("units", "error", source="Take 5 mg.", wrong="Tome 5 g.", right="Tome 5 mg.")
def check(pair: Pair) -> Iterator[Draft]:
    """A unit became another, or was lost.

    A number that is the same in both texts, beside another unit or without its own: milligrams
    that became grams, hours that became days.
    """
    units = {quantity.unit for quantity in pair.readings[1].quantities}
    for ours, theirs in pair.matches:
        is_same = ours.value == theirs.value and not ours.implied
        if not is_same or PERCENT in (ours.unit, theirs.unit):
            continue
        if _may_leave_scale_out(pair, ours, theirs):
            continue
        places = (ours.span,), (theirs.span,)
        if _is_other(ours, theirs):
            message = f"{_name_amount(ours)} became {_name_amount(theirs)}"
            yield Draft(message, "Write the unit that the text has.", None, *places)
        elif _is_lost(ours, theirs, units) and pair.language.has("quantities"):
            message = f"{format_value(ours.value)} has lost its unit, {_name_unit(ours)}"
            yield Draft(message, "Write the unit beside the number.", None, *places)
    for ours, theirs in _find_other_span(pair):
        shown = pair.source.original(*ours.span), pair.target.original(*theirs.span)
        message = f"“{shown[0].strip()}” became “{shown[1].strip()}”"
        yield Draft(
            message, "Write the unit that the text has.", None, (ours.span,), (theirs.span,)
        )


def _find_other_span(pair: Pair) -> Iterator[tuple[Quantity, Quantity]]:
    """A week that became a month, where all other numbers are the same."""
    source, target = (reading.quantities for reading in pair.readings)
    rest = [source[at] for at in pair.alignment.lost] + [target[at] for at in pair.alignment.added]
    if any(quantity.value != 1 for quantity in rest):
        return  # once a month may be twelve times a year
    units = [{quantity.unit for quantity in quantities} for quantities in (source, target)]
    lost = [each for each in source if each.implied and each.unit in _SPANS - units[1]]
    added = [each for each in target if each.value == 1 and each.unit in _SPANS - units[0]]
    if len(lost) == len(added) == 1:
        yield lost[0], added[0]


def _may_leave_scale_out(pair: Pair, ours: Quantity, theirs: Quantity) -> bool:
    """Whether one says degrees alone, and the other may be degrees Celsius: of what they are
    degrees is often said by the text around. No sign of a scale is ever that of an angle.
    """
    if {ours.unit, theirs.unit} != {_DEGREES, _CELSIUS}:
        return False
    side, text = (ours, pair.source) if ours.unit == _CELSIUS else (theirs, pair.target)
    return ours.value <= _MOST_CELSIUS or "°" not in text.text[slice(*side.span)]


def _is_other(ours: Quantity, theirs: Quantity) -> bool:
    """Whether both have a unit, and not the same. Times of the day are for another rule, but of a
    duration no word for hours says a time.
    """
    is_time = ours.minutes_of_day or (theirs.minutes_of_day and not ours.unit.startswith(_DURATION))
    return bool(ours.unit and theirs.unit) and ours.unit != theirs.unit and not is_time


def _is_lost(ours: Quantity, theirs: Quantity, units: set[str]) -> bool:
    return ours.unit.startswith(_MEASURES) and not theirs.unit and ours.unit not in units


def _name_amount(quantity: Quantity) -> str:
    return f"{format_value(quantity.value)} {_name_unit(quantity)}"


def _name_unit(quantity: Quantity) -> str:
    name = quantity.unit.partition("-")[2] or quantity.unit
    return f"degrees {name.capitalize()}" if quantity.unit.startswith("temperature") else f"{name}s"
