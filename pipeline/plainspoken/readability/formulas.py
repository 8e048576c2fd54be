"""Counts go in; a figure on the language's own published scale comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Formula:
    """One scale. Figures of two scales must never be compared."""

    name: str
    title: str
    source: str
    lower_is_easier: bool
    compute: Callable[[float, float], float]
    """From words per sentence and syllables per word."""

    def meets(self, figure: float, target: float) -> bool:
        """Whether a figure is at least as easy as the target."""
        return figure <= target if self.lower_is_easier else figure >= target


_ALL = (
    Formula(
        "flesch-kincaid",
        "Flesch-Kincaid grade",
        "Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability formulas, 1975",
        True,
        lambda asl, asw: 0.39 * asl + 11.8 * asw - 15.59,
    ),
    Formula(
        "szigriszt-pazos",
        "Szigriszt-Pazos perspicuity",
        "Szigriszt Pazos: Sistemas predictivos de legibilidad del mensaje escrito, 1993; "
        "read on the INFLESZ scale, Barrio-Cantalejo and others, 2008",
        False,
        lambda asl, asw: 206.835 - asl - 62.3 * asw,
    ),
)
FORMULAS = {formula.name: formula for formula in _ALL}
