"""What a search for translations of new messages looks through, and what it finds.

A matcher is a function that takes a `Search` and gives `Matches`. Matchers run in order; each looks
only at what the ones before it left. All that they find is fuzzy: for a person to check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..po.model import Catalog, Entry, Key


@dataclass(frozen=True, slots=True)
class Match:
    """The entries whose translations a new message takes."""

    entries: tuple[Entry, ...]
    """Their translations are joined in this order."""
    is_part: bool = False
    """Whether the entry's text held more: only a part of the translation belongs here."""
    is_same_block: bool = False
    """Whether it was found by the id of its block, whatever the texts say."""


Matches = Mapping[Key, Match]


@dataclass(frozen=True, slots=True)
class Search:
    """What matchers look through."""

    new: Sequence[Entry]
    removed: Sequence[Entry]
    active: Mapping[Key, Entry]
    obsolete: Mapping[Key, Entry]
    matches: Matches = field(default_factory=dict)
    shared: Sequence[Entry] = ()
    """Entries in use that fewer blocks have than before: one of the blocks may have been edited."""

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
    wanted = {message.key: message for message in messages}
    return Search(
        new=[m for m in messages if m.key not in active and m.key not in obsolete],
        removed=[entry for key, entry in active.items() if key not in wanted],
        active=active,
        obsolete=obsolete,
        shared=[
            entry
            for key, entry in active.items()
            if key in wanted and len(wanted[key].references) < len(entry.references)
        ],
    )


def find_matches(search: Search, matchers: Sequence[Matcher]) -> Matches:
    """Run each matcher on what the ones before it did not match."""
    for matcher in matchers:
        search = replace(search, matches={**search.matches, **matcher(search)})
    return search.matches


def group_by_context(
    entries: Sequence[Entry], others: Sequence[Entry]
) -> Iterator[tuple[list[Entry], list[Entry]]]:
    """Group entries of two kinds by their msgctxt; yield the groups that have both."""
    groups: defaultdict[str | None, tuple[list[Entry], list[Entry]]]
    groups = defaultdict(lambda: ([], []))
    for side, side_entries in enumerate((entries, others)):
        for entry in side_entries:
            groups[entry.msgctxt][side].append(entry)
    return (group for group in groups.values() if all(group))


def get_texts(entries: Sequence[Entry]) -> list[str]:
    """List the msgids of entries."""
    return [entry.msgid for entry in entries]
