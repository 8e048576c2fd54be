"""Prepare what the templates show of each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...guide import Block
from ..analysis import LanguageAnalysis
from ..compare import Comparison, SectionComparison, target_distance
from ..formulas import Formula
from ..history import LocaleStatistics, Release
from ..rules import Remark
from ..score import Scorecard, SectionScore
from ..units import find_labels
from .charts import draw_strip
from .formatting import name_language
from .language_charts import (
    Status,
    draw_ratios,
    draw_sections,
    draw_standing,
    draw_trend,
    find_status,
)
from .sentences import (
    HardSentence,
    NumberedRemark,
    SentenceView,
    find_long_word,
    rank_sentences,
    view_sentences,
)


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section of a language."""

    score: SectionScore
    blocks: tuple[Block, ...]
    """The labels of its pictures are the last."""
    strip: Markup
    """Its sentences, by length."""
    remarks: tuple[NumberedRemark, ...]
    distance: float | None
    """On the easy side of the target."""
    comparison: SectionComparison | None
    """Beside the source."""


@dataclass(frozen=True, slots=True)
class LanguageView:
    """One language of the report. A chart is None where there is nothing to draw."""

    analysis: LanguageAnalysis
    card: Scorecard
    comparison: Comparison | None
    """Beside the source; None for the source itself."""
    formulas: tuple[Formula, ...]
    """Its accepted scales."""
    allowed_remarks: tuple[Remark, ...]
    """The remarks that a comment allows."""
    uncounted: Mapping[str, int]
    """How many words were not counted, by their kind."""
    name: str
    """In English."""
    status: Status
    limits: str
    """What the guide itself asks of the language."""
    unexplained: float
    """Terms that it does not explain, in 100 words."""
    distance: float | None
    """Of the whole on the easy side of the target."""
    sections: tuple[SectionView, ...]
    sentences: Mapping[str, SentenceView]
    """By id."""
    hardest: tuple[HardSentence, ...]
    long_word: int
    """Syllables that make a word a long one; 0 where no scale is accepted."""
    tables: Mapping[str, int]
    """The number of each table of the text, by the id of its block: tables have no names."""
    releases: tuple[tuple[Release, LocaleStatistics], ...]
    """Those that have the language, the oldest first."""
    gauge: Markup | None
    chart: Markup | None
    ratio_chart: Markup | None
    trend_chart: Markup | None


def view_language(analysis: LanguageAnalysis, history: Sequence[Release]) -> LanguageView:
    """Prepare all that is shown of a language."""
    card = analysis.card
    sentences = view_sentences(analysis)
    releases = tuple(
        (release, release.locales[card.lang]) for release in history if card.lang in release.locales
    )
    return LanguageView(
        analysis=analysis,
        card=card,
        comparison=analysis.comparison,
        formulas=analysis.tokenized.formulas,
        allowed_remarks=tuple(remark for remark in analysis.remarks if remark.reason),
        uncounted=dict(card.left_out),
        name=name_language(card.lang),
        status=find_status(card.formula, card.whole.as_read),
        limits=_describe_limits(analysis),
        unexplained=_rate_unexplained(analysis),
        distance=target_distance(card, card.whole),
        sections=tuple(_view_sections(analysis, sentences)),
        sentences=sentences,
        hardest=rank_sentences(analysis, sentences),
        long_word=find_long_word(analysis),
        tables=_number_tables(analysis),
        releases=releases,
        gauge=draw_standing(card),
        chart=draw_sections(card),
        ratio_chart=draw_ratios(analysis),
        trend_chart=draw_trend(card, releases),
    )


def _view_sections(
    analysis: LanguageAnalysis, sentences: Mapping[str, SentenceView]
) -> Iterator[SectionView]:
    comparison = analysis.comparison
    for place, section in enumerate(analysis.guide.sections):
        score = analysis.card.sections[place]
        labels = find_labels(section, analysis.guide)
        views = [
            sentences[sentence.id]
            for block in (*section.leaves(), *labels)
            for sentence in block.sentences
        ]
        yield SectionView(
            score=score,
            blocks=(*section.blocks, *labels),
            strip=draw_strip(
                [(view.words, view.step) for view in views if view.is_first and view.words]
            ),
            remarks=tuple(remark for view in views for remark in view.remarks),
            distance=target_distance(analysis.card, score.statistics),
            comparison=comparison.sections[place] if comparison else None,
        )


def _number_tables(analysis: LanguageAnalysis) -> dict[str, int]:
    blocks = (block for section in analysis.guide.sections for block in section.iter_blocks())
    tables = (block.id for block in blocks if block.kind == "table")
    return {block: number for number, block in enumerate(tables, 1)}


def _rate_unexplained(analysis: LanguageAnalysis) -> float:
    terms = sum(remark.kind == "unexplained-term" for remark in analysis.open_remarks)
    words = analysis.card.whole.words
    return 100 * terms / words if words else 0.0


def _describe_limits(analysis: LanguageAnalysis) -> str:
    targets, formula = analysis.targets, analysis.card.formula
    bound = "at least" if formula and not formula.lower_is_easier else "at most"
    limits = (
        (f"as read {bound} {{:g}}", targets.score_as_read),
        (f"known terms aside {bound} {{:g}}", targets.score),
        (f"at most {{:g}} {analysis.card.unit} in a sentence on average", targets.sentence_words),
    )
    return ", ".join(words.format(value) for words, value in limits if value is not None)
