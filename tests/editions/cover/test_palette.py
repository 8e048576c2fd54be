"""The colours of covers can be read and told apart."""

from __future__ import annotations

import pytest

from plainspoken.editions.cover.palette import DRAFT, DRAFT_INK, PALETTES, Palette


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [value / 255 for value in bytes.fromhex(colour[1:])]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_words_have_contrast(palette: Palette) -> None:
    assert contrast(palette.ink, palette.ground) >= 7
    # Small words, and the mark of an edition that is read aloud, which is drawn the other way.
    assert contrast(palette.quiet, palette.ground) >= 4.5
    assert contrast(DRAFT_INK, DRAFT) >= 7


@pytest.mark.parametrize("palette", PALETTES)
def test_the_motif_stands_out_from_the_page(palette: Palette) -> None:
    assert contrast(palette.tints[-1], palette.ground) >= 4.5
