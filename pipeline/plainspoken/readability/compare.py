"""Compare a translation with its source, section by section. Grades on two scales are never
compared: only how far each is from its own target.
"""

from __future__ import annotations

from dataclasses import dataclass

from .score import LongUnit, Scorecard, SectionScore, TextStatistics


@dataclass(frozen=True, slots=True)
class SectionComparison:
    """One section in two languages."""

    id: str
    title: str
    """In the translation."""
    source_distance: float | None
    """From the source's own target: positive on the easy side; None where there is no scale."""
    distance: float | None
    """From the translation's own target."""
    length_ratio: float
    """Words of the translation for one of the source; 0 where the source has none."""
    longer: float
    """Words a sentence, for one of the source: the drift where no scale is accepted."""
    grown: tuple[LongUnit, ...]
    """Those over the translation's limit, in blocks whose source keeps to its own."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A translation beside its source."""

    sections: tuple[SectionComparison, ...]
    whole: SectionComparison


def compare_scorecards(source: Scorecard, translation: Scorecard) -> Comparison:
    """Compare a translation with its source; both have the same sections."""
    sections = tuple(
        _compare_sections(
            source_section, section, source, translation, _find_grown(source_section, section)
        )
        for source_section, section in zip(source.sections, translation.sections, strict=True)
    )
    whole = _compare_sections(
        SectionScore("", "body", "", source.whole),
        SectionScore("", "body", "", translation.whole),
        source,
        translation,
        tuple(unit for section in sections for unit in section.grown),
    )
    return Comparison(sections, whole)


def target_distance(card: Scorecard, statistics: TextStatistics) -> float | None:
    """How far a text is on the easy side of its language's target, as read."""
    grade = statistics.as_read
    if card.formula is None or grade is None:
        return None
    return card.formula.distance(grade.value, card.formula.target)


def _compare_sections(
    source_section: SectionScore,
    section: SectionScore,
    source: Scorecard,
    translation: Scorecard,
    grown: tuple[LongUnit, ...],
) -> SectionComparison:
    words, mean = source_section.statistics.words, source_section.statistics.mean
    return SectionComparison(
        id=section.id,
        title=section.title,
        source_distance=target_distance(source, source_section.statistics),
        distance=target_distance(translation, section.statistics),
        length_ratio=round(section.statistics.words / words, 4) if words else 0.0,
        longer=round(section.statistics.mean / mean, 4) if mean else 0.0,
        grown=grown,
    )


def _find_grown(source_section: SectionScore, section: SectionScore) -> tuple[LongUnit, ...]:
    long_in_source = {unit.block for unit in source_section.long}
    return tuple(unit for unit in section.long if unit.block not in long_in_source)
