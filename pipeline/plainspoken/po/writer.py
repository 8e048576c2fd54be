"""Format entries and catalogs as PO text, wrapped as `msgcat --width=79` wraps it.

An entry that still has the lines that it was read from is written as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .model import Catalog, Entry
from .wrap import COLUMNS, UNWRAPPED, quote_lines

_BROKEN_LINE = re.compile(r'[^"\n](?<!\\n)"\r?\n(?:#~\|?|#\|)? *"')
_LONG_LINE = re.compile(
    rf'^(?=.{{{COLUMNS + 1}}})(?:#~\|? ?|#\| ?)?(?:msg[\w\[\]]+ )?".{{1,60}} ', re.MULTILINE
)
"""A line that could be broken."""
_MSGSTR = re.compile(r"^[ \t]*(?:#~)?[ \t]*msgstr", re.MULTILINE)
_ENOUGH = 1000
"""So many lines show how a file is wrapped."""


def format_catalog(catalog: Catalog) -> str:
    """Format a whole file."""
    last = len(catalog.entries) - 1
    bodies = (
        _format_body(catalog, entry, is_last=place == last)
        for place, entry in enumerate(catalog.entries)
    )
    return "".join(bodies) + catalog.tail


def _format_body(catalog: Catalog, entry: Entry, *, is_last: bool) -> str:
    """An entry with what parts it from the next."""
    body = entry.raw or format_entry(entry, catalog.newline, catalog.is_wrapped)
    if is_last and not catalog.tail.startswith("#"):
        return body
    body += "" if body.endswith("\n") else catalog.newline
    return body + (catalog.newline if entry.gap is None else entry.gap)


def number_lines(catalog: Catalog) -> Catalog:
    """The catalog with the lines that its entries have in the file that `format_catalog` writes."""
    entries: list[Entry] = []
    last = len(catalog.entries) - 1
    above = 0
    for place, entry in enumerate(catalog.entries):
        body = _format_body(catalog, entry, is_last=place == last)
        found = _MSGSTR.search(body)
        line = above + body.count("\n", 0, found.start() if found else 0) + 1
        entries.append(entry if entry.line == line else replace(entry, line=line))
        above += body.count("\n")
    return replace(catalog, entries=tuple(entries))


def format_entry(entry: Entry, newline: str = "\n", is_wrapped: bool = True) -> str:
    """Format the lines of an entry; an obsolete one has no extracted comments, as with msgmerge."""
    columns = COLUMNS if is_wrapped and "no-wrap" not in entry.flags else UNWRAPPED
    lines = list(entry.comments)
    if not entry.obsolete:
        lines += _format_extracted(entry.extracted)
        lines += _format_references(entry.references)
    all_flags = (("#,", entry.flags), ("#=", entry.workflow))
    lines += [f"{prefix} {', '.join(flags)}" for prefix, flags in all_flags if flags]
    lines += _format_texts(entry, columns)
    return "".join(f"{line}{newline}" for line in lines)


def _format_texts(entry: Entry, columns: int) -> Iterator[str]:
    prefix = "#~" if entry.obsolete else ""
    previous = f"{prefix or '#'}|"
    texts = [
        (previous, "msgctxt", entry.previous_msgctxt),
        (previous, "msgid", entry.previous_msgid),
        (previous, "msgid_plural", entry.previous_msgid_plural),
        (prefix, "msgctxt", entry.msgctxt),
        (prefix, "msgid", entry.msgid),
        (prefix, "msgid_plural", entry.msgid_plural),
    ]
    is_plural = entry.msgid_plural is not None
    for index, form in enumerate(entry.msgstrs if is_plural else entry.msgstrs[:1]):
        texts.append((prefix, f"msgstr[{index}]" if is_plural else "msgstr", form))
    for before, keyword, text in texts:
        if text is not None:
            first, *others = quote_lines(text, f"{before} {keyword}".lstrip(), columns)
            yield f"{before} {keyword} {first}".lstrip()
            yield from (f"{before} {line}".lstrip() for line in others)


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


def is_wrapped(entries: Iterable[Entry]) -> bool:
    """Whether the lines of a file are broken at some width, as most of its long texts show.

    `msgcat --no-wrap`, Weblate and Odoo can write each text, or each of its lines, on one line.
    """
    broken = whole = 0
    for entry in entries:
        if len(entry.raw) <= COLUMNS or not entry.msgid or "no-wrap" in entry.flags:
            continue
        broken += len(_BROKEN_LINE.findall(entry.raw))
        whole += len(_LONG_LINE.findall(entry.raw))
        if broken + whole > _ENOUGH:
            break
    return broken >= whole


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
