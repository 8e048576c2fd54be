"""Print the status of translations as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...catalogs.status import CatalogStatus, MessageCounts

_WIDTH = 120
"""Columns at most: a table is as wide as it must be, whatever the width of the terminal."""
_NONE = "There is no translation yet. Begin one with `plainspoken catalogs add es`."


def print_status(statuses: Sequence[CatalogStatus]) -> None:
    """Print a table, a language a line."""
    if not statuses:
        print(_NONE)
        return
    _print_table("Language", [(status.locale, status.whole) for status in statuses])


def print_sections(status: CatalogStatus) -> None:
    """Print a table of one language, a section a line."""
    print(f"{status.locale}, by section:")
    _print_table("Section", status.sections)


def _print_table(first_heading: str, rows: Sequence[tuple[str, MessageCounts]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=0)
    table.add_column(first_heading, no_wrap=True)
    for heading, _ in _iter_cells(rows[0][1]):
        table.add_column(heading, justify="right", min_width=6)
    for name, counts in rows:
        table.add_row(name, *(cell for _, cell in _iter_cells(counts)))
    Console(width=_WIDTH, markup=False, emoji=False).print(table)


def _iter_cells(counts: MessageCounts) -> Iterator[tuple[str, str]]:
    """Yield heading and cell of each column; fewer if no checks were made."""
    yield "Translated", f"{counts.translated} of {counts.messages}"
    yield "Fuzzy", str(counts.fuzzy)
    if counts.checked is None:
        yield "Untranslated", str(counts.untranslated)
        yield "Words\ndone", f"{counts.percent} %"
        return
    yield "Without\nerrors", str(counts.checked)
    yield "Second\ntranslator", str(counts.reviewed["second translator"])
    yield "Clinician", str(counts.reviewed["clinician"])
    yield "Critical\nopen", f"{counts.critical_open} of {counts.critical}"
    yield "Words\nleft", str(counts.words_left)
