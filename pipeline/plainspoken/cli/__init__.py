"""The command line: read the arguments, call one stage, print what came of it.

No other package prints. Each command is a module with an `EXAMPLE`, `OPTIONS` and `run(args)`.
Stages are imported where they run, so that `--help` is quick.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import TextIO

from . import command_line

WRONG = 2
"""The exit code where something is wrong."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give the exit code: 0 done, 1 a check failed, 2 something is wrong.

    It is 128 and the number of a signal, as shells have it, after Ctrl-C and the like; and, without
    a word, where nobody reads the output any more: other programs end by SIGPIPE then.
    """
    # Most of what a command makes lives until its end: looking for garbage often finds none.
    gc.set_threshold(100_000, 20, 20)
    try:
        _escape_what_cannot_be_encoded()
        return _run(sys.argv[1:] if argv is None else argv)
    except (KeyboardInterrupt, Exception) as error:
        from ..interrupts import get_exit_code, was_interrupted

        if isinstance(error, KeyboardInterrupt) or was_interrupted():
            report("Stopped.")
            _discard(sys.stdout)  # nobody may read it now: to write it would wait for ever
            return get_exit_code()
        return _answer_error(error)


def _answer_error(error: Exception) -> int:
    match error:
        case BrokenPipeError():
            _discard(sys.stdout)
            return 128 + signal.SIGPIPE
        case OSError():
            from ..diagnostics.visible_text import show_hidden

            place, reason = error.filename or "Output", error.strerror or str(error)
            report(show_hidden(f"{place}: {reason}", "<U+000A>"))
            _discard(sys.stdout)
        case MemoryError():
            report("There is not enough memory. Close other programs, or use --jobs 1.")
        case _:
            from ..diagnostics.faults import report_fault

            report("\n".join(report_fault(error)))
    return WRONG


def report(text: str) -> None:
    """Print a message for people; nothing where it cannot be written."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        _discard(sys.stderr)


def _run(argv: Sequence[str]) -> int:
    try:
        args = command_line.parse(argv)
    except SystemExit:  # after `--help`, or what cannot be read
        _flush(sys.stdout)
        raise
    from ..diagnostics.errors import PlainspokenError

    try:
        code: int = args.run(args)
    except PlainspokenError as error:
        report(str(error))
        code = WRONG
    _flush(sys.stdout)
    return code


def _escape_what_cannot_be_encoded() -> None:
    """Where a stream cannot encode a letter, write its code: no output ends half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _flush(stream: TextIO | None) -> None:
    if stream:
        stream.flush()


def _discard(stream: TextIO | None) -> None:
    """Keep Python from writing, at its end, what could not be written before."""
    try:
        if stream:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError:  # a stream that is no file
        return
