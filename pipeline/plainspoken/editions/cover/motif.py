"""The motif of a cover: the guide as a rising sun, a ring for each section, as wide as it is long.

It is drawn from the guide's own parts, which are the same in every language.
"""

from __future__ import annotations

from itertools import accumulate

from lxml.etree import _Element as Element

from ...guide import Guide
from ..xml_elements import add_element
from .palette import Palette

_MOST_RINGS = 16
_HEART = 0.22
"""The radius of what is in the middle, as a share of the whole."""
_GAP = 7
"""Pixels between two rings."""


def draw_motif(
    parent: Element, guide: Guide, palette: Palette, centre: tuple[float, float], radius: float
) -> None:
    """Draw discs from the largest to the smallest."""
    widths = _list_widths(guide)
    total = sum(widths)
    ends = [_HEART + (1 - _HEART) * end / total for end in accumulate(widths)]
    x, y = (f"{place:g}" for place in centre)
    count = len(ends)
    for number in range(count - 1, -1, -1):
        colour = _mix(palette.tints, (number + 1) / count)
        inner = (ends[number - 1] if number else _HEART) * radius
        add_element(parent, "circle", cx=x, cy=y, r=f"{ends[number] * radius:.1f}", fill=colour)
        add_element(parent, "circle", cx=x, cy=y, r=f"{inner + _GAP:.1f}", fill=palette.ground)
    add_element(parent, "circle", cx=x, cy=y, r=f"{_HEART * radius:.1f}", fill=palette.tints[0])


def _list_widths(guide: Guide) -> list[float]:
    """The length of each section in blocks, by its square root; of many, several in one. What an
    edition says of itself is left out: it differs between languages.
    """
    sections = (section for section in guide.sections if section.role != "opening")
    lengths = [
        sum(block.kind != "notice" for block in section.iter_blocks()) for section in sections
    ] or [1]
    size = -(-len(lengths) // _MOST_RINGS)
    parts = (lengths[place : place + size] for place in range(0, len(lengths), size))
    return [max(sum(part), 1) ** 0.5 for part in parts]


def _mix(tints: tuple[str, ...], share: float) -> str:
    """A colour between those of a scale."""
    place = share * (len(tints) - 1)
    below = min(int(place), len(tints) - 2)
    pairs = zip(_read(tints[below]), _read(tints[below + 1]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * (place - below)):02x}" for a, b in pairs)


def _read(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
