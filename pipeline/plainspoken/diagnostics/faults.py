"""Report an error that no guide should be able to cause: what it is, and where it came from."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from .errors import REPORT_FAULT
from .visible_text import show_hidden

TRACEBACK_VARIABLE = "PLAINSPOKEN_TRACEBACK"
"""The environment variable that adds the traceback, for those who mend the program."""
_PACKAGE = Path(__file__).parents[1]
_LONGEST = 200


def report_fault(error: BaseException) -> tuple[str, ...]:
    """The lines to show of an error that nobody expects."""
    return (*list_traceback(error), f"{describe_fault(error)}. {REPORT_FAULT}")


def list_traceback(error: BaseException) -> tuple[str, ...]:
    """The lines of its traceback, if somebody asks for them."""
    if not os.environ.get(TRACEBACK_VARIABLE):
        return ()
    return tuple("".join(traceback.format_exception(error)).splitlines())


def describe_fault(error: BaseException) -> str:
    """What it is and its innermost place in the package, on one line."""
    text = show_hidden(" ".join(str(error).split()))
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    name = type(error).__name__
    return f"{name}{_find_place(error)}: {text}" if text else f"{name}{_find_place(error)}"


def _find_place(error: BaseException) -> str:
    place = ""
    for frame, line in traceback.walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            place = f" in {path.relative_to(_PACKAGE.parent).as_posix()}:{line}"
    return place
