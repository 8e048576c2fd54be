"""Check units: the same unit beside each number, however a language spells it."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import find_language
from ...quantities import Quantity, format_value
from .context import Draft, Pair

_MEASURES = ("mass-", "volume-m", "volume-l", "temperature-")


def check(pair: Pair) -> Iterator[Draft]:
    """A number whose unit became another, or was lost."""
    source, target = pair.readings
    units = {each.unit for each in target.quantities}
    for at, to in pair.alignment.pairs:
        one, other = source.quantities[at], target.quantities[to]
        if one.value != other.value or "percent" in (one.unit, other.unit) or one.implied:
            continue
        if (
            one.unit
            and other.unit
            and one.unit != other.unit
            and not (one.minutes_of_day or other.minutes_of_day)
        ):
            what = f"{_name_amount(one)} became {_name_amount(other)}"
            hint = "Write the unit that the text has."
            yield Draft(what, hint, "error", (one.span,), (other.span,))
        elif _is_lost(one, other, units) and find_language(pair.lang).has("checks"):
            what = f"{format_value(one.value)} has lost its unit, {_name(one)}"
            hint = "Write the unit beside the number."
            yield Draft(what, hint, "error", (one.span,), (other.span,))


def _is_lost(one: Quantity, other: Quantity, units: set[str]) -> bool:
    return one.unit.startswith(_MEASURES) and not other.unit and one.unit not in units


def _name_amount(quantity: Quantity) -> str:
    return f"{format_value(quantity.value)} {_name(quantity)}"


def _name(quantity: Quantity) -> str:
    """A unit in plain words."""
    name = quantity.unit.partition("-")[2] or quantity.unit
    return f"degrees {name.capitalize()}" if quantity.unit.startswith("temperature") else f"{name}s"
