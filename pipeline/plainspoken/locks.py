"""Have one process at a time do what two at once must not: advisory locks by fcntl(2).

The system releases a lock when its process ends, however it ends. Children made by fork do not
inherit it: those that outlive a killed parent keep nobody waiting.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shlex
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .diagnostics.errors import OutputError
from .diagnostics.finding import Finding
from .diagnostics.visible_text import show_hidden
from .real_folders import make_real_folder

_PATIENCE = 20
"""How often to look who holds a lock: a process that has just taken it writes that at once."""
_LONGEST = 200
"""Characters of a command line that are shown."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What only one process at a time may do to a guide. A process that holds one of these takes
    only later ones of them: build, catalogs, dist.
    """

    name: str
    """Of its file, below `locks` in the cache."""
    action: str
    """What its holder does, as people are told: `process 7 (plainspoken build), which …`."""


BUILD = Lock("build", "builds this guide")
CATALOGS = Lock("catalogs", "changes translations of this guide")
DIST = Lock("dist", "writes the dist/ of this guide")


@contextmanager
def hold_lock(lock: Lock, cache: Path, root: Path, wait: bool = True) -> Iterator[bool]:
    """Hold a lock of the guide `root`, with its file below `cache`; gives whether it had to wait.

    A wait is logged. Raises OutputError: there can be no such file, or another process holds
    the lock and `wait` is false.
    """
    path = cache / "locks" / lock.name
    try:
        descriptor, has_waited = _acquire(lock, path, root, wait)
    except OSError as error:
        hint = "Let it be written, or remove it, and run the command again."
        message = f"cannot be locked: {error.strerror}"
        raise OutputError([Finding(_show(path, root), 0, message, hint)]) from error
    try:
        yield has_waited
    finally:
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
        os.close(descriptor)


def _acquire(lock: Lock, path: Path, root: Path, wait: bool) -> tuple[int, bool]:
    has_waited = False
    while True:
        descriptor = _open(path, root)
        try:
            if not _try(descriptor):
                holder = _describe_holder(descriptor)
                if not wait:
                    hint = "Wait until it has ended, or run the command without --no-wait."
                    raise OutputError([Finding("", 0, f"{holder} {lock.action}", hint)])
                _log(f"Waiting for {holder}, which {lock.action}.")
                has_waited = True
                fcntl.lockf(descriptor, fcntl.LOCK_EX)
            if _is_at(descriptor, path):
                _write_holder(descriptor)
                return descriptor, has_waited
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # the cache was deleted meanwhile


def _open(path: Path, root: Path) -> int:
    make_real_folder(path.parent, root)
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(os.lstat(path).st_mode):
            hint = "Remove it, and run the command again."
            message = "is no plain file, and cannot be locked"
            raise OutputError([Finding(_show(path, root), 0, message, hint)])
    return os.open(path, flags, 0o666)


def _try(descriptor: int) -> bool:
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN):
            return False
        raise
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except FileNotFoundError:
        return False


def _write_holder(descriptor: int) -> None:
    """Say who holds the lock, where the disk has room for it."""
    program = Path(sys.argv[0])
    name = program.parent.name if program.name == "__main__.py" else program.name
    command = shlex.join([name, *sys.argv[1:]])[:_LONGEST]
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "command": command}).encode(), 0)


def _describe_holder(descriptor: int) -> str:
    """`process 7 (plainspoken build)`; the file may be empty, or of a process that was killed."""
    for _ in range(_PATIENCE):
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            holder = json.loads(os.pread(descriptor, 16 * _LONGEST, 0))
            if is_running(holder["pid"]):
                return f"process {holder['pid']} ({show_hidden(holder['command'])})"
        time.sleep(0.01)
    return "another process"


def is_running(pid: int) -> bool:
    """Whether there is a process of that number."""
    try:
        os.kill(pid, 0)
    except PermissionError:  # another user's
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def _log(message: str) -> None:
    import logging  # rarely needed, and slow to import

    logging.getLogger(__package__).warning(message)


def _show(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
