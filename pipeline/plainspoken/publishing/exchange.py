"""Put a folder in the place of another in one step, by renameat2(2)."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def replace_folder(new: Path, place: Path, aside: Path) -> Path | None:
    """Move the folder `new` to `place`; give where the one that stood there is now, if any.

    Where the file system cannot exchange two folders, the old one goes to `aside` a moment before.
    Raises OSError: all is as it was.
    """
    if not os.path.lexists(place):
        new.rename(place)
        return None
    if exchange(new, place):
        return new
    replace_in_two_steps(new, place, aside)
    return aside


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders. False: the system or the file system cannot. Raises OSError."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    if rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(second))


def replace_in_two_steps(new: Path, place: Path, aside: Path) -> None:
    """Move `place` to `aside`, and `new` to `place`. Raises OSError: all is as it was."""
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise
