"""Tell the faults of a voice, which anybody may have written, as errors of that voice."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...diagnostics.errors import PlainspokenError, VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import show_hidden

HINT = "This is a fault of the voice: use another one, and report it to those who make it."
_LONGEST = 200
"""Characters of what an exception says."""


@contextmanager
def report_faults(name: str, task: str) -> Iterator[None]:
    """Raise what nobody expects as a VoiceError: the voice `name` cannot do the task."""
    try:
        yield
    except PlainspokenError:
        raise
    except (Exception, SystemExit) as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        words = show_hidden(f"{type(error).__name__}: {error}")[:_LONGEST]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        message = f"{name} cannot {task}: {words} ({where})"
        raise VoiceError([Finding("", 0, message, HINT)]) from error
