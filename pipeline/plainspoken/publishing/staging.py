"""Put finished files into `dist/`: those of all locales together, or `dist/` stays as it was."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..config.project import Project
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from .artifacts import StagedFile

_STAGING = ".new"


@contextmanager
def open_staging(project: Project) -> Iterator[Path]:
    """A folder below `dist/` to make files in; nothing of it stays.

    Raises:
        OutputError: a file or folder cannot be written, or the disk is full.
    """
    folder = project.dist / _STAGING
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        yield folder
    except OSError as error:
        location = project.format_path(Path(error.filename)) if error.filename else "dist"
        hint = "Make room, or let the folder be written, and run the command again."
        reason = error.strerror or str(error)
        raise OutputError([Finding(location, 0, f"cannot be written: {reason}", hint)]) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_folders(project: Project, files: Sequence[StagedFile]) -> None:
    """Make the folders that files will stand in. Nothing is moved before all of them are there.

    Raises:
        OSError: a folder cannot be made, or stands where a file should.
    """
    for file in files:
        path = project.dist / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def find_similar(project: Project, names: Sequence[str]) -> tuple[str, ...]:
    """The files in `dist/` that have the folder and the ending of one of those named.

    Where no record tells what an earlier build made, these are taken to be its files.
    """
    paths = [project.dist / name for name in names]
    kinds = dict.fromkeys((path.parent, path.suffix) for path in paths if path.suffix)
    return tuple(
        path.relative_to(project.dist).as_posix()
        for folder, suffix in kinds
        for path in sorted(folder.iterdir())
        if path.suffix == suffix and path.is_file()
    )


def move_files(project: Project, files: Sequence[StagedFile]) -> None:
    """Move finished files into `dist/`, over those of earlier builds."""
    for file in files:
        file.path.replace(project.dist / file.name)


def remove_files(project: Project, names: Sequence[str]) -> None:
    """Remove files below `dist/`, and the folders that this leaves empty."""
    for name in names:
        path = project.dist / name
        if path.is_file() or path.is_symlink():
            path.unlink()
        with suppress(OSError):  # a folder that is not empty stays, and so do those above it
            for folder in path.relative_to(project.dist).parents[:-1]:
                (project.dist / folder).rmdir()
