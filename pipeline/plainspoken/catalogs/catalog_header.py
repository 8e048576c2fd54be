"""Bring the header of a catalog to that of a new template ("Header Entry", GNU gettext manual)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..po.model import Entry
from ..po.wrap import COLUMNS

CREATION_DATE = "POT-Creation-Date"
BUGS_ADDRESS = "Report-Msgid-Bugs-To"
FIELDS = (CREATION_DATE, BUGS_ADDRESS)
"""The fields that a catalog takes from its template, as with msgmerge."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ROOM = COLUMNS - len('"\\n"')


def update_header(header: Entry, template_fields: Mapping[str, str]) -> Entry:
    """Take the fields of the template that have a value; every other byte stays."""
    for name in FIELDS:
        value = template_fields.get(name, "")
        if value and not _CONTROL.search(value):
            header = set_field(header, name, value)
    return header


def set_field(header: Entry, name: str, value: str | None) -> Entry:
    """Set a field, at its end where it is new, or remove it; every other byte stays if it can."""
    line = re.compile(rf"^{re.escape(name)}: *(.*)(?:\n|$)", re.MULTILINE)
    old = line.search(header.msgstr)
    new = f"{name}: {value}"
    if value is None:
        return replace(header, msgstrs=(line.sub("", header.msgstr),), raw="")
    if old is None:
        return _add_field(header, name, new)
    if old[1] == value:
        return header
    changed = replace(header, msgstrs=(line.sub(lambda _: f"{new}\n", header.msgstr),))
    # A program may have broken the line anywhere.
    letters = map(re.escape, old[0].removesuffix("\n"))
    broken = re.compile(r'(?:"\s*")?'.join(letters) + r'(?=(?:"\s*")?\\n)')
    if _is_plain(new) and len(broken.findall(header.raw)) == 1:
        return replace(changed, raw=broken.sub(lambda _: new, header.raw))
    return replace(changed, raw="")


def _add_field(header: Entry, name: str, new: str) -> Entry:
    """Add the address for reports before the date of the template, as msgmerge; others last."""
    follower = f"{CREATION_DATE}:" if name == BUGS_ADDRESS else ""
    text, place = header.msgstr, header.msgstr.find(follower) if follower else -1
    if place < 0:
        text += "" if text.endswith("\n") or not text else "\n"
        place = len(text)
    changed = replace(header, msgstrs=(f"{text[:place]}{new}\n{text[place:]}",), raw="")
    lines = header.raw.splitlines(keepends=True)
    starts = (n for n, line in enumerate(lines) if line.startswith(f'"{follower}'))
    index = next(starts, len(lines)) if place < len(text) else len(lines)
    last = lines[index - 1] if index else ""
    if not _is_plain(new) or not last.rstrip("\r\n").endswith(('\\n"', 'msgstr ""')):
        return changed
    newline = last[len(last.rstrip("\r\n")) :]
    return replace(changed, raw="".join([*lines[:index], f'"{new}\\n"{newline}', *lines[index:]]))


def _is_plain(line: str) -> bool:
    """Whether a line of the header is written as it is, unbroken."""
    return len(line) <= _ROOM and line.isascii() and not {'"', "\\"} & {*line}
