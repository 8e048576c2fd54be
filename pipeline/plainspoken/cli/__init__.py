"""The command line: read the arguments, call one stage, print what came of it.

No other package prints. Each command is a module with an `EXAMPLE`, `OPTIONS` and `run(args)`.
Stages are imported where they run, so that `--help` is quick.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import signal
import sys
from collections.abc import Sequence

from . import command_line


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give the exit code: 0 done, 1 a check failed, 2 something is wrong."""
    # Most of what a command makes lives until its end: looking for garbage often finds none.
    gc.set_threshold(100_000, 20, 20)
    try:
        _escape_what_cannot_be_encoded()
        return _run(command_line.parse(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        _discard_output()
        return 1
    except OSError as error:
        from ..diagnostics.visible_text import show_hidden

        place, reason = error.filename or "Output", error.strerror or str(error)
        print(show_hidden(f"{place}: {reason}", "<U+000A>"), file=sys.stderr)
        _discard_output()
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 128 + signal.SIGINT


def _run(args: argparse.Namespace) -> int:
    from ..diagnostics.errors import PlainspokenError

    try:
        code: int = args.run(args)
        if sys.stdout:
            sys.stdout.flush()
    except PlainspokenError as error:
        print(error, file=sys.stderr)
        return 2
    return code


def _escape_what_cannot_be_encoded() -> None:
    """Where a stream cannot encode a letter, write its code: no output ends half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Keep Python from writing, at its end, what could not be written before."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
