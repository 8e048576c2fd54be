"""Tasks go in; each is done in a process of its own, a few at a time.

A process for each sentence: a speech engine's sound depends on what it spoke before, and a
crash of its library must not take the build with it.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Generic, NoReturn, TypeVar

from ..errors import PlainspokenError, VoiceError
from ..findings import Finding

T = TypeVar("T")


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
        _stop({pid: pipe for pid, (_, pipe) in running.items()})


class Answer(Generic[T]):
    """What another process is working out meanwhile."""

    def __init__(self, pid: int, pipe: int) -> None:
        self._pid, self._pipe = pid, pipe

    def get(self) -> T:
        """Wait for it.

        Raises:
            PlainspokenError, OSError: what its process raised.
            ChildProcessError: its process died.
        """
        with os.fdopen(self._pipe, "rb", closefd=False) as reader:
            said = reader.read()
        if not said:
            raise ChildProcessError(f"process {self._pid} died")
        given = pickle.loads(said)
        if isinstance(given, BaseException):
            raise given
        answer: T = given
        return answer


@contextmanager
def asked(do: Callable[[], T]) -> Iterator[Answer[T]]:
    """Have a process of its own work something out; it is ended on the way out."""
    reader, writer = os.pipe()
    with _uninterrupted():
        pid = _fork()
    if not pid:
        os.close(reader)
        _answer(do, writer)
    os.close(writer)
    try:
        yield Answer(pid, reader)
    finally:
        _stop({pid: reader})


def _answer(do: Callable[[], object], writer: int) -> NoReturn:
    try:
        given: object = do()
    except (PlainspokenError, OSError) as error:
        given = error
    except BaseException:
        os._exit(1)
    with os.fdopen(writer, "wb") as pipe:
        pickle.dump(given, pipe)
    os._exit(0)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A Ctrl-C comes right after: Python would swallow one that comes within a fork."""
    unblocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, unblocked)


def _fork() -> int:
    """Fork within `_uninterrupted`; the child leaves it to the parent to answer a Ctrl-C."""
    pid = os.fork()
    if not pid:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    return pid


def _start(task: Task, running: dict[int, tuple[Task, int]]) -> None:
    reader, writer = os.pipe()
    with _uninterrupted():
        pid = _fork()
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


def _stop(running: Mapping[int, int]) -> None:
    """End what still runs, by process and pipe. One that ended a moment ago may be among them."""
    for pid, pipe in running.items():
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
