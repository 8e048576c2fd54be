"""Write files as a whole or not at all.

Each is written beside its place first and renamed when all are: a rename replaces a file at once
(POSIX, rename), so that no reader and no crash sees half of one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from .diagnostics.errors import OutputError
from .diagnostics.finding import Finding


def save(files: Mapping[Path, str | bytes], root: Path) -> list[Path]:
    """Write the files whose content changes, all of them or none; give their paths.

    Text is written in UTF-8. Errors name files relative to `root`.

    Raises:
        OutputError: a folder or file cannot be written.
    """
    contents = {
        path: content.encode() if isinstance(content, str) else content
        for path, content in files.items()
    }
    temporary: dict[Path, Path] = {}
    current = root
    try:
        changed = [path for path, raw in contents.items() if _differs(path, raw)]
        for path in changed:
            current = path
            if _is_stream(path):
                path.write_bytes(contents[path])
                continue
            target = Path(os.path.realpath(path))  # a link stays a link
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary[target] = _temporary_path(target)
            _write_like(target, contents[path], temporary[target])
        for target, path in temporary.items():
            path.replace(target)
    except OSError as error:
        path = Path(error.filename2 or error.filename or current)
        shown = _shown_path(path, root).removesuffix(_suffix())
        message = f"cannot be written: {error.strerror}"
        hint = "Let the file and its folder be written, and run the command again."
        raise OutputError([Finding(shown, 0, message, hint)]) from error
    finally:
        for path in temporary.values():
            with contextlib.suppress(OSError):
                path.unlink()
    return changed


def _temporary_path(target: Path) -> Path:
    """Where a file is written first: beside its place, under a name of this process alone."""
    path = target.with_name(target.name + _suffix())
    path.unlink(missing_ok=True)  # of a process with the same number that was killed
    return path


def _write_like(target: Path, raw: bytes, path: Path) -> None:
    """Write a new file with the permissions of the target, if there is one."""
    with path.open("xb") as file:
        file.write(raw)
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(target, path)


def _suffix() -> str:
    return f".{os.getpid()}.tmp"


def _shown_path(path: Path, root: Path) -> str:
    with contextlib.suppress(ValueError):
        path = path.absolute().relative_to(root.absolute())
    return path.as_posix()


def _is_stream(path: Path) -> bool:
    """Whether it is a pipe, a terminal or the like, which no file may replace."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _differs(path: Path, raw: bytes) -> bool:
    if _is_stream(path):
        return True
    try:
        return path.read_bytes() != raw
    except OSError:
        return True
