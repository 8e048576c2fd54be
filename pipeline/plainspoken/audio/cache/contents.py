"""List the sounds that a cache holds, and what was heard of them, find what is damaged, and choose
what to remove.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ...real_folders import is_real_folder
from ..clip_cache import ClipCache, read_checked
from ..listening.transcripts import read_transcript
from ..tracks import is_whole_track

Kind = Literal["clip", "stretch", "track", "transcript"]
PATTERNS: dict[Kind, str] = {
    "clip": "clips/??/*.pcm",
    "stretch": "stretches/??/*.mp3",
    "track": "tracks/*.mp3",
    "transcript": "transcripts/*.json",
}


@dataclass(frozen=True, slots=True)
class CachedItem:
    """One sound in the cache, or what a recogniser has heard of one, and its files."""

    kind: Kind
    key: str
    paths: tuple[Path, ...]
    size: int
    """Bytes of all its files."""
    used: int
    """When it was last made or used, in nanoseconds since the epoch."""

    @property
    def is_sound(self) -> bool:
        """Whether it is to be heard, and not what was heard."""
        return self.kind != "transcript"

    @property
    def is_carried(self) -> bool:
        """Whether it goes along to another machine: stretches are in the tracks already."""
        return self.kind in ("clip", "track")


def list_items(cache: Path) -> list[CachedItem]:
    """All that a cache holds, clips first, in the order of their keys."""
    found = []
    for kind, pattern in PATTERNS.items():
        for path in sorted(cache.glob(pattern)):
            _check_folders(path, cache)
            with suppress(FileNotFoundError):  # another process has removed it meanwhile
                found.append(describe(kind, path))
    return found


def _check_folders(path: Path, cache: Path) -> None:
    """Raise an OutputError where a folder is a link, which leads to files of somebody else."""
    for folder in path.parents:
        if folder == cache:
            return
        is_real_folder(folder, cache)


def describe(kind: Kind, path: Path) -> CachedItem:
    """One item by its file. Raises FileNotFoundError."""
    beside = path.with_suffix(".json")
    paths = (path, beside) if kind == "track" and beside.exists() else (path,)
    facts = [each.lstat() for each in paths]
    size = sum(each.st_size for each in facts)
    used = max(facts[0].st_atime_ns, facts[0].st_mtime_ns)
    return CachedItem(kind, path.stem, paths, size, used)


def is_whole(item: CachedItem, cache: Path) -> bool:
    """Whether an item is what was once put there under its key."""
    match item.kind:
        case "track":
            return is_whole_track(item.paths[0])
        case "transcript":
            return read_transcript(item.paths[0]) is not None
        case "stretch":
            return read_checked(item.paths[0], item.key) is not None
    return ClipCache(cache).read(item.key) is not None


def choose_oldest(items: Sequence[CachedItem], most: int) -> Iterator[CachedItem]:
    """The items used longest ago, so many that the others have at most so many bytes."""
    total = sum(item.size for item in items)
    for item in sorted(items, key=lambda item: (item.used, item.kind, item.key)):
        if total <= most:
            return
        yield item
        total -= item.size


def remove(items: Sequence[CachedItem]) -> None:
    """Remove items. Who needs one makes it anew."""
    for item in items:
        for path in item.paths:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
