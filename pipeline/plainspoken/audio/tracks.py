"""Clips of a section go in, by key; its track comes out, and is kept for the next time.

Each clip is padded to a whole number of 20 ms, so that all times are exact in milliseconds and
their sums are too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..narration import RATE, Clip, Track
from . import mp3
from .clip_cache import ClipStore, key_of, write_aside

GRID = RATE // 50
"""Samples in 20 ms; all clips are a whole number of them."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence in samples. A reader's inexact seek stays within `guard` of a clip's sound."""

    guard: int = 6 * GRID
    """Before the sound of each clip, and at least after it."""
    sentence: int = 26 * GRID
    """Between two sentences of a block, the guard included."""
    block: int = 36 * GRID
    heading: int = 46 * GRID
    nothing: int = 10 * GRID
    """A sentence without a word to say."""


PAUSES = Pauses()


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a track: which clip it is, and how long the silence after it."""

    sentence_id: str
    key: str
    """Of the clip; empty where there is nothing to say."""
    pause: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A track to be made, or made before."""

    section_id: str
    number: int
    parts: tuple[Part, ...]
    tags: mp3.Tags

    @property
    def key(self) -> str:
        """Made from all that the track's bytes depend on."""
        parts = (f"{part.key} {part.pause}" for part in self.parts)
        tags = json.dumps(asdict(self.tags), sort_keys=True)
        return key_of(mp3.SETTINGS, repr(PAUSES), tags, *parts)


def track_path(cache: Path, plan: Plan) -> Path:
    """Where a track is kept, there or not."""
    return cache / "tracks" / f"{plan.key}.mp3"


def find_track(cache: Path, plan: Plan) -> Track | None:
    """The track, if it was made before and is whole."""
    path = track_path(cache, plan)
    try:
        noted = json.loads(path.with_suffix(".json").read_text("utf-8"))
        whole = hashlib.sha256(path.read_bytes()).hexdigest() == noted["sha256"]
        return _track(plan, path, noted["lengths"]) if whole else None
    except (OSError, ValueError, KeyError):
        return None


def make_track(plan: Plan, store: ClipStore) -> None:
    """Join and encode the clips of a track, and keep it.

    Raises:
        FileNotFoundError: a clip is not in the store.
    """
    path = track_path(store.cache, plan)
    pieces = list(_laid(plan.parts, store.read))
    encoded = mp3.encode(b"".join(pieces), plan.tags)
    write_aside(path, encoded, store.cache)
    noted = {
        "sha256": hashlib.sha256(encoded).hexdigest(),
        "lengths": [len(piece) // 2 for piece in pieces],
    }
    write_aside(path.with_suffix(".json"), json.dumps(noted).encode(), store.cache)


def _laid(parts: Sequence[Part], read: Callable[[str], bytes | None]) -> Iterable[bytes]:
    """The sound of each part with its silence: a whole number of `GRID`."""
    for part in parts:
        sound = read(part.key) if part.key else bytes(2 * PAUSES.nothing)
        if sound is None:
            raise FileNotFoundError(2, "a clip is gone", part.key)
        after = part.pause - PAUSES.guard
        after += -(len(sound) // 2) % GRID
        yield bytes(2 * PAUSES.guard) + sound + bytes(2 * after)


def _track(plan: Plan, path: Path, lengths: Sequence[int]) -> Track:
    clips = []
    at = 0
    for part, length in zip(plan.parts, lengths, strict=True):
        clips.append(Clip(part.sentence_id, at, at + length))
        at += length
    return Track(plan.section_id, plan.number, path, at, tuple(clips))
