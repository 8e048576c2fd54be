"""The units that are known in every language: what `units.toml` says of each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; the comments in `units.toml` explain its keys."""

    symbols: tuple[str, ...]
    any_case: bool
    cldr: tuple[str, ...]
    dose: bool
    base: str
    size: Fraction


def _read_units() -> Mapping[str, Unit]:
    tables = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
    return {
        name: Unit(
            symbols=tuple(table.get("symbols", "").split()),
            any_case=table.get("any_case", False),
            cldr=tuple(table.get("cldr", "").split()),
            dose=table.get("dose", False),
            base=table.get("base", ""),
            size=Fraction(table.get("size", 1)),
        )
        for name, table in tables.items()
    }


UNITS = _read_units()
"""All units, by name."""
SYMBOLS = {symbol: name for name, unit in UNITS.items() for symbol in unit.symbols}
"""The unit of each symbol."""


def is_unit_symbol(word: str) -> bool:
    """Whether a word is the symbol of a unit, which no language translates."""
    return word in SYMBOLS
