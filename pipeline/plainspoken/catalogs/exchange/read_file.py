"""A file that comes from elsewhere goes in; its bytes come out, or one fault."""

from __future__ import annotations

from pathlib import Path

from ...config.project import Project
from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding

LARGEST = 10_000_000
"""Bytes: a guide of 1,000 pages has 3 MB."""


def read_file(path: Path, project: Project) -> bytes:
    """The bytes of a file that a person names.

    Raises:
        CatalogError: it is not there, cannot be read, or is too large.
    """
    shown = format_path(path, project)
    try:
        if path.stat().st_size > LARGEST:
            hint = "Ask for a file with the messages of this guide alone."
            raise CatalogError([Finding(shown, 0, "is larger than 10 MB", hint)])
        return path.read_bytes()
    except OSError as error:
        hint = "Name a file that is there, and that you may read."
        what = f"cannot be read: {error.strerror}"
        raise CatalogError([Finding(shown, 0, what, hint)]) from None


def format_path(path: Path, project: Project) -> str:
    """A path as the person who named it knows it."""
    return project.shown(path.absolute()) if path.is_absolute() else path.as_posix()
