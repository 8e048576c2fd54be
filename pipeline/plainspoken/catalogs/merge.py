"""Bring a catalog to the messages of a new template, as msgmerge does, without losing work.

A message takes the translation of the same text, in use or obsolete; else what `fuzzy_match` finds,
with its text as previous msgid. A finished translation also stays as an obsolete message, so that
an edit that is undone restores it without the fuzzy flag.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagnostics.errors import CatalogError, collect_errors
from ..diagnostics.finding import Finding
from ..input_files import CATALOG, read_file
from ..po.model import FUZZY, Catalog, Entry, Key
from ..po.reader import parse_catalog
from ..po.validate import CatalogKind
from ..po.writer import replace_notes
from .corrections import NO_CORRECTIONS, Corrections, apply_correction, find_corrected
from .entry_merge import PART_NOTE, is_sticky, join_texts, make_entry_merger
from .fuzzy_match import (
    MATCHERS,
    MSGMERGE_MATCHERS,
    Matcher,
    Matches,
    Search,
    find_matches,
    make_search,
)
from .similarity import MAX_LENGTH
from .template import CREATION_DATE

MAX_PART = 0.8
"""Of the previous text: what was cut out of it is at most so long."""


@dataclass(frozen=True, slots=True)
class MergeResult:
    """A catalog before and after a merge, and what the merge did."""

    before: Catalog
    catalog: Catalog
    """The same object where nothing changed."""
    corrected: tuple[tuple[Entry, Entry], ...] = ()
    """Old and new entry of each message whose text was only corrected."""
    moved: frozenset[Key] = frozenset()
    """The entries whose translations other messages took."""


def merge_catalog(
    catalog: Catalog,
    messages: Sequence[Entry],
    date: str,
    matchers: Sequence[Matcher] = MATCHERS,
    corrections: Corrections = NO_CORRECTIONS,
) -> MergeResult:
    """Bring a catalog to a template's messages; `date` is that of the template."""
    search = make_search(catalog, messages)
    known = {**search.obsolete, **search.active}
    matches = find_matches(search, matchers)
    corrected = find_corrected(messages, search, matches, corrections)
    parts = _find_parts(search.active, matches) - corrected.keys()
    merger = make_entry_merger(catalog, messages)
    merged = []
    noted = [
        replace(message, extracted=(*message.extracted, PART_NOTE))
        if message.key in parts
        else message
        for message in messages
    ]
    for message in noted:
        if message.key in corrected:
            merged.append(apply_correction(message, corrected[message.key], corrections))
        elif message.key in known:
            merged.append(merger.update_entry(known[message.key], message))
        else:
            merged.append(merger.create_entry(message, matches.get(message.key)))
    merged = _restore_part_notes(merged)
    header = _set_date(catalog.header, date)
    return _assemble(catalog, header, search, merged, matches, corrected)


def merge_files(
    po: Path, pot: Path, matchers: Sequence[Matcher] = MSGMERGE_MATCHERS
) -> MergeResult:
    """Bring any PO file to any template, without a guide; write nothing. Raises CatalogError."""
    kinds: tuple[tuple[Path, CatalogKind], ...] = ((po, "any"), (pot, "template"))
    catalogs: list[Catalog] = []
    errors: list[Finding] = []
    for path, kind in kinds:
        with collect_errors(errors):
            raw = read_file(path, path.as_posix(), CATALOG)
            if isinstance(raw, Finding):
                raise CatalogError([raw])
            catalogs.append(parse_catalog(raw, path.as_posix(), kind))
    if errors:
        raise CatalogError(errors)
    catalog, template = catalogs
    date = template.header_fields.get(CREATION_DATE, "")
    return merge_catalog(catalog, [*template.iter_messages()], date, matchers)


def _assemble(
    before: Catalog,
    header: Entry,
    search: Search,
    merged: Sequence[Entry],
    matches: Matches,
    corrected: Mapping[Key, Entry],
) -> MergeResult:
    used = {entry.key for entry in corrected.values()}
    keys = used | {entry.key for entry in merged}
    kept = [entry for key, entry in search.obsolete.items() if key not in keys]
    moved = frozenset(entry.key for match in matches.values() for entry in match.entries)
    removed = [entry for entry in search.removed if entry.key not in used]
    retired = list(_retire(removed, moved, {entry.key: entry for entry in [*kept, *merged]}))
    unchanged = [*merged] == [*search.active.values()] and len(kept) == len(search.obsolete)
    if unchanged and not retired:
        # Obsolete messages may stand between others: no reason to move them.
        after = replace(before, entries=(header, *before.entries[1:]))
        return MergeResult(before, before if header == before.header else after)
    entries = (header, *merged, *kept, *retired)
    pairs = tuple((corrected[entry.key], entry) for entry in merged if entry.key in corrected)
    return MergeResult(before, replace(before, entries=entries), pairs, moved)


def _find_parts(active: Mapping[Key, Entry], matches: Matches) -> set[Key]:
    parts = {
        key for key, entry in active.items() if entry.is_fuzzy and PART_NOTE in entry.extracted
    }
    for key, match in matches.items():
        if match.is_part or any(entry.key in parts for entry in match.entries):
            parts.add(key)
    return parts


def _restore_part_notes(entries: Sequence[Entry]) -> list[Entry]:
    """Add the note to parts of a longer text's translation from which a program has removed it."""
    fuzzy = [entry for entry in entries if entry.is_fuzzy and entry.previous_msgid is not None]
    shared = Counter((entry.previous_msgid, entry.msgstrs) for entry in fuzzy)
    parts = {
        entry.key
        for entry in fuzzy
        if shared[entry.previous_msgid, entry.msgstrs] > 1
        and len(entry.msgid) < MAX_PART * len(entry.previous_msgid or "")
        and PART_NOTE not in entry.extracted
    }
    return [
        replace_notes(entry, (*entry.extracted, PART_NOTE), entry.references, entry.flags)
        if entry.key in parts
        else entry
        for entry in entries
    ]


def _retire(
    removed: Sequence[Entry], moved: Set[Key], kept: Mapping[Key, Entry]
) -> Iterator[Entry]:
    """Yield as obsolete the removed messages that hold work which would be lost otherwise."""
    finished = {entry.key: entry for entry in removed if entry.is_translated and not entry.is_fuzzy}
    known = {**kept, **finished}
    for entry in removed:
        if entry.key in moved and entry.key not in finished:
            continue  # all of it went to the message that took its place
        if entry.is_fuzzy and _is_suggestion(entry, known):
            continue
        own_flags = [flag for flag in entry.flags if not is_sticky(flag)]
        if entry.is_translated or entry.comments or own_flags or entry.workflow:
            yield replace(entry, obsolete=True, extracted=(), references=(), raw="", gap=None)


def _is_suggestion(entry: Entry, known: Mapping[Key, Entry]) -> bool:
    contexts = (entry.previous_msgctxt or entry.msgctxt, None)
    candidates = (_find_sources(entry.previous_msgid or "", context, known) for context in contexts)
    sources = next(filter(None, candidates), ())
    texts = {join_texts(source.msgstr for source in sources)}
    texts |= set(sources[0].msgstrs) if len(sources) == 1 else set()
    comments = {comment for source in sources for comment in source.comments}
    flags = {flag for source in sources for flag in (*source.flags, *source.workflow)}
    own_flags = {flag for flag in (*entry.flags, *entry.workflow) if not is_sticky(flag)} - {FUZZY}
    return set(entry.msgstrs) <= texts and set(entry.comments) <= comments and own_flags <= flags


def _find_sources(text: str, context: str | None, known: Mapping[Key, Entry]) -> tuple[Entry, ...]:
    """Find the message of a text, or those that it was joined from; none if any is not known."""
    if (context, text) in known:
        return (known[context, text],)
    sources: list[Entry] = []
    begin = 0
    for space in re.finditer(" |$", text) if len(text) <= MAX_LENGTH else ():
        if source := known.get((context, text[begin : space.start()])):
            sources.append(source)
            begin = space.end()
    return tuple(sources) if begin == len(text) else ()


def _set_date(header: Entry, date: str) -> Entry:
    field = re.compile(rf"^{CREATION_DATE}: *(.*)$", re.MULTILINE)
    old = field.search(header.msgstr)
    if old is None or old[1] == date or not date:
        return header
    new = f"{CREATION_DATE}: {date}"
    changed = replace(header, msgstrs=(field.sub(lambda _: new, header.msgstr),))
    # A program may have broken the line anywhere.
    broken = re.compile(r'(?:"\s*")?'.join(map(re.escape, old[0])) + r'(?=(?:"\s*")?\\n)')
    if re.fullmatch(r"[\w :+-]*", date) and len(broken.findall(header.raw)) == 1:
        return replace(changed, raw=broken.sub(new, header.raw))
    return replace(changed, raw="")
