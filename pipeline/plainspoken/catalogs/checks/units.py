"""Rules units and percent: the same unit beside each number, however a language spells it."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, define_rule
from ...quantities.quantity import Quantity, format_value
from .context import Pair

_MEASURES = ("mass-", "volume-m", "volume-l", "temperature-")
_PERCENT = "concentr-percent"


@define_rule("units", "error", Example(source="Take 5 mg.", wrong="Tome 5 g.", right="Tome 5 mg."))
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
    """A unit in plain words."""
    name = quantity.unit.partition("-")[2] or quantity.unit
    return f"degrees {name.capitalize()}" if quantity.unit.startswith("temperature") else f"{name}s"


@define_rule(
    "percent",
    "error",
    Example(
        source="It helps 90% of people.",
        wrong="Ayuda a 90 personas.",
        right="Ayuda al 90 % de las personas.",
    ),
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
        yield Draft(
            f"{format_value(ours.value)} is {change} in the translation",
            "Write % or the word for it." if was else "Take the % out.",
            source=(ours.span,),
            places=(theirs.span,),
        )
