"""Show characters that cannot be seen, or that turn the direction of what stands around them."""

from __future__ import annotations

_KEPT = "\u00a0\u202f\u200c\u200d"
"""Spaces that do not break, and the joiners that some scripts are written with."""


def show_hidden(text: str) -> str:
    """Text on one line, in which each character that hides is shown by its number."""
    return "".join(_show(character) for character in text)


def _show(character: str) -> str:
    if character == "\n":
        return " "
    if character.isprintable() or character in _KEPT:
        return character
    return f"<U+{ord(character):04X}>"


def quote(text: str, longest: int = 100) -> str:
    """The beginning of a text in quotation marks, on one line, as messages show it."""
    shown = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return f"“{show_hidden(shown)}”"
