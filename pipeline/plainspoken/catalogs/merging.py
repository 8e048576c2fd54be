"""A catalog and a guide's messages go in; the catalog that fits them comes out.

Nothing that a person wrote is lost. In this order a message finds its translation: the same
text; the same text among the obsolete ones; a removed message of the same block; the same text
in another context; a removed message that reads alike. The last three are fuzzy and
keep the text they were made for. A translation that was whole also stays as an obsolete message,
so that an edit that is taken back takes the fuzzy mark back too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .entries import FUZZY, Catalog, Entry, Key
from .messages import Message
from .template import DATE
from .writing import with_notes

ALIKE = 75
"""Of 100, by rapidfuzz's ratio: below, another text is no help to a translator."""


def merge(catalog: Catalog, messages: Sequence[Message], date: str) -> Catalog:
    """Bring a catalog to a guide's messages; `date` is that of the template.

    A catalog that fits already comes back as it is.
    """
    active = {entry.key: entry for entry in catalog.messages()}
    pool = {entry.key: entry for entry in catalog.obsolete()}
    wanted = {message.key for message in messages}
    removed = [entry for key, entry in active.items() if key not in wanted]
    new = [each for each in messages if each.key not in active and each.key not in pool]
    donors = _donors(new, removed, [*active.values(), *pool.values()])
    fitted = []
    for message in messages:
        key = message.key
        if key in active:
            fitted.append(with_notes(active[key], message.about, message.references))
        elif key in pool:
            fitted.append(_noted(replace(pool[key], obsolete=False), message))
        else:
            fitted.append(_moved(message, donors.get(key)))
    kept = [entry for key, entry in pool.items() if key not in wanted]
    moved = {donor.key for donor in donors.values()}
    retired = list(_retired(removed, moved, {each.key: each for each in [*kept, *fitted]}))
    order = [entry for entry in catalog.entries[1:] if not entry.obsolete]
    header = _dated(catalog.header, date)
    if fitted == order and not retired and len(kept) == len(pool):
        # Obsolete messages may stand between others: no reason to move them.
        return catalog if header == catalog.header else _with_header(catalog, header)
    return replace(catalog, entries=(header, *fitted, *kept, *retired))


def _with_header(catalog: Catalog, header: Entry) -> Catalog:
    return replace(catalog, entries=(header, *catalog.entries[1:]))


def _noted(entry: Entry, message: Message) -> Entry:
    return replace(
        entry, extracted=message.about, references=message.references, line=0, raw="", gap=None
    )


def _moved(message: Message, donor: Entry | None) -> Entry:
    """A new message, with the translation of another one where that helps."""
    entry = message.entry()
    if donor is None:
        return entry
    entry = replace(entry, comments=donor.comments, flags=donor.flags)
    if not donor.translated:
        return entry
    flags = donor.flags if donor.fuzzy else (FUZZY, *donor.flags)
    first = donor.fuzzy and donor.previous is not None
    previous = donor.previous if first else donor.msgid
    context = donor.previous_context if first else donor.context
    return replace(
        entry,
        msgstrs=(donor.msgstr,),
        flags=flags,
        previous=previous,
        previous_context=context if context != entry.context else None,
    )


def _donors(
    new: Sequence[Message], removed: Sequence[Entry], known: Sequence[Entry]
) -> Mapping[Key, Entry]:
    """For each new message the entry whose translation helps, a removed one only once."""
    found: dict[Key, Entry] = {}
    left = [each for each in removed if each.plural is None and (each.translated or each.comments)]
    by_block = {block: entry for entry in left for block in entry.blocks()}
    for message in new:
        for block in message.blocks:
            entry = by_block.get(block.id)
            if entry in left and message.key not in found:
                found[message.key] = entry
                left.remove(entry)
    by_text = {entry.msgid: entry for entry in known if entry.translated and entry.plural is None}
    for message in new:
        twin = by_text.get(message.text)
        if twin is not None and message.key not in found:
            found[message.key] = twin
            if twin in left:
                left.remove(twin)
    rest = [message for message in new if message.key not in found]
    return {**found, **_alike(rest, left)}


def _alike(new: Sequence[Message], removed: Sequence[Entry]) -> Mapping[Key, Entry]:
    """The best pairs of new and removed texts, one to one, each in its own context."""
    if not new or not removed:
        return {}
    from rapidfuzz import fuzz, process

    pairs = []
    texts = [entry.msgid for entry in removed]
    for place, message in enumerate(new):
        for _, score, other in process.extract(
            message.text, texts, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
        ):
            if removed[other].context == message.key[0]:
                pairs.append((-score, place, other))
    found: dict[Key, Entry] = {}
    used: set[int] = set()
    for _, place, other in sorted(pairs):
        if new[place].key not in found and other not in used:
            found[new[place].key] = removed[other]
            used.add(other)
    return found


def _retired(
    removed: Sequence[Entry], moved: set[Key], kept: Mapping[Key, Entry]
) -> Iterator[Entry]:
    """The removed messages that stay as obsolete ones: all that would be lost otherwise."""
    whole = {entry.key: entry for entry in removed if entry.translated and not entry.fuzzy}
    known = {**kept, **whole}
    for entry in removed:
        if entry.key in moved and entry.key not in whole:
            continue  # all of it went to the message that took its place
        if entry.fuzzy and _is_suggestion(entry, known):
            continue
        if entry.translated or entry.comments or entry.flags:
            yield replace(entry, obsolete=True, extracted=(), references=(), raw="", gap=None)


def _is_suggestion(entry: Entry, known: Mapping[Key, Entry]) -> bool:
    """Whether a fuzzy message is nothing but a copy of one that is kept."""
    source = known.get((entry.previous_context or entry.context, entry.previous or ""))
    return (
        source is not None
        and source.msgstrs == entry.msgstrs
        and set(entry.comments) <= set(source.comments)
        and set(entry.flags) - {FUZZY} <= set(source.flags)
    )


def _dated(header: Entry, date: str) -> Entry:
    """The header with the template's date; all else of it stays as it is."""
    field = re.compile(rf"^{DATE}: *(.*)$", re.MULTILINE)
    found = field.search(header.msgstr)
    if found is None or found[1] == date:
        return header
    changed = replace(header, msgstrs=(field.sub(f"{DATE}: {date}", header.msgstr),))
    line = f'"{DATE}: {found[1]}\\n"'
    if line in header.raw:
        return replace(changed, raw=header.raw.replace(line, f'"{DATE}: {date}\\n"'))
    return replace(changed, raw="")
