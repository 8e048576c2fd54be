"""The scorecards of a guide and its translation go in; how the two stand beside each other comes
out, section by section.

Figures of two scales are never compared: only how far each is from its own target.
"""

from __future__ import annotations

from dataclasses import dataclass

from .score import LongUnit, Scorecard, SectionScore


@dataclass(frozen=True, slots=True)
class SectionComparison:
    """One section in two languages."""

    id: str
    title: str
    """In the translation."""
    source_distance: float | None
    """From the source's own target: positive on the easy side; none where there is no scale."""
    distance: float | None
    length_ratio: float
    """Words of the translation for one of the source; 0 where the source has none."""
    longer: float
    """Mean words a sentence, for one of the source: the drift where no scale is accepted."""
    grown: tuple[LongUnit, ...]
    """Those over the translation's limit, in blocks whose source keeps to its own."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A translation beside its source."""

    lang: str
    sections: tuple[SectionComparison, ...]
    whole: SectionComparison


def compare_scorecards(source: Scorecard, card: Scorecard) -> Comparison:
    """Set a translation beside its source; both have the same sections."""
    sections = tuple(
        _section(before, after, source, card, _grown(before, after))
        for before, after in zip(source.sections, card.sections, strict=True)
    )
    whole = _section(
        SectionScore("", "body", "", source.whole),
        SectionScore("", "body", "", card.whole),
        source,
        card,
        tuple(grown for each in sections for grown in each.grown),
    )
    return Comparison(card.lang, sections, whole)


def target_distance(card: Scorecard, section: SectionScore) -> float | None:
    """How far a section is on the easy side of its language's target, as read."""
    reading = section.figures.as_read
    if card.formula is None or reading is None:
        return None
    return card.formula.distance(reading.value, card.formula.target)


def _section(
    before: SectionScore,
    after: SectionScore,
    source: Scorecard,
    card: Scorecard,
    grown: tuple[LongUnit, ...],
) -> SectionComparison:
    words, mean = before.figures.words, before.figures.mean
    return SectionComparison(
        id=after.id,
        title=after.title,
        source_distance=target_distance(source, before),
        distance=target_distance(card, after),
        length_ratio=round(after.figures.words / words, 4) if words else 0.0,
        longer=round(after.figures.mean / mean, 4) if mean else 0.0,
        grown=grown,
    )


def _grown(before: SectionScore, after: SectionScore) -> tuple[LongUnit, ...]:
    long = {each.block for each in before.long}
    return tuple(each for each in after.long if each.block not in long)
