"""Make ids that stay when neighbours change: from the section and a thing's own words."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable


def slugify(text: str) -> str:
    """Make the anchor that code hosts give to a heading: lower case, hyphens, letters, digits."""
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


class IdGenerator:
    """Makes the ids of one section. Ask in reading order: later equal ones get `-2`, `-3`…

    A number that would make the id of something else is left out. `headings`, the words of all
    headings, have their ids first: one called "Rinse 2" has `rinse-2`, however many are called
    "Rinse". `taken` are ids of others.
    """

    def __init__(
        self, section: str, headings: Iterable[str] = (), taken: Iterable[str] = ()
    ) -> None:
        self.section = section
        self._taken = set(taken)
        self._seen: Counter[str] = Counter()
        counts = Counter(map(self._name_heading, headings))
        self._headings = {name: [self._make_unique(name)] for name in counts}
        for name, ids in self._headings.items():
            ids += [self._make_unique(name) for _ in range(1, counts[name])]

    def block_id(self, kind: str, text: str) -> str:
        """The id of a block, from its kind and its message."""
        return self._make_unique(f"{self.section}.{_digest(self.section, kind, text)}")

    def heading_id(self, text: str) -> str:
        """The id of a heading: its anchor where that is ASCII, so that links outlive edits."""
        name = self._name_heading(text)
        ids = self._headings.get(name)
        return ids.pop(0) if ids else self._make_unique(name)

    def sentence_id(self, text: str) -> str:
        """The id of a sentence, from its words."""
        return self._make_unique(f"{self.section}.s{_digest(self.section, text)}")

    def _name_heading(self, text: str) -> str:
        anchor = slugify(text)
        plain = re.fullmatch(r"[a-z0-9_-]+", anchor)
        return f"{self.section}.{anchor if plain else _digest(anchor)}"

    def _make_unique(self, name: str) -> str:
        unique = ""
        while not unique or unique in self._taken:
            self._seen[name] += 1
            unique = name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"
        self._taken.add(unique)
        return unique


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
