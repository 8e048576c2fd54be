"""Tasks go in; each is done in a process of its own, a few at a time.

A process for each sentence: a speech engine's sound depends on what it spoke before, and a
crash of its library must not take the build with it.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..diagnostics.errors import PlainspokenError, VoiceError
from ..diagnostics.finding import Finding
from ..workers import fork, stop, uninterrupted


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
        stop({pid: pipe for pid, (_, pipe) in running.items()})


def _start(task: Task, running: dict[int, tuple[Task, int]]) -> None:
    reader, writer = os.pipe()
    with uninterrupted():
        pid = fork()
        if pid:
            running[pid] = (task, reader)
    if pid:
        os.close(writer)
        return
    status = 1
    try:
        task.do()
        status = 0
    except (PlainspokenError, OSError) as error:
        os.write(writer, pickle.dumps(error))
    finally:
        os._exit(status)


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
        hint = "Change the sentence, its entry in source/lexicon.toml, or the voice."
        raise VoiceError([Finding("", 0, f"the process for {task.what} died of {how}", hint)])
