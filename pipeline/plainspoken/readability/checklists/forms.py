"""Load the questions of the checklists that an editor may answer, and render an empty file."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

_FOLDER = Path(__file__).parent
_ORDER = ("cci", "pemat")
_HEAD = """\
# The parts of clear writing that no formula sees. A person reads the guide and answers.
# Save this file as source/checklists.toml. Answer "yes", "no" or, only where it says so,
# "not-applicable". A question left empty is open, and there is no score while one is.
# The questions are in our own words: where one is in doubt, the source decides.
"""

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
    no_with: Sequence[str] = ()
    """Items; where one is "no", so must this be."""
    unscored_with: Sequence[str] = ()
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
    parts: Mapping[str, str]
    """Title of each part, by its key."""
    items: tuple[Item, ...]
    by_part: bool = False
    """Each part has a score of its own, and there is none for the whole."""
    goal: float | None = None
    """The score to reach, where its makers named one."""


@cache
def load_forms() -> tuple[Form, ...]:
    """The checklists that the program knows, in the order they are shown."""
    return tuple(_read_form(name) for name in _ORDER)


def _read_form(name: str) -> Form:
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    items = tuple(Item(**item) for item in table.pop("items"))
    return Form(name=name, items=items, **table)


def render_template() -> str:
    """An empty `checklists.toml`. As it stands it is read as no checklist at all."""
    return _HEAD + "".join(f"\n{line}" for form in load_forms() for line in _render_form(form))


def _render_form(form: Form) -> Iterator[str]:
    goal = f" The score to reach: {form.goal:g} of 100." if form.goal is not None else ""
    yield f"# {form.title}.{goal}\n"
    yield from (f"# {part}" for part in _wrap(form.source))
    yield f"[{form.name}]"
    yield 'by = ""  # name, role'
    yield "# date = 2026-01-31  # the day of your answers: take away the first #"
    yield 'version = ""  # the version of the guide that you read\n'
    yield f"[{form.name}.answers]"
    part = ""
    for item in form.items:
        if item.part != part:
            part = item.part
            yield f"\n# {form.parts[part]}\n"
        yield f"# {item.question}"
        yield from (f"#   {line}" for line in _explain(item))
        yield f'{item.id} = ""\n'
    yield f"[{form.name}.notes]"
    yield f'# {form.items[0].id} = "Why I answered so."\n'


def _explain(item: Item) -> Iterator[str]:
    """What an editor must know beside the question."""
    if item.no_with:
        yield f"no, where {_join_numbers(item.no_with)} is no"
    if item.no_is_unscored:
        yield f"no or not-applicable, where {item.not_applicable}: this part is not scored"
    elif item.not_applicable:
        yield f"not-applicable, where {item.not_applicable}"
    if item.unscored_with:
        yield f"not-applicable, where {_join_numbers(item.unscored_with)} is not scored"


def _join_numbers(names: Sequence[str]) -> str:
    return " or ".join(name.partition("-")[0] for name in names)


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, 94, break_long_words=False, break_on_hyphens=False)
