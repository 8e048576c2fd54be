"""Draw the charts of one language. Two never share a scale: bars show distances from targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from markupsafe import Markup

from ..analysis import LanguageAnalysis
from ..formulas import Formula
from ..history import LocaleStatistics, Release
from ..score import Grade, Scorecard, SectionScore
from .charts import Axis, Bar, Point, Titles, Tone, draw_bars, draw_gauge, draw_series, shorten
from .formatting import (
    format_band,
    format_decimal,
    format_distance,
    format_plural,
    format_target,
    name_language,
)

Status = Literal["easy", "edge", "hard", "short", "none"]
_TONES: dict[Status, Tone] = {
    "easy": "good", "edge": "plain", "hard": "bad", "short": "plain", "none": "plain",
}  # fmt: skip
MOST_RELEASES = 6
"""A drawing shows so many releases; the table shows all."""
_MOST_LABELS = 3


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


def name_section(section: SectionScore) -> str:
    """A section's title; one without a heading has none but what the report calls it."""
    return section.title if section.role == "body" else section.title.capitalize()


def _name_chart(id: str, card: Scorecard, title: str, description: str) -> Titles:
    return Titles(f"{id}-{card.lang}", f"{name_language(card.lang)}: {title}", description)


def draw_standing(card: Scorecard) -> Markup | None:
    """Where the whole text stands beside its target; nothing where it has no grade."""
    formula, grade = card.formula, card.whole.as_read
    if formula is None or grade is None:
        return None
    value, low, high = _find_distances(formula, grade)
    reach = max(1.25 * abs(distance) for distance in (value, low, high))
    text, band = format_decimal(grade.value), format_band(grade)
    description = f"As read {text}; the target is {format_target(formula)}."
    if band != text:
        description += f" The line through the dot shows the band, {band}."
    return draw_gauge(
        _name_chart("gauge", card, "where the text stands", description),
        Bar("", card.lang, text, value, low, high, _TONES[find_status(formula, grade)]),
        Axis(0, 0, f"target {formula.target:g}", "harder", "easier"),
        max(reach, formula.target / 2),
    )


def draw_sections(card: Scorecard) -> Markup | None:
    """How far each section is from the target; without a scale, how long its sentences are."""
    return _draw_distances(card, card.formula) if card.formula else _draw_lengths(card)


def _draw_distances(card: Scorecard, formula: Formula) -> Markup | None:
    grades = [
        (section, section.statistics.as_read)
        for section in card.sections
        if section.statistics.as_read
    ]
    if not grades:
        return None
    reach = sum(find_status(formula, grade) in ("easy", "edge") for _, grade in grades)
    titles = _name_chart(
        "sections",
        card,
        "distance of each section from the target",
        f"{reach} of {format_plural(len(grades), 'section')} reach the target in some way of "
        "counting. The table below has all figures.",
    )
    bars = [_draw_distance(card.lang, section, grade, formula) for section, grade in grades]
    return draw_bars(titles, bars, Axis(0, 0, f"target {formula.target:g}", "harder", "easier"))


def _draw_distance(lang: str, section: SectionScore, grade: Grade, formula: Formula) -> Bar:
    value, low, high = _find_distances(formula, grade)
    tone = _TONES[find_status(formula, grade)]
    caption = format_distance(value) if grade.fits else f"{format_distance(value)}, short"
    return Bar(name_section(section), lang, caption, value, low, high, tone, not grade.fits)


def _find_distances(formula: Formula, grade: Grade) -> tuple[float, float, float]:
    value, low, high = (
        formula.distance(value, formula.target)
        for value in (grade.value, grade.easiest, grade.hardest)
    )
    return value, low, high


def _draw_lengths(card: Scorecard) -> Markup | None:
    bars = []
    for section in card.sections:
        mean, longest = section.statistics.mean, section.statistics.longest
        if section.statistics.sentences:
            caption = f"{format_decimal(mean)}, longest {longest}"
            bars.append(
                Bar(name_section(section), card.lang, caption, mean, mean, longest, "plain")
            )
    if not bars:
        return None
    titles = _name_chart(
        "sections",
        card,
        "mean and longest sentence of each section",
        f"Lengths in {card.unit}; the limit is {card.limit}. The table below has all figures.",
    )
    return draw_bars(titles, bars, Axis(0, card.limit, f"limit {card.limit}", "", ""))


def draw_ratios(analysis: LanguageAnalysis) -> Markup | None:
    """How many words each section of a translation needs for 100 of its source."""
    card, comparison = analysis.card, analysis.comparison
    bars = []
    for section, part in zip(card.sections, comparison.sections, strict=True) if comparison else ():
        ratio = round(100 * part.length_ratio)
        if part.length_ratio:
            bars.append(
                Bar(name_section(section), card.lang, str(ratio), ratio, ratio, ratio, "plain")
            )
    if not bars:
        return None
    titles = _name_chart(
        "beside",
        card,
        "words for 100 words of the source, by section",
        f"From {min(bar.value for bar in bars):.0f} to {max(bar.value for bar in bars):.0f}; "
        "the table below has all figures.",
    )
    return draw_bars(titles, bars, Axis(0, 100, "100: as the source", "", ""))


def draw_trend(
    card: Scorecard, releases: Sequence[tuple[Release, LocaleStatistics]]
) -> Markup | None:
    """The grades of the last releases on the language's scale; nothing where there are none."""
    formula = card.formula
    if formula is None:
        return None
    graded = [
        Point(release.version, statistics.as_read)
        for release, statistics in releases
        if statistics.scale == formula.name and statistics.as_read is not None
    ]
    if not graded:
        return None
    points = graded[-MOST_RELEASES:]
    which = f"the last {len(points)} releases" if len(graded) > len(points) else "each release"
    first, last = (
        f"{format_decimal(each.value)} in {each.label}" for each in (points[0], points[-1])
    )
    way = f"From {first} to {last}" if len(points) > 1 else last
    titles = _name_chart(
        "past",
        card,
        f"{formula.title} of {which}",
        f"{way}; the target is {format_target(formula)}.",
    )
    target = f"level line: target {formula.target:g}"
    axis = Axis(0, formula.target, target, "", "higher up: easier")
    return draw_series(titles, _thin_labels(points), axis, formula.lower_is_easier)


def _thin_labels(points: Sequence[Point]) -> list[Point]:
    """Points of which as many keep their labels as a narrow screen has room for; the last does."""
    every = -(-len(points) // _MOST_LABELS)
    return [
        Point(shorten(point.label) if (len(points) - 1 - place) % every == 0 else "", point.value)
        for place, point in enumerate(points)
    ]
