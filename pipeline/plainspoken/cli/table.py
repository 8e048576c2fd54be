"""Print tables that are as wide as they must be, whatever the width of the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_WIDTH = 120


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], has_numbers: bool = False
) -> None:
    """Print a table; `has_numbers`: all columns but the first are aligned to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=0)
    for index, heading in enumerate(headings):
        if has_numbers and index:
            table.add_column(heading, justify="right", min_width=6)
        else:
            table.add_column(heading, no_wrap=True)
    for row in rows:
        table.add_row(*row)
    Console(width=_WIDTH, markup=False, emoji=False).print(table)
