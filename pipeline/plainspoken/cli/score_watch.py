"""`plainspoken score --watch`: score again whenever a file of the guide is saved."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ..diagnostics.errors import PlainspokenError

_SETTLE = 20
"""Milliseconds without a further change before a save counts as done."""
_LOOK = 1000
"""Milliseconds after which to look by ourselves: not every change is told of."""
_FOLDERS = ("source", "locales")
_ENDINGS = (".md", ".toml", ".po", ".json")
_Stamp = tuple[int, int, int]


def watch(root: Path, langs: list[str], jobs: int) -> int:
    """Print scores now and after each save, until Ctrl-C; faults are told and do not end it."""
    print("Scores again after each save. Stop with Ctrl-C.", flush=True)
    seen = _stamps(root)
    # In this process alone, so that those made later find words and patterns ready.
    _tell(root, langs, jobs=1)
    for _ in _wakes(root):
        now = _stamps(root)
        changed = {path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)}
        seen = now
        if changed:
            print(f"— {', '.join(sorted({path.name for path in changed}))}", flush=True)
            _tell(root, langs, jobs)
    return 0


def _wakes(root: Path) -> Iterator[None]:
    """Times to look: when the system tells of a change, and now and then.

    Links lead to files that nobody watches, and a folder that was put back is another one.
    """
    from watchfiles import watch as watch_files

    while True:
        folders = _folders(root)
        try:
            for _ in watch_files(
                *folders, watch_filter=None, step=_SETTLE, debounce=200, rust_timeout=_LOOK,
                yield_on_timeout=True,
            ):  # fmt: skip
                yield
                if _folders(root) != folders:
                    break
        except OSError:  # a folder went away just now
            time.sleep(_LOOK / 1000)
            yield


def _folders(root: Path) -> dict[Path, int]:
    """The folders to watch, each with what tells it from one in its place."""
    paths = (root / name for name in _FOLDERS)
    return {path: path.stat().st_ino for path in paths if path.is_dir()}


def _stamps(root: Path) -> dict[Path, _Stamp]:
    """What tells that a file of the guide was saved, by file."""
    found: dict[Path, _Stamp] = {}
    for name in _FOLDERS:
        for folder, _, files in os.walk(root / name):
            for file in files:
                path = Path(folder, file)
                if file.endswith(_ENDINGS) and path.is_file():
                    status = path.stat()
                    found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _tell(root: Path, langs: list[str], jobs: int) -> None:
    from ..config.project import load_project
    from . import score_table
    from .score import examine_locales

    begun = time.perf_counter()
    try:
        examination = examine_locales(load_project(root), langs, jobs)
    except PlainspokenError as error:
        for finding in error.findings:
            print(finding, file=sys.stderr, flush=True)
        return
    for lang in examination.languages:
        for line in score_table.brief(lang):
            print(line)
    print(f"({time.perf_counter() - begun:.2f} s)", flush=True)
