"""Draw how a language's grade went from release to release."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ..history import LocaleStatistics, Release
from ..score import Scorecard
from .charts import Axis, Point, Titles, draw_series, shorten
from .formatting import format_decimal, format_target, name_language

MOST_RELEASES = 6
"""A drawing shows so many releases; the table shows all."""
_MOST_LABELS = 3


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
    titles = Titles(
        f"past-{card.lang}",
        f"{name_language(card.lang)}: {formula.title} of {which}",
        f"From {format_decimal(points[0].value)} in {points[0].label} to "
        f"{format_decimal(points[-1].value)} in {points[-1].label}; "
        f"the target is {format_target(formula)}.",
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
