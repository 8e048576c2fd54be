"""Make ids that stay when neighbours change: from the section and a thing's own words."""

from __future__ import annotations

import hashlib
import re
from collections import Counter


def slugify(text: str) -> str:
    """Make the anchor that code hosts give to a heading: lower case, hyphens, letters, digits."""
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


class IdGenerator:
    """Makes the ids of one section. Ask in reading order: later equal ones get `-2`, `-3`…"""

    def __init__(self, section: str) -> None:
        self.section = section
        self._seen: Counter[str] = Counter()

    def block_id(self, kind: str, text: str) -> str:
        """The id of a block, from its kind and its message."""
        return self._make_unique(f"{self.section}.{_digest(self.section, kind, text)}")

    def heading_id(self, text: str) -> str:
        """The id of a heading: its anchor where that is ASCII, so that links outlive edits."""
        anchor = slugify(text)
        plain = re.fullmatch(r"[a-z0-9_-]+", anchor)
        return self._make_unique(f"{self.section}.{anchor if plain else _digest(anchor)}")

    def sentence_id(self, text: str) -> str:
        """The id of a sentence, from its words."""
        return self._make_unique(f"{self.section}.s{_digest(self.section, text)}")

    def _make_unique(self, name: str) -> str:
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
