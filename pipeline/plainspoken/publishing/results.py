"""What people are told of a build: for each locale its files and its state."""

from __future__ import annotations

from dataclasses import dataclass

from .build_state import Record


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
