"""Show how far long work is, on a terminal; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..publishing.builder import Progress


@contextmanager
def show_progress() -> Iterator[Progress]:
    """What to tell the progress to: a bar a step, with the time left."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich import progress
    from rich.console import Console

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeRemainingColumn(),
    )
    # Without its thread for refreshing: the build forks.
    with progress.Progress(
        *columns, console=Console(stderr=True), auto_refresh=False, transient=True
    ) as bar:
        tasks: dict[str, progress.TaskID] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)
            bar.refresh()

        yield report
