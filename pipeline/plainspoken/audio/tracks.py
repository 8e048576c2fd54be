"""Join a section's clips into a track, encode it, and keep it. Each clip is padded to a whole
number of 20 ms, so that all times and their sums are exact in milliseconds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from ..cache_files import hash_file, mark_used, open_unfinished, read_sealed, write_sealed
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..narration import Clip, Track
from . import mp3
from .clip_cache import ClipCache, make_key
from .pauses import GRID, PAUSES

_HINT = "Run the command again, and let nothing else change the cache meanwhile."


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a track: which clip it is, and how long the silence after it."""

    sentence_id: str
    keys: tuple[str, ...]
    """Of the clips, in order; none where there is nothing to say."""
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
        parts = (f"{' '.join(part.keys)} {part.pause}" for part in self.parts)
        tags = json.dumps(asdict(self.tags), sort_keys=True)
        return make_key(mp3.SETTINGS, repr(PAUSES), tags, *parts)


def _get_path(cache: Path, plan: TrackPlan) -> Path:
    return cache / "tracks" / f"{plan.key}.mp3"


def find_track(cache: Path, plan: TrackPlan) -> Track | None:
    """The track, if it was made before and is whole."""
    path = _get_path(cache, plan)
    match _read_record(path):
        case {"lengths": [*lengths], "sounds": [*sounds]} if _fit(lengths, sounds, plan.parts):
            return _to_track(plan, path, lengths, sounds)
    return None


def is_whole_track(path: Path) -> bool:
    """Whether the file of a track is the one that was once made under its name."""
    return _read_record(path) is not None


def _read_record(path: Path) -> Any:
    """What is known of a track; None where its file is not the one that was made."""
    match read_sealed(path.with_suffix(".json")):
        case {"sha256": str(digest), **record} if hash_file(path) == digest:
            return record
    return None


def _fit(lengths: Sequence[object], sounds: Sequence[object], parts: Sequence[Part]) -> bool:
    are_lengths = all(type(each) is int and each > 0 and not each % GRID for each in lengths)
    are_sounds = all(type(each) is str for each in sounds)
    return are_lengths and are_sounds and len(lengths) == len(sounds) == len(parts)


def mark_track_used(plan: TrackPlan, clips: ClipCache) -> None:
    """Note that a build uses a track and its clips, so that a prune removes others first."""
    mark_used(_get_path(clips.folder, plan))
    for part in plan.parts:
        for key in part.keys:
            mark_used(clips.path(key))


def make_track(plan: TrackPlan, clips: ClipCache) -> None:
    """Join, encode and keep a track, without ever holding the whole of it. Raises OutputError: a
    clip is not in the cache.
    """
    path = _get_path(clips.folder, plan)
    lengths: list[int] = []
    sounds: list[str] = []
    with open_unfinished(path, clips.folder) as file:
        mp3.encode(_lay_out(plan.parts, clips, lengths, sounds), plan.tags, file)
    record = {"sha256": hash_file(path), "lengths": lengths, "sounds": sounds}
    write_sealed(path.with_suffix(".json"), record, clips.folder)


def _lay_out(
    parts: Sequence[Part], clips: ClipCache, lengths: list[int], sounds: list[str]
) -> Iterator[bytes]:
    """The sound of each part between its silences, a whole number of `GRID` that is added to
    `lengths`, and its SHA-256 to `sounds`. The silence at the head belongs to the first part.
    """
    before = PAUSES.head
    for part in parts:
        sound = _join_clips(part.keys, part.sentence_id, clips)
        samples = len(sound) // 2
        after = part.pause - PAUSES.guard + -samples % GRID
        lengths.append(before + samples + after)
        sounds.append(hashlib.sha256(sound).hexdigest())
        yield from (bytes(2 * before), sound, bytes(2 * after))
        before = PAUSES.guard


def read_sound(track: Track, clips: ClipCache) -> Iterator[bytes]:
    """The sound that a track was encoded from, piece by piece: PCM of 16 bits. Raises OutputError:
    a clip is not in the cache; `narrate` makes sure of all where it is told to.
    """
    before = PAUSES.head
    for clip in track.clips:
        sound = _join_clips(clip.kept, clip.sentence_id, clips)
        after = clip.end - clip.begin - before - len(sound) // 2
        if after < 0:
            message = f"the sound of {clip.sentence_id} is longer than its place in the track"
            raise OutputError([Finding("", 0, message, _HINT)])
        yield from (bytes(2 * before), sound, bytes(2 * after))
        before = PAUSES.guard


def has_clips(plan: TrackPlan, clips: ClipCache) -> bool:
    """Whether all clips of a track are kept, and are those that it was made from: a voice that
    speaks again need not give the same sound.
    """
    match read_sealed(_get_path(clips.folder, plan).with_suffix(".json")):
        case {"sounds": [*sounds]}:
            return sounds == [_hash_sound(part, clips) for part in plan.parts]
    return False


def _hash_sound(part: Part, clips: ClipCache) -> str:
    """The SHA-256 of a sentence's sound; empty where a clip of it is gone."""
    try:
        return hashlib.sha256(_join_clips(part.keys, part.sentence_id, clips)).hexdigest()
    except OutputError:
        return ""


def _join_clips(keys: Sequence[str], sentence_id: str, clips: ClipCache) -> bytes:
    """The sound of a sentence, without the silence round it."""
    pieces = [_read_clip(key, sentence_id, clips) for key in keys]
    return bytes(2 * PAUSES.piece).join(pieces) or bytes(2 * PAUSES.nothing)


def _read_clip(key: str, sentence_id: str, clips: ClipCache) -> bytes:
    sound = clips.read(key)
    if sound is None:
        message = f"the sound of {sentence_id} is gone from the cache"
        raise OutputError([Finding("", 0, message, _HINT)])
    return sound


def _to_track(plan: TrackPlan, path: Path, lengths: Sequence[int], sounds: Sequence[str]) -> Track:
    ends = accumulate(lengths)
    clips = tuple(
        Clip(part.sentence_id, end - length, end, sound, part.keys)
        for part, length, end, sound in zip(plan.parts, lengths, ends, sounds, strict=True)
    )
    return Track(plan.section_id, plan.number, path, sum(lengths), clips)
