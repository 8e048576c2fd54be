"""Change the translator comments of an entry, and no other byte of its lines."""

from __future__ import annotations

import re
from collections.abc import Collection

from .model import Entry


def edit_comments(entry: Entry, removed: Collection[int], index: int, new_line: str) -> str:
    """Remove some comments from an entry's lines, and insert one at the index of a comment."""
    newline = "\r\n" if "\r\n" in entry.raw else "\n"
    lines = re.findall(r"[^\n]*\n|[^\n]+", entry.raw)
    places: list[int] = []
    for number, line in enumerate(lines):
        if len(places) < len(entry.comments) and line.strip() == entry.comments[len(places)]:
            places.append(number)
    if index < len(places):
        position = places[index]
    elif places:
        position = places[-1] + 1
    else:
        position = next(number for number, line in enumerate(lines) if line.strip())
    dropped = {places[comment] for comment in removed}
    kept = [line for number, line in enumerate(lines) if number not in dropped]
    kept.insert(position, new_line + newline)  # none before it is dropped
    return "".join(kept)
