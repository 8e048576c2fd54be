"""New and removed messages go in; what translation each new one gets, and from whom, comes out.

A finder is a function that takes a `Search` and gives `Gift`s. They are asked in the order of
`FINDERS`; what one has given away, the next leaves alone. All that they give is for a person
to look at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ..po.model import Entry, Key
from .similarity import MAX_PAIRS, find_similar_pairs
from .split_join import find_parts, locate_middle

MIN_RATIO = 75
"""Of 100, by rapidfuzz's ratio: below, another text is little help to a translator."""
MSGMERGE_RATIO = 60
"""What GNU msgmerge takes for alike: so far `catalogs merge` goes for what is left."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a new message gets."""

    donors: tuple[Entry, ...]
    """Whose translations it takes, one after another."""
    is_part: bool = False
    """Whether the donor's text held more: only a part of the translation belongs here."""


Matches = Mapping[Key, Match]


@dataclass(frozen=True, slots=True)
class Search:
    """What finders look through."""

    new: Sequence[Entry]
    """Messages of the template that the catalog did not have."""
    removed: Sequence[Entry]
    """Entries that the template no longer has."""
    active: Sequence[Entry]
    """Every entry that was in use, removed or not."""
    pool: Sequence[Entry]
    """Every obsolete entry."""
    gifts: Matches = field(default_factory=dict)
    """What was found so far."""

    def open(self) -> list[Entry]:
        """The new messages for which nothing was found yet."""
        return [message for message in self.new if message.key not in self.gifts]

    def spare(self) -> list[Entry]:
        """The removed entries that have something to give, and gave it to no message yet."""
        used = {donor.key for gift in self.gifts.values() for donor in gift.donors}
        return [each for each in self.removed if each.key not in used and _has_work(each)]


Matcher = Callable[[Search], Matches]


def find_matches(search: Search, finders: Sequence[Matcher]) -> Matches:
    """Ask each finder for what the ones before it did not find."""
    for finder in finders:
        search = replace(search, gifts={**search.gifts, **finder(search)})
    return search.gifts


def match_same_block(search: Search) -> Matches:
    """A removed message of the same block: a heading, a term, a title that was reworded."""
    owners = _by_block(search.spare())
    found: dict[Key, Match] = {}
    given: set[Key] = set()
    for block, message in _by_block(search.open()).items():
        owner = owners.get(block)
        if owner is not None and message.key not in found and owner.key not in given:
            found[message.key] = Match((owner,))
            given.add(owner.key)
    return found


def match_same_text(search: Search) -> Matches:
    """The same text in another context, in use or obsolete."""
    twins = {each.msgid: each for each in (*search.active, *search.pool) if each.is_translated}
    return {
        message.key: Match((twins[message.msgid],))
        for message in search.open()
        if message.msgid in twins
    }


def match_similar(search: Search, least: float = MIN_RATIO) -> Matches:
    """The removed message that reads most alike, one to one, in the same context."""
    return _nearest(search.open(), search.spare(), least)


def match_similar_obsolete(search: Search, least: float = MIN_RATIO) -> Matches:
    """The obsolete message that reads most alike."""
    return _nearest(search.open(), [each for each in search.pool if each.is_translated], least)


def match_other_context(search: Search) -> Matches:
    """The removed message that reads somewhat alike, whatever its context."""
    messages, entries = search.open(), search.spare()
    pairs = _matched(_texts(messages), _texts(entries), MSGMERGE_RATIO)
    return {messages[one].key: Match((entries[other],)) for one, other in pairs.items()}


def match_split(search: Search, least: int = 2) -> Matches:
    """Messages that a longer one was split into: `least` of them, with one found before."""
    owners = {
        gift.donors[0].key: message
        for message in search.new
        if (gift := search.gifts.get(message.key)) and len(gift.donors) == 1
    }
    gifts: dict[Key, Match] = {}
    wholes = [each for each in search.removed if each.is_translated and each.msgid_plural is None]
    for some, parts in _by_context(wholes, _singular(search.open())):
        taken = {
            place: owners[each.key].msgid for place, each in enumerate(some) if each.key in owners
        }
        for place, found in find_parts(_texts(some), _texts(parts), taken).items():
            whole = some[place]
            receivers = [parts[each.place] for each in found]
            receivers += [owners[whole.key]] if whole.key in owners else []
            gift = Match((whole,), is_part=len(receivers) > 1)
            gifts |= {each.key: gift for each in receivers if len(receivers) >= least}
    return gifts


def match_joined(search: Search, least: int = 2) -> Matches:
    """Messages that several removed ones were joined to: `least`, with one found before."""
    gifts: dict[Key, Match] = {}
    wholes = [each for each in _singular(search.new) if _may_grow(search.gifts.get(each.key))]
    parts = [each for each in _singular(search.spare()) if each.is_translated]
    for some, donors in _by_context(wholes, parts):
        had = {
            place: search.gifts[each.key].donors[0]
            for place, each in enumerate(some)
            if each.key in search.gifts
        }
        taken = {place: donor.msgid for place, donor in had.items()}
        for place, found in find_parts(_texts(some), _texts(donors), taken).items():
            text = some[place].msgid
            all_donors = [donors[each.place] for each in found]
            all_donors += [had[place]] if place in had else []
            order = sorted(all_donors, key=lambda donor: locate_middle(donor.msgid, text))
            gifts |= {some[place].key: Match(tuple(order))} if len(order) >= least else {}
    return gifts


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
"""With those that keep what GNU msgmerge keeps."""


def _nearest(new: Sequence[Entry], old: Sequence[Entry], least: float) -> Matches:
    found: dict[Key, Match] = {}
    for messages, entries in _by_context(new, old):
        matched = _matched(_texts(messages), _texts(entries), least)
        found |= {messages[one].key: Match((entries[other],)) for one, other in matched.items()}
    return found


def _matched(texts: Sequence[str], others: Sequence[str], least: float) -> dict[int, int]:
    """One to one, the most alike first: the place of a text, and of the other."""
    pairs = sorted(
        (-score, one, other) for score, one, other in find_similar_pairs(texts, others, least)
    )
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, one, other in pairs:
        if one not in found and other not in used:
            found[one] = other
            used.add(other)
    ones = [one for one in range(len(texts)) if one not in found]
    rest = [other for other in range(len(others)) if other not in used]
    if len(texts) * len(others) > MAX_PAIRS >= len(ones) * len(rest):
        # Of many, not all pairs were looked at; what is left is few.
        more = _matched([texts[one] for one in ones], [others[other] for other in rest], least)
        found |= {ones[one]: rest[other] for one, other in more.items()}
    return found


def _by_context(
    some: Sequence[Entry], others: Sequence[Entry]
) -> Iterator[tuple[list[Entry], list[Entry]]]:
    """Both, context by context; only contexts that both have."""
    groups: defaultdict[str | None, tuple[list[Entry], list[Entry]]]
    groups = defaultdict(lambda: ([], []))
    for side, entries in enumerate((some, others)):
        for entry in entries:
            groups[entry.msgctxt][side].append(entry)
    return (group for group in groups.values() if all(group))


def _by_block(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Entries by the ids of their blocks; an id that several name tells none of them."""
    owners = [(block, entry) for entry in entries for block in entry.iter_block_ids()]
    counts = Counter(block for block, _ in owners)
    return {block: entry for block, entry in owners if counts[block] == 1}


def _has_work(entry: Entry) -> bool:
    return entry.is_translated or bool(entry.comments)


def _may_grow(gift: Match | None) -> bool:
    return gift is None or (len(gift.donors) == 1 and not gift.is_part)


def _singular(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.msgid_plural is None]


def _texts(entries: Sequence[Entry]) -> list[str]:
    return [entry.msgid for entry in entries]
