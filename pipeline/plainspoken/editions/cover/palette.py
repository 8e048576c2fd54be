"""The colours of a cover: one family for all editions of a guide."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

DRAFT, DRAFT_INK = "#f4b41a", "#1a1a1a"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as SVG writes them."""

    ground: str
    """Behind the words."""
    ink: str
    """Of the title."""
    quiet: str
    """Of smaller words: readable on the ground, and the ground on it."""
    tints: tuple[str, str, str, str]
    """Of the motif, from its middle outwards."""


PALETTES = (
    Palette("#f7f3ea", "#123c4a", "#2b6474", ("#f2b84b", "#e08e55", "#3d8593", "#164f60")),
    Palette("#f5f3ee", "#1f2f57", "#435a92", ("#f3c77b", "#d98f86", "#6f86bf", "#2a3f74")),
    Palette("#f4f4ea", "#1d4030", "#3b6b4f", ("#f1c75b", "#c7b457", "#6f9f73", "#265a41")),
    Palette("#f8f2ee", "#4a2140", "#7d466e", ("#f4c38a", "#dd8f7d", "#a8648f", "#5b2a4e")),
    Palette("#f8f3e9", "#5b2c16", "#8a4f2d", ("#f3cf83", "#e0a45c", "#b96d43", "#74391d")),
    Palette("#f1f4f5", "#20394a", "#466479", ("#f0cf8e", "#9fc0b9", "#5f93a6", "#2b526b")),
)


def choose_palette(name: str) -> Palette:
    """The palette of a guide, by its name: the same in each language and version."""
    return PALETTES[hashlib.sha256(name.encode()).digest()[0] % len(PALETTES)]
