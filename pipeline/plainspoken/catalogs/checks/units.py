"""Check units: the same unit beside each number, however a language spells it."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import find_language
from ...quantities import Amount, shown
from .context import Draft, Pair

_MEASURES = ("mass-", "volume-m", "volume-l", "temperature-")


def check(pair: Pair) -> Iterator[Draft]:
    """A number whose unit became another, or was lost."""
    source, target = pair.readings
    units = {each.unit for each in target.amounts}
    for at, to in pair.alignment.pairs:
        one, other = source.amounts[at], target.amounts[to]
        if one.value != other.value or "percent" in (one.unit, other.unit) or one.implied:
            continue
        if one.unit and other.unit and one.unit != other.unit and not (one.clock or other.clock):
            what = f"{shown(one.value)} {_name(one)} became {shown(other.value)} {_name(other)}"
            hint = "Write the unit that the text has."
            yield Draft(what, hint, "error", (one.place,), (other.place,))
        elif _is_lost(one, other, units) and find_language(pair.lang).has("checks"):
            what = f"{shown(one.value)} has lost its unit, {_name(one)}"
            hint = "Write the unit beside the number."
            yield Draft(what, hint, "error", (one.place,), (other.place,))


def _is_lost(one: Amount, other: Amount, units: set[str]) -> bool:
    return one.unit.startswith(_MEASURES) and not other.unit and one.unit not in units


def _name(amount: Amount) -> str:
    """A unit in plain words."""
    name = amount.unit.partition("-")[2] or amount.unit
    return f"degrees {name.capitalize()}" if amount.unit.startswith("temperature") else f"{name}s"
