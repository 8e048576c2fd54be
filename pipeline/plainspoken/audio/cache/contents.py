"""List the sounds that a cache holds, find the damaged ones, and choose which to remove."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ...real_folders import is_real_folder
from ..clip_cache import ClipCache
from ..tracks import is_whole_track

Kind = Literal["clip", "track"]
PATTERNS: dict[Kind, str] = {"clip": "clips/??/*.pcm", "track": "tracks/*.mp3"}


@dataclass(frozen=True, slots=True)
class CachedSound:
    """One sound in the cache, and its files."""

    kind: Kind
    key: str
    paths: tuple[Path, ...]
    size: int
    """Bytes of all its files."""
    used: int
    """When a build last made or used it, in nanoseconds since the epoch."""


def list_sounds(cache: Path) -> list[CachedSound]:
    """All sounds of a cache, clips first, in the order of their keys."""
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


def describe(kind: Kind, path: Path) -> CachedSound:
    """One sound by its file. Raises FileNotFoundError."""
    beside = path.with_suffix(".json")
    paths = (path, beside) if kind == "track" and beside.exists() else (path,)
    facts = [each.lstat() for each in paths]
    size = sum(each.st_size for each in facts)
    used = max(facts[0].st_atime_ns, facts[0].st_mtime_ns)
    return CachedSound(kind, path.stem, paths, size, used)


def is_whole(sound: CachedSound, cache: Path) -> bool:
    """Whether a sound is what was once put there under its key."""
    if sound.kind == "track":
        return is_whole_track(sound.paths[0])
    return ClipCache(cache).read(sound.key) is not None


def choose_oldest(sounds: Sequence[CachedSound], most: int) -> Iterator[CachedSound]:
    """The sounds used longest ago, so many that the others have at most so many bytes."""
    total = sum(sound.size for sound in sounds)
    for sound in sorted(sounds, key=lambda sound: (sound.used, sound.kind, sound.key)):
        if total <= most:
            return
        yield sound
        total -= sound.size


def remove(sounds: Sequence[CachedSound]) -> None:
    """Remove sounds. A build that needs one makes it anew."""
    for sound in sounds:
        for path in sound.paths:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
