"""Read a file that came from elsewhere, within limits."""

from __future__ import annotations

from pathlib import Path

from ...config.project import Project
from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding

MAX_SIZE = 10_000_000
"""Bytes: a guide of 1,000 pages has 3 MB."""


def read_file(path: Path, project: Project) -> tuple[bytes, str]:
    """Read a file that a person names; give also its path as that person knows it.

    Raises:
        CatalogError: it is not there, cannot be read, or is too large.
    """
    file = project.format_path(path.absolute()) if path.is_absolute() else path.as_posix()
    try:
        if path.stat().st_size > MAX_SIZE:
            hint = "Ask for a file with the messages of this guide alone."
            raise CatalogError([Finding(file, 0, "is larger than 10 MB", hint)])
        return path.read_bytes(), file
    except OSError as error:
        hint = "Name a file that is there, and that you may read."
        message = f"cannot be read: {error.strerror}"
        raise CatalogError([Finding(file, 0, message, hint)]) from None
