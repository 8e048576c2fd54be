"""Write units as CSV for spreadsheets, and read them back.

Follows RFC 4180, in UTF-8 with a BOM, without which Excel assumes another charset; every cell is
quoted. A cell that a spreadsheet would run as a formula gets an apostrophe before it (see "CSV
Injection" by OWASP), which is removed again on reading.
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
_MOST_COLUMNS = 100
_BOM = "\ufeff"
_SEPARATORS = ",;\t"
"""Besides the comma of RFC 4180: in many languages Excel saves with semicolons."""
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")

Row = tuple[int, Mapping[str, str]]


def write_csv(units: Iterable[Unit]) -> bytes:
    """Write units as a CSV file."""
    return write_rows(
        COLUMNS,
        (
            (f"{unit.id}.{unit.base}", unit.context, unit.source, unit.target, unit.state,
             "\n".join(unit.notes))
            for unit in units
        ),
    )  # fmt: skip


def read_csv(raw: bytes, file: str) -> tuple[Unit, ...]:
    """Read the units of a CSV file. Raises CatalogError with every error of the file."""
    errors: list[Finding] = []
    lines: dict[str, int] = {}
    units = []
    for line, cells in read_rows(raw, file, COLUMNS, ("id", "source", "target", "state")):
        unit_id, _, base = cells["id"].strip().partition(".")
        state = cells["state"].strip().lower()
        if not unit_id:
            hint = "Ask for the file as it was sent; leave its first column as it is."
            errors.append(Finding(file, line, "a row has no id", hint))
        elif unit_id in lines:
            first = lines[unit_id]
            message = f"the message `{unit_id}` stands here a second time; first in line {first}"
            errors.append(Finding(file, line, message, "Leave the better of the two."))
        if state not in STATES:
            hint = suggest_nearest(state, STATES) or f"Use one of: {', '.join(STATES)}."
            errors.append(Finding(file, line, f"{state!r} is not a state", hint))
            continue
        lines.setdefault(unit_id, line)
        units.append(_to_unit(unit_id, base, cells, STATES[STATES.index(state)], line))
    CatalogError.raise_if(errors)
    return tuple(units)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a CSV file in which no cell is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guard_formula(cell) for cell in row] for row in rows)
    return (_BOM + out.getvalue()).encode("utf-8")


def read_rows(raw: bytes, file: str, columns: Sequence[str], needed: Sequence[str]) -> list[Row]:
    """Read the rows that have words. Raises CatalogError: no UTF-8, no CSV, or a column lacks."""
    text = _decode(raw, file)
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
                _check_columns(names, file, columns, needed)
            elif any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * len(names)]
                rows.append((line, dict(zip(names, map(remove_guard, padded), strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "Save the table again as CSV UTF-8, from the program that it was written in."
        raise CatalogError([Finding(file, line, f"is not CSV: {error}", hint)]) from None
    if not names:
        _check_columns(names, file, columns, needed)
    return rows


def guard_formula(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would take for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def remove_guard(cell: str) -> str:
    """Remove the apostrophe of `guard_formula`."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _to_unit(unit_id: str, base: str, cells: Mapping[str, str], state: State, line: int) -> Unit:
    target = cells["target"]
    if not target:
        state = "untranslated"
    elif state == "untranslated":
        state = "translated"  # a person wrote it, and left the column of states as it was
    base = base if re.fullmatch(r"t[0-9a-f]{12}", base) else ""
    return Unit(unit_id, cells["source"], target, state, cells.get("context", ""), base=base,
                line=line)  # fmt: skip


def _decode(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "Save it as CSV UTF-8: in Excel, it is an entry of its own in the list of types."
        raise CatalogError([Finding(file, line, "is not UTF-8 text", hint)]) from None


def _check_columns(
    names: Sequence[str], file: str, columns: Sequence[str], needed: Sequence[str]
) -> None:
    if len(names) > _MOST_COLUMNS:
        message = f"has more than {_MOST_COLUMNS} columns"
        raise CatalogError([Finding(file, 1, message, "Ask for the file as it was sent.")])
    missing = [name for name in needed if name not in names]
    duplicates = {name for name in names if name in columns and names.count(name) > 1}
    hint = f"The first row names the columns: {', '.join(columns)}."
    if missing:
        columns_are = "column {} is" if len(missing) == 1 else "columns {} are"
        message = f"the {columns_are.format(', '.join(missing))} missing"
        raise CatalogError([Finding(file, 1, message, hint)])
    if duplicates:
        message = f"columns stand there twice: {', '.join(sorted(duplicates))}"
        raise CatalogError([Finding(file, 1, message, hint)])
