"""The moment of a release, as SOURCE_DATE_EPOCH gives it (reproducible-builds.org)."""

from __future__ import annotations

import datetime
import os

from ..diagnostics.errors import ProjectError
from ..diagnostics.finding import Finding


def read_release_date() -> datetime.datetime | None:
    """The moment that SOURCE_DATE_EPOCH gives; none where it is not set.

    Raises:
        ProjectError: it gives none.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        what = f"SOURCE_DATE_EPOCH is {epoch!r}, and no time"
        hint = "Give it the seconds since the beginning of 1970, or take it away."
        raise ProjectError([Finding("", 0, what, hint)]) from None
