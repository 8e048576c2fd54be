"""Record the lines of the package that each test reaches, also in the processes that it starts.

Stands as `sitecustomize.py` beside a copy of the package, so that every Python that finds the copy
imports it first. Each process writes a data file of its own below `FOLDER`, where the file
`current-test` has the name of what runs.
"""

from __future__ import annotations

import atexit
import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import coverage

FOLDER = Path(os.environ.get("MUTANT_TRIAL", Path(__file__).parents[2]))
"""The folder that holds the copy of the repository. A test may copy the copy, or hide our words."""
DATA = "lines"
"""Data files are called this, a dot and more."""
_CURRENT = FOLDER / "current-test"
_PATIENCE = 2
"""Seconds that a process has to end by itself, and write its data, before it is killed."""

_coverage = coverage.Coverage(
    data_file=str(FOLDER / DATA), data_suffix=True, config_file=False, messages=False,
    include=["*/plainspoken/*"],
)  # fmt: skip
_end_process = os._exit
_send_signal = os.kill


def switch(name: str) -> str:
    """Count what runs from now on to a test; give the name of what ran before."""
    before = _CURRENT.read_text("utf-8") if _CURRENT.is_file() else ""
    _CURRENT.write_text(name, "utf-8")
    _coverage.switch_context(name)
    return before


def _start() -> None:
    _coverage.set_option("run:core", "ctrace")  # The only one that knows the lines of each test.
    _coverage.set_option("run:sigterm", True)
    _coverage.set_option("run:disable_warnings", ["no-data-collected"])
    _coverage.start()
    _coverage.switch_context(_CURRENT.read_text("utf-8") if _CURRENT.is_file() else "start")
    atexit.register(_save)
    os._exit = _save_and_end
    os.kill = _kill_patiently


def _save() -> None:
    with suppress(Exception):
        _coverage.save()


def _save_and_end(status: int) -> NoReturn:
    _save()
    _end_process(status)


def _kill_patiently(pid: int, number: int) -> None:
    """Send a signal; a child that has just given its answer and is to be killed may end first."""
    if pid == os.getpid():
        _save()
    elif number == signal.SIGKILL:
        end = time.monotonic() + _PATIENCE
        with suppress(ChildProcessError):
            while time.monotonic() < end and not os.waitid(
                os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT
            ):
                time.sleep(0.002)
    _send_signal(pid, number)


if __name__ == "sitecustomize":
    _start()
