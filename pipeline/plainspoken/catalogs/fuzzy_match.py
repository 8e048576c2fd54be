"""Find translations for new messages among entries whose text changed, as fuzzy matching does.

`catalogs update` and `catalogs merge` use the same matchers; what GNU msgmerge keeps, they keep.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from ..po.model import Entry, Key
from .match_search import Match, Matcher, Matches, Search, get_texts, group_by_context
from .similarity import MAX_PAIRS, find_similar_pairs, measure_likeness
from .split_match import match_joined, match_split
from .word_edits import find_word_edits

MIN_RATIO = 75
"""Of 100, by rapidfuzz's ratio: below, another text is little help to a translator."""
MSGMERGE_RATIO = 60
"""What GNU msgmerge takes for similar, in bytes; a message for which nothing better is found may
have so much less in common with its old text."""


def match_same_block(search: Search) -> Matches:
    """Match a removed message of the same block: a heading, a term, a title that was reworded."""
    owners = _index_by_block(search.list_unused())
    matches: dict[Key, Match] = {}
    used: set[Key] = set()
    for block, message in _index_by_block(search.list_unmatched()).items():
        owner = owners.get(block)
        if owner is not None and message.key not in matches and owner.key not in used:
            matches[message.key] = Match((owner,), is_same_block=True)
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


def match_word_edits(search: Search) -> Matches:
    """Match a removed message that differs in a word or two, which may be most of a short text."""
    matches: dict[Key, Match] = {}
    for messages, entries in group_by_context(search.list_unmatched(), search.list_unused()):
        found = find_word_edits(get_texts(messages), get_texts(entries))
        matches |= _take_best(messages, entries, found)
    return matches


def match_shared(search: Search) -> Matches:
    """Match the message of several blocks one of which was edited; it stays for the others."""
    messages, entries = search.list_unmatched(), [e for e in search.shared if e.is_translated]
    texts = get_texts(messages), get_texts(entries)
    pairs = [*find_similar_pairs(*texts, MSGMERGE_RATIO), *find_word_edits(*texts)]
    return _take_best(messages, entries, pairs)


def match_out_of_sight(search: Search) -> Matches:
    """Match removed messages that nothing matched so far to messages that are less like another.

    So no translation goes out of sight that msgmerge, which looks at nothing else, keeps.
    """
    matches = dict(search.matches)
    waiting = [entry for entry in search.list_unused() if entry.is_translated]
    messages = [message for message in search.new if _may_give_way(matches.get(message.key))]
    while waiting and messages:
        likeness = [_measure_match(message, matches.get(message.key)) for message in messages]
        pairs = find_similar_pairs(get_texts(messages), get_texts(waiting), MSGMERGE_RATIO, True)
        better = (pair for pair in pairs if pair[0] > likeness[pair[1]])
        taken = _take_best(messages, waiting, better)
        before = {entry.key for key in taken if key in matches for entry in matches[key].entries}
        matches |= taken
        now = replace(search, matches=matches)
        waiting = [entry for entry in now.list_unused() if entry.key in before]
        gives_way = [m for m in search.new if _may_give_way(matches.get(m.key))]
        messages = [*gives_way, *now.list_unmatched()]
    return {key: match for key, match in matches.items() if search.matches.get(key) is not match}


MATCHERS: tuple[Matcher, ...] = (
    match_same_block, match_same_text, match_similar, match_split, match_joined, match_word_edits,
    partial(match_similar, least=MSGMERGE_RATIO), match_other_context, match_similar_obsolete,
    partial(match_split, least=1), partial(match_joined, least=1),
    partial(match_similar_obsolete, least=MSGMERGE_RATIO), match_shared, match_out_of_sight,
)  # fmt: skip


def _match_within_contexts(
    messages: Sequence[Entry], entries: Sequence[Entry], least: float
) -> Matches:
    matches: dict[Key, Match] = {}
    for some_messages, some_entries in group_by_context(messages, entries):
        matches |= _match_one_to_one(some_messages, some_entries, least)
    return matches


def _match_one_to_one(
    messages: Sequence[Entry], entries: Sequence[Entry], least: float
) -> dict[Key, Match]:
    pairs = _pair(get_texts(messages), get_texts(entries), least)
    return {messages[new].key: Match((entries[old],)) for new, old in pairs.items()}


def _pair(new: Sequence[str], old: Sequence[str], least: float) -> dict[int, int]:
    """Pair texts one to one, the most similar first: indices of old texts by those of new ones."""
    pairs = _select_best(find_similar_pairs(new, old, least, least == MSGMERGE_RATIO))
    used = set(pairs.values())
    new_left = [i for i in range(len(new)) if i not in pairs]
    old_left = [j for j in range(len(old)) if j not in used]
    if len(new) * len(old) > MAX_PAIRS >= len(new_left) * len(old_left):
        # Of many texts, not all pairs were compared; those that are left are few.
        more = _pair([new[i] for i in new_left], [old[j] for j in old_left], least)
        pairs |= {new_left[i]: old_left[j] for i, j in more.items()}
    return pairs


def _take_best(
    messages: Sequence[Entry], entries: Sequence[Entry], pairs: Iterable[tuple[float, int, int]]
) -> dict[Key, Match]:
    best = _select_best(pairs)
    return {messages[i].key: Match((entries[j],)) for i, j in best.items()}


def _select_best(candidates: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Select pairs of indices one to one, those with the highest ratio first."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted((-ratio, i, j) for ratio, i, j in candidates):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _may_give_way(match: Match | None) -> bool:
    """Whether a match was found by something else than the likeness of two texts."""
    return match is not None and (match.is_same_block or match.is_part or len(match.entries) > 1)


def _measure_match(message: Entry, match: Match | None) -> float:
    if match is None:
        return 0
    return measure_likeness(message.msgid, " ".join(entry.msgid for entry in match.entries))


def _index_by_block(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Index entries by the ids of their blocks, without ids that several share."""
    owners = [(block, entry) for entry in entries for block in entry.iter_block_ids()]
    counts = Counter(block for block, _ in owners)
    return {block: entry for block, entry in owners if counts[block] == 1}
