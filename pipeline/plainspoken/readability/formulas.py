"""Grade on the published formulas in `languages/<tag>/readability.toml`; all are linear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..languages import Language
from .counts import MEASURES, TextCounts

Evidence = Literal["validated", "adapted", "advisory"]


@dataclass(frozen=True, slots=True)
class Formula:
    """One reading scale. Grades on two scales must never be compared."""

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
    """Below, a grade means nothing."""
    least_sentences: int
    bands: tuple[tuple[float, str], ...]
    """Upper bounds, rising, and what a grade below each means; may be none."""
    terms: tuple[tuple[str, float], ...]
    """Measures and their coefficients."""

    def fits(self, text: TextCounts) -> bool:
        """Whether a text is long enough to be judged on this scale."""
        return text.length >= self.least_words and text.sentences >= self.least_sentences

    def grade(self, text: TextCounts) -> float | None:
        """The grade of a text of any length; None where it has no words or no sentences."""
        if not text.sentences or not text.judged.words:
            return None
        products = (coefficient * MEASURES[name](text) for name, coefficient in self.terms)
        return round(sum(products), 4)

    def meets(self, grade: float, target: float) -> bool:
        """Whether a grade is at least as easy as a target."""
        return grade <= target if self.lower_is_easier else grade >= target

    def distance(self, grade: float, target: float) -> float:
        """How far a grade is on the easy side of a target; negative on the hard side."""
        return round(target - grade if self.lower_is_easier else grade - target, 4)


def load_formulas(language: Language) -> tuple[Formula, ...]:
    """The accepted scales of a language, the one that grades first; empty where none is."""
    return tuple(_read_formula(table) for table in language.scales)


def _read_formula(table: Mapping[str, Any]) -> Formula:
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
        terms=tuple((name, float(number)) for name, number in table["formula"].items()),
    )
