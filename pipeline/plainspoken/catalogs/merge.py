"""Bring a catalog to the messages of a new template, as msgmerge does, without losing work.

A message takes the translation of the same text, in use or obsolete; else what `fuzzy_match` finds,
with its text as previous msgid. A finished translation also stays as an obsolete message, so that
an edit that is undone restores it without the fuzzy flag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagnostics.errors import CatalogError, collect_errors
from ..diagnostics.finding import Finding
from ..input_files import CATALOG, read_file
from ..po.model import FUZZY, Catalog, Entry, Key
from ..po.reader import parse_catalog
from ..po.validate import CatalogKind
from .catalog_header import BUGS_ADDRESS, CREATION_DATE, FIELDS, update_header
from .corrections import NO_CORRECTIONS, Corrections, apply_correction, find_corrected
from .entry_merge import PART_NOTE, is_sticky, join_texts, make_entry_merger
from .fuzzy_match import MATCHERS
from .match_search import Matcher, Matches, Search, find_matches, make_search
from .part_notes import find_part_keys, restore_part_notes
from .similarity import MAX_LENGTH


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
    bugs_address: str = "",
) -> MergeResult:
    """Bring a catalog to a template's messages; `date` and `bugs_address` are of its header."""
    search = make_search(catalog, messages)
    known = {**search.obsolete, **search.active}
    matches = find_matches(search, matchers)
    corrected = find_corrected(messages, search, matches, corrections)
    parts = find_part_keys(messages, search.active, matches) - corrected.keys()
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
    merged = restore_part_notes(merged)
    header = update_header(catalog.header, {CREATION_DATE: date, BUGS_ADDRESS: bugs_address})
    return _assemble(catalog, header, search, merged, matches, corrected)


def merge_files(po: Path, pot: Path, matchers: Sequence[Matcher] = MATCHERS) -> MergeResult:
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
    date, bugs_address = (template.header_fields.get(name, "") for name in FIELDS)
    messages = [*template.iter_messages()]
    return merge_catalog(catalog, messages, date, matchers, bugs_address=bugs_address)


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
