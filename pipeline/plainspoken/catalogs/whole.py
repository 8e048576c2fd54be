"""The entries of a file go in; what is wrong with the file as a whole comes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..findings import Finding
from .entries import Catalog, Entry

CHARSET = re.compile(r"charset=\s*([\w.:-]+)", re.IGNORECASE)
_PLURALS = re.compile(r"nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*\S.*")


def whole_faults(entries: list[Entry], shown: str, faulty: bool) -> Iterator[Finding]:
    """Faults that no single line shows; `faulty` where some entries could not be read."""
    header = entries[0] if entries and entries[0].key == (None, "") else None
    if header is None:
        # An entry that could not be read may be the header: its own fault says enough.
        if not faulty:
            cure = 'Restore its first entry, msgid "", from an older copy of the file.'
            yield Finding(shown, 1, "has no header", cure)
    else:
        yield from _header_faults(header, entries, shown)
    yield from _duplicates(entries, shown)


def _header_faults(header: Entry, entries: list[Entry], shown: str) -> Iterator[Finding]:
    fields = Catalog(shown, (header,)).fields
    charset = CHARSET.search(fields.get("Content-Type", ""))
    if charset is None or charset[1].lower().replace("-", "") != "utf8":
        what = (
            f"says that it is written in {charset[1]}" if charset else "does not name its charset"
        )
        cure = "Write `Content-Type: text/plain; charset=UTF-8\\n` in its header."
        yield Finding(shown, header.line, what, cure)
    count = 0
    if "Plural-Forms" in fields:
        plurals = _PLURALS.fullmatch(fields["Plural-Forms"])
        count = int(plurals[1]) if plurals else 0
        if not plurals:
            cure = "Write it as in `Plural-Forms: nplurals=2; plural=(n != 1);`."
            yield Finding(shown, header.line, "its Plural-Forms cannot be read", cure)
    for entry in entries:
        forms = len(entry.msgstrs)
        if entry.plural is not None and count and forms != count and not entry.obsolete:
            what = f"there are {forms} plural forms; the header says nplurals={count}"
            yield Finding(shown, entry.line, what, "Make the two agree.")


def _duplicates(entries: list[Entry], shown: str) -> Iterator[Finding]:
    seen: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        seen[entry.key].append(entry)
    for twins in seen.values():
        for twin in twins[1:]:
            what = f"this message is defined a second time; first in line {twins[0].line}"
            yield Finding(shown, twin.line, what, "Leave the better of the two.",
                          detail=(f"msgid {twin.msgid!r}",))  # fmt: skip
