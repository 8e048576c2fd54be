"""A language's data go in; its published scales come out, and figures on them.

A formula is a sum of measures, each times its coefficient: all that languages use are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ..languages import load
from .counts import MEASURES, TextCounts

Evidence = Literal["validated", "adapted", "advisory"]


@dataclass(frozen=True, slots=True)
class Formula:
    """One scale. Figures of two scales must never be compared."""

    name: str
    title: str
    version: str
    source: str
    evidence: Evidence
    """validated: tested on readers of the language; adapted: carried over from another;
    advisory: published, and to be read with care."""
    lower_is_easier: bool
    target: float
    """For patient information, where a guide sets none."""
    least_words: int
    """Below, a figure means nothing."""
    least_sentences: int
    bands: tuple[tuple[float, str], ...]
    """Upper bounds, rising, and what a figure below each means; may be none."""
    terms: tuple[tuple[str, float], ...]
    """Measures and their coefficients."""

    def fits(self, sums: TextCounts) -> bool:
        """Whether a text is long enough to be judged on this scale."""
        return sums.length >= self.least_words and sums.sentences >= self.least_sentences

    def grade(self, sums: TextCounts) -> float | None:
        """The figure of a text of any length; none where it has no words or no sentences."""
        if not sums.sentences or not sums.judged.words:
            return None
        return round(sum(by * MEASURES[name](sums) for name, by in self.terms), 4)

    def meets(self, figure: float, target: float) -> bool:
        """Whether a figure is at least as easy as a target."""
        return figure <= target if self.lower_is_easier else figure >= target

    def distance(self, figure: float, target: float) -> float:
        """How far a figure is on the easy side of a target; negative on the hard side."""
        return round(target - figure if self.lower_is_easier else figure - target, 4)

    def easiest(self, figures: tuple[float, ...]) -> float:
        """The easiest of some figures."""
        return min(figures) if self.lower_is_easier else max(figures)

    def band(self, figure: float) -> str:
        """What the scale's own authors call a figure; nothing where they do not."""
        return next((name for bound, name in self.bands if figure < bound), "")


@cache
def load_formulas(lang: str) -> tuple[Formula, ...]:
    """The accepted scales of a language, the one that grades first; none where none is.

    Raises:
        LanguageError: the language is not known.
    """
    return tuple(_formula(table) for table in load(lang).scales)


def _formula(table: Mapping[str, Any]) -> Formula:
    return Formula(
        name=table["name"],
        title=table["title"],
        version=table["version"],
        source=table["source"],
        evidence=table["evidence"],
        lower_is_easier=table["easier"] == "lower",
        target=float(table["target"]),
        least_words=table["least_words"],
        least_sentences=table["least_sentences"],
        bands=tuple((float(bound), name) for bound, name in table.get("bands", ())),
        terms=tuple((name, float(by)) for name, by in table["formula"].items()),
    )
