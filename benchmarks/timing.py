"""Measure what commands and functions take."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .sample_guide import ROOT

_T = TypeVar("_T")

BARE_PYTHON = ("-c", "pass")
"""Arguments of a Python that does nothing: what every command takes before it begins."""


class MeasurementError(Exception):
    """A program that was to be measured did not do what it should."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took, from its start to its end."""

    seconds: float
    peak: int
    """Bytes of memory of the largest of its processes."""
    output: str


def run(*arguments: str) -> Run:
    """Run this Python with these arguments in a fresh process, and wait.

    Raises:
        MeasurementError: it ended with an error.
    """
    command = [sys.executable, *arguments]
    child = [sys.executable, "-m", "benchmarks.measure_command", *command]
    done = subprocess.run(child, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    facts = json.loads(done.stdout)
    if facts["code"]:
        raise MeasurementError(
            f"`{' '.join(command)}` ended with {facts['code']}:\n{facts['errors']}"
        )
    return Run(facts["seconds"], facts["peak"], facts["output"])


def time_call(do: Callable[[], _T]) -> tuple[float, _T]:
    """Measure the seconds that a function takes; give them and its result."""
    begin = time.perf_counter()
    result = do()
    return time.perf_counter() - begin, result


def find_median(times: int, do: Callable[[], Run]) -> float:
    """Find the median of the seconds of several runs, after one that warms the caches."""
    do()
    return statistics.median(do().seconds for _ in range(times))


def measure_in_turn(
    times: int, do_least: Callable[[], Run], do: Callable[[], Run]
) -> tuple[list[float], list[float]]:
    """Measure the seconds of the least work and of some other, in turn, so that what else the
    machine does slows both. The first of each warms the caches, and is left out.
    """
    runs = [(do_least().seconds, do().seconds) for _ in range(times + 1)][1:]
    return [least for least, _ in runs], [seconds for _, seconds in runs]


def format_seconds(seconds: Sequence[float]) -> str:
    """Format several times for a note."""
    return ", ".join(f"{duration:.2f} s" for duration in seconds)
