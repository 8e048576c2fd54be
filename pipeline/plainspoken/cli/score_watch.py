"""`plainspoken score --watch`: score again whenever a file of the guide is saved."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ..errors import PlainspokenError

_SETTLE = 20
"""Milliseconds without a further change before a save counts as done."""
_ENDINGS = (".md", ".toml", ".po", ".json")


def watch(root: Path, langs: list[str], jobs: int) -> int:
    """Print scores now and after each save, until Ctrl-C; faults are told and do not end it."""
    print("Scores again after each save. Stop with Ctrl-C.")
    # In this process alone, so that those made later find words and patterns ready.
    _tell(root, langs, jobs=1)
    for changed in _changes(root):
        print(f"— {', '.join(sorted(path.name for path in changed))}")
        _tell(root, langs, jobs)
    return 0


def _changes(root: Path) -> Iterator[set[Path]]:
    from watchfiles import watch as watch_files

    folders = [root / name for name in ("source", "locales") if (root / name).is_dir()]
    found = watch_files(*folders, step=_SETTLE, debounce=200, rust_timeout=1000)
    for changes in found:
        saved = {Path(name) for _, name in changes if name.endswith(_ENDINGS)}
        if saved:
            yield saved


def _tell(root: Path, langs: list[str], jobs: int) -> None:
    from ..project import load_project
    from . import score_text
    from .score import examine_locales

    begun = time.perf_counter()
    try:
        examination = examine_locales(load_project(root), langs, jobs)
    except PlainspokenError as error:
        for finding in error.findings:
            print(finding, file=sys.stderr)
        return
    for lang in examination.languages:
        for line in score_text.brief(lang):
            print(line)
    print(f"({time.perf_counter() - begun:.2f} s)", flush=True)
