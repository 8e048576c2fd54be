"""The folder of the cache in which a build makes files, out of readers' sight."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..config.project import Project
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..interrupts import delay_interrupts
from ..real_folders import make_real_folder
from .folder_copy import remove_folder


@dataclass(frozen=True, slots=True)
class StagingFolder:
    """Where one build makes files."""

    path: Path

    @property
    def tree(self) -> Path:
        """All that `dist/` is to hold; after the exchange, what it held before."""
        return self.path / "dist"

    @property
    def aside(self) -> Path:
        """Where the old `dist/` is moved for a moment, if it cannot be exchanged."""
        return self.path / "old"

    def locate(self, lang: str, maker: str) -> Path:
        """The folder for all files that an edition makes of a locale."""
        return self.path / "made" / lang / maker

    def show(self, path: Path) -> str:
        """The name that a file has, or will have, below `dist/`: people are told this one."""
        match path.relative_to(self.path).parts:
            case ("dist", *rest):
                return "/".join(("dist", *rest))
            case ("made", lang, _, *rest):
                return "/".join(("dist", lang, *rest))
        return "dist"


@contextmanager
def open_staging(project: Project) -> Iterator[StagingFolder]:
    """A folder to make files in; nothing of it stays. Raises OutputError: a file or folder cannot
    be written, or the disk is full.
    """
    parent = _locate_parent(project)
    folder = None
    try:
        make_real_folder(parent, project.root)
        folder = StagingFolder(Path(tempfile.mkdtemp(dir=parent)))
        yield folder
    except OSError as error:
        location = "dist"
        if error.filename:
            path = Path(error.filename2 or error.filename)
            is_staged = folder and path.is_relative_to(folder.path)
            location = folder.show(path) if folder and is_staged else project.format_path(path)
        hint = "Make room, or let the folder be written, and run the command again."
        reason = error.strerror or str(error)
        raise OutputError([Finding(location, 0, f"cannot be written: {reason}", hint)]) from error
    finally:
        with delay_interrupts():
            remove_folder(parent)


def remove_leftovers(project: Project) -> None:
    """Remove what builds left that were killed. No other build may be running."""
    parent = _locate_parent(project)
    if not project.dist.exists():
        for folder in parent.glob("*"):
            with suppress(OSError):
                StagingFolder(folder).aside.rename(project.dist)
    remove_folder(parent)


def _locate_parent(project: Project) -> Path:
    return project.cache / "staging"
