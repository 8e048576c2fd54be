"""Write files as a whole or not at all: beside their place, then renamed (atomic in POSIX)."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from .diagnostics.errors import OutputError
from .diagnostics.finding import Finding
from .interrupts import delay_interrupts
from .locks import is_running

_LONGEST_NAME = 200
"""Bytes."""


def write_files(files: Mapping[Path, str | bytes], root: Path) -> list[Path]:
    """Write those files whose content differs, in UTF-8: all, or none if one cannot be written.

    Errors name files relative to `root`. Returns the files written. Raises OutputError.
    """
    temporaries: list[tuple[Path, Path]] = []
    folders: list[Path] = []
    current = root
    try:
        encoded = {
            path: content.encode() if isinstance(content, str) else content
            for path, content in files.items()
        }
        changed = {path: raw for path, raw in encoded.items() if _differs(path, raw)}
        for current, raw in changed.items():
            if _is_stream(current):
                current.write_bytes(raw)
                continue
            target = _resolve_target(current)
            folders += _make_folders(target.parent)
            temporary = target.with_name(_shorten_name(target.name) + _get_suffix())
            temporaries.append((temporary, target))
            _write_temporary(temporary, target, raw)
        with delay_interrupts():
            for temporary, target in temporaries:
                temporary.replace(target)
    except OSError as error:
        raise OutputError([_report(error, current, root)]) from error
    finally:
        with delay_interrupts():
            for temporary, _ in temporaries:
                with contextlib.suppress(OSError):
                    temporary.unlink()
            for folder in reversed(folders):
                with contextlib.suppress(OSError):  # what was written stands in it
                    folder.rmdir()
    return list(changed)


def _resolve_target(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    return target


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder with those above it; give the new ones, the highest first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _write_temporary(temporary: Path, target: Path, raw: bytes) -> None:
    _remove_left_over(target)
    with temporary.open("xb") as file:
        file.write(raw)
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(target, temporary)


def _remove_left_over(target: Path) -> None:
    """Remove what processes left that were killed before they had written this file."""
    name = re.compile(rf"{re.escape(_shorten_name(target.name))}\.([0-9]+)\.tmp")
    for path in target.parent.iterdir():
        match = name.fullmatch(path.name)
        if match and (int(match[1]) == os.getpid() or not is_running(int(match[1]))):
            path.unlink(missing_ok=True)


def _report(error: OSError, path: Path, root: Path) -> Finding:
    path = Path(error.filename2 or error.filename or path)
    with contextlib.suppress(ValueError):
        path = path.absolute().relative_to(root.absolute())
    message = f"cannot be written: {error.strerror}"
    hint = "Let the file and its folder be written, and run the command again."
    return Finding(path.as_posix().removesuffix(_get_suffix()), 0, message, hint)


def _shorten_name(name: str) -> str:
    """A name to which a suffix can be added: file systems hold names of 255 bytes."""
    raw = os.fsencode(name)
    if len(raw) <= _LONGEST_NAME:
        return name
    return f"{os.fsdecode(raw[: _LONGEST_NAME - 64])}{hashlib.sha256(raw).hexdigest()}"


def _get_suffix() -> str:
    return f".{os.getpid()}.tmp"


def _is_stream(path: Path) -> bool:
    """Whether it is a pipe, a terminal or the like, which no file may replace."""
    return path.exists() and not path.is_file() and not path.is_dir()


@contextlib.contextmanager
def open_whole_file(path: Path, root: Path) -> Iterator[BinaryIO]:
    """A large file to write bit by bit, which takes its place when all is written, or not at all.
    Raises OutputError: naming the file relative to `root`.
    """
    temporary = path
    try:
        if _is_stream(path):
            with path.open("wb") as file:
                yield file
            return
        target = _resolve_target(path)
        temporary = target.with_name(_shorten_name(target.name) + _get_suffix())
        _remove_left_over(target)
        with temporary.open("xb") as file:
            yield file
        temporary.replace(target)
    except OSError as error:
        raise OutputError([_report(error, path, root)]) from error
    finally:
        if temporary is not path:
            with delay_interrupts(), contextlib.suppress(OSError):
                temporary.unlink()


def _differs(path: Path, raw: bytes) -> bool:
    if _is_stream(path):
        return True
    try:
        # A file of another size may be of any size: it is not read.
        return path.stat().st_size != len(raw) or path.read_bytes() != raw
    except OSError:
        return True
