"""Print tables that are as wide as they must be, whatever the width of the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

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
    print_rendered(Console(width=_WIDTH, markup=False, emoji=False), table)


def print_rendered(console: Console, table: Table) -> None:
    """Print what a console makes of a table. Where nobody reads it, rich itself would end the
    program, and in its own way.
    """
    with console.capture() as capture:
        console.print(table)
    print(capture.get(), end="")
