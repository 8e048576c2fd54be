"""Entries and catalogs go in; PO text comes out, wrapped as `msgcat --width=79` wraps it.

An entry that still has the lines it was read from is written as it was, whoever wrote it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .model import Catalog, Entry
from .wrap import COLUMNS, quoted

if TYPE_CHECKING:
    from translate.storage.pypo import pounit


def catalog_text(catalog: Catalog) -> str:
    """The whole file."""
    parts: list[str] = []
    last = None if catalog.tail.startswith("#") else catalog.entries[-1]
    for entry in catalog.entries:
        body = entry.raw or write_entry(entry, catalog.newline)
        if entry is not last:
            body += "" if body.endswith("\n") else catalog.newline
            body += catalog.newline if entry.gap is None else entry.gap
        parts.append(body)
    return "".join(parts) + catalog.tail


def write_entry(entry: Entry, newline: str = "\n") -> str:
    """The lines of one entry, written anew."""
    from translate.storage.pypo import pounit

    unit = pounit()
    unit.othercomments = [f"{line}\n" for line in entry.comments]
    signs = (("#,", entry.flags), ("#=", entry.workflow))
    unit.typecomments = [f"{sign} {', '.join(flags)}\n" for sign, flags in signs if flags]
    unit.obsolete = entry.obsolete
    if not entry.obsolete:
        unit.automaticcomments = [f"#. {line}".rstrip() + "\n" for line in entry.extracted]
        unit.sourcecomments = _reference_lines(entry.references)
    _set_texts(unit, entry)
    text = str(unit)
    return text if newline == "\n" else text.replace("\n", newline)


def _set_texts(unit: pounit, entry: Entry) -> None:
    """Give the store its lines: its own wrapping breaks them where msgcat does not."""

    def lines(text: str | None, keyword: str, sign: str = "") -> list[str]:
        sign = f"#~{sign}" if entry.obsolete else f"#{sign}" if sign else ""
        return [] if text is None else quoted(text, f"{sign} {keyword}".strip())

    unit.msgctxt = lines(entry.context, "msgctxt")
    unit.msgid = lines(entry.msgid, "msgid")
    unit.prev_msgctxt = lines(entry.previous_context, "msgctxt", "|")
    unit.prev_msgid = lines(entry.previous, "msgid", "|")
    unit.prev_msgid_plural = lines(entry.previous_plural, "msgid_plural", "|")
    if entry.plural is None:
        unit.msgstr = lines(entry.msgstr, "msgstr")
    else:
        unit.msgid_plural = lines(entry.plural, "msgid_plural")
        forms = enumerate(entry.msgstrs)
        unit.msgstr = {place: lines(text, f"msgstr[{place}]") for place, text in forms}


def _reference_lines(references: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for reference in references:
        if lines and len(lines[-1]) + 1 + len(reference) <= COLUMNS:
            lines[-1] += " " + reference
        else:
            lines.append("#: " + reference)
    return [f"{line}\n" for line in lines]


def with_notes(
    entry: Entry,
    extracted: tuple[str, ...],
    references: tuple[str, ...],
    flags: tuple[str, ...],
) -> Entry:
    """The entry with other lines `#.`, `#:` and `#,`; every other byte of it stays."""
    if (entry.extracted, entry.references, entry.flags) == (extracted, references, flags):
        return entry
    made = replace(entry, extracted=extracted, references=references, flags=flags)
    if not entry.raw:
        return made
    newline = "\r\n" if "\r\n" in entry.raw else "\n"
    notes = [f"#. {line}".rstrip() + "\n" for line in extracted] + _reference_lines(references)
    old: tuple[str, ...] = ("#.", "#:")
    if flags != entry.flags:
        notes += [f"#, {', '.join(flags)}\n"] if flags else []
        old += ("#,",)
    lines = re.findall(r"[^\n]*\n|[^\n]+", entry.raw)
    kept = [line for line in lines if not line.lstrip().startswith(old)]
    signs = ("#,", "#=", "#|", "#~", "msg")
    place = next(i for i, line in enumerate(kept) if line.lstrip().startswith(signs))
    raw = "".join([*kept[:place], *(n.replace("\n", newline) for n in notes), *kept[place:]])
    return replace(made, raw=raw)
