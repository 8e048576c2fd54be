"""What people are told of a build: for each locale its files and its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..config.project import Project
from ..narration import Narration
from ..readability import score
from .artifacts import SOUND, StagedFile
from .build_state import Record
from .inputs import EditionInputs


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One file of an edition. The fields are keys of the command's JSON."""

    file: str
    """Path below `dist/`, with forward slashes."""
    bytes: int


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of one locale. The fields are keys of the command's JSON."""

    locale: str
    files: tuple[EditionFile, ...]
    """The files of its editions; none where only sound was made."""
    seconds: float
    tracks: int
    score: float | None
    """Known terms set aside, on the language's own scale."""
    scale: str
    untranslated: int
    """Blocks that stand in the source's language."""
    draft: bool
    """A clinician, or for a translation a qualified translator, has not reviewed it."""
    critical_open: int
    """Doses, warnings and contacts that are not translated or not reviewed."""
    check_errors: int
    """Errors that checks find in its translation."""
    without_voice: tuple[str, ...]
    """Languages that no voice speaks: the edition is text only."""
    unchanged: bool = False


def restore_result(record: Record) -> BuildResult:
    """The result of a build whose files still stand."""
    summary = dict(record.summary)
    files = tuple(EditionFile(**entry) for entry in summary.pop("files"))
    langs = tuple(summary.pop("without_voice"))
    return BuildResult(**{**summary, "files": files, "without_voice": langs, "unchanged": True})


def summarize(
    inputs: EditionInputs,
    narration: Narration,
    project: Project,
    files: Sequence[StagedFile],
    check_errors: int,
) -> BuildResult:
    """The result of a locale whose files are made.

    `inputs` holds the guide without what editions say of themselves: that is not scored.
    """
    locale = inputs.locale
    card = score(inputs.guide)
    return BuildResult(
        locale=locale.lang,
        files=tuple(
            EditionFile(file.name, file.path.stat().st_size)
            for file in files
            if file.made_by != SOUND
        ),
        seconds=round(narration.seconds, 3),
        tracks=len(narration.tracks),
        score=card.whole.terms_aside.value if card.whole.terms_aside else None,
        scale=card.formula.title if card.formula else "",
        untranslated=_count_untranslated(inputs),
        draft=project.is_draft(locale),
        critical_open=len(inputs.open_findings),
        check_errors=check_errors,
        without_voice=narration.unspoken,
    )


def _count_untranslated(inputs: EditionInputs) -> int:
    lang = inputs.locale.lang
    return sum(
        block.lang != lang for section in inputs.guide.sections for block in section.leaves()
    )
