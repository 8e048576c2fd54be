"""`plainspoken score --watch`: score again whenever a file of the guide is saved."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics.errors import PlainspokenError
from ..diagnostics.visible_text import shorten, show_hidden

if TYPE_CHECKING:
    from ..readability.analysis import Analysis

_SETTLE = 20
"""Milliseconds without a further change before a save counts as done."""
_POLL = 1000
"""Milliseconds after which to look by ourselves: the system does not report every change."""
_FOLDERS = ("source", "locales")
_SUFFIXES = (".md", ".toml", ".po", ".json")
_Stamp = tuple[int, int, int]


def watch(root: Path, analyse: Callable[[int], Analysis], jobs: int) -> int:
    """Print scores now and after each save, until Ctrl-C; `analyse` takes a number of processes."""
    print("Scores again after each save. Stop with Ctrl-C.", flush=True)
    before = _stamp_files(root)
    # In this process alone, so that those made later find words and patterns ready.
    _print_scores(analyse, jobs=1)
    for _ in _wait_for_changes(root):
        now = _stamp_files(root)
        changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
        before = now
        if changed:
            names = ", ".join(sorted({path.name for path in changed}))
            print(f"— {shorten(show_hidden(names))}", flush=True)
            _print_scores(analyse, jobs)
    return 0


def _wait_for_changes(root: Path) -> Iterator[None]:
    """Yield when the system reports a change, and now and then: links lead to unwatched files."""
    from watchfiles import watch as watch_files

    while True:
        folders = _find_folders(root)
        try:
            for _ in watch_files(
                *folders, watch_filter=None, step=_SETTLE, debounce=200, rust_timeout=_POLL,
                yield_on_timeout=True,
            ):  # fmt: skip
                yield
                if _find_folders(root) != folders:
                    break
        except OSError:  # a folder went away just now
            time.sleep(_POLL / 1000)
            yield


def _find_folders(root: Path) -> dict[Path, int]:
    """The folders to watch, each with its inode: a folder in its place has another."""
    statuses = {path: _find_status(path) for path in (root / name for name in _FOLDERS)}
    return {
        path: status.st_ino
        for path, status in statuses.items()
        if status and stat.S_ISDIR(status.st_mode)
    }


def _stamp_files(root: Path) -> dict[Path, _Stamp]:
    """Time, size and inode of each file of the guide: one of them changes when it is saved."""
    stamps: dict[Path, _Stamp] = {}
    for name in _FOLDERS:
        for folder, _, files in os.walk(root / name):
            for file in files:
                path = Path(folder, file)
                status = _find_status(path) if file.endswith(_SUFFIXES) else None
                if status and stat.S_ISREG(status.st_mode):
                    stamps[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return stamps


def _find_status(path: Path) -> os.stat_result | None:
    """The status of a file or folder; none where it is away, as it may be since a moment."""
    try:
        return path.stat()
    except OSError:
        return None


def _print_scores(analyse: Callable[[int], Analysis], jobs: int) -> None:
    from .score_table import summarise

    begun = time.perf_counter()
    try:
        analysis = analyse(jobs)
    except PlainspokenError as error:
        print(error, file=sys.stderr, flush=True)
        return
    except OSError as error:  # a file or folder went away while it was read
        place = show_hidden(str(error.filename), "<U+000A>")
        print(f"{place}: {error.strerror}", file=sys.stderr, flush=True)
        return
    for language in analysis.languages:
        for line in summarise(language):
            print(line)
    print(f"({time.perf_counter() - begun:.2f} s)", flush=True)
