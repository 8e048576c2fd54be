"""Rules units, percent and number-order: each number keeps its unit and its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...diagnostics.rule import Draft, define_rule
from ...quantities.quantity import Quantity, format_value
from .context import Pair

_MEASURES = ("mass-", "volume-m", "volume-l", "temperature-")
_PERCENT = "concentr-percent"


@define_rule("units", "error", source="Take 5 mg.", wrong="Tome 5 g.", right="Tome 5 mg.")
def check_units(pair: Pair) -> Iterator[Draft]:
    """A unit became another, or was lost.

    A number that is the same in both texts, beside another unit or without its own: milligrams
    that became grams, hours that became days.
    """
    units = {quantity.unit for quantity in pair.readings[1].quantities}
    for ours, theirs in pair.matches:
        is_same = ours.value == theirs.value and not ours.implied
        if not is_same or _PERCENT in (ours.unit, theirs.unit):
            continue
        places = (ours.span,), (theirs.span,)
        if _is_other(ours, theirs):
            message = f"{_name_amount(ours)} became {_name_amount(theirs)}"
            yield Draft(message, "Write the unit that the text has.", None, *places)
        elif _is_lost(ours, theirs, units) and pair.language.has("quantities"):
            message = f"{format_value(ours.value)} has lost its unit, {_name_unit(ours)}"
            yield Draft(message, "Write the unit beside the number.", None, *places)


def _is_other(ours: Quantity, theirs: Quantity) -> bool:
    """Whether both have a unit, and not the same; times of the day are for another rule."""
    is_time = ours.minutes_of_day or theirs.minutes_of_day
    return bool(ours.unit and theirs.unit) and ours.unit != theirs.unit and not is_time


def _is_lost(ours: Quantity, theirs: Quantity, units: set[str]) -> bool:
    return ours.unit.startswith(_MEASURES) and not theirs.unit and ours.unit not in units


def _name_amount(quantity: Quantity) -> str:
    return f"{format_value(quantity.value)} {_name_unit(quantity)}"


def _name_unit(quantity: Quantity) -> str:
    name = quantity.unit.partition("-")[2] or quantity.unit
    return f"degrees {name.capitalize()}" if quantity.unit.startswith("temperature") else f"{name}s"


@define_rule(
    "percent",
    "error",
    source="It helps 90% of people.",
    wrong="Ayuda a 90 personas.",
    right="Ayuda al 90 % de las personas.",
)
def check_percent(pair: Pair) -> Iterator[Draft]:
    """A percentage is none in the translation, or the other way round.

    A percent sign, or the words for it, that was lost or added beside a number that both texts
    have.
    """
    for ours, theirs in pair.matches:
        was, is_ = (side.unit == _PERCENT for side in (ours, theirs))
        if ours.value != theirs.value or was == is_:
            continue
        change = "percent in the text but not" if was else "not percent in the text but is so"
        message = f"{format_value(ours.value)} is {change} in the translation"
        hint = "Write % or the word for it." if was else "Take the % out."
        yield Draft(message, hint, None, (ours.span,), (theirs.span,))


@define_rule(
    "number-order",
    "error",
    source="No more than 8 tablets in 24 hours.",
    wrong="No más de 24 tabletas en 8 horas.",
    right="No más de 8 tabletas en 24 horas.",
)
def check_order(pair: Pair) -> Iterator[Draft]:
    """A number may belong to another word than in the text.

    Two numbers that changed places: each stands beside the unit of the other, the ends of a
    range are turned round, or two numbers without units stand in another order.
    """
    found = [*_find_moved(pair), *_find_turned(pair)]
    yield from found or _find_reordered(pair)


def _list_matches(pair: Pair) -> list[tuple[Quantity, Quantity]]:
    """Each number of the text and the one that stands for it, but for those understood."""
    return [(ours, theirs) for ours, theirs in pair.matches if not (ours.implied or theirs.implied)]


def _find_moved(pair: Pair) -> Iterator[Draft]:
    matches = _list_matches(pair)
    for ours, theirs in matches:
        if not ours.unit or ours.unit == theirs.unit or ours.value != theirs.value:
            continue
        for other_ours, other_theirs in matches:
            same_value = other_ours.value == other_theirs.value != ours.value
            if same_value and other_theirs.unit == ours.unit != other_ours.unit:
                numbers = f"{format_value(ours.value)} and {format_value(other_ours.value)}"
                change = "what one counts, the other counts in the translation"
                places = (ours.span, other_ours.span), (theirs.span, other_theirs.span)
                message = f"{numbers} have changed places: {change}"
                yield Draft(message, "Put each number beside its own unit.", None, *places)
                return


def _find_turned(pair: Pair) -> Iterator[Draft]:
    source, target = pair.readings
    partner = dict(pair.alignment.pairs)
    for first, last in source.ranges:
        low, high = source.quantities[first], source.quantities[last]
        if (partner.get(last), partner.get(first)) in target.ranges and low.value != high.value:
            ends = target.quantities[partner[last]], target.quantities[partner[first]]
            places = (low.span, high.span), (ends[0].span, ends[1].span)
            limits = f"{format_value(low.value)} to {format_value(high.value)}"
            hint = "Put the ends of the range in the order of the text."
            yield Draft(f"the range {limits} is turned round", hint, None, *places)


def _find_reordered(pair: Pair) -> Iterator[Draft]:
    matches = [match for match in _list_matches(pair) if all(map(_is_plain, match))]
    matches.sort(key=lambda match: match[0].start)
    for (ours, theirs), (next_ours, next_theirs) in pairwise(matches):
        same = ours.unit == next_ours.unit and theirs.unit == next_theirs.unit
        if same and next_theirs.start < theirs.start and ours.value != next_ours.value:
            numbers = f"{format_value(ours.value)} and {format_value(next_ours.value)}"
            places = (ours.span, next_ours.span), (next_theirs.span, theirs.span)
            hint = "See that each number still belongs to its word."
            yield Draft(f"{numbers} stand in another order", hint, "warning", *places)
            return


def _is_plain(quantity: Quantity) -> bool:
    is_number = quantity.kind == "number" and not quantity.minutes_of_day
    return is_number and quantity.sure and not quantity.spelled
