"""Make the folders that a guide's files are written to. None of them may be a symbolic link:
nothing is written outside the guide's folder.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .diagnostics.errors import OutputError
from .diagnostics.finding import Finding


def make_real_folder(path: Path, root: Path) -> None:
    """Make a folder below `root`, and those between. Raises OutputError: one cannot be made, or
    something else stands in its place.
    """
    folders = [path, *path.parents]
    for folder in reversed(folders[: folders.index(root)]):
        if not is_real_folder(folder, root):
            try:
                folder.mkdir(exist_ok=True)  # another process may have made it just now
            except OSError as error:
                raise _report(folder, root, f"cannot be made: {error.strerror}") from error


def is_real_folder(path: Path, root: Path) -> bool:
    """Whether the folder is there. Raises OutputError: something else stands in its place."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _report(path, root, f"cannot be read: {error.strerror}") from error
    if not stat.S_ISDIR(mode):
        kind = "a symbolic link" if stat.S_ISLNK(mode) else "no folder"
        hint = "Move it away; a folder of the guide must stand in its place."
        raise _report(path, root, f"is {kind}", hint)
    return True


def _report(
    path: Path,
    root: Path,
    message: str,
    hint: str = "Let the folder above it be read and written, and run the command again.",
) -> OutputError:
    return OutputError([Finding(path.relative_to(root).as_posix(), 0, message, hint)])
