"""Share work among copies of the repository, with a bar that shows the time left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import SimpleQueue
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from .copies import Copy

_T = TypeVar("_T")
_R = TypeVar("_R")


def share_out(
    copies: Sequence[Copy], items: Sequence[_T], do: Callable[[Copy, _T], _R], label: str
) -> list[_R]:
    """Do something with each item, in as many threads as there are copies; results keep the order.

    The bar is on a terminal alone. What goes wrong, or a Ctrl-C, ends all that runs.
    """
    idle: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies:
        idle.put(copy)

    def do_in_idle_copy(item: _T) -> _R:
        copy = idle.get()
        try:
            return do(copy, item)
        finally:
            idle.put(copy)

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with (
        Progress(*columns, console=console, disable=not sys.stderr.isatty()) as progress,
        ThreadPoolExecutor(len(copies)) as pool,
    ):
        bar = progress.add_task(label, total=len(items))
        futures = [pool.submit(do_in_idle_copy, item) for item in items]
        try:
            for future in as_completed(futures):
                future.result()
                progress.advance(bar)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for copy in copies:
                copy.stop()
            raise
    return [future.result() for future in futures]
