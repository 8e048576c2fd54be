"""Arguments in, one call, words out. The only package that prints.

One command, one module, found by its name: each has `register(commands)` and `run(args)`.
Stages are imported where they run, so that `--help` is quick.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Sequence

from ..diagnostics.errors import PlainspokenError
from . import options


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give the exit code: 0 done, 1 a check failed, 2 something is wrong."""
    # Most of what a command makes lives until its end: looking for garbage often finds none.
    gc.set_threshold(100_000, 20, 20)
    try:
        _write_any_letter()
        given = sys.argv[1:] if argv is None else argv
        args = options.parser(given).parse_args(given)
        code: int = args.run(args)
        if sys.stdout:
            sys.stdout.flush()
    except PlainspokenError as error:
        for finding in error.findings:
            print(finding, file=sys.stderr)
        return 2
    except BrokenPipeError:
        _say_no_more()
        return 1
    except OSError as error:
        print(f"{error.filename or 'Output'}: {error.strerror or error}", file=sys.stderr)
        _say_no_more()
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 128 + signal.SIGINT
    return code


def _write_any_letter() -> None:
    """Where a stream cannot write a letter, it writes its code: no output ends half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say_no_more() -> None:
    """Python would try once more to write what nobody can take."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
