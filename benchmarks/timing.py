"""A command or a function goes in; what it took comes out."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .sample import ROOT

_T = TypeVar("_T")

BARE = ("-c", "pass")
"""A Python that does nothing: what every command costs before it begins."""


class Failed(Exception):
    """Something that was to be measured did not do what it should."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command, from its start to its end."""

    seconds: float
    peak: int
    """Bytes of memory of the largest of its processes."""
    output: str


def run(*arguments: str) -> Run:
    """Run this Python with these arguments in a fresh process, and wait.

    Raises:
        Failed: it ended with an error.
    """
    command = [sys.executable, *arguments]
    child = [sys.executable, "-m", "benchmarks.child", *command]
    done = subprocess.run(child, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    facts = json.loads(done.stdout)
    if facts["code"]:
        raise Failed(f"`{' '.join(command)}` ended with {facts['code']}:\n{facts['errors']}")
    return Run(facts["seconds"], facts["peak"], facts["output"])


def clock(do: Callable[[], _T]) -> tuple[float, _T]:
    """The seconds that a function takes, and what it gives."""
    begin = time.perf_counter()
    given = do()
    return time.perf_counter() - begin, given


def middle(times: int, do: Callable[[], Run]) -> float:
    """The median of the seconds of several runs; a first run, not counted, warms the disk."""
    do()
    return statistics.median(do().seconds for _ in range(times))


def listed(seconds: Sequence[float]) -> str:
    """Several times, for a note."""
    return " and ".join(f"{each:.1f} s" for each in seconds)
