"""Copy folders without copying files: each gets a second name, a hard link."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_NO_LINK = {errno.EPERM, errno.EACCES, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS}
"""Why a file can get no second name: its file system, its owner, or how many names it has."""


def link_folder(source: Path, target: Path) -> dict[str, int]:
    """Make `target` a folder like `source`, symbolic links and modes included. Gives the inode of
    each file in `source` by its path there; what goes away meanwhile is left out. Raises OSError.
    """
    inodes: dict[str, int] = {}
    _link_entries(source, target, "", inodes)
    return inodes


def _link_entries(source: Path, target: Path, prefix: str, inodes: dict[str, int]) -> None:
    target.mkdir()
    with os.scandir(source) as entries:
        for entry in entries:
            place = target / entry.name
            with suppress(FileNotFoundError):
                if entry.is_dir(follow_symlinks=False):
                    _link_entries(Path(entry.path), place, f"{prefix}{entry.name}/", inodes)
                else:
                    inodes[prefix + entry.name] = entry.inode()
                    link_file(Path(entry.path), place)
    status = source.stat()
    with suppress(PermissionError):
        os.chown(target, status.st_uid, status.st_gid)
    shutil.copystat(source, target)


def link_file(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where it can have none. Raises OSError."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def list_added_files(folder: Path, inodes: Mapping[str, int]) -> Iterator[str]:
    """The files that came into a folder, or took the place of others, since it was linked."""
    for path, _, names in os.walk(folder):
        for name in names:
            file = Path(path, name)
            inner = file.relative_to(folder).as_posix()
            with suppress(FileNotFoundError):
                if inodes.get(inner) != os.lstat(file).st_ino:
                    yield inner


def remove_folder(folder: Path) -> None:
    """Remove a folder, also where folders in it may not be written, or what stands in its place;
    what must stay, stays.
    """
    with suppress(OSError):
        if folder.is_symlink() or not folder.is_dir():
            folder.unlink()
            return
        folder.chmod(0o700)
    for path, names, _ in os.walk(folder):
        for name in names:
            inner = Path(path, name)
            with suppress(OSError):
                if not inner.is_symlink():
                    inner.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
