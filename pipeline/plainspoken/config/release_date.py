"""The moment of a release, as SOURCE_DATE_EPOCH gives it (reproducible-builds.org)."""

from __future__ import annotations

import datetime
import os

from ..diagnostics.errors import ProjectError
from ..diagnostics.finding import Finding


def read_release_date() -> datetime.datetime | None:
    """Read SOURCE_DATE_EPOCH; none where not set. Raises ProjectError: it is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is {epoch!r}, and no time"
        hint = "Give it the seconds since the beginning of 1970, or take it away."
        raise ProjectError([Finding("", 0, message, hint)]) from None
