"""Guides in all their languages go in; all that is known of their readability comes out.

It is the one record behind the table on the terminal, the JSON file and the report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..config.project import Project, Targets
from ..diagnostics.finding import Finding
from ..guide import Guide
from ..workers import map_in_processes
from .checklists import Checklist, read_checklists
from .compare import Comparison, compare_scorecards
from .history import Release, read_history
from .rules import Remark, find_remarks, find_unused_suppressions
from .score import Scorecard, TokenizedGuide, build_scorecard, tokenize
from .targets import find_missed_targets


# Without slots, so that its counts are kept once somebody asked for them.
@dataclass(frozen=True)
class LanguageAnalysis:
    """One language of a guide."""

    guide: Guide
    card: Scorecard
    remarks: tuple[Remark, ...]
    """Those that were silenced as well, with their reason."""
    targets: Targets
    missed_targets: tuple[Finding, ...]
    """The targets that it misses."""
    comparison: Comparison | None
    """Beside the source; none for the source itself."""
    unused_suppressions: tuple[Finding, ...]
    """Comments that silence nothing."""

    @cached_property
    def counts(self) -> TokenizedGuide:
        """The guide, taken apart."""
        return tokenize(self.guide)

    @property
    def open_remarks(self) -> tuple[Remark, ...]:
        """The remarks that nobody silenced."""
        return tuple(each for each in self.remarks if not each.reason)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A guide in all its languages, the source first where it was asked for."""

    project: Project
    languages: tuple[LanguageAnalysis, ...]
    history: tuple[Release, ...]
    checklists: tuple[Checklist, ...]
    errors: tuple[Finding, ...]
    """What is wrong in the history or the checklists."""


@dataclass(frozen=True, slots=True)
class EditorialRecords:
    """What editors keep beside the text."""

    history: tuple[Release, ...]
    checklists: tuple[Checklist, ...]
    errors: tuple[Finding, ...]


def read_records(project: Project) -> EditorialRecords:
    """The records of releases and the checklists, and what is wrong in them."""
    history, errors = read_history(project)
    checklists, more = read_checklists(project)
    return EditorialRecords(history, checklists, (*errors, *more))


@dataclass(frozen=True, slots=True)
class GuideAnalysis:
    """What takes long to work out of a guide: small enough to come from another process."""

    card: Scorecard
    remarks: tuple[Remark, ...]
    unused_suppressions: tuple[Finding, ...]


def analyse_guide(guide: Guide) -> GuideAnalysis:
    """Score a guide and remark on its sentences."""
    counts = tokenize(guide)
    found = find_remarks(counts)
    stray = find_unused_suppressions(guide, found)
    return GuideAnalysis(build_scorecard(counts), tuple(found), tuple(stray))


def analyse(
    project: Project,
    guides: Mapping[str, Guide],
    source: Guide,
    kept: EditorialRecords | None = None,
    jobs: int = 1,
    assessed: Callable[[], GuideAnalysis] | None = None,
) -> Analysis:
    """Look at a guide in some of its languages, in `jobs` processes.

    `source` is the guide in its own language; `kept` is read where it was not yet. `assessed`
    gives what `assess` says of the source; it is asked last, so that another process may work it
    out meanwhile.
    """
    others = [guide for guide in guides.values() if guide.lang != source.lang]
    found = {each.card.lang: each for each in map_in_processes(analyse_guide, others, jobs)}
    original = assessed() if assessed else analyse_guide(source)
    kept = kept or read_records(project)
    return Analysis(
        project,
        tuple(
            _examined(project, guide, found.get(guide.lang, original), original)
            for guide in guides.values()
        ),
        kept.history,
        kept.checklists,
        kept.errors,
    )


def _examined(
    project: Project, guide: Guide, own: GuideAnalysis, original: GuideAnalysis
) -> LanguageAnalysis:
    targets = project.locale(guide.lang).targets
    return LanguageAnalysis(
        guide,
        own.card,
        own.remarks,
        targets,
        tuple(find_missed_targets(own.card, targets)),
        None if own is original else compare_scorecards(original.card, own.card),
        own.unused_suppressions,
    )
