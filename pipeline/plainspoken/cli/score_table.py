"""What `plainspoken score` says on a terminal: a table, what costs most, and an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..readability import Grade, TextStatistics
    from ..readability.analysis import LanguageAnalysis
    from ..readability.rules import Remark
    from ..readability.units import Unit

_MOST = 5
"""Remarks that are shown where not all are asked for."""


def show(lang: LanguageAnalysis, peer: float | None, in_full: bool) -> None:
    """Print one language: its figures by section, its targets, and what makes it hard."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    card = lang.card
    table = Table(title=_title(lang), box=SIMPLE_HEAD, title_justify="left")
    table.add_column("section", min_width=24)
    unit = card.unit
    for name in (unit, "sentences", "mean", "longest", f"over {card.limit}"):
        table.add_column(name, justify="right")
    for name in ("as read", "terms aside") if card.formula else ():
        table.add_column(name, justify="right")
    for each in card.sections:
        table.add_row(each.title, *_row(each.statistics, bool(card.formula)))
    table.add_section()
    table.add_row("whole, without the glossary", *_row(card.whole, bool(card.formula)))
    # Titles are the guide's words: no markup of ours, no names of signs.
    Console(soft_wrap=True, highlight=False, markup=False, emoji=False).print(table)
    for line in (*_lines(lang, peer), *_remark_lines(lang, in_full)):
        print(f"  {line}")
    print()


def brief(lang: LanguageAnalysis) -> Iterator[str]:
    """A language in a few lines: its figure, whether it meets its targets, and what costs most."""
    whole = lang.card.whole
    figure = f"as read {_reading(whole.as_read)}, " if lang.card.formula else ""
    yield f"{lang.card.lang}: {figure}{whole.mean:.1f} {lang.card.unit} a sentence"
    for finding in lang.missed_targets:
        yield f"  misses its target: {finding.message}"
    for remark in costliest(lang.open_remarks)[:_MOST]:
        for line in _remark(remark):
            yield f"  {line}"


def _title(lang: LanguageAnalysis) -> str:
    formula = lang.card.formula
    if formula is None:
        return f"{lang.card.lang}: no validated scale, so no figure"
    easier = "lower" if formula.lower_is_easier else "higher"
    return f"{lang.card.lang}: {formula.title} ({formula.evidence}); {easier} is easier"


def _row(figures: TextStatistics, graded: bool) -> list[str]:
    row = [
        str(figures.words),
        str(figures.sentences),
        f"{figures.mean:.1f}",
        str(figures.longest),
        str(figures.over),
    ]
    readings = (figures.as_read, figures.terms_aside) if graded else ()
    return [*row, *map(_reading, readings)]


def _reading(reading: Grade | None) -> str:
    if reading is None:
        return "–"
    # A figure of a text that is too short for its scale is told in brackets.
    return f"{reading.value:.1f}" if reading.fits else f"({reading.value:.1f})"


def _lines(lang: LanguageAnalysis, peer: float | None) -> Iterator[str]:
    card = lang.card
    left_out = ", ".join(f"{kind} {count}" for kind, count in card.left_out) or "nothing"
    yield f"words not counted: {left_out}"
    if card.whole.as_read and card.formula:
        low, high = sorted((card.whole.as_read.easiest, card.whole.as_read.hardest))
        yield f"as read, by any reasonable way of counting: {low:.1f} to {high:.1f}"
    for title, reading in card.whole.others:
        yield f"{title}: {reading.value:.1f}"
    if lang.comparison:
        whole = lang.comparison.whole
        yield f"beside the source: {whole.length_ratio:.2f} words for one of the source"
        if whole.grown:
            yield f"sentences over the limit whose source is not: {len(whole.grown)}"
    if peer is not None:
        yield f"textstat alone, on the bare text: {peer:.1f}"
    for finding in lang.missed_targets:
        yield f"misses its target: {finding.message}"
    if not lang.missed_targets:
        yield _unmissed(lang)
    for finding in lang.unused_suppressions:
        yield f"{finding.where}: {finding.message}. {finding.hint}"


def _unmissed(lang: LanguageAnalysis) -> str:
    """What can be said of a text that misses no target."""
    from ..config.project import Targets

    card, reading, targets = lang.card, lang.card.whole.as_read, lang.targets
    if not card.whole.words:
        return "has no words to count"
    if targets == Targets():
        return "has no targets"
    graded = targets.score is not None or targets.score_as_read is not None
    if graded and card.formula and reading and not reading.fits:
        least = f"{card.formula.least_words} words and {card.formula.least_sentences} sentences"
        return f"is too short to be judged: its scale needs {least}"
    return "meets its targets"


def _remark_lines(lang: LanguageAnalysis, in_full: bool) -> Iterator[str]:
    kinds = Counter(each.kind for each in lang.open_remarks)
    silenced = len(lang.remarks) - len(lang.open_remarks)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "none"
    yield f"remarks: {told}" + (f"; silenced: {silenced}" if silenced else "")
    shown = lang.open_remarks if in_full else costliest(lang.open_remarks)[:_MOST]
    for remark in shown:
        yield from _remark(remark)
    if len(shown) < len(lang.open_remarks):
        yield f"{len(lang.open_remarks) - len(shown)} more: plainspoken score --remarks"


def costliest(remarks: Sequence[Remark]) -> list[Remark]:
    """Remarks, those first whose cure changes the figure most."""
    return sorted(remarks, key=lambda each: (-_gain(each), each.kind != "long-sentence"))


def _gain(remark: Remark) -> float:
    return abs(remark.what_if.before - remark.what_if.after) if remark.what_if else 0.0


def _remark(remark: Remark) -> Iterator[str]:
    gain = remark.what_if
    figures = f" ({gain.before:.2f} → {gain.after:.2f})" if gain else ""
    yield f"{remark.finding.where}: {remark.kind}: {remark.finding.message}"
    yield f"    {remark.finding.detail[0]}"
    yield f"    {remark.finding.hint}{figures}"


def audit(lang: LanguageAnalysis) -> None:
    """Print every unit, whether it counts, and the syllables of each word with their origin."""
    from ..readability.counting_policy import is_counted

    for section in lang.tokenized.sections:
        print(f"{lang.card.lang}: {section.section.title}")
        for unit in section.units:
            state = "counted" if is_counted(unit.kind) else "left out"
            place = unit.place
            print(f"  {place.file}:{place.line} {unit.kind}, {state}, {len(unit.words)} words")
            print(f"    {' '.join(_audited(unit, lang))}")
        for kind, words in section.left_out:
            print(f"  never counted: {kind}, {words} words")


def _audited(unit: Unit, lang: LanguageAnalysis) -> Iterator[str]:
    syllables = lang.tokenized.syllables
    for word in unit.words:
        count = syllables.count(word.text) if syllables else None
        told = f"/{count.syllables}:{count.origin}" if count else ""
        yield f"{word.text}{told}{',term' if word.known else ''}"
