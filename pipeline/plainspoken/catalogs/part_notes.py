"""Say beside a part of a split text that its translation is that of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..po.model import Entry, Key
from ..po.writer import replace_notes
from .entry_merge import PART_NOTE, find_original
from .match_search import Matches
from .split_join import is_cut_out

MAX_PART = 0.8
"""Of the previous text: what was cut out of it is at most so long."""


def find_part_keys(
    messages: Iterable[Entry], active: Mapping[Key, Entry], matches: Matches
) -> set[Key]:
    """Find the messages that have, or are to get, the translation of a longer text."""
    noted = {
        key for key, entry in active.items() if entry.is_fuzzy and PART_NOTE in entry.extracted
    }
    parts: set[Key] = set()
    for message in messages:
        entry, match = active.get(message.key), matches.get(message.key)
        if entry is not None and message.key in noted:
            wholes: Sequence[Entry] = (entry,)
        elif match and (match.is_part or any(entry.key in noted for entry in match.entries)):
            wholes = match.entries
        else:
            continue
        if any(is_cut_out(message.msgid, find_original(whole).msgid) for whole in wholes):
            parts.add(message.key)
    return parts


def restore_part_notes(entries: Sequence[Entry]) -> list[Entry]:
    """Add the note to parts of a longer text's translation from which a program has removed it."""
    fuzzy = [entry for entry in entries if entry.is_fuzzy and entry.previous_msgid]
    shared = Counter((entry.previous_msgid, entry.msgstrs) for entry in fuzzy)
    parts = {
        entry.key
        for entry in fuzzy
        if shared[entry.previous_msgid, entry.msgstrs] > 1
        and PART_NOTE not in entry.extracted
        and len(entry.msgid) < MAX_PART * len(entry.previous_msgid or "")
        and is_cut_out(entry.msgid, entry.previous_msgid or "")
    }
    return [
        replace_notes(entry, (*entry.extracted, PART_NOTE), entry.references, entry.flags)
        if entry.key in parts
        else entry
        for entry in entries
    ]
