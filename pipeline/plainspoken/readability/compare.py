"""A guide and its translation, both taken apart, go in; how the two stand beside each other comes
out, section by section.

Figures of two scales are never compared: only how far each is from its own target.
"""

from __future__ import annotations

from dataclasses import dataclass

from .counting import Unit
from .score import Counts, Scorecard, SectionScore


@dataclass(frozen=True, slots=True)
class Grown:
    """A sentence of a translation over its limit, in a block whose source keeps to its own."""

    block: str
    sentence: str
    text: str
    words: int
    file: str
    line: int


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
    grown: tuple[Grown, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A translation beside its source."""

    lang: str
    sections: tuple[SectionComparison, ...]
    whole: SectionComparison


def compare(
    source: Counts, source_card: Scorecard, translation: Counts, card: Scorecard
) -> Comparison:
    """Set a translation beside its source; sections are those of the source, in order."""
    before = {each.id: each for each in source_card.sections}
    grown = {
        each.section.id: _grown(units.units, each.units, source_card.limit, card.limit)
        for units, each in zip(source.sections, translation.sections, strict=True)
    }
    sections = tuple(
        _section(before[each.id], each, source_card, card, grown[each.id]) for each in card.sections
    )
    whole = _section(
        SectionScore("", "body", "", source_card.whole),
        SectionScore("", "body", "", card.whole),
        source_card,
        card,
        tuple(each for section in card.sections for each in grown[section.id]),
    )
    return Comparison(card.lang, sections, whole)


def distance(card: Scorecard, section: SectionScore) -> float | None:
    """How far a section is on the easy side of its language's target, as read."""
    reading = section.figures.as_read
    if card.formula is None or reading is None:
        return None
    return card.formula.distance(reading.figure, card.formula.target)


def _section(
    before: SectionScore,
    after: SectionScore,
    source_card: Scorecard,
    card: Scorecard,
    grown: tuple[Grown, ...],
) -> SectionComparison:
    words, mean = before.figures.words, before.figures.mean
    return SectionComparison(
        id=after.id,
        title=after.title,
        source_distance=distance(source_card, before),
        distance=distance(card, after),
        length_ratio=round(after.figures.words / words, 4) if words else 0.0,
        longer=round(after.figures.mean / mean, 4) if mean else 0.0,
        grown=grown,
    )


def _grown(
    source: tuple[Unit, ...], translation: tuple[Unit, ...], limit: int, own_limit: int
) -> tuple[Grown, ...]:
    long = {unit.block.id for unit in source if len(unit.words) > limit}
    return tuple(
        Grown(
            unit.block.id,
            unit.sentence.id,
            unit.sentence.text,
            len(unit.words),
            unit.block.place.file,
            unit.block.place.line,
        )
        for unit in translation
        if len(unit.words) > own_limit and unit.block.id not in long
    )


__all__ = ["Comparison", "Grown", "SectionComparison", "compare", "distance"]
