"""Finished files go in; they stand in `dist/` all together, or `dist/` stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..config.project import Project
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from .build_state import sha256

_ASIDE = ".new"


@contextmanager
def staging(project: Project) -> Iterator[Path]:
    """A folder beside the editions to make them in; nothing of it stays.

    Raises:
        OutputError: the folder cannot be written, or the disk is full.
    """
    aside = project.dist / _ASIDE
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        yield aside
    except OSError as error:
        where = project.shown(Path(error.filename)) if error.filename else "dist"
        hint = "Make room, or let the folder be written, and run the command again."
        reason = error.strerror or str(error)
        raise OutputError([Finding(where, 0, f"cannot be written: {reason}", hint)]) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def publish(
    project: Project, aside: Path, lang: str, names: Sequence[str], patterns: Sequence[str]
) -> dict[str, str]:
    """Move a locale's files from the staging folder into `dist/`; give the SHA-256 of each.

    Files of these patterns that an older build left there, and this one did not make, go.
    """
    made = {name: sha256(aside / name) for name in names}
    for name in names:
        to = project.dist / name
        to.parent.mkdir(parents=True, exist_ok=True)
        (aside / name).replace(to)
    for pattern in patterns:
        for old in (project.dist / lang).glob(pattern):
            if old.relative_to(project.dist).as_posix() not in made:
                old.unlink()
    return made
