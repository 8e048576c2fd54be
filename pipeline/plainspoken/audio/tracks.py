"""Join a section's clips into a track, encode it, and keep it. Each clip is padded to a whole
number of 20 ms, so that all times and their sums are exact in milliseconds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path

from ..narration import RATE, Clip, Track
from . import mp3
from .clip_cache import ClipCache, make_key, write_whole

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
class TrackPlan:
    """All that a track is made from, whether it was made before or not."""

    section_id: str
    number: int
    parts: tuple[Part, ...]
    tags: mp3.Tags

    @property
    def key(self) -> str:
        """Made from all that the track's bytes depend on."""
        parts = (f"{part.key} {part.pause}" for part in self.parts)
        tags = json.dumps(asdict(self.tags), sort_keys=True)
        return make_key(mp3.SETTINGS, repr(PAUSES), tags, *parts)


def _get_path(cache: Path, plan: TrackPlan) -> Path:
    return cache / "tracks" / f"{plan.key}.mp3"


def find_track(cache: Path, plan: TrackPlan) -> Track | None:
    """The track, if it was made before and is whole."""
    path = _get_path(cache, plan)
    try:
        record = json.loads(path.with_suffix(".json").read_text("utf-8"))
        is_whole = hashlib.sha256(path.read_bytes()).hexdigest() == record["sha256"]
        return _to_track(plan, path, record["lengths"]) if is_whole else None
    except (OSError, ValueError, KeyError):
        return None


def make_track(plan: TrackPlan, clips: ClipCache) -> None:
    """Join, encode and keep a track. Raises FileNotFoundError: a clip is not in the cache."""
    path = _get_path(clips.folder, plan)
    pieces = list(_lay_out(plan.parts, clips.read))
    encoded = mp3.encode(b"".join(pieces), plan.tags)
    write_whole(path, encoded, clips.folder)
    record = {
        "sha256": hashlib.sha256(encoded).hexdigest(),
        "lengths": [len(piece) // 2 for piece in pieces],
    }
    write_whole(path.with_suffix(".json"), json.dumps(record).encode(), clips.folder)


def _lay_out(parts: Sequence[Part], read: Callable[[str], bytes | None]) -> Iterable[bytes]:
    """The sound of each part with its silence: a whole number of `GRID`."""
    for part in parts:
        sound = read(part.key) if part.key else bytes(2 * PAUSES.nothing)
        if sound is None:
            raise FileNotFoundError(2, "a clip is gone", part.key)
        after = part.pause - PAUSES.guard
        after += -(len(sound) // 2) % GRID
        yield bytes(2 * PAUSES.guard) + sound + bytes(2 * after)


def _to_track(plan: TrackPlan, path: Path, lengths: Sequence[int]) -> Track:
    ends = accumulate(lengths)
    clips = tuple(
        Clip(part.sentence_id, end - length, end)
        for part, length, end in zip(plan.parts, lengths, ends, strict=True)
    )
    return Track(plan.section_id, plan.number, path, sum(lengths), clips)
