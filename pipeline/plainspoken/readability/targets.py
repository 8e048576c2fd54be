"""Find the targets of a guide that a scorecard misses."""

from __future__ import annotations

from collections.abc import Iterator

from ..config.project import Targets
from ..diagnostics.finding import Finding
from .score import Grade, Scorecard

_FILE = "source/guide.toml"


def find_missed_targets(card: Scorecard, targets: Targets) -> Iterator[Finding]:
    """Targets missed under every way of counting; a text too short for its scale misses none."""
    if targets.sentence_words is not None and card.whole.mean > targets.sentence_words:
        message = (
            f"{card.lang}: a sentence has {card.whole.mean:.1f} {card.unit} on average, "
            f"the target is at most {targets.sentence_words:g}"
        )
        yield Finding(_FILE, 0, message, "Split the longest sentences.")
    if targets.score is not None:
        yield from _check_grade(
            card, "known terms set aside", card.whole.terms_aside, targets.score
        )
    if targets.score_as_read is not None:
        yield from _check_grade(card, "as read", card.whole.as_read, targets.score_as_read)


def _check_grade(
    card: Scorecard, name: str, grade: Grade | None, target: float
) -> Iterator[Finding]:
    subject = f"{card.lang}: {name}"
    if card.formula is None:
        hint = "Remove the target: no accepted formula can grade this language."
        yield Finding(_FILE, 0, f"{subject}: a target is set, and there is no scale", hint)
    elif grade is None:
        yield Finding(_FILE, 0, f"{subject}: no figure", "Write text that can be counted.")
    elif grade.fits and not card.formula.meets(grade.easiest, target):
        bound = "at most" if card.formula.lower_is_easier else "at least"
        low, high = sorted((grade.easiest, grade.hardest))
        message = (
            f"{subject}: {card.formula.title} {grade.value:z.1f}, {low:z.1f} to {high:z.1f} "
            f"however it is counted; the target is {bound} {target:g}"
        )
        yield Finding(_FILE, 0, message, "Use shorter words and shorter sentences.")
