"""The units that are known in every language: what `units.toml` says of each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; the comments in `units.toml` explain its keys."""

    symbols: str = ""
    any_case: bool = False
    cldr: str = ""
    dose: bool = False
    base: str = ""
    size: str = "1"


_TABLES = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
UNITS = {name: Unit(**table) for name, table in _TABLES.items()}
"""All units, by name."""
SYMBOLS = {
    symbol.replace("_", blank): name
    for name, unit in UNITS.items()
    for symbol in unit.symbols.split()
    for blank in " \u00a0"
}
"""The unit of each symbol, which no language translates; `_` of `units.toml` is a blank."""
