"""A scorecard and targets go in; the targets that it misses come out."""

from __future__ import annotations

from collections.abc import Iterator

from ..config.project import Targets
from ..diagnostics.finding import Finding
from .score import Grade, Scorecard


def find_missed_targets(card: Scorecard, targets: Targets) -> Iterator[Finding]:
    """The targets that the whole guide misses, under every reasonable way of counting.

    A text that is too short for its scale misses none on it: nothing can be said of it.
    """
    file = "source/guide.toml"
    if targets.sentence_words is not None and card.whole.mean > targets.sentence_words:
        message = (
            f"{card.lang}: a sentence has {card.whole.mean:.1f} {card.unit} on average, "
            f"the target is at most {targets.sentence_words:g}"
        )
        yield Finding(file, 0, message, "Split the longest sentences.")
    pairs = (
        ("known terms set aside", card.whole.terms_aside, targets.score),
        ("as read", card.whole.as_read, targets.score_as_read),
    )
    for name, reading, target in pairs:
        if target is None:
            continue
        what = f"{card.lang}: {name}"
        if card.formula is None:
            hint = "Remove the target: no accepted formula can grade this language."
            yield Finding(file, 0, f"{what}: a target is set, and there is no scale", hint)
        elif reading is None:
            yield Finding(file, 0, f"{what}: no figure", "Write text that can be counted.")
        elif reading.fits and not card.formula.meets(reading.easiest, target):
            bound = "at most" if card.formula.lower_is_easier else "at least"
            message = (
                f"{what}: {card.formula.title} {reading.value:.1f}, "
                f"{_band(reading)} however it is counted; the target is {bound} {target:g}"
            )
            yield Finding(file, 0, message, "Use shorter words and shorter sentences.")


def _band(reading: Grade) -> str:
    low, high = sorted((reading.easiest, reading.hardest))
    return f"{low:.1f} to {high:.1f}"
