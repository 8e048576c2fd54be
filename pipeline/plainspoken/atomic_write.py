"""Files go in; they stand in their places whole, or what stood there has not changed."""

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
    """Write those files whose content is another than before: all, or none where one cannot be.

    Text is written in UTF-8. Errors name files from `root` on.

    Raises:
        OutputError: a folder or file cannot be written.
    """
    contents = {
        path: content.encode() if isinstance(content, str) else content
        for path, content in files.items()
    }
    asides: list[tuple[Path, Path]] = []
    at = root
    try:
        moved = [(path, raw) for path, raw in contents.items() if _differs(path, raw)]
        for path, raw in moved:
            at = path
            if _is_stream(path):
                path.write_bytes(raw)
                continue
            to = Path(os.path.realpath(path))  # a link stays a link
            if to.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(to))
            to.parent.mkdir(parents=True, exist_ok=True)
            aside = _aside(to)
            asides.append((aside, to))
            with aside.open("xb") as file:
                file.write(raw)
            with contextlib.suppress(FileNotFoundError):
                shutil.copymode(to, aside)
        for aside, to in asides:
            aside.replace(to)
    except OSError as error:
        where = _shown(Path(error.filename2 or error.filename or at), root)
        what = f"cannot be written: {error.strerror}"
        hint = "Let the file and its folder be written, and run the command again."
        raise OutputError([Finding(where.removesuffix(_ending()), 0, what, hint)]) from error
    finally:
        for aside, _ in asides:
            with contextlib.suppress(OSError):
                aside.unlink()
    return [path for path, _ in moved]


def _aside(to: Path) -> Path:
    """Where a file is written first: beside its place, and no other process's."""
    aside = to.with_name(to.name + _ending())
    aside.unlink(missing_ok=True)  # of a process that was killed
    return aside


def _ending() -> str:
    return f".{os.getpid()}.tmp"


def _shown(path: Path, root: Path) -> str:
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
