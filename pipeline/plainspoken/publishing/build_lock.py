"""Give a build the guide for itself: other builds wait, and what killed ones left is removed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..cache_files import remove_unfinished
from ..config.project import Project, load_project
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..locks import BUILD, hold_lock
from ..real_folders import is_real_folder
from .staging_folder import remove_leftovers

_MOUNTS = Path("/proc/self/mountinfo")


@contextmanager
def hold_build_lock(folder: Path, wait: bool) -> Iterator[Project]:
    """Read a guide's settings, with no other build of it running until the end.

    Raises PlainspokenError: there is no such guide; another build is running and `wait` is false;
    `dist/` cannot be replaced as a whole.
    """
    project = load_project(folder)
    with hold_lock(BUILD, project.cache, project.root, wait) as has_waited:
        if has_waited:
            project = load_project(folder)
        _check_dist(project)
        remove_leftovers(project)
        with remove_unfinished(project.cache):
            yield project


def _check_dist(project: Project) -> None:
    """Raise an OutputError where `dist/` cannot be exchanged with a folder of the cache."""
    is_there = is_real_folder(project.dist, project.root)
    device = (project.dist if is_there else project.root).stat().st_dev
    if device != project.cache.stat().st_dev:
        message = "lies on another file system than .cache"
        hint = "Let both be folders of the guide; copy dist to another disk after a build."
        raise OutputError([Finding("dist", 0, message, hint)])
    if is_there and (mount := _find_mount(Path(os.path.realpath(project.dist)))):
        message = f"{mount} is mounted there, and a build replaces dist as a whole"
        hint = "Mount the folder above it, or copy dist after a build."
        raise OutputError([Finding("dist", 0, message, hint)])


def _find_mount(folder: Path) -> Path | None:
    """What is mounted on a folder or below it, as proc_pid_mountinfo(5) lists it."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return None
    for line in lines:
        escaped = line.split()[4]
        raw = re.sub(rb"\\([0-7]{3})", lambda match: bytes([int(match[1], 8)]), escaped)
        if (path := Path(os.fsdecode(raw))).is_relative_to(folder):
            return path
    return None
