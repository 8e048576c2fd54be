"""Rows go in; tables come out. A table that may be wider than the screen scrolls in a region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .markup import Html, tag

_NARROW = 3
"""With so many columns a table fits a screen of 320 pixels."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and how its cells stand."""

    title: str
    number: bool = False


def table(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Html:
    """A table; the first cell of each row is the row's heading."""
    head = tag("tr", *(_heading(column, "col") for column in columns))
    body = (
        tag("tr", _cell("th", columns[0], row[0], scope="row"),
            *(_cell("td", *each) for each in zip(columns[1:], row[1:], strict=True)))
        for row in rows
    )  # fmt: skip
    made = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body))
    return fitted(caption, made, len(columns))


def fitted(label: str, content: Html, columns: int) -> Html:
    """A table; one of many columns scrolls by itself, with the keyboard too."""
    if columns <= _NARROW:
        return content
    return tag("div", content, class_="scroll", role="region", aria_label=label, tabindex=0)


def facts(pairs: Iterable[tuple[str, str]]) -> Html:
    """Names and what there is to say of each."""
    rows = (tag("div", tag("dt", name), tag("dd", told)) for name, told in pairs)
    return tag("dl", *rows, class_="facts")


def behind(summary: str, content: str) -> Html:
    """Something that stays closed until asked for."""
    return tag("details", tag("summary", summary), content)


def _heading(column: Column, scope: str) -> Html:
    return _cell("th", column, column.title, scope=scope)


def _cell(name: str, column: Column, content: str, scope: str | None = None) -> Html:
    return tag(name, content, scope=scope, class_="number" if column.number else None)
