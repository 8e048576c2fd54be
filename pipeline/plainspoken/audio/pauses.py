"""How long the voice rests: longer, the more is over. Listeners hear by it where a list item, a
paragraph or a chapter ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..guide import Block, Section
from ..narration import RATE

GRID = RATE // 50
"""Samples in 20 ms; all clips are a whole number of them."""
_KEPT_TOGETHER = ("list", "table", "entry")


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence in samples. A reader's inexact seek stays within `guard` of a clip's sound."""

    guard: int = 6 * GRID
    """Before the sound of each clip, and at least after it."""
    head: int = 35 * GRID
    """Before the first sound of a track: 0.5 to 1 s, as audiobook libraries ask for."""
    tail: int = 75 * GRID
    """After the last: 1 to 2 s."""
    piece: int = 8 * GRID
    """Within a sentence: after what is said before it, and between two languages."""
    sentence: int = 28 * GRID
    """From the end of a sentence to the next of its block, the guard included."""
    item: int = 38 * GRID
    """Between the items of a list, the cells of a table, a term and its meaning."""
    block: int = 48 * GRID
    after_heading: int = 52 * GRID
    before_heading: int = 85 * GRID
    nothing: int = 10 * GRID
    """A sentence without a word to say."""


PAUSES = Pauses()


def list_pauses(section: Section) -> Mapping[str, int]:
    """The pause after each block of a section that holds sentences, by the block's id."""
    pauses = {
        block.id: _find_pause(block, following, groups, following_groups)
        for (block, groups), (following, following_groups) in pairwise(
            _iter_leaves(section.blocks, ())
        )
    }
    last = [block.id for block in section.leaves()][-1:]
    return pauses | dict.fromkeys(last, PAUSES.tail)


def _find_pause(
    block: Block, following: Block, groups: tuple[str, ...], following_groups: tuple[str, ...]
) -> int:
    if following.kind == "heading":
        return PAUSES.before_heading
    if block.kind == "heading":
        return PAUSES.after_heading
    return PAUSES.block if set(groups).isdisjoint(following_groups) else PAUSES.item


def _iter_leaves(
    blocks: Iterable[Block], groups: tuple[str, ...]
) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """Blocks that hold sentences, with the ids of the lists and tables that they stand in."""
    for block in blocks:
        if block.sentences:
            yield block, groups
        inner = (*groups, block.id) if block.kind in _KEPT_TOGETHER else groups
        yield from _iter_leaves(block.children, inner)
