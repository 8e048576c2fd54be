"""Find translations for new messages among entries whose text changed, as fuzzy matching does.

A matcher is a function that takes a `Search` and gives `Matches`. Matchers run in order; each looks
only at what the ones before it left. All that they find is fuzzy: for a person to check.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ..po.model import Catalog, Entry, Key
from .similarity import MAX_PAIRS, find_similar_pairs
from .split_join import find_parts, locate_middle

MIN_RATIO = 75
"""Of 100, by rapidfuzz's ratio: below, another text is little help to a translator."""
MSGMERGE_RATIO = 60
"""What GNU msgmerge takes for similar; `catalogs merge` goes as far for messages that are left."""


@dataclass(frozen=True, slots=True)
class Match:
    """The entries whose translations a new message takes."""

    entries: tuple[Entry, ...]
    """Their translations are joined in this order."""
    is_part: bool = False
    """Whether the entry's text held more: only a part of the translation belongs here."""


Matches = Mapping[Key, Match]


@dataclass(frozen=True, slots=True)
class Search:
    """What matchers look through."""

    new: Sequence[Entry]
    removed: Sequence[Entry]
    active: Mapping[Key, Entry]
    obsolete: Mapping[Key, Entry]
    matches: Matches = field(default_factory=dict)

    def list_unmatched(self) -> list[Entry]:
        """List the new messages for which nothing was found yet."""
        return [message for message in self.new if message.key not in self.matches]

    def list_unused(self) -> list[Entry]:
        """List the removed entries that hold work and match no message yet."""
        used = {entry.key for match in self.matches.values() for entry in match.entries}
        return [
            entry
            for entry in self.removed
            if entry.key not in used and (entry.is_translated or entry.comments)
        ]


Matcher = Callable[[Search], Matches]


def make_search(catalog: Catalog, messages: Sequence[Entry]) -> Search:
    """Find out which messages of a template are new to a catalog, and which it no longer has."""
    active = {entry.key: entry for entry in catalog.iter_messages()}
    obsolete = {entry.key: entry for entry in catalog.iter_obsolete()}
    wanted = {message.key for message in messages}
    return Search(
        new=[m for m in messages if m.key not in active and m.key not in obsolete],
        removed=[entry for key, entry in active.items() if key not in wanted],
        active=active,
        obsolete=obsolete,
    )


def find_matches(search: Search, matchers: Sequence[Matcher]) -> Matches:
    """Run each matcher on what the ones before it did not match."""
    for matcher in matchers:
        search = replace(search, matches={**search.matches, **matcher(search)})
    return search.matches


def match_same_block(search: Search) -> Matches:
    """Match a removed message of the same block: a heading, a term, a title that was reworded."""
    owners = _index_by_block(search.list_unused())
    matches: dict[Key, Match] = {}
    used: set[Key] = set()
    for block, message in _index_by_block(search.list_unmatched()).items():
        owner = owners.get(block)
        if owner is not None and message.key not in matches and owner.key not in used:
            matches[message.key] = Match((owner,))
            used.add(owner.key)
    return matches


def match_same_text(search: Search) -> Matches:
    """Match the same text in another context, in use or obsolete."""
    entries = (*search.active.values(), *search.obsolete.values())
    by_text = {entry.msgid: entry for entry in entries if entry.is_translated}
    return {
        message.key: Match((by_text[message.msgid],))
        for message in search.list_unmatched()
        if message.msgid in by_text
    }


def match_similar(search: Search, least: float = MIN_RATIO) -> Matches:
    """Match the most similar removed message of the same context, one to one."""
    return _match_within_contexts(search.list_unmatched(), search.list_unused(), least)


def match_similar_obsolete(search: Search, least: float = MIN_RATIO) -> Matches:
    """Match the most similar obsolete message of the same context, one to one."""
    translated = [entry for entry in search.obsolete.values() if entry.is_translated]
    return _match_within_contexts(search.list_unmatched(), translated, least)


def match_other_context(search: Search) -> Matches:
    """Match the most similar removed message, whatever its context, as far as msgmerge goes."""
    return _match_one_to_one(search.list_unmatched(), search.list_unused(), MSGMERGE_RATIO)


def match_split(search: Search, least: int = 2) -> Matches:
    """Match messages a longer one was split into: `least` or more, with one matched before."""
    receivers = {
        match.entries[0].key: message
        for message in search.new
        if (match := search.matches.get(message.key)) and len(match.entries) == 1
    }
    matches: dict[Key, Match] = {}
    translated = [entry for entry in search.removed if entry.is_translated]
    for wholes, parts in _group_by_context(
        _select_singular(translated), _select_singular(search.list_unmatched())
    ):
        taken = {
            index: receivers[whole.key].msgid
            for index, whole in enumerate(wholes)
            if whole.key in receivers
        }
        found = find_parts(_get_texts(wholes), _get_texts(parts), taken)
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
    for wholes, parts in _group_by_context(_select_singular(growing), _select_singular(translated)):
        matched = {
            index: search.matches[whole.key].entries[0]
            for index, whole in enumerate(wholes)
            if whole.key in search.matches
        }
        taken = {index: entry.msgid for index, entry in matched.items()}
        found = find_parts(_get_texts(wholes), _get_texts(parts), taken)
        for index, places in found.items():
            text = wholes[index].msgid
            entries = [parts[place.part] for place in places]
            entries += [matched[index]] if index in matched else []
            if len(entries) >= least:
                entries.sort(key=lambda entry: locate_middle(entry.msgid, text))
                matches[wholes[index].key] = Match(tuple(entries))
    return matches


MATCHERS: tuple[Matcher, ...] = (
    match_same_block, match_same_text, match_similar, match_split, match_joined,
    match_similar_obsolete, partial(match_split, least=1), partial(match_joined, least=1),
)  # fmt: skip
MSGMERGE_MATCHERS: tuple[Matcher, ...] = (
    *MATCHERS[:-2],
    partial(match_similar, least=MSGMERGE_RATIO),
    partial(match_similar_obsolete, least=MSGMERGE_RATIO), match_other_context,
    *MATCHERS[-2:],
)  # fmt: skip


def _match_within_contexts(
    messages: Sequence[Entry], entries: Sequence[Entry], least: float
) -> Matches:
    matches: dict[Key, Match] = {}
    for some_messages, some_entries in _group_by_context(messages, entries):
        matches |= _match_one_to_one(some_messages, some_entries, least)
    return matches


def _match_one_to_one(
    messages: Sequence[Entry], entries: Sequence[Entry], least: float
) -> dict[Key, Match]:
    pairs = _pair(_get_texts(messages), _get_texts(entries), least)
    return {messages[new].key: Match((entries[old],)) for new, old in pairs.items()}


def _pair(new: Sequence[str], old: Sequence[str], least: float) -> dict[int, int]:
    """Pair texts one to one, the most similar first: indices of old texts by those of new ones."""
    candidates = sorted((-ratio, i, j) for ratio, i, j in find_similar_pairs(new, old, least))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    new_left = [i for i in range(len(new)) if i not in pairs]
    old_left = [j for j in range(len(old)) if j not in used]
    if len(new) * len(old) > MAX_PAIRS >= len(new_left) * len(old_left):
        # Of many texts, not all pairs were compared; those that are left are few.
        more = _pair([new[i] for i in new_left], [old[j] for j in old_left], least)
        pairs |= {new_left[i]: old_left[j] for i, j in more.items()}
    return pairs


def _group_by_context(
    entries: Sequence[Entry], others: Sequence[Entry]
) -> Iterator[tuple[list[Entry], list[Entry]]]:
    groups: defaultdict[str | None, tuple[list[Entry], list[Entry]]]
    groups = defaultdict(lambda: ([], []))
    for side, side_entries in enumerate((entries, others)):
        for entry in side_entries:
            groups[entry.msgctxt][side].append(entry)
    return (group for group in groups.values() if all(group))


def _index_by_block(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Index entries by the ids of their blocks, without ids that several share."""
    owners = [(block, entry) for entry in entries for block in entry.iter_block_ids()]
    counts = Counter(block for block, _ in owners)
    return {block: entry for block, entry in owners if counts[block] == 1}


def _can_grow(match: Match | None) -> bool:
    return match is None or (len(match.entries) == 1 and not match.is_part)


def _select_singular(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.msgid_plural is None]


def _get_texts(entries: Sequence[Entry]) -> list[str]:
    return [entry.msgid for entry in entries]
