"""Files of a cache: written whole, and read only where they are what was written.

A cache may be deleted, damaged or shared by processes at any time. Whatever stands in the place of
a file (a folder, a pipe, a link) is never read, and gives way when the file is made anew.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO, NamedTuple

from .interrupts import delay_interrupts
from .locks import is_running

LARGEST = 100_000_000
"""Bytes of a file that is read at once: none that is written here has more."""
_UNFINISHED = "aside"
"""The folder of half-written files; their names begin with the number of their process."""
_TRIES = 10
_COPIED_AT_ONCE = 1_000_000
"""Bytes that are read before they are written."""


def open_regular(path: Path) -> BufferedReader:
    """Open a file to read it. Raises OSError: it is none; a pipe is not waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise OSError(errno.EINVAL, "not a regular file", str(path))


def read_file(path: Path) -> bytes | None:
    """The content of a file; None where there is none that can be read."""
    try:
        with open_regular(path) as file:
            return file.read() if os.fstat(file.fileno()).st_size <= LARGEST else None
    except OSError:
        return None


def hash_file(path: Path) -> str | None:
    """The SHA-256 of a file, in hexadecimal; None where there is none that can be read."""
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def hash_files(paths: Sequence[Path]) -> list[str | None]:
    """The SHA-256 of each of some files, as `hash_file` gives it. Two threads do it together."""
    digests: dict[int, str | None] = {}
    waiting = iter([*enumerate(paths)])  # to take the next of a list is one step for all threads

    def hash_next() -> None:
        for number, path in waiting:
            digests[number] = hash_file(path)

    other = Thread(target=hash_next)
    other.start()
    try:
        hash_next()
    finally:
        other.join()
    return [digests[number] for number in range(len(paths))]


class FileState(NamedTuple):
    """By what a file that was read is known again."""

    device: int
    inode: int
    size: int
    time: int
    """When its content was changed last, in nanoseconds."""


def find_state(path: Path) -> FileState | None:
    """The state of a file; None where there is none, but a link or a folder."""
    try:
        status = path.lstat()
    except OSError:
        return None
    state = FileState(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
    return state if stat.S_ISREG(status.st_mode) else None


def copy_file(source: Path, target: Path) -> str:
    """Copy the content of a file. Gives the SHA-256 of what was written, whatever becomes of the
    source meanwhile. Raises OSError.
    """
    whole = hashlib.sha256()
    try:
        with source.open("rb") as old, target.open("wb") as new:
            while content := old.read(_COPIED_AT_ONCE):
                whole.update(content)
                new.write(content)
    except OSError as error:  # that of a full disk names no file
        raise OSError(error.errno, error.strerror, str(source), None, str(target)) from error
    return whole.hexdigest()


def mark_used(path: Path) -> None:
    """Note that a file of a cache is of use now, so that what is older can be removed first."""
    with suppress(OSError):  # it is gone, or the cache cannot be written
        os.utime(path, ns=(time.time_ns(), path.lstat().st_mtime_ns), follow_symlinks=False)


def read_sealed(path: Path) -> Any:
    """What `write_sealed` wrote into a file of that name; None where it is not whole."""
    try:
        table = json.loads(read_file(path) or b"")
        record, digest = table["record"], table["sha256"]
        return record if digest == _hash_sealed(path, record) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def write_sealed(path: Path, record: Any, cache: Path) -> None:
    """Keep what JSON can hold below a cache, with a checksum of it and of the file's name."""
    table = {"sha256": _hash_sealed(path, record), "record": record}
    with open_unfinished(path, cache) as file:
        file.write(json.dumps(table).encode())


def _hash_sealed(path: Path, record: Any) -> str:
    content = json.dumps([path.name, record], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


@contextmanager
def open_unfinished(path: Path, cache: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes its place below a cache when all is written. Raises OSError."""
    unfinished = cache / _UNFINISHED / f"{os.getpid()}.{path.name}"
    file = _create(unfinished, path.parent, cache)
    try:
        with file:
            yield file
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _create(path: Path, target: Path, cache: Path) -> BinaryIO:
    """Create a half-written file, and the folder where it goes. Other processes may do the same, or
    remove a folder that is empty, at any moment: then once more.
    """
    for _ in range(_TRIES):
        with suppress(FileNotFoundError, FileExistsError, IsADirectoryError):
            for folder in (target, path.parent):
                _make_folder(folder, cache)
            return path.open("wb")
    return path.open("wb")


def _make_folder(folder: Path, cache: Path) -> None:
    """Make a folder, whatever stands in its place."""
    cache.mkdir(parents=True, exist_ok=True)
    current = cache
    for name in folder.relative_to(cache).parts:
        current /= name
        with suppress(FileNotFoundError):
            if stat.S_ISDIR(current.lstat().st_mode):
                continue
            current.unlink()
        current.mkdir(exist_ok=True)


@contextmanager
def remove_unfinished(cache: Path) -> Iterator[None]:
    """Leave nothing half-written in a cache: neither ours, nor of a process that was killed."""
    _sweep(cache / _UNFINISHED)
    try:
        yield
    finally:
        with delay_interrupts():
            _sweep(cache / _UNFINISHED)


def _sweep(folder: Path) -> None:
    with suppress(OSError):
        for path in folder.iterdir():
            number = path.name.partition(".")[0]
            if number == str(os.getpid()) or not _is_running(number):
                shutil.rmtree(path, ignore_errors=True)  # a folder that somebody left there
                path.unlink(missing_ok=True)
        folder.rmdir()


def _is_running(number: str) -> bool:
    """Whether a half-written file has the number of a process that runs."""
    return number.isdecimal() and int(number) > 0 and is_running(int(number))
