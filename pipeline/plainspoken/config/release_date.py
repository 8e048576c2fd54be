"""When a release was made, and its content changed: SOURCE_DATE_EPOCH (reproducible-builds.org)
says it, or guide.toml. No clock is read.
"""

from __future__ import annotations

import datetime
import os
import re

from ..diagnostics.errors import ProjectError
from ..diagnostics.finding import Finding
from .project import Project

_LAST = 253_402_300_799
"""The last second of the year 9999: an EPUB has years of four digits (EPUB 3.3 §5.5.5)."""


def read_release_date() -> datetime.datetime | None:
    """Read SOURCE_DATE_EPOCH; none where not set. Raises ProjectError: it is no moment that
    an edition can name.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    if not re.fullmatch("[0-9]{1,12}", epoch) or int(epoch) > _LAST:
        message = f"SOURCE_DATE_EPOCH is {epoch!r}, and no time"
        hint = f"Give it the seconds since the beginning of 1970, up to {_LAST}, or take it away."
        raise ProjectError([Finding("", 0, message, hint)])
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)


def read_today() -> datetime.date:
    """The day of SOURCE_DATE_EPOCH, else the clock's. It is for what people sign, and are told of
    reviews: no byte of an edition depends on it. Raises ProjectError as above.
    """
    moment = read_release_date()
    return moment.date() if moment else datetime.date.today()


def find_release_date(project: Project) -> datetime.datetime:
    """When the release of a guide was made: no clock is read. Raises ProjectError as above."""
    published = datetime.datetime.combine(project.published, datetime.time(), datetime.UTC)
    return read_release_date() or published


def find_modified(project: Project, content: bytes) -> datetime.datetime:
    """What an edition gives as the time of its last change; `content` is a hash of all it holds.

    The day is that of the release and the hour its revision, so a release with a later one of
    these is later. Minute and second come from the content: another content of the same revision
    has another time, but for one of 3,600, and it may be an earlier one. An order would take a
    memory of earlier builds, and then the same guide would not give the same bytes.
    SOURCE_DATE_EPOCH is given as it is. Raises ProjectError as above.
    """
    if moment := read_release_date():
        return moment
    second = int.from_bytes(content) % 3600
    step = datetime.timedelta(hours=project.revision, seconds=second)
    return find_release_date(project) + step
