"""Tasks go in; each is done in a process of its own, a few at a time.

A process for each sentence: a speech engine's sound depends on what it spoke before, and a
crash of its library must not take the build with it.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from ..errors import PlainspokenError, VoiceError
from ..findings import Finding


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do that leaves a file behind."""

    what: str
    """What people are told if its process dies: `the sentence “…”`."""
    do: Callable[[], None]


def run_tasks(tasks: Iterable[Task], jobs: int, done: Callable[[], None]) -> None:
    """Do all tasks, `jobs` at a time; call `done` after each.

    Raises:
        PlainspokenError, OSError: what a task raised first; the others are stopped.
        VoiceError: a task's process died.
    """
    running: dict[int, tuple[Task, int]] = {}
    try:
        for task in tasks:
            if len(running) >= jobs:
                _wait(running)
                done()
            _start(task, running)
        while running:
            _wait(running)
            done()
    finally:
        _stop(running)


def _start(task: Task, running: dict[int, tuple[Task, int]]) -> None:
    reader, writer = os.pipe()
    # Python would swallow a Ctrl-C that comes within a fork: it comes right after it.
    unblocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    pid = os.fork()
    if pid:
        os.close(writer)
        running[pid] = (task, reader)
        signal.pthread_sigmask(signal.SIG_SETMASK, unblocked)
        return
    status = 1
    try:
        # Ctrl-C reaches the whole group; the parent alone answers it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        task.do()
        status = 0
    except (PlainspokenError, OSError) as error:
        os.write(writer, pickle.dumps(error))
    finally:
        os._exit(status)


def _stop(running: dict[int, tuple[Task, int]]) -> None:
    """End what still runs. One that ended by itself, a moment ago, may be among them."""
    for pid, (_, pipe) in running.items():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.close(pipe)
    for pid in running:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _wait(running: dict[int, tuple[Task, int]]) -> None:
    pid, status = os.wait()
    while pid not in running:
        pid, status = os.wait()
    task, pipe = running.pop(pid)
    with os.fdopen(pipe, "rb") as reader:
        said = reader.read() if status else b""
    if said:
        raise pickle.loads(said)
    if status:
        how = f"signal {-code}" if (code := os.waitstatus_to_exitcode(status)) < 0 else "an error"
        cure = "Change the sentence, its entry in source/lexicon.toml, or the voice."
        raise VoiceError([Finding("", 0, f"the process for {task.what} died of {how}", cure)])
