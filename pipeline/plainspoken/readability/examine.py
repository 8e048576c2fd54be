"""Guides in all their languages go in; all that is known of their readability comes out.

It is the one record behind the table on the terminal, the JSON file and the report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..guide import Guide
from ..project import Project
from .checklists import Checklist, read_checklists
from .compare import Comparison, compare
from .history import Release, read_history
from .remarks import CHECKS, Remark, remarks
from .remarks.gather import silences_nothing
from .score import Counts, Scorecard, count, misses, scorecard


@dataclass(frozen=True, slots=True)
class Examined:
    """One language of a guide."""

    guide: Guide
    counts: Counts
    card: Scorecard
    remarks: tuple[Remark, ...]
    """Those that were silenced as well, with their reason."""
    missed: tuple[Finding, ...]
    """The targets that it misses."""
    comparison: Comparison | None
    """Beside the source; none for the source itself."""
    stray: tuple[Finding, ...]
    """Comments that silence nothing."""

    @property
    def open(self) -> tuple[Remark, ...]:
        """The remarks that nobody silenced."""
        return tuple(each for each in self.remarks if not each.reason)


@dataclass(frozen=True, slots=True)
class Examination:
    """A guide in all its languages, the source first where it was asked for."""

    project: Project
    languages: tuple[Examined, ...]
    history: tuple[Release, ...]
    checklists: tuple[Checklist, ...]
    faults: tuple[Finding, ...]
    """What is wrong in the history or the checklists."""


def examine(project: Project, guides: Mapping[str, Guide], source: Guide) -> Examination:
    """Look at a guide in some of its languages; `source` is the guide in its own."""
    original = count(source)
    card = scorecard(original)
    history, history_faults = read_history(project)
    checklists, checklist_faults = read_checklists(project)
    return Examination(
        project,
        tuple(_examined(project, guide, original, card) for guide in guides.values()),
        history,
        checklists,
        (*history_faults, *checklist_faults),
    )


def _examined(project: Project, guide: Guide, original: Counts, card: Scorecard) -> Examined:
    is_source = guide.lang == guide.source_lang
    counts = original if is_source else count(guide)
    own = card if is_source else scorecard(counts)
    found: Sequence[Remark] = remarks(counts)
    return Examined(
        guide,
        counts,
        own,
        tuple(found),
        tuple(misses(own, project.locale(guide.lang).targets)),
        None if is_source else compare(original, card, counts, own),
        tuple(silences_nothing(guide, found, CHECKS)),
    )
