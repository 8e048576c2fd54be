"""Analyse a guide in its languages: one `Analysis` is behind the table, the JSON and the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..config.project import Project, Targets
from ..diagnostics.finding import Finding
from ..guide import Guide, ReviewNote
from ..workers import map_in_processes
from .checklists import Checklist, read_checklists
from .compare import Comparison, compare_scorecards
from .history import Release, read_history
from .rules import Remark, find_remarks, find_unused_suppressions
from .score import Scorecard, TokenizedGuide, build_scorecard, tokenize
from .targets import find_missed_targets


# Without slots, so that `LanguageAnalysis.tokenized` can be cached.
@dataclass(frozen=True)
class GuideAnalysis:
    """The part of an analysis that takes long: small enough to be sent between processes."""

    card: Scorecard
    remarks: tuple[Remark, ...]
    """Also those that a comment allows, with their reason."""
    unused_suppressions: tuple[Finding, ...]
    """Comments that allow nothing."""


@dataclass(frozen=True)
class LanguageAnalysis(GuideAnalysis):
    """What is known of one language of a guide."""

    guide: Guide
    targets: Targets
    missed_targets: tuple[Finding, ...]
    comparison: Comparison | None
    """With the source; None for the source itself."""

    @cached_property
    def tokenized(self) -> TokenizedGuide:
        """The guide's words and sentences."""
        return tokenize(self.guide)

    @property
    def open_remarks(self) -> tuple[Remark, ...]:
        """The remarks that no comment allows."""
        return tuple(remark for remark in self.remarks if not remark.reason)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A guide in the languages that were asked for, and what editors keep beside the text."""

    project: Project
    history: tuple[Release, ...]
    checklists: tuple[Checklist, ...]
    errors: tuple[Finding, ...]
    """What is wrong in the history or the checklists."""
    languages: tuple[LanguageAnalysis, ...] = ()
    """The source first where it is among them."""

    @property
    def review_notes(self) -> tuple[ReviewNote, ...]:
        """The notes for reviewers in the source, which every language of it has."""
        return self.languages[0].guide.review_notes if self.languages else ()


def read_records(project: Project) -> Analysis:
    """Read the records of releases and the checklists: an analysis without languages."""
    history, history_errors = read_history(project)
    checklists, checklist_errors = read_checklists(project)
    return Analysis(project, history, checklists, (*history_errors, *checklist_errors))


def analyse_guide(guide: Guide) -> GuideAnalysis:
    """Score a guide and find what makes its sentences hard."""
    tokenized = tokenize(guide)
    remarks = find_remarks(tokenized)
    unused = find_unused_suppressions(guide, remarks)
    return GuideAnalysis(build_scorecard(tokenized), tuple(remarks), tuple(unused))


def analyse(
    project: Project,
    guides: Mapping[str, Guide],
    source: Guide,
    records: Analysis | None = None,
    jobs: int = 1,
    get_source_analysis: Callable[[], GuideAnalysis] | None = None,
) -> Analysis:
    """Analyse a guide in some of its languages, in `jobs` processes; `records` are read where
    they are not given. `get_source_analysis` is called last, so that another process may work it
    out meanwhile.
    """
    translations = [guide for guide in guides.values() if guide.lang != source.lang]
    finished = map_in_processes(analyse_guide, translations, jobs)
    analyses = {analysis.card.lang: analysis for analysis in finished}
    source_analysis = get_source_analysis() if get_source_analysis else analyse_guide(source)
    languages = tuple(
        _complete(project, guide, analyses.get(guide.lang, source_analysis), source_analysis)
        for guide in guides.values()
    )
    return replace(records or read_records(project), languages=languages)


def _complete(
    project: Project, guide: Guide, analysis: GuideAnalysis, source: GuideAnalysis
) -> LanguageAnalysis:
    targets = project.find_locale(guide.lang).targets
    is_source = analysis is source
    return LanguageAnalysis(
        analysis.card,
        analysis.remarks,
        analysis.unused_suppressions,
        guide=guide,
        targets=targets,
        missed_targets=tuple(find_missed_targets(analysis.card, targets)),
        comparison=None if is_source else compare_scorecards(source.card, analysis.card),
    )
