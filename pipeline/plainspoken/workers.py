"""Something to work out goes in; it is done in a process of its own, and its answer comes out."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import Generic, NoReturn, TypeVar

from .diagnostics.errors import PlainspokenError

S = TypeVar("S")
T = TypeVar("T")
_LENGTH = 8
"""Bytes before an answer that tell its length: a process may die while it writes."""


class Answer(Generic[T]):
    """What another process is working out meanwhile."""

    def __init__(self, do: Callable[[], T], pipe: int) -> None:
        self._do, self._pipe = do, pipe

    def get(self) -> T:
        """Wait for it; work it out here where its process died, so that an error shows itself.

        Raises:
            PlainspokenError, OSError: what its process raised.
        """
        with os.fdopen(self._pipe, "rb", closefd=False) as reader:
            length, said = reader.read(_LENGTH), reader.read()
        if not length or int.from_bytes(length) != len(said):
            return self._do()
        given = pickle.loads(said)
        if isinstance(given, BaseException):
            raise given
        answer: T = given
        return answer


@contextmanager
def asked(do: Callable[[], T]) -> Iterator[Answer[T]]:
    """Have a process of its own work something out; it is ended on the way out."""
    reader, writer = os.pipe()
    with uninterrupted():
        pid = fork()
    if not pid:
        os.close(reader)
        _answer(do, writer)
    os.close(writer)
    try:
        yield Answer(do, reader)
    finally:
        stop({pid: reader})


def shared(do: Callable[[S], T], things: Sequence[S], jobs: int) -> list[T]:
    """Do the same to many things, dealt out to `jobs` processes, this one among them.

    Raises:
        PlainspokenError, OSError: what `do` raised.
    """
    hands = max(min(jobs, len(things)), 1)

    def share(hand: int) -> list[T]:
        return [do(each) for each in things[hand::hands]]

    with ExitStack() as stack:
        others = [stack.enter_context(asked(partial(share, hand))) for hand in range(1, hands)]
        done = [share(0), *(other.get() for other in others)]
    return [done[place % hands][place // hands] for place in range(len(things))]


def _answer(do: Callable[[], object], writer: int) -> NoReturn:
    try:
        try:
            said = pickle.dumps(do())
        except (PlainspokenError, OSError) as error:
            said = pickle.dumps(error)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(len(said).to_bytes(_LENGTH) + said)
    finally:
        os._exit(0)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """A Ctrl-C comes right after: Python would swallow one that comes within a fork."""
    unblocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, unblocked)


def fork() -> int:
    """Fork within `uninterrupted`; the child leaves it to the parent to answer a Ctrl-C."""
    pid = os.fork()
    if not pid:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    return pid


def stop(running: Mapping[int, int]) -> None:
    """End what still runs, by process and pipe. One that ended a moment ago may be among them."""
    for pid, pipe in running.items():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.close(pipe)
    for pid in running:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
