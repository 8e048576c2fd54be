"""The files of a small complete guide to begin with; `write_starter` copies them."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..interrupts import delay_interrupts

_FOLDER = Path(__file__).parent
_RENAMED = {"gitignore": ".gitignore"}
"""A `.gitignore` in the package itself would hide its files from git."""


def write_starter(folder: Path) -> list[Path]:
    """Write the guide's files. Raises OutputError: the folder is not empty or not writable."""
    shown = folder.as_posix()
    try:
        if folder.is_dir() and any(folder.iterdir()):
            hint = "Name a folder that is not there yet."
            raise OutputError([Finding(shown, 0, "the folder is not empty", hint)])
        names = sorted(path.relative_to(_FOLDER) for path in _FOLDER.rglob("*") if path.is_file())
        with delay_interrupts():
            return [_copy(name, folder) for name in names if name.suffix not in (".py", ".pyc")]
    except OSError as error:
        hint = "Name a folder that you may write."
        message = f"cannot be written: {error.strerror}"
        raise OutputError([Finding(shown, 0, message, hint)]) from error


def _copy(name: Path, folder: Path) -> Path:
    target = folder / name.with_name(_RENAMED.get(name.name, name.name))
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_FOLDER / name, target)
    return target
