"""Load the questions of the checklists that an editor may answer."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

_FOLDER = Path(__file__).parent
_ORDER = ("cci", "pemat")

Value = Literal["yes", "no", "not-applicable"]
VALUES: tuple[Value, ...] = ("yes", "no", "not-applicable")


@dataclass(frozen=True, slots=True)
class Item:
    """One question. Its id begins with the number that its makers gave it."""

    id: str
    part: str
    """A key of the form's parts."""
    question: str
    """In our own words."""
    not_applicable: str = ""
    """Where it may be left out of the score, and why; empty where it may not be."""
    earns: Value = "yes"
    """The answer that earns its one point."""
    no_is_unscored: bool = False
    """A "no" takes it out of the score, as "not-applicable" does."""
    no_with: tuple[str, ...] = ()
    """Items; where one is "no", so must this be."""
    unscored_with: tuple[str, ...] = ()
    """Items; where one is not scored, this must be "not-applicable"."""

    @property
    def number(self) -> str:
        """Its number in the source."""
        return self.id.partition("-")[0]

    def is_scored(self, value: str) -> bool:
        """Whether an answer counts in the score, with a point or without."""
        return value in ("yes", "no") and not (value == "no" and self.no_is_unscored)


@dataclass(frozen=True, slots=True)
class Form:
    """A checklist before it is answered."""

    name: str
    """The table in `checklists.toml`."""
    title: str
    source: str
    """Who made it, and where it was published."""
    by_part: bool
    """Each part has a score of its own, and there is none for the whole."""
    goal: float | None
    """The score to reach, where its makers named one."""
    parts: Mapping[str, str]
    """Title of each part, by its key."""
    items: tuple[Item, ...]


@cache
def load_forms() -> tuple[Form, ...]:
    """The checklists that the program knows, in the order they are shown."""
    return tuple(_read_form(name) for name in _ORDER)


def _read_form(name: str) -> Form:
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return Form(
        name=name,
        title=table["title"],
        source=table["source"],
        by_part=table["figure"] == "part",
        goal=table.get("goal"),
        parts=table["parts"],
        items=tuple(_read_item(item) for item in table["items"]),
    )


def _read_item(table: Mapping[str, Any]) -> Item:
    lists = {name: tuple(table.get(name, ())) for name in ("no_with", "unscored_with")}
    return Item(**{**table, **lists})
