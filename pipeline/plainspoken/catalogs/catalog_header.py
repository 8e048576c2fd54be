"""Bring the header of a catalog to that of a new template ("Header Entry", GNU gettext manual)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..po.model import Entry
from ..po.wrap import COLUMNS
from .template import CREATION_DATE

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
            header = _set_field(header, name, value)
    return header


def _set_field(header: Entry, name: str, value: str) -> Entry:
    line = re.compile(rf"^{name}: *(.*)$", re.MULTILINE)
    old = line.search(header.msgstr)
    new = f"{name}: {value}"
    if old is None:
        return _add_bugs_address(header, new) if name == BUGS_ADDRESS else header
    if old[1] == value:
        return header
    changed = replace(header, msgstrs=(line.sub(lambda _: new, header.msgstr),))
    # A program may have broken the line anywhere.
    broken = re.compile(r'(?:"\s*")?'.join(map(re.escape, old[0])) + r'(?=(?:"\s*")?\\n)')
    if _is_plain(new) and len(broken.findall(header.raw)) == 1:
        return replace(changed, raw=broken.sub(lambda _: new, header.raw))
    return replace(changed, raw="")


def _add_bugs_address(header: Entry, new: str) -> Entry:
    """Add the address before the date of the template, where msgmerge has it."""
    msgstr, number = re.subn(
        rf"^(?={CREATION_DATE}:)", lambda _: f"{new}\n", header.msgstr, count=1, flags=re.MULTILINE
    )
    if not number:
        return header
    raw, number = re.subn(
        rf'^(?="{CREATION_DATE}:)(?=.*(\r?\n))',
        lambda found: f'"{new}\\n"{found[1]}',
        header.raw,
        flags=re.MULTILINE,
    )
    return replace(header, msgstrs=(msgstr,), raw=raw if number == 1 and _is_plain(new) else "")


def _is_plain(line: str) -> bool:
    """Whether a line of the header is written as it is, unbroken."""
    return len(line) <= _ROOM and line.isascii() and not {'"', "\\"} & {*line}
