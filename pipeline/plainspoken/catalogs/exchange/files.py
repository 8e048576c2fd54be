"""Files that come from elsewhere, and files for elsewhere: bytes in, bytes out, or one fault."""

from __future__ import annotations

import contextlib
from pathlib import Path

from ...errors import CatalogError, OutputError
from ...findings import Finding
from ...project import Project

LARGEST = 10_000_000
"""Bytes: a guide of 1,000 pages has 3 MB."""


def read_file(path: Path, project: Project) -> bytes:
    """The bytes of a file that a person names.

    Raises:
        CatalogError: it is not there, cannot be read, or is too large.
    """
    shown = shown_path(path, project)
    try:
        if path.stat().st_size > LARGEST:
            cure = "Ask for a file with the messages of this guide alone."
            raise CatalogError([Finding(shown, 0, "is larger than 10 MB", cure)])
        return path.read_bytes()
    except OSError as error:
        cure = "Name a file that is there, and that you may read."
        what = f"cannot be read: {error.strerror}"
        raise CatalogError([Finding(shown, 0, what, cure)]) from None


def write_file(path: Path, raw: bytes, project: Project) -> None:
    """Write a whole file, or leave what was there.

    Raises:
        OutputError: it cannot be written.
    """
    aside = path.with_name(path.name + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(raw)
        aside.replace(path)
    except OSError as error:
        cure = "Let the file and its folder be written, and run the command again."
        what = f"cannot be written: {error.strerror}"
        raise OutputError([Finding(shown_path(path, project), 0, what, cure)]) from error
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def shown_path(path: Path, project: Project) -> str:
    """A path as the person who named it knows it."""
    return project.shown(path.absolute()) if path.is_absolute() else path.as_posix()
