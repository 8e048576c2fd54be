"""Topic: how long the command line takes to answer."""

from __future__ import annotations

from collections.abc import Iterator

from .figure import Figure
from .timing import BARE, middle, run

_TIMES = 9


def measure() -> Iterator[Figure]:
    """The time of `--help` above that of a Python that does nothing."""
    bare = middle(_TIMES, lambda: run(*BARE))
    answer = middle(_TIMES, lambda: run("-m", "plainspoken", "--help"))
    yield Figure(
        "plainspoken --help, without a bare python", answer - bare, "s", 0.25,
        f"{answer:.3f} s without {bare:.3f} s; {answer / bare:.1f} × (medians of {_TIMES})",
    )  # fmt: skip
