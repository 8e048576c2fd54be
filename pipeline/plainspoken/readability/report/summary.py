"""Decide where a text stands with its language's target, and with the guide's own limits."""

from __future__ import annotations

from typing import Literal

from ..analysis import LanguageAnalysis
from ..formulas import Formula
from ..score import Grade

Status = Literal["easy", "edge", "hard", "short", "none"]


def find_status(formula: Formula | None, grade: Grade | None) -> Status:
    """Where a text stands with its language's target, however it is counted."""
    if formula is None:
        return "none"
    if grade is None or not grade.fits:
        return "short"
    meets = [
        formula.meets(value, formula.target)
        for value in (grade.value, grade.easiest, grade.hardest)
    ]
    return "easy" if all(meets) else "edge" if any(meets) else "hard"


def rate_unexplained(analysis: LanguageAnalysis) -> float:
    """Terms that the guide does not explain, in 100 words."""
    terms = sum(remark.kind == "unexplained-term" for remark in analysis.open_remarks)
    words = analysis.card.whole.words
    return 100 * terms / words if words else 0.0


def describe_limits(analysis: LanguageAnalysis) -> str:
    """What the guide itself asks of a language, in words; nothing where it sets no target."""
    targets, formula = analysis.targets, analysis.card.formula
    bound = "at least" if formula and not formula.lower_is_easier else "at most"
    limits = (
        (f"as read {bound} {{:g}}", targets.score_as_read),
        (f"known terms aside {bound} {{:g}}", targets.score),
        (f"at most {{:g}} {analysis.card.unit} in a sentence on average", targets.sentence_words),
    )
    return ", ".join(words.format(value) for words, value in limits if value is not None)
