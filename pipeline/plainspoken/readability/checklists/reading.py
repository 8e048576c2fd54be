"""Read answered checklists from `source/checklists.toml`. Scores follow the makers' sheets: points
of a hundred possible, where an item that does not apply is neither earned nor possible.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...config.project import Project
from ...config.toml_schema import Key, Shape, TomlFile
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...parsing.tables import read_table
from .forms import VALUES, Form, Item, load_forms


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said to one question."""

    item: Item
    value: str
    """`yes`, `no` or `not-applicable`; empty where it is still open."""
    note: str = ""

    @property
    def possible(self) -> int:
        """The points that it could earn."""
        return int(self.item.is_scored(self.value))


@dataclass(frozen=True, slots=True)
class Checklist:
    """One score's worth of answers: PEMAT-P has two scores, so it makes two of these."""

    name: str
    """`cci`, `pemat-understandability`, `pemat-actionability`."""
    title: str
    source: str
    by: str
    """Who answered: name and role."""
    date: datetime.date
    version: str
    """The version of the guide that was looked at, which may not be today's."""
    answers: tuple[Answer, ...]
    """To every question, in order; open ones as well."""
    score: float | None
    """Of 100; none while a question is open."""
    unanswered: int
    goal: float | None = None
    """The score to reach, where the makers of the checklist named one."""


def read_checklists(project: Project) -> tuple[tuple[Checklist, ...], list[Finding]]:
    """The checklists that people answered; none where one has errors; one not begun is none."""
    if not (project.source / "checklists.toml").exists():
        return (), []
    shape = {form.name: Key(dict, shape=_make_shape(form)) for form in load_forms()}
    file, errors = read_table(project, "checklists.toml", Key(dict, shape=shape))
    tables = [(form, file.table.get(form.name, {})) for form in load_forms()]
    begun = [(form, table) for form, table in tables if _is_begun(table)]
    errors += [error for form, table in begun for error in _find_errors(file, form, table)]
    if errors:
        return (), errors
    return tuple(answered for form, table in begun for answered in _score_form(form, table)), []


def _make_shape(form: Form) -> Shape:
    items = {item.id: Key(str, empty=True) for item in form.items}
    return {
        "by": Key(str, empty=True),
        "date": Key(datetime.date),
        "version": Key(str, empty=True),
        "answers": Key(dict, shape=items),
        "notes": Key(dict, shape=items),
    }


def _is_begun(table: Mapping[str, Any]) -> bool:
    texts = (table.get("by", ""), table.get("version", ""))
    filled = (*texts, *table.get("answers", {}).values(), *table.get("notes", {}).values())
    return "date" in table or any(text.strip() for text in filled)


def _find_errors(file: TomlFile, form: Form, table: Mapping[str, Any]) -> Iterator[Finding]:
    needed = {
        "by": "Write the name and role of who answered.",
        "date": "Add the day it was answered: date = 2026-01-31.",
        "version": "Write the version of the guide that was looked at.",
    }
    for name, hint in needed.items():
        if not str(table.get(name, "")).strip():
            yield file.error([form.name, name], f"`{form.name}.{name}` is missing", hint)
        elif not str(table[name]).isprintable():
            message = f"`{form.name}.{name}` has more than one line"
            yield file.error([form.name, name], message, "Write it on one line.")
    answers = {name: value.strip() for name, value in table.get("answers", {}).items()}
    for item in form.items:
        value = answers.get(item.id, "")
        path = (form.name, "answers", item.id)
        if value and value not in VALUES:
            suggestion = suggest_nearest(value, VALUES) or f"Use one of: {', '.join(VALUES)}."
            yield file.error(
                path, f"`{'.'.join(path)}` is {value!r}, which is no answer", suggestion
            )
        elif value and (conflict := _find_conflict(item, value, form, answers)):
            message, hint = conflict
            yield file.error(path, f"`{'.'.join(path)}` {message}", hint)


def _find_conflict(
    item: Item, value: str, form: Form, answers: Mapping[str, str]
) -> tuple[str, str] | None:
    """What is wrong with an answer beside the others, and what to do; None where it fits."""
    items = {item.id: item for item in form.items}
    for name in item.no_with:
        if answers.get(name) == "no" and value != "no":
            return f"is {value!r}, but `{name}` is 'no'", "Answer no here as well, or yes there."
    for name in item.unscored_with:
        other = answers.get(name, "")
        if other in VALUES and not items[name].is_scored(other):
            hint = f"Answer not-applicable: {items[name].not_applicable}."
            message = f"is {value!r}, but `{name}` is {other!r}"
            return (message, hint) if value != "not-applicable" else None
    if value != "not-applicable" or item.not_applicable:
        return None
    if open_items := [name for name in item.unscored_with if not answers.get(name)]:
        return "is 'not-applicable'", f"Answer `{open_items[0]}` first: this one follows it."
    return "cannot be 'not-applicable'", "Answer yes or no."


def _score_form(form: Form, table: Mapping[str, Any]) -> Iterator[Checklist]:
    values, notes = table.get("answers", {}), table.get("notes", {})
    answers = tuple(
        Answer(item, values.get(item.id, "").strip(), notes.get(item.id, "").strip())
        for item in form.items
    )
    for part in form.parts if form.by_part else ("",):
        own = tuple(answer for answer in answers if not part or answer.item.part == part)
        unanswered = sum(not answer.value for answer in own)
        yield Checklist(
            name=f"{form.name}-{part}" if part else form.name,
            title=f"{form.title}: {form.parts[part]}" if part else form.title,
            source=form.source,
            by=table["by"].strip(),
            date=table["date"],
            version=table["version"].strip(),
            answers=own,
            score=None if unanswered else _score(own),
            unanswered=unanswered,
            goal=form.goal,
        )


def _score(answers: tuple[Answer, ...]) -> float | None:
    """Points of a hundred possible; both score sheets divide what was earned by what applied."""
    scored = [answer for answer in answers if answer.possible]
    points = sum(answer.value == answer.item.earns for answer in scored)
    return round(100 * points / len(scored), 1) if scored else None
