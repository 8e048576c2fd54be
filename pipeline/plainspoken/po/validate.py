"""The entries of a file go in; what is wrong with the file as a whole comes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from ..diagnostics.finding import Finding
from .model import Catalog, Entry

CatalogKind = Literal["guide", "any", "template"]
"""What a file is: a catalog of a guide, one of anybody's, or a template, in whose header a
program may have left `charset=CHARSET` and `nplurals=INTEGER` for a person to fill in."""
CHARSET = re.compile(r"charset=\s*([\w.:-]+)", re.IGNORECASE)
_PLURALS = re.compile(r"nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*\S.*")


def validate_entries(
    entries: list[Entry], shown: str, kind: CatalogKind = "guide", faulty: bool = False
) -> Iterator[Finding]:
    """Faults that no single line shows; `faulty` where some entries could not be read."""
    header = entries[0] if entries and entries[0].key == (None, "") else None
    if header is not None:
        fields = Catalog(shown, (header,)).header_fields
        yield from _charset_faults(header, fields.get("Content-Type", ""), shown, kind)
        yield from _plural_faults(header, fields.get("Plural-Forms"), entries, shown, kind)
    elif not faulty:
        # An entry that could not be read may be the header: its own fault says enough.
        hint = 'Restore its first entry, msgid "", from an older copy of the file.'
        yield Finding(shown, 1, "has no header", hint)
    yield from _duplicates(entries, shown)


def _charset_faults(
    header: Entry, content: str, shown: str, kind: CatalogKind
) -> Iterator[Finding]:
    named = CHARSET.search(content)
    charset = named[1].lower().replace("-", "") if named else ""
    if charset == "utf8" or (charset == "charset" and kind == "template"):
        return
    what = f"says that it is written in {named[1]}" if named else "does not name its charset"
    hint = "Write `Content-Type: text/plain; charset=UTF-8\\n` in its header."
    yield Finding(shown, header.line, what, hint)


def _plural_faults(
    header: Entry, said: str | None, entries: list[Entry], shown: str, kind: CatalogKind
) -> Iterator[Finding]:
    if said is None or kind == "template":
        return
    plurals = _PLURALS.fullmatch(said)
    if not plurals:
        hint = "Write it as in `Plural-Forms: nplurals=2; plural=(n != 1);`."
        yield Finding(shown, header.line, "its Plural-Forms cannot be read", hint)
    for entry in entries:
        forms = len(entry.msgstrs)
        wrong = plurals and entry.msgid_plural is not None and forms != int(plurals[1])
        if plurals and wrong and not entry.obsolete:
            what = f"there are {forms} plural forms; the header says nplurals={plurals[1]}"
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
