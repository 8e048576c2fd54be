"""Format entries and catalogs as PO text, wrapped as `msgcat --width=79` wraps it.

An entry that still has the lines that it was read from is written as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .model import Catalog, Entry
from .wrap import COLUMNS, quote_lines


def format_catalog(catalog: Catalog) -> str:
    """Format a whole file."""
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
    """Format the lines of an entry; an obsolete one has no extracted comments, as with msgmerge."""
    lines = list(entry.comments)
    if not entry.obsolete:
        lines += _format_extracted(entry.extracted)
        lines += _format_references(entry.references)
    all_flags = (("#,", entry.flags), ("#=", entry.workflow))
    lines += [f"{prefix} {', '.join(flags)}" for prefix, flags in all_flags if flags]
    lines += _format_texts(entry)
    return "".join(f"{line}{newline}" for line in lines)


def _format_texts(entry: Entry) -> Iterator[str]:
    prefix = "#~" if entry.obsolete else ""
    previous = f"{prefix or '#'}|"
    yield from _format_text(previous, "msgctxt", entry.previous_msgctxt)
    yield from _format_text(previous, "msgid", entry.previous_msgid)
    yield from _format_text(previous, "msgid_plural", entry.previous_msgid_plural)
    yield from _format_text(prefix, "msgctxt", entry.msgctxt)
    yield from _format_text(prefix, "msgid", entry.msgid)
    if entry.msgid_plural is None:
        yield from _format_text(prefix, "msgstr", entry.msgstr)
        return
    yield from _format_text(prefix, "msgid_plural", entry.msgid_plural)
    for index, form in enumerate(entry.msgstrs):
        yield from _format_text(prefix, f"msgstr[{index}]", form)


def _format_text(prefix: str, keyword: str, text: str | None) -> Iterator[str]:
    if text is None:
        return
    before = f"{prefix} {keyword}".lstrip()
    first, *others = quote_lines(text, before)
    yield f"{before} {first}"
    yield from (f"{prefix} {line}".lstrip() for line in others)


def _format_extracted(comments: tuple[str, ...]) -> list[str]:
    return [f"#. {comment}".rstrip() for comment in comments]


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
    """Give an entry other extracted comments, references and flags; every other byte stays."""
    if (entry.extracted, entry.references, entry.flags) == (extracted, references, flags):
        return entry
    changed = replace(entry, extracted=extracted, references=references, flags=flags)
    if not entry.raw:
        return changed
    newline = "\r\n" if "\r\n" in entry.raw else "\n"
    notes = _format_extracted(extracted) + _format_references(references)
    replaced: tuple[str, ...] = ("#.", "#:")
    if flags != entry.flags:
        notes += [f"#, {', '.join(flags)}"] if flags else []
        replaced += ("#,",)
    lines = re.findall(r"[^\n]*\n|[^\n]+", entry.raw)
    kept = [line for line in lines if not line.lstrip().startswith(replaced)]
    followers = ("#,", "#=", "#|", "#~", "msg")
    index = next(i for i, line in enumerate(kept) if line.lstrip().startswith(followers))
    raw = "".join([*kept[:index], *(f"{line}{newline}" for line in notes), *kept[index:]])
    return replace(changed, raw=raw)
