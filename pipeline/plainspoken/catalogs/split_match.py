"""Match messages that were split from one, or joined from several."""

from __future__ import annotations

from collections.abc import Sequence

from ..po.model import Entry, Key
from .match_search import Match, Matches, Search, get_texts, group_by_context
from .split_join import find_parts, locate_middle


def match_split(search: Search, least: int = 2) -> Matches:
    """Match messages a longer one was split into: `least` or more, with one matched before."""
    receivers = {
        match.entries[0].key: message
        for message in search.new
        if (match := search.matches.get(message.key)) and len(match.entries) == 1
    }
    matches: dict[Key, Match] = {}
    translated = [entry for entry in search.removed if entry.is_translated]
    for wholes, parts in group_by_context(
        _select_singular(translated), _select_singular(search.list_unmatched())
    ):
        taken = {
            index: receivers[whole.key].msgid
            for index, whole in enumerate(wholes)
            if whole.key in receivers
        }
        found = find_parts(get_texts(wholes), get_texts(parts), taken)
        for index, places in found.items():
            whole = wholes[index]
            messages = [parts[place.part] for place in places]
            messages += [receivers[whole.key]] if whole.key in receivers else []
            match = Match((whole,), is_part=len(messages) > 1)
            if len(messages) >= least:
                matches |= {message.key: match for message in messages}
    return matches


def match_joined(search: Search, least: int = 2) -> Matches:
    """Match messages that `least` or more removed ones, with one matched before, were joined to."""
    matches: dict[Key, Match] = {}
    growing = [message for message in search.new if _can_grow(search.matches.get(message.key))]
    translated = [entry for entry in search.list_unused() if entry.is_translated]
    for wholes, parts in group_by_context(_select_singular(growing), _select_singular(translated)):
        matched = {
            index: search.matches[whole.key].entries[0]
            for index, whole in enumerate(wholes)
            if whole.key in search.matches
        }
        taken = {index: entry.msgid for index, entry in matched.items()}
        found = find_parts(get_texts(wholes), get_texts(parts), taken)
        for index, places in found.items():
            text = wholes[index].msgid
            entries = [parts[place.part] for place in places]
            entries += [matched[index]] if index in matched else []
            if len(entries) >= least:
                entries.sort(key=lambda entry: locate_middle(entry.msgid, text))
                matches[wholes[index].key] = Match(tuple(entries))
    return matches


def _can_grow(match: Match | None) -> bool:
    return match is None or (len(match.entries) == 1 and not match.is_part)


def _select_singular(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.msgid_plural is None]
