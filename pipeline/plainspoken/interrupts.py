"""Answer the signals that end a program, Ctrl-C among them: all raise Interrupted, and what they
interrupt cleans up on its way out. What was ignored when the program began stays so, as with nohup.
"""

from __future__ import annotations

import signal
import sys
import time
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_REPEATED = 1.0
"""Seconds in which a further signal is taken for the same one: people press Ctrl-C twice, and
terminals and service managers signal twice. What cleans up has this time to itself.
"""
_AGAIN = 0.005
"""Seconds until what fell where nothing can be raised is raised again."""
_LATER = 0.02
"""Seconds until the next attempt, where that was too soon."""


class Interrupted(KeyboardInterrupt):
    """A signal came. Python itself dies of SIGINT where a plain KeyboardInterrupt went through
    `exec`, as dataclasses use it, though it was answered.
    """


class _Received:
    """The last signal that was answered, and when."""

    number: int = signal.SIGINT
    moment = 0.0
    """On the clock that only goes forward; 0 where none came."""


_received = _Received()


def raise_on_signals() -> None:
    """Raise Interrupted for each of the signals from now on."""
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _answer)
    sys.unraisablehook = _raise_again_later


def ignore_signals() -> None:
    """Let nothing stop the rest: the work is done."""
    for number in (*SIGNALS, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)


def was_interrupted() -> bool:
    """Whether a signal came: what is raised after that is only its echo."""
    return _received.moment > 0


def get_exit_code() -> int:
    """The exit code after Interrupted: 128 and the signal's number, as shells have it."""
    return 128 + _received.number


def delay_interrupts() -> _Delay:
    """Have a signal come right after what must not be cut in two; a fork would swallow it."""
    return _Delay()


class _Delay:
    """A context manager without `contextlib`, which takes longer to import than all of this."""

    def __enter__(self) -> None:
        self.mask = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        try:
            signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        except KeyboardInterrupt:  # of a signal before
            signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)
            raise

    def __exit__(self, *_: object) -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)


def _answer(number: int, _frame: FrameType | None) -> None:
    if was_interrupted() and time.monotonic() < _received.moment + _REPEATED:
        return
    _received.number, _received.moment = number, time.monotonic()
    raise Interrupted


def _raise_again_later(unraisable: sys.UnraisableHookArgs) -> None:
    """Python prints and drops what is raised in a destructor or in a callback of its import."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        signal.signal(signal.SIGALRM, _raise_again)
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)
    else:
        sys.__unraisablehook__(unraisable)


def _raise_again(_number: int, frame: FrameType | None) -> None:
    while frame:
        if frame.f_code is _raise_again_later.__code__:  # not ended yet, on a busy machine
            signal.setitimer(signal.ITIMER_REAL, _LATER)
            return
        frame = frame.f_back
    raise Interrupted
