"""Entries and catalogs go in; PO text comes out, wrapped as `msgcat --width=79` wraps it.

An entry that still has the lines it was read from is written as it was, whoever wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .model import Catalog, Entry
from .wrap import COLUMNS, quote_lines


def format_catalog(catalog: Catalog) -> str:
    """The whole file."""
    parts: list[str] = []
    last = None if catalog.tail.startswith("#") else catalog.entries[-1]
    for entry in catalog.entries:
        body = entry.raw or format_entry(entry, catalog.newline)
        if entry is not last:
            body += "" if body.endswith("\n") else catalog.newline
            body += catalog.newline if entry.gap is None else entry.gap
        parts.append(body)
    return "".join(parts) + catalog.tail


def format_entry(entry: Entry, newline: str = "\n") -> str:
    """Format the lines of one entry, in the order of "The Format of PO Files" (GNU gettext manual).

    An obsolete entry keeps no extracted comments and no references: msgmerge drops them, too.
    """
    lines = list(entry.comments)
    if not entry.obsolete:
        lines += [f"#. {comment}".rstrip() for comment in entry.extracted]
        lines += _format_references(entry.references)
    signs = (("#,", entry.flags), ("#=", entry.workflow))
    lines += [f"{sign} {', '.join(flags)}" for sign, flags in signs if flags]
    lines += _format_texts(entry)
    return "".join(f"{line}{newline}" for line in lines)


def _format_texts(entry: Entry) -> Iterator[str]:
    """Format what is between quotation marks: previous texts, context, msgid and msgstr."""
    sign = "#~" if entry.obsolete else ""
    previous = f"{sign or '#'}|"
    yield from _format_text(previous, "msgctxt", entry.previous_msgctxt)
    yield from _format_text(previous, "msgid", entry.previous_msgid)
    yield from _format_text(previous, "msgid_plural", entry.previous_msgid_plural)
    yield from _format_text(sign, "msgctxt", entry.msgctxt)
    yield from _format_text(sign, "msgid", entry.msgid)
    if entry.msgid_plural is None:
        yield from _format_text(sign, "msgstr", entry.msgstr)
        return
    yield from _format_text(sign, "msgid_plural", entry.msgid_plural)
    for number, form in enumerate(entry.msgstrs):
        yield from _format_text(sign, f"msgstr[{number}]", form)


def _format_text(sign: str, keyword: str, text: str | None) -> Iterator[str]:
    """Format a keyword and its text, with the sign before each line; nothing for no text."""
    if text is None:
        return
    before = f"{sign} {keyword}".lstrip()
    first, *others = quote_lines(text, before)
    yield f"{before} {first}"
    yield from (f"{sign} {line}".lstrip() for line in others)


def _format_references(references: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for reference in references:
        if lines and len(lines[-1]) + 1 + len(reference) <= COLUMNS:
            lines[-1] += " " + reference
        else:
            lines.append("#: " + reference)
    return lines


def replace_notes(
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
    notes = [f"#. {line}".rstrip() for line in extracted] + _format_references(references)
    old: tuple[str, ...] = ("#.", "#:")
    if flags != entry.flags:
        notes += [f"#, {', '.join(flags)}"] if flags else []
        old += ("#,",)
    lines = re.findall(r"[^\n]*\n|[^\n]+", entry.raw)
    kept = [line for line in lines if not line.lstrip().startswith(old)]
    signs = ("#,", "#=", "#|", "#~", "msg")
    place = next(i for i, line in enumerate(kept) if line.lstrip().startswith(signs))
    raw = "".join([*kept[:place], *(f"{line}{newline}" for line in notes), *kept[place:]])
    return replace(made, raw=raw)
