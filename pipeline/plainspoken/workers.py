"""Work in child processes, made by fork: only what comes back, or an error, is pickled.

A child that dies is no end of the program: see `run_in_child` and `run_tasks`. `worker_pool` has
processes that do many small tasks.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from selectors import EVENT_READ, DefaultSelector
from typing import Any, Generic, NoReturn, TypeVar

from .diagnostics.errors import REPORT_FAULT, PlainspokenError, WorkerError
from .diagnostics.faults import describe_fault, list_traceback
from .diagnostics.finding import Finding
from .interrupts import SIGNALS, delay_interrupts

S = TypeVar("S")
T = TypeVar("T")
LENGTH = 8
"""Bytes before an answer that give its length: a child may die while it writes."""
_MEANTIME = 0.1
"""Seconds until a signal that a child died of has come here, too, if it was sent to both."""
_SET_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2): the signal that a process gets when its parent ends."""


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """Something to do in a child."""

    description: str
    """What people are told if its process dies: `the sentence “…”`."""
    do: Callable[[], T]


@contextmanager
def run_in_child(do: Callable[[], T]) -> Iterator[Child[T]]:
    """Have a child process work something out; it is ended on the way out."""
    child: Child[T] | None = None
    try:
        with delay_interrupts():
            child = Child(do)
        yield child
    finally:
        if child:
            child.stop()


def map_in_processes(do: Callable[[S], T], items: Sequence[S], jobs: int) -> list[T]:
    """Do the same to many items in `jobs` processes, this among them. Raises what `do` raised."""
    count = max(min(jobs, len(items)), 1)

    def do_share(first: int) -> list[T]:
        return [do(item) for item in items[first::count]]

    with ExitStack() as stack:
        answers = [
            stack.enter_context(run_in_child(partial(do_share, first))) for first in range(1, count)
        ]
        shares = [do_share(0), *(answer.get() for answer in answers)]
    return [shares[place % count][place // count] for place in range(len(items))]


def run_tasks(tasks: Sequence[Task[T]], jobs: int, done: Callable[[T], None]) -> list[T]:
    """Run each task in a child, `jobs` at a time; call `done` with each result as it comes. Results
    keep their order.

    Raises what a task or `done` raised first, or WorkerError: a child died; the others are stopped.
    """
    running: dict[Child[T], int] = {}
    results: dict[int, T] = {}
    try:
        while len(results) < len(tasks):
            number = len(results) + len(running)
            if number < len(tasks) and len(running) < jobs:
                with delay_interrupts():
                    running[Child(tasks[number].do)] = number
            else:
                done(_finish_one(running, tasks, results))
    finally:
        with delay_interrupts():
            for child in running:
                child.stop()
    return [results[number] for number in range(len(tasks))]


def _finish_one(running: dict[Child[T], int], tasks: Sequence[Task[T]], results: dict[int, T]) -> T:
    with DefaultSelector() as selector:
        for waiting in running:
            selector.register(waiting.pipe, EVENT_READ, waiting)
        child: Child[T] = selector.select()[0][0].data
    number = running[child]
    try:
        results[number] = child.receive()
    except ChildDied as death:
        raise report_death(death, tasks[number].description) from None
    del running[child]
    child.stop()
    return results[number]


def report_death(death: ChildDied, description: str) -> WorkerError:
    """What people are told of a task whose process died."""
    message = f"the process for {description} died of {death.cause}"
    hint = "Run the command again; where memory is short, with --jobs 1."
    if death.trace:
        hint = REPORT_FAULT
    return WorkerError([Finding("", 0, message, hint, detail=death.trace)])


class ChildDied(Exception):
    """A child ended without an answer, or with an error that nobody expects."""

    def __init__(self, cause: str, trace: tuple[str, ...] = ()) -> None:
        super().__init__(cause, trace)
        self.cause, self.trace = cause, trace


class Child(Generic[T]):
    """A process that works something out. Start it within `delay_interrupts`, and stop it."""

    def __init__(self, do: Callable[[], T]) -> None:
        self._do, parent = do, os.getpid()
        find_prctl()
        self.pipe, writer = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            become_child(parent)
            os.close(self.pipe)
            _answer(do, writer)
        os.close(writer)

    def get(self) -> T:
        """Wait for its answer; work it out here where it died. Raises what the work raised."""
        try:
            return self.receive()
        except ChildDied:
            return self._do()

    def receive(self) -> T:
        """Wait for its answer. Raises what the work raised, or ChildDied: no whole answer."""
        with os.fdopen(self.pipe, "rb", closefd=False) as reader:
            length, content = reader.read(LENGTH), reader.read()
        if not length or int.from_bytes(length) != len(content):
            pid, self._pid = self._pid, 0
            raise explain_death(pid)
        result: T = open_answer(content)
        return result

    def stop(self) -> None:
        """End it, if it still runs, and release what it holds. It may have ended a moment ago."""
        with delay_interrupts():
            os.close(self.pipe)
            if self._pid:
                with suppress(ProcessLookupError):
                    os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)
                self._pid = 0


def explain_death(pid: int) -> ChildDied:
    """Wait for a child that ended without an answer, and tell why it did."""
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if -code in SIGNALS:
        time.sleep(_MEANTIME)
    return ChildDied(f"signal {-code}" if code < 0 else "an error")


def make_answer(do: Callable[[], object]) -> bytes:
    """What work gives or raises, pickled."""
    try:
        return pickle.dumps(do())
    except (PlainspokenError, OSError) as error:
        return pickle.dumps(error)
    except MemoryError:
        return pickle.dumps(ChildDied("a lack of memory"))
    except Exception as error:
        trace = (*list_traceback(error), describe_fault(error))
        return pickle.dumps(ChildDied("an error", trace))


def frame(content: bytes) -> bytes:
    """A message as it goes through a pipe, its length first."""
    return len(content).to_bytes(LENGTH) + content


def open_answer(content: bytes) -> Any:
    """What work gave. Raises what it raised."""
    answer = pickle.loads(content)
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _answer(do: Callable[[], object], writer: int) -> NoReturn:
    status = 1
    try:
        content = make_answer(do)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(frame(content))
        status = 0
    finally:
        os._exit(status)


def become_child(parent: int) -> None:
    """Leave it to the parent to answer signals that reach both, and end when it ends."""
    # What is garbage in the parent stays so: to free what has threads there would wait for these.
    gc.freeze()
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    if prctl := find_prctl():
        prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it ended a moment ago
        os._exit(1)


@cache
def find_prctl() -> Callable[[int, int], int] | None:
    """prctl(2), on Linux. Elsewhere, a child ends when it cannot write its answer."""
    if sys.platform != "linux":
        return None
    import ctypes

    prctl: Callable[[int, int], int] = ctypes.CDLL(None).prctl
    return prctl
