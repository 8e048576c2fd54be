"""Numbers go in; words that people read come out."""

from __future__ import annotations

from ...languages import load
from ..score import Grade

NOTHING = "–"
"""Where there is no number."""


def whole(number: int) -> str:
    """A count, with its thousands apart."""
    return f"{number:,}"


def figure(number: float | None) -> str:
    """A figure with one decimal and a true minus sign."""
    if number is None:
        return NOTHING
    shown = f"{number:.1f}"
    return shown.removeprefix("-") if float(shown) == 0 else shown.replace("-", "−")


def band(reading: Grade) -> str:
    """What a reading could be: `3.8 to 4.1`; one number where both would be told alike."""
    low, high = sorted((reading.easiest, reading.hardest))
    return figure(low) if figure(low) == figure(high) else f"{figure(low)} to {figure(high)}"


def share(part: int, of: int) -> str:
    """A share in percent; of nothing, nothing."""
    return f"{100 * part / of:.1f} %" if of else NOTHING


def many(number: int, one: str, more: str = "") -> str:
    """`1 sentence`, `2 sentences`."""
    return f"{whole(number)} {one if number == 1 else more or f'{one}s'}"


def side(distance: float | None) -> str:
    """Which side of a target a text is on, and how far."""
    if distance is None:
        return NOTHING
    if figure(abs(distance)) == "0.0":
        return "on target"
    return f"{figure(abs(distance))} {'easier' if distance > 0 else 'harder'}"


def language(tag: str) -> str:
    """The English name of a language."""
    from babel import Locale

    return Locale.parse(load(tag).tag, sep="-").get_display_name("en") or tag
