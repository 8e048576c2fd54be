"""How a term or a name is to be said in a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendering:
    """One term of the source and its renderings in one locale."""

    term: str
    """As the source writes it."""
    approved: tuple[str, ...] = ()
    admitted: tuple[str, ...] = ()
    """May stand, though another is better."""
    forbidden: tuple[str, ...] = ()
