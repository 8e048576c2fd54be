"""A small complete guide, as files, for those who begin one. `write_starter` copies it."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding

_FOLDER = Path(__file__).parent
_RENAMED = {"gitignore": ".gitignore"}
"""Some names mean something where the package itself is kept."""


def write_starter(folder: Path) -> list[Path]:
    """Write the guide into a folder that is not there yet, or is empty; give its files.

    Raises:
        OutputError: the folder holds something, or cannot be written.
    """
    shown = folder.as_posix()
    try:
        if folder.is_dir() and any(folder.iterdir()):
            hint = "Name a folder that is not there yet."
            raise OutputError([Finding(shown, 0, "the folder is not empty", hint)])
        return [_copy(name, folder) for name in _names()]
    except OSError as error:
        hint = "Name a folder that you may write."
        what = f"cannot be written: {error.strerror}"
        raise OutputError([Finding(shown, 0, what, hint)]) from error


def _names() -> list[Path]:
    files = (path.relative_to(_FOLDER) for path in _FOLDER.rglob("*") if path.is_file())
    return sorted(name for name in files if name.suffix not in (".py", ".pyc"))


def _copy(name: Path, folder: Path) -> Path:
    to = folder / name.with_name(_RENAMED.get(name.name, name.name))
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_FOLDER / name, to)
    return to
