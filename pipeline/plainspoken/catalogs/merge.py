"""A catalog and a template's messages go in; the catalog that fits them comes out.

Nothing that a person wrote is lost. In this order a message finds its translation: the same
text; the same text among the obsolete ones; then what `donors.FINDERS` find, which is fuzzy and
keeps the text it was made for. A translation that was whole also stays as an obsolete message,
so that an edit that is taken back takes the fuzzy mark back too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ..po.model import FUZZY, Catalog, Entry, Key
from ..po.writer import replace_notes
from .corrections import NO_CORRECTIONS, Corrections, apply_correction, find_corrected
from .entry_merge import PART_NOTE, is_sticky, join_texts, make_entry_merger
from .fuzzy_match import MATCHERS, Matcher, Matches, Search, find_matches
from .similarity import MAX_LENGTH
from .template import CREATION_DATE

SHORTER = 0.8
"""Of the text before: so short is what was cut out of it."""


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What came of a catalog."""

    catalog: Catalog
    corrected: tuple[tuple[Entry, Entry], ...] = ()
    """Old and new of each message whose text was only corrected."""
    moved: frozenset[Key] = frozenset()
    """The entries whose translation helps other messages now."""


def merge_messages(catalog: Catalog, messages: Sequence[Entry], date: str) -> Catalog:
    """Bring a catalog to a template's messages; `date` is that of the template.

    A catalog that fits already comes back as it is.
    """
    return merge_catalog(catalog, messages, date).catalog


def merge_catalog(
    catalog: Catalog,
    messages: Sequence[Entry],
    date: str,
    finders: Sequence[Matcher] = MATCHERS,
    typos: Corrections = NO_CORRECTIONS,
) -> MergeResult:
    """Bring a catalog to a template's messages, and tell which of them were only corrected.

    `finders` look for the translations of texts that changed; without any, these begin anew.
    """
    active = {entry.key: entry for entry in catalog.iter_messages()}
    pool = {entry.key: entry for entry in catalog.iter_obsolete()}
    wanted = {message.key for message in messages}
    removed = [entry for key, entry in active.items() if key not in wanted]
    new = [each for each in messages if each.key not in active and each.key not in pool]
    gifts = find_matches(Search(new, removed, [*active.values()], [*pool.values()]), finders)
    fixes = find_corrected(messages, active, pool, gifts, typos)
    fit = make_entry_merger(catalog, messages)
    fitted = []
    for message in _noted(messages, _parts(active, gifts) - fixes.keys()):
        if message.key in fixes:
            fitted.append(apply_correction(message, fixes[message.key], typos))
        elif old := active.get(message.key) or pool.get(message.key):
            fitted.append(fit.kept(old, message))
        else:
            fitted.append(fit.given(message, gifts.get(message.key)))
    fitted = _told_again(fitted)
    done = {old.key for old in fixes.values()}
    kept = [each for key, each in pool.items() if key not in wanted and key not in done]
    moved = frozenset(donor.key for gift in gifts.values() for donor in gift.donors)
    known = {each.key: each for each in [*kept, *fitted]}
    retired = list(_retired([each for each in removed if each.key not in done], moved, known))
    header = _dated(catalog.header, date)
    if fitted == [*active.values()] and not retired and len(kept) == len(pool):
        # Obsolete messages may stand between others: no reason to move them.
        return MergeResult(_with_header(catalog, header))
    pairs = tuple((fixes[each.key], each) for each in fitted if each.key in fixes)
    return MergeResult(replace(catalog, entries=(header, *fitted, *kept, *retired)), pairs, moved)


def _with_header(catalog: Catalog, header: Entry) -> Catalog:
    if header == catalog.header:
        return catalog
    return replace(catalog, entries=(header, *catalog.entries[1:]))


def _noted(messages: Sequence[Entry], parts: Set[Key]) -> Iterator[Entry]:
    """The messages; those that were part of a longer text say so."""
    for message in messages:
        note = (PART_NOTE,) if message.key in parts else ()
        yield replace(message, extracted=(*message.extracted, *note)) if note else message


def _parts(active: Mapping[Key, Entry], gifts: Matches) -> set[Key]:
    """The messages whose translation was made for a longer text, until it is no longer fuzzy."""
    found = {key for key, each in active.items() if each.is_fuzzy and PART_NOTE in each.extracted}
    for key, gift in gifts.items():
        if gift.is_part or any(donor.key in found for donor in gift.donors):
            found.add(key)
    return found


def _told_again(fitted: Sequence[Entry]) -> list[Entry]:
    """The entries; those that share the translation of a longer text say so.

    That is how it is known of those from which another program took the note away.
    """
    fuzzy = [entry for entry in fitted if entry.is_fuzzy and entry.previous_msgid is not None]
    shared = Counter((entry.previous_msgid, entry.msgstrs) for entry in fuzzy)
    parts = {
        entry.key
        for entry in fuzzy
        if shared[entry.previous_msgid, entry.msgstrs] > 1
        and len(entry.msgid) < SHORTER * len(entry.previous_msgid or "")
        and PART_NOTE not in entry.extracted
    }
    return [
        replace_notes(entry, (*entry.extracted, PART_NOTE), entry.references, entry.flags)
        if entry.key in parts
        else entry
        for entry in fitted
    ]


def _retired(
    removed: Sequence[Entry], moved: Set[Key], kept: Mapping[Key, Entry]
) -> Iterator[Entry]:
    """The removed messages that stay as obsolete ones: all that would be lost otherwise."""
    whole = {entry.key: entry for entry in removed if entry.is_translated and not entry.is_fuzzy}
    known = {**kept, **whole}
    for entry in removed:
        if entry.key in moved and entry.key not in whole:
            continue  # all of it went to the message that took its place
        if entry.is_fuzzy and _is_suggestion(entry, known):
            continue
        own = [flag for flag in entry.flags if not is_sticky(flag)]
        if entry.is_translated or entry.comments or own or entry.workflow:
            yield replace(entry, obsolete=True, extracted=(), references=(), raw="", gap=None)


def _is_suggestion(entry: Entry, known: Mapping[Key, Entry]) -> bool:
    """Whether a fuzzy message is nothing but a copy of others that are kept."""
    contexts = (entry.previous_msgctxt or entry.msgctxt, None)
    found = (_sources(entry.previous_msgid or "", context, known) for context in contexts)
    sources = next(filter(None, found), ())
    texts = {join_texts(source.msgstr for source in sources)}
    texts |= set(sources[0].msgstrs) if len(sources) == 1 else set()
    comments = {comment for source in sources for comment in source.comments}
    flags = {flag for source in sources for flag in (*source.flags, *source.workflow)}
    own = {flag for flag in (*entry.flags, *entry.workflow) if not is_sticky(flag)} - {FUZZY}
    return set(entry.msgstrs) <= texts and set(entry.comments) <= comments and own <= flags


def _sources(text: str, context: str | None, known: Mapping[Key, Entry]) -> tuple[Entry, ...]:
    """The message of a text, or those that it was joined of; nothing where they are not known."""
    if (context, text) in known:
        return (known[context, text],)
    found: list[Entry] = []
    begin = 0
    for space in re.finditer(" |$", text) if len(text) <= MAX_LENGTH else ():
        if source := known.get((context, text[begin : space.start()])):
            found.append(source)
            begin = space.end()
    return tuple(found) if begin == len(text) else ()


def _dated(header: Entry, date: str) -> Entry:
    """The header with the template's date; all else of it stays as it is."""
    field = re.compile(rf"^{CREATION_DATE}: *(.*)$", re.MULTILINE)
    found = field.search(header.msgstr)
    if found is None or found[1] == date or not date:
        return header
    new = f"{CREATION_DATE}: {date}"
    changed = replace(header, msgstrs=(field.sub(lambda _: new, header.msgstr),))
    # A program may have broken the line anywhere.
    written = re.compile(r'(?:"\s*")?'.join(map(re.escape, found[0])) + r'(?=(?:"\s*")?\\n)')
    if re.fullmatch(r"[\w :+-]*", date) and len(written.findall(header.raw)) == 1:
        return replace(changed, raw=written.sub(new, header.raw))
    return replace(changed, raw="")
