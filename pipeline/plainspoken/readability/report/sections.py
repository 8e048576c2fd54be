"""One language goes in; its sections come out as a chart, with the numbers behind it.

On a scale, bars show how far each section is from the target. Without one, they show how long its
sentences are.
"""

from __future__ import annotations

from ..analysis import LanguageAnalysis
from ..compare import target_distance
from ..formulas import Formula
from ..score import Grade, Scorecard, SectionScore
from . import summary
from .charts import Axis, Bar, Titles, bars
from .formatting import NOTHING, band, figure, language, many, side, whole
from .markup import Html, joined, said, tag
from .overview import TONES
from .tables import Column, behind, table

_COLUMNS = (
    Column("Section"),
    Column("Words", True),
    Column("Sentences", True),
    Column("Mean length", True),
    Column("Longest", True),
    Column("Over the limit", True),
    Column("As read", True),
    Column("Band", True),
    Column("Known terms aside", True),
    Column("From the target"),
)


def chart(each: LanguageAnalysis) -> Html:
    """The chart of one language, its key, and the table behind it."""
    card = each.card
    drawn = _distances(card, card.formula) if card.formula else _lengths(card)
    numbers = _table(card)
    name = f"{language(card.lang)}: the numbers behind the chart"
    return joined([tag("p", _key(card)), drawn, behind(name, numbers)])


def _key(card: Scorecard) -> str:
    if card.formula is None:
        return (
            f"There is no validated scale. Each bar is the mean length of a section's sentences in "
            f"{card.unit}; the thin line reaches to the longest. The upright line is the limit of "
            f"{card.limit}."
        )
    return (
        "Each bar is the distance of a section from the target, "
        f"{summary.target(card.formula)} on the {card.formula.title}. The thin line through its "
        "end is the band: what other ways of counting give. A pale bar with a dashed "
        "edge is a section too short for the scale."
    )


def _distances(card: Scorecard, formula: Formula) -> str:
    read = [
        (section, section.figures.as_read)
        for section in card.sections
        if section.figures.as_read is not None
    ]
    if not read:
        return tag("p", "There is no text to count.")
    beyond = sum(summary.status(formula, each) in ("easy", "edge") for _, each in read)
    titles = Titles(
        f"sections-{card.lang}",
        f"{language(card.lang)}: distance of each section from the target",
        f"{beyond} of {many(len(read), 'section')} reach the target in some way of counting. "
        "The table below has all figures.",
    )
    rows = [_bar(card.lang, section, reading, formula) for section, reading in read]
    return bars(titles, rows, Axis(0, 0, f"target {formula.target:g}", "harder", "easier"))


def _bar(lang: str, section: SectionScore, reading: Grade, formula: Formula) -> Bar:
    value, low, high = (
        formula.distance(each, formula.target)
        for each in (reading.value, reading.easiest, reading.hardest)
    )
    tone = TONES[summary.status(formula, reading)]
    shown = side(value) if reading.fits else f"{side(value)}, short"
    return Bar(name_of(section), lang, shown, value, low, high, tone, not reading.fits)


def _lengths(card: Scorecard) -> str:
    rows = [
        Bar(name_of(section), card.lang, f"{figure(section.figures.mean)}, longest "
            f"{section.figures.longest}", section.figures.mean, section.figures.mean,
            section.figures.longest, "plain")
        for section in card.sections
        if section.figures.sentences
    ]  # fmt: skip
    if not rows:
        return tag("p", "There is no text to count.")
    titles = Titles(
        f"sections-{card.lang}",
        f"{language(card.lang)}: mean and longest sentence of each section",
        f"Lengths in {card.unit}; the limit is {card.limit}. The table below has all figures.",
    )
    return bars(titles, rows, Axis(0, card.limit, f"limit {card.limit}", "", ""))


def _table(card: Scorecard) -> Html:
    rows = [_row(card, each) for each in card.sections]
    whole_text = SectionScore("", "body", "Whole, without the glossary", card.whole)
    return table(
        f"{language(card.lang)}: every section in numbers",
        _COLUMNS,
        [*rows, ("Whole, without the glossary", *_row(card, whole_text)[1:])],
    )


def _row(card: Scorecard, section: SectionScore) -> tuple[str, ...]:
    figures = section.figures
    return (
        title_of(card, section),
        whole(figures.words),
        whole(figures.sentences),
        figure(figures.mean),
        whole(figures.longest),
        whole(figures.over),
        _figure(figures.as_read),
        band(figures.as_read) if figures.as_read else NOTHING,
        _figure(figures.terms_aside),
        side(target_distance(card, section)),
    )


def name_of(section: SectionScore) -> str:
    """A section's title; the glossary has none but what the report calls it."""
    return "Glossary" if section.role == "glossary" else section.title


def title_of(card: Scorecard, section: SectionScore) -> Html:
    """A section's title, in its language."""
    return said(name_of(section), "en" if section.role == "glossary" else card.lang)


def _figure(reading: Grade | None) -> str:
    if reading is None:
        return NOTHING
    return figure(reading.value) if reading.fits else f"{figure(reading.value)}, short"
