"""Processes for many small tasks, forked while the program is small: a fork takes the longer, the
more memory it copies the tables of, and a task may have to fork once more.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from selectors import EVENT_READ, DefaultSelector
from typing import Any, Generic, NoReturn, TypeVar

from .interrupts import delay_interrupts
from .workers import (
    LENGTH,
    ChildDied,
    Task,
    become_child,
    explain_death,
    find_prctl,
    frame,
    make_answer,
    open_answer,
    report_death,
)

T = TypeVar("T")


class WorkerPool:
    """Some processes that wait for tasks. What a task needs must be picklable."""

    def __init__(self) -> None:
        self._workers: list[_Worker] = []
        self._unanswered = 0
        """How many answers each process still owes."""

    @property
    def jobs(self) -> int:
        """How many tasks run at a time."""
        return len(self._workers)

    def start(self, jobs: int) -> None:
        """Fork the processes."""
        for _ in range(jobs):
            with delay_interrupts():
                self._workers.append(_Worker(self._workers))

    def stop(self) -> None:
        """End all of them, whatever they do."""
        self._unanswered = 0
        with delay_interrupts():
            while self._workers:
                self._workers.pop().stop()

    def run_in_each(self, do: Callable[[], object]) -> None:
        """Do the same in each process, so that later tasks find it done. Raises what it raised."""
        self.begin_in_each(do)
        self._await_each()

    def begin_in_each(self, do: Callable[[], object]) -> None:
        """Let each process begin with the same, while this one does something else. What it raises
        is raised when a task is run next.
        """
        content = pickle.dumps(do)
        for worker in self._workers:
            worker.send(content)
        self._unanswered += 1

    def begin(self, do: Callable[[], T]) -> Answer[T]:
        """Let the first process do something, while this one does something else."""
        worker = self._workers[0]
        worker.send(pickle.dumps(do))
        return Answer(do, partial(self._receive_begun, worker))

    def _receive_begun(self, worker: _Worker) -> Any:
        self._receive_each()
        return worker.receive()

    def _await_each(self) -> None:
        try:
            self._receive_each()
        except ChildDied as death:
            raise report_death(death, "many sentences") from None

    def _receive_each(self) -> None:
        """The answers that each process still owes. Raises ChildDied: one died."""
        while self._unanswered:
            for worker in self._workers:
                worker.receive()
            self._unanswered -= 1

    def run(self, tasks: Sequence[Task[T]], done: Callable[[T], None]) -> list[T]:
        """Run tasks in the free processes; call `done` with each result as it comes. Results keep
        their order.

        Raises what a task or `done` raised first, or WorkerError: a process died. All processes are
        ended then.
        """
        try:
            return self._run(tasks, done)
        except BaseException:
            self.stop()
            raise

    def _run(self, tasks: Sequence[Task[T]], done: Callable[[T], None]) -> list[T]:
        self._await_each()
        contents = [pickle.dumps(task.do) for task in tasks]
        results: dict[int, T] = {}
        waiting = iter(enumerate(contents))
        numbers: dict[_Worker, int] = {}
        with DefaultSelector() as selector:
            for worker in self._workers:
                selector.register(worker.answers, EVENT_READ, worker)
                _send_next(worker, waiting, numbers)
            while numbers:
                for key, _ in selector.select():
                    worker = key.data
                    number = numbers.pop(worker)
                    try:
                        results[number] = worker.receive()
                    except ChildDied as death:
                        raise report_death(death, tasks[number].description) from None
                    _send_next(worker, waiting, numbers)
                    done(results[number])
        return [results[number] for number in range(len(tasks))]


def _send_next(
    worker: _Worker, waiting: Iterator[tuple[int, bytes]], numbers: dict[_Worker, int]
) -> None:
    for number, content in waiting:
        worker.send(content)
        numbers[worker] = number
        return


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What a process of a pool works out."""

    _do: Callable[[], T]
    _receive: Callable[[], T]

    def get(self) -> T:
        """Wait for it; work it out here where the process died. Raises what the work raised."""
        try:
            return self._receive()
        except ChildDied:
            return self._do()


def can_pickle(do: Callable[[], object]) -> bool:
    """Whether a pool can be given this to do."""
    try:
        pickle.dumps(do)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


@contextmanager
def open_pool(jobs: int) -> Iterator[WorkerPool]:
    """A pool of so many processes; they are ended on the way out."""
    pool = WorkerPool()
    try:
        pool.start(jobs)
        yield pool
    finally:
        pool.stop()


class _Worker:
    """One process of a pool, in a group of its own with the children that it makes."""

    def __init__(self, others: Sequence[_Worker]) -> None:
        parent = os.getpid()
        find_prctl()
        requests, self._requests = os.pipe()
        self.answers, answers = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.setpgid(0, 0)
            become_child(parent)
            # Held open here, they would keep the others from seeing that the program has ended.
            for pipe in (self._requests, self.answers, *(other._requests for other in others)):
                os.close(pipe)
            _serve(requests, answers)
        with suppress(OSError):  # whichever of both comes first
            os.setpgid(self._pid, self._pid)
        os.close(requests)
        os.close(answers)

    def send(self, content: bytes) -> None:
        """Give it something to do, pickled. One that died is found when its answer is read."""
        with suppress(BrokenPipeError), os.fdopen(self._requests, "wb", closefd=False) as pipe:
            pipe.write(frame(content))

    def receive(self) -> Any:
        """Wait for its answer. Raises what the work raised, or ChildDied: there is none."""
        with os.fdopen(self.answers, "rb", buffering=0, closefd=False) as pipe:
            content = _read_message(pipe)
        if content is None:
            pid, self._pid = self._pid, 0
            raise explain_death(pid)
        return open_answer(content)

    def stop(self) -> None:
        """End it and its children, if they still run, and release what it holds."""
        os.close(self._requests)
        os.close(self.answers)
        if self._pid:
            with suppress(ProcessLookupError):
                os.killpg(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = 0


def _serve(requests: int, answers: int) -> NoReturn:
    status = 1
    try:
        with os.fdopen(requests, "rb", buffering=0) as questions, os.fdopen(answers, "wb") as pipe:
            while (content := _read_message(questions)) is not None:
                pipe.write(frame(make_answer(pickle.loads(content))))
                pipe.flush()
        status = 0
    finally:
        os._exit(status)


def _read_message(pipe: Any) -> bytes | None:
    """A length and as many bytes; None where the other end was closed before them."""
    head = _read_exactly(pipe, LENGTH)
    return None if head is None else _read_exactly(pipe, int.from_bytes(head))


def _read_exactly(pipe: Any, size: int) -> bytes | None:
    content = bytearray()
    while len(content) < size:
        piece = pipe.read(size - len(content))
        if not piece:
            return None
        content += piece
    return bytes(content)
