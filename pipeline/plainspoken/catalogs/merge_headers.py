"""Merge the headers of two versions of a catalog: there is always one that fits both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..po.model import Catalog, Entry
from .catalog_header import CREATION_DATE, set_field

REVISION_DATE = "PO-Revision-Date"
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d?):(\d\d)(?::\d\d)?\s*([+-]\d{4}|Z|)")


def is_newer_template(header: Entry, other: Entry) -> bool:
    """Whether a catalog was brought to a newer template than another."""
    dates = [_read_date(_read_fields(entry).get(CREATION_DATE, "")) for entry in (header, other)]
    return dates[0] > dates[1]


def merge_headers(base: Entry | None, ours: Entry, theirs: Entry) -> Entry:
    """Merge headers: of each field what one side changed; where both did, the later revision's."""
    old, mine, other = (_read_fields(entry) if entry else {} for entry in (base, ours, theirs))
    ours_is_later = _read_date(mine.get(REVISION_DATE, "")) >= _read_date(
        other.get(REVISION_DATE, "")
    )
    later = mine if ours_is_later else other
    fields = {
        name: _choose_field(name, old.get(name), mine.get(name), other.get(name), later.get(name))
        for name in {**mine, **other}
    }
    merged = ours
    for name, value in fields.items():
        if value != mine.get(name):
            merged = set_field(merged, name, value)
    comments = _merge_comments(base.comments if base else (), ours.comments, theirs.comments)
    if comments != merged.comments:
        merged = replace(merged, comments=comments, raw="")
    return theirs if _is_same(merged, theirs) and not _is_same(merged, ours) else merged


def _choose_field(
    name: str, old: str | None, mine: str | None, other: str | None, later: str | None
) -> str | None:
    if other in (mine, old):
        return mine
    if mine == old:
        return other
    if name in (CREATION_DATE, REVISION_DATE):
        return max(mine or "", other or "", key=_read_date)
    return later


def _merge_comments(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Add the lines that they added to ours, without the lines that they removed."""
    kept = [line for line in ours if line in theirs or line not in base]
    return (*kept, *(line for line in theirs if line not in ours and line not in base))


def _is_same(header: Entry, other: Entry) -> bool:
    return (header.msgstrs, header.comments) == (other.msgstrs, other.comments)


def _read_fields(header: Entry) -> Mapping[str, str]:
    return Catalog("", (header,)).header_fields


def _read_date(text: str) -> tuple[str, int]:
    """Read a date for comparing: the day, and the minute in UTC; of no date, the least."""
    date = _DATE.match(text)
    if date is None:
        return "", 0
    zone = date[4] if date[4] not in ("", "Z") else "+0000"
    offset = int(zone[:3]) * 60 + int(zone[0] + zone[3:])
    return date[1], int(date[2]) * 60 + int(date[3]) - offset
