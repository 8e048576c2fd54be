"""Join a section's clips into a track, encode it, and keep it. Each clip but the last is padded to
a whole number of MP3 frames, so that it is encoded once, whatever stands before it; the whole to a
number of 20 ms, so that the lengths of tracks and their sums are exact in milliseconds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
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
from .stretch_cache import encode_once

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
        case {"lengths": [*lengths], "sounds": [*sounds], "pieces": [*pieces]} if _fit(
            lengths, sounds, pieces, plan.parts
        ):
            return _to_track(plan, path, lengths, sounds, pieces)
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


def _fit(
    lengths: Sequence[object],
    sounds: Sequence[object],
    pieces: Sequence[object],
    parts: Sequence[Part],
) -> bool:
    if not len(lengths) == len(sounds) == len(pieces) == len(parts):
        return False
    are_sounds = all(type(each) is str for each in sounds)
    return _are_lengths(lengths) and are_sounds and all(map(_are_samples, pieces, parts))


def _are_lengths(numbers: Sequence[object]) -> bool:
    """Whether these can be lengths of the parts of one track."""
    samples = [number for number in numbers if type(number) is int and number > 0]
    are_frames = not any(number % mp3.FRAME for number in samples[:-1])
    return len(samples) == len(numbers) and are_frames and not sum(samples) % GRID


def _are_samples(pieces: object, part: Part) -> bool:
    """Whether there is a number of samples for each clip of a part."""
    match pieces:
        case [*numbers]:
            is_each_one = all(type(number) is int and number > 0 for number in numbers)
            return is_each_one and len(numbers) == len(part.keys)
    return False


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
    layout = _Layout()
    with open_unfinished(path, clips.folder) as file:
        mp3.write(_lay_out(plan.parts, clips, layout), plan.tags, file)
    record = {"sha256": hash_file(path), **asdict(layout)}
    write_sealed(path.with_suffix(".json"), record, clips.folder)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the parts of a track lie in it. The fields are keys of its record."""

    lengths: list[int] = field(default_factory=list)
    """The samples of each part with its silences."""
    sounds: list[str] = field(default_factory=list)
    """The SHA-256 of its sound."""
    pieces: list[list[int]] = field(default_factory=list)
    """The samples of each of its clips."""


def _lay_out(parts: Sequence[Part], clips: ClipCache, layout: _Layout) -> Iterator[mp3.Stretch]:
    """Each part, encoded with its silences, which is noted in `layout`. The silence at the head
    belongs to the first part.
    """
    before = PAUSES.head
    for number, part in enumerate(parts, 1):
        pieces = [_read_clip(key, part.sentence_id, clips) for key in part.keys]
        sound = _join_pieces(pieces)
        samples = before + len(sound) // 2 + part.pause - PAUSES.guard
        is_last = number == len(parts)
        lacking = -(sum(layout.lengths) + samples) % GRID if is_last else -samples % mp3.FRAME
        after = part.pause - PAUSES.guard + lacking
        digest = hashlib.sha256(sound).hexdigest()
        layout.lengths.append(samples + lacking)
        layout.sounds.append(digest)
        layout.pieces.append([len(piece) // 2 for piece in pieces])
        whole = (bytes(2 * before), sound, bytes(2 * after))
        yield encode_once(whole, digest, (before, after), is_last, clips.folder)
        before = PAUSES.guard


def locate_pieces(track: Track) -> Iterator[tuple[Clip, list[int]]]:
    """Each clip, and the sample of the track at which the sound of each of its keys begins."""
    before = PAUSES.head
    for clip in track.clips:
        lengths = [samples + PAUSES.piece for samples in clip.pieces]
        yield clip, list(accumulate(lengths, initial=clip.begin + before))[: len(clip.kept)]
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
    return _join_pieces([_read_clip(key, sentence_id, clips) for key in keys])


def _join_pieces(pieces: Sequence[bytes]) -> bytes:
    return bytes(2 * PAUSES.piece).join(pieces) or bytes(2 * PAUSES.nothing)


def _read_clip(key: str, sentence_id: str, clips: ClipCache) -> bytes:
    sound = clips.read(key)
    if sound is None:
        message = f"the sound of {sentence_id} is gone from the cache"
        raise OutputError([Finding("", 0, message, _HINT)])
    return sound


def _to_track(
    plan: TrackPlan,
    path: Path,
    lengths: Sequence[int],
    sounds: Sequence[str],
    pieces: Sequence[Sequence[int]],
) -> Track:
    ends = accumulate(lengths)
    clips = tuple(
        Clip(part.sentence_id, end - length, end, sound, part.keys, tuple(samples))
        for part, length, end, sound, samples in zip(
            plan.parts, lengths, ends, sounds, pieces, strict=True
        )
    )
    return Track(plan.section_id, plan.number, path, sum(lengths), clips)
