"""Print a scored language on a terminal: a table, what costs most, and an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..diagnostics.visible_text import shorten, show_hidden
from .table import print_rendered

if TYPE_CHECKING:
    from ..readability.analysis import LanguageAnalysis
    from ..readability.rules import Remark
    from ..readability.score import Grade, TextStatistics
    from ..readability.units import Unit

_MOST_REMARKS = 5


def print_language(language: LanguageAnalysis, textstat: float | None, in_full: bool) -> None:
    """Print a language: its grades by section, its targets, and what makes it hard."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from ..readability.units import name_whole

    card = language.card
    is_graded = bool(card.formula)
    table = Table(title=_title(language), box=SIMPLE_HEAD, title_justify="left")
    table.add_column("section", min_width=24)
    for name in (card.unit, "sentences", "mean", "longest", f"over {card.limit}"):
        table.add_column(name, justify="right")
    for name in ("as read", "terms aside") if is_graded else ():
        table.add_column(name, justify="right")
    for section in card.sections:
        table.add_row(
            shorten(show_hidden(section.title)), *_format_row(section.statistics, is_graded)
        )
    table.add_section()
    title = name_whole(section.role for section in card.sections).lower()
    table.add_row(title, *_format_row(card.whole, is_graded))
    # Titles are the guide's words: no markup of ours, no names of signs.
    print_rendered(Console(soft_wrap=True, highlight=False, markup=False, emoji=False), table)
    for line in (*_describe_whole(language, textstat), *_describe_remarks(language, in_full)):
        print(f"  {show_hidden(line)}")
    print()


def summarise(language: LanguageAnalysis) -> Iterator[str]:
    """A language in a few lines: its grade, whether it meets its targets, and what costs most."""
    card, whole = language.card, language.card.whole
    grade = f"as read {_format_grade(whole.as_read)}, " if card.formula else ""
    yield f"{card.lang}: {grade}{whole.mean:.1f} {card.unit} a sentence"
    for finding in language.missed_targets:
        yield f"  misses its target: {finding.message}"
    for remark in rank_remarks(language.open_remarks)[:_MOST_REMARKS]:
        for line in _describe_remark(remark):
            yield f"  {show_hidden(line)}"


def _title(language: LanguageAnalysis) -> str:
    formula = language.card.formula
    if formula is None:
        return f"{language.card.lang}: no validated scale, so no figure"
    easier = "lower" if formula.lower_is_easier else "higher"
    return f"{language.card.lang}: {formula.title} ({formula.evidence}); {easier} is easier"


def _format_row(statistics: TextStatistics, is_graded: bool) -> list[str]:
    row = [
        str(statistics.words),
        str(statistics.sentences),
        f"{statistics.mean:.1f}",
        str(statistics.longest),
        str(statistics.over),
    ]
    if is_graded:
        row += [_format_grade(statistics.as_read), _format_grade(statistics.terms_aside)]
    return row


def _format_grade(grade: Grade | None) -> str:
    if grade is None:
        return "–"
    # The grade of a text that is too short for its scale stands in brackets.
    value = f"{grade.value:z.1f}"
    return value if grade.fits else f"({value})"


def _describe_whole(language: LanguageAnalysis, textstat: float | None) -> Iterator[str]:
    card, whole = language.card, language.card.whole
    left_out = ", ".join(f"{kind} {count}" for kind, count in card.left_out) or "nothing"
    yield f"words not counted: {left_out}"
    if whole.as_read and card.formula:
        low, high = sorted((whole.as_read.easiest, whole.as_read.hardest))
        yield f"as read, by any reasonable way of counting: {low:z.1f} to {high:z.1f}"
    for title, grade in whole.others:
        yield f"{title}: {grade.value:z.1f}"
    if language.comparison:
        comparison = language.comparison.whole
        yield f"beside the source: {comparison.length_ratio:.2f} words for one of the source"
        if comparison.grown:
            yield f"sentences over the limit whose source is not: {len(comparison.grown)}"
    if textstat is not None:
        yield f"textstat alone, on the bare text: {textstat:.1f}"
    for finding in language.missed_targets:
        yield f"misses its target: {finding.message}"
    if not language.missed_targets:
        yield _describe_targets(language)
    for finding in language.unused_suppressions:
        yield f"{finding.location}: {finding.message}. {finding.hint}"


def _describe_targets(language: LanguageAnalysis) -> str:
    from ..config.project import Targets

    card, grade, targets = language.card, language.card.whole.as_read, language.targets
    if not card.whole.words:
        return "has no words to count"
    if targets == Targets():
        return "has no targets"
    has_grade_target = targets.score is not None or targets.score_as_read is not None
    if has_grade_target and card.formula and grade and not grade.fits:
        least = f"{card.formula.least_words} words and {card.formula.least_sentences} sentences"
        return f"is too short to be judged: its scale needs {least}"
    return "meets its targets"


def _describe_remarks(language: LanguageAnalysis, in_full: bool) -> Iterator[str]:
    open_remarks = language.open_remarks
    kinds = Counter(remark.kind for remark in open_remarks)
    silenced = len(language.remarks) - len(open_remarks)
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "none"
    yield f"remarks: {counts}" + (f"; silenced: {silenced}" if silenced else "")
    printed = open_remarks if in_full else rank_remarks(open_remarks)[:_MOST_REMARKS]
    for remark in printed:
        yield from _describe_remark(remark)
    if len(printed) < len(open_remarks):
        yield f"{len(open_remarks) - len(printed)} more: plainspoken score --remarks"


def rank_remarks(remarks: Sequence[Remark]) -> list[Remark]:
    """Remarks, those first whose hint changes the grade most."""
    return sorted(remarks, key=lambda remark: (-_gain(remark), remark.kind != "long-sentence"))


def _gain(remark: Remark) -> float:
    return abs(remark.what_if.before - remark.what_if.after) if remark.what_if else 0.0


def _describe_remark(remark: Remark) -> Iterator[str]:
    change = remark.what_if
    grades = f" ({change.before:.2f} → {change.after:.2f})" if change else ""
    yield f"{remark.finding.location}: {remark.kind}: {remark.finding.message}"
    yield f"    {remark.finding.shown_detail[0]}"
    yield f"    {remark.finding.hint}{grades}"


def print_audit(language: LanguageAnalysis) -> None:
    """Print every unit, whether it counts, and the syllables of each word with their origin."""
    from ..readability.counting_policy import is_counted

    scores = language.card.sections
    for section, score in zip(language.tokenized.sections, scores, strict=True):
        print(f"{language.card.lang}: {show_hidden(score.title)}")
        for unit in section.units:
            state = "counted" if is_counted(unit.kind) else "left out"
            place = unit.place
            print(f"  {place.file}:{place.line} {unit.kind}, {state}, {len(unit.words)} words")
            print(f"    {show_hidden(' '.join(_audit_words(unit, language)))}")
        for kind, words in section.left_out:
            print(f"  never counted: {kind}, {words} words")


def _audit_words(unit: Unit, language: LanguageAnalysis) -> Iterator[str]:
    syllables = language.tokenized.syllables
    for word in unit.words:
        count = syllables.count(word.text) if syllables else None
        spoken = f"/{count.syllables}:{count.origin}" if count else ""
        yield f"{word.text}{spoken}{',term' if word.known else ''}"
