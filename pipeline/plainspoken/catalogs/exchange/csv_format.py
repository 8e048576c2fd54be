"""Units go out as CSV for spreadsheets, and come back as units.

UTF-8 with a BOM, since Excel takes it for another charset without; every cell between quotation
marks. A cell that a spreadsheet would run as a formula gets an apostrophe before it, and loses it
again on its way back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from .units import STATES, State, Unit

COLUMNS = ("id", "context", "source", "target", "state", "notes")
_BOM = "\ufeff"
_SEPARATORS = ",;\t"
"""A comma as we write; a semicolon where a language's Excel saves with it."""
_RUNS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")

Row = tuple[int, Mapping[str, str]]
"""A line, and the cells by the names of their columns."""


def write_csv(sent: Iterable[Unit]) -> bytes:
    """A CSV file of units."""
    return write_rows(
        COLUMNS,
        (
            (f"{unit.id}.{unit.base}", unit.context, unit.source, unit.target, unit.state,
             "\n".join(unit.notes))
            for unit in sent
        ),
    )  # fmt: skip


def read_csv(raw: bytes, shown: str) -> tuple[Unit, ...]:
    """The units of a CSV file.

    Raises:
        CatalogError: with every fault of the file.
    """
    errors: list[Finding] = []
    seen: dict[str, int] = {}
    found = []
    for line, cells in read_rows(raw, shown, COLUMNS, ("id", "source", "target", "state")):
        name, _, base = cells["id"].strip().partition(".")
        state = cells["state"].strip().lower()
        if not name:
            hint = "Ask for the file as it was sent; leave its first column as it is."
            errors.append(Finding(shown, line, "a row has no id", hint))
        elif name in seen:
            what = f"the message {name} stands here a second time; first in line {seen[name]}"
            errors.append(Finding(shown, line, what, "Leave the better of the two."))
        if state not in STATES:
            hint = suggest_nearest(state, STATES) or f"Use one of: {', '.join(STATES)}."
            errors.append(Finding(shown, line, f"{state!r} is not a state", hint))
            continue
        seen.setdefault(name, line)
        found.append(_unit(name, base, cells, STATES[STATES.index(state)], line))
    if errors:
        raise CatalogError(sorted(set(errors)))
    return tuple(found)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that no spreadsheet runs."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guard_formula(cell) for cell in row] for row in rows)
    return (_BOM + out.getvalue()).encode("utf-8")


def read_rows(raw: bytes, shown: str, columns: Sequence[str], needed: Sequence[str]) -> list[Row]:
    """The rows of a CSV file that a person or a spreadsheet saved; empty ones left out.

    Raises:
        CatalogError: it is not UTF-8, not CSV, or lacks a column.
    """
    text = _text(raw, shown)
    header = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    names: list[str] = []
    line = 1
    try:
        for cells in reader:
            if not names:
                names = [cell.strip().lower() for cell in cells]
                _check_columns(names, shown, columns, needed)
            elif any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * len(names)]
                rows.append((line, dict(zip(names, map(unguard_formula, padded), strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "Save the table again as CSV UTF-8, from the program that it was written in."
        raise CatalogError([Finding(shown, line, f"is not CSV: {error}", hint)]) from None
    if not names:
        _check_columns(names, shown, columns, needed)
    return rows


def guard_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if _RUNS.match(cell) else cell


def unguard_formula(cell: str) -> str:
    """A cell as it was before it was guarded."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _unit(name: str, base: str, cells: Mapping[str, str], state: State, line: int) -> Unit:
    target = cells["target"]
    if not target:
        state = "untranslated"
    elif state == "untranslated":
        state = "translated"  # a person wrote it, and left the column of states as it was
    base = base if re.fullmatch(r"t[0-9a-f]{12}", base) else ""
    return Unit(name, cells["source"], target, state, cells.get("context", ""), base=base,
                line=line)  # fmt: skip


def _text(raw: bytes, shown: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "Save it as CSV UTF-8: in Excel, it is an entry of its own in the list of types."
        raise CatalogError([Finding(shown, line, "is not UTF-8 text", hint)]) from None


def _check_columns(
    names: Sequence[str], shown: str, columns: Sequence[str], needed: Sequence[str]
) -> None:
    missing = [name for name in needed if name not in names]
    twice = {name for name in names if name in columns and names.count(name) > 1}
    hint = f"The first row names the columns: {', '.join(columns)}."
    if missing:
        what = f"the column {', '.join(missing)} is missing"
        raise CatalogError([Finding(shown, 1, what, hint)])
    if twice:
        what = f"the column {', '.join(sorted(twice))} is there twice"
        raise CatalogError([Finding(shown, 1, what, hint)])
