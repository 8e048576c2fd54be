"""Check a PO file as a whole: its header, plural forms, and messages defined twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ..diagnostics.finding import Finding
from ..diagnostics.visible_text import shorten
from .model import Catalog, Entry, Key

CatalogKind = Literal["guide", "any", "template"]
"""In the header of a `template` (POT), xgettext leaves `charset=CHARSET` and `nplurals=INTEGER`."""
CHARSET = re.compile(r"charset=\s*([\w.:-]+)", re.IGNORECASE)
_PLURALS = re.compile(r"nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*\S.*")


def validate_entries(
    entries: list[Entry], file: str, kind: CatalogKind = "guide", has_errors: bool = False
) -> Iterator[Finding]:
    """Report errors that no single line shows; `has_errors` if some entries could not be read."""
    header = entries[0] if entries and entries[0].key == (None, "") else None
    if header is not None:
        fields = Catalog(file, (header,)).header_fields
        yield from _check_charset(header, fields.get("Content-Type", ""), file, kind)
        yield from _check_plural_forms(header, fields.get("Plural-Forms"), entries, file, kind)
    elif not has_errors:
        # An entry that could not be read may be the header: its own error is enough.
        hint = 'Restore its first entry, msgid "", from an older copy of the file.'
        yield Finding(file, 1, "has no header", hint)
    yield from _check_duplicates(entries, file)


def _check_charset(
    header: Entry, content_type: str, file: str, kind: CatalogKind
) -> Iterator[Finding]:
    declared = CHARSET.search(content_type)
    charset = declared[1].lower().replace("-", "") if declared else ""
    if charset == "utf8" or (charset in ("", "charset") and kind != "guide"):
        return  # the bytes are UTF-8
    message = "does not name its charset"
    if declared:
        message = f"says that it is written in {shorten(declared[1])}"
    hint = "Write `Content-Type: text/plain; charset=UTF-8\\n` in its header."
    yield Finding(file, header.line, message, hint)


def _check_plural_forms(
    header: Entry, field: str | None, entries: list[Entry], file: str, kind: CatalogKind
) -> Iterator[Finding]:
    if field is None or kind == "template":
        return
    plurals = _PLURALS.fullmatch(field)
    if not plurals:
        hint = "Write it as in `Plural-Forms: nplurals=2; plural=(n != 1);`."
        yield Finding(file, header.line, "its Plural-Forms cannot be read", hint)
        return
    for entry in entries:
        forms = len(entry.msgstrs)
        is_plural = entry.msgid_plural is not None and not entry.obsolete
        if is_plural and forms != int(plurals[1]):
            message = f"there are {forms} plural forms; the header says nplurals={plurals[1]}"
            yield Finding(file, entry.line, message, "Make the two agree.")


def _check_duplicates(entries: list[Entry], file: str) -> Iterator[Finding]:
    by_key: dict[Key, Entry] = {}
    for entry in entries:
        first = by_key.setdefault(entry.key, entry)
        if first is not entry:
            message = f"this message is defined a second time; first in line {first.line}"
            hint = "Leave the better of the two."
            yield Finding(file, entry.line, message, hint, detail=(f"msgid {entry.msgid!r}",))
