"""Releases go in; how each language's figure went over time comes out, as a line and a table."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis import Analysis, LanguageAnalysis
from ..formulas import Formula
from ..history import LocaleStatistics, Release
from . import summary
from .charts import Axis, Point, Titles, series, short
from .formatting import figure, language, whole
from .markup import Html, joined, tag
from .tables import Column, behind, table

MOST = 6
"""A drawing shows so many releases; the table shows all."""
_LABELS = 3
_COLUMNS = (
    Column("Version"),
    Column("Date"),
    Column("As read", True),
    Column("Known terms aside", True),
    Column("Words", True),
    Column("Mean length", True),
    Column("Longest", True),
    Column("Over the limit", True),
    Column("Open remarks", True),
)


def past(examination: Analysis) -> Html:
    """The history of each language; words where nothing was recorded."""
    if not examination.history:
        return tag(
            "p", "No release is recorded yet. ", tag("code", "plainspoken score --record"),
            " keeps the figures of the present version, so that the next one can be set beside it.",
        )  # fmt: skip
    return joined(_one(each, examination.history) for each in examination.languages)


def _one(each: LanguageAnalysis, history: Sequence[Release]) -> Html:
    lang = each.card.lang
    own = [(release, release.locales[lang]) for release in history if lang in release.locales]
    name = language(lang)
    if not own:
        return joined([tag("h3", name), tag("p", "No recorded release has this language.")])
    return joined([
        tag("h3", name),
        _drawing(lang, each.card.formula, own),
        behind(f"{name}: the numbers behind the chart", _table(name, own)),
    ])  # fmt: skip


def _drawing(
    lang: str, formula: Formula | None, own: Sequence[tuple[Release, LocaleStatistics]]
) -> Html:
    if formula is None:
        return tag("p", "No validated scale, so no line: the table has lengths and counts.")
    read = [
        Point(release.version, figures.as_read)
        for release, figures in own
        if figures.scale == formula.name and figures.as_read is not None
    ]
    if not read:
        return tag("p", f"No recorded release was read on the {formula.title}.")
    shown = read[-MOST:]
    titles = Titles(
        f"past-{lang}",
        f"{language(lang)}: {formula.title} of the last {len(shown)} releases"
        if len(read) > MOST else f"{language(lang)}: {formula.title} of each release",
        f"From {figure(shown[0].value)} in {shown[0].label} to {figure(shown[-1].value)} in "
        f"{shown[-1].label}; the target is {summary.target(formula)}.",
    )  # fmt: skip
    shown = _labelled(shown)
    axis = Axis(
        0, formula.target, f"level line: target {formula.target:g}", "", "higher up: easier"
    )
    return series(titles, shown, axis, formula.lower_is_easier)


def _labelled(points: Sequence[Point]) -> list[Point]:
    """Points of which as many keep their labels as a narrow screen has room for; the last does."""
    every = -(-len(points) // _LABELS)
    return [
        Point(short(point.label) if (len(points) - 1 - place) % every == 0 else "", point.value)
        for place, point in enumerate(points)
    ]


def _table(name: str, own: Sequence[tuple[Release, LocaleStatistics]]) -> Html:
    rows = [
        (
            release.version,
            release.date.isoformat(),
            figure(figures.as_read),
            figure(figures.terms_aside),
            whole(figures.words),
            figure(figures.mean),
            whole(figures.longest),
            whole(figures.over),
            whole(figures.remarks),
        )
        for release, figures in own
    ]
    return table(f"{name}: every recorded release", _COLUMNS, rows)
