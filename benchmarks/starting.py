"""Topic: how long the command line takes to answer."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Figure
from .timing import BARE_PYTHON, find_median, run

_TIMES = 9


def measure() -> Iterator[Figure]:
    """Measure the time of `--help` beyond that of a Python that does nothing."""
    bare = find_median(_TIMES, lambda: run(*BARE_PYTHON))
    answer = find_median(_TIMES, lambda: run("-m", "plainspoken", "--help"))
    yield Figure(
        "plainspoken --help, without a bare python", answer - bare, "s", 0.25,
        f"{answer:.3f} s without {bare:.3f} s; {answer / bare:.1f} × (medians of {_TIMES})",
    )  # fmt: skip
