"""Sound that is kept: what else stands in its place is never used, and gives way."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainspoken.audio import mp3
from plainspoken.audio.clip_cache import ClipCache
from plainspoken.audio.pauses import PAUSES
from plainspoken.audio.tracks import Part, TrackPlan, find_track, has_clips, make_track, read_sound
from plainspoken.cache_files import read_sealed, write_sealed
from plainspoken.diagnostics.errors import OutputError
from plainspoken.narration import RATE, Track

Damage = Callable[[Path], object]
TAGS = mp3.Tags("One", "Somebody", "All", "1/1", "eng")


def make_plan(section: str) -> TrackPlan:
    parts = [Part(f"{section}-{n}", (f"{section}{n}",), PAUSES.sentence) for n in range(3)]
    return TrackPlan(section, 1, (*parts, Part("nothing", (), PAUSES.block)), TAGS)


PLAN, OTHER = make_plan("aa"), make_plan("bb")


@pytest.fixture
def clips(tmp_path: Path) -> ClipCache:
    """A cache with the sound of two tracks."""
    clips = ClipCache(tmp_path)
    for plan in (PLAN, OTHER):
        for part in plan.parts[:-1]:
            noise = random.Random(part.keys[0])
            clips.write(part.keys[0], noise.randbytes(2 * noise.randrange(2000, 4000)))
        make_track(plan, clips)
    return clips


def take(clips: ClipCache, plan: TrackPlan = PLAN) -> Track:
    track = find_track(clips.folder, plan)
    assert track
    return track


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "file").touch()


def replace_by_link(path: Path) -> None:
    path.rename(path.with_suffix(".elsewhere"))
    path.symlink_to(path.with_suffix(".elsewhere"))


DAMAGES: dict[str, Damage] = {
    "gone": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-3]),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\0\0"),
    "changed": lambda path: path.write_bytes(b"\x7f" + path.read_bytes()[1:]),
    "a list": lambda path: path.write_bytes(b"[]"),
    "a pipe": replace_by_pipe,
    "a folder": replace_by_folder,
    "a link": replace_by_link,
}


@pytest.mark.parametrize("suffix", [".mp3", ".json"])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_track_that_is_not_what_was_kept_is_made_anew(
    clips: ClipCache, damage: Damage, suffix: str
) -> None:
    before = take(clips)
    sound = before.path.read_bytes()
    damage(before.path.with_suffix(suffix))
    assert find_track(clips.folder, PLAN) is None
    make_track(PLAN, clips)
    assert take(clips) == before
    assert before.path.read_bytes() == sound
    assert not before.path.with_suffix(suffix).is_symlink()


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_clip_that_is_not_what_was_kept_is_none_and_gives_way(
    clips: ClipCache, damage: Damage
) -> None:
    key = PLAN.parts[0].keys[0]
    sound = clips.read(key)
    assert sound
    damage(clips.path(key))
    assert clips.read(key) is None
    with pytest.raises(OutputError, match="the sound of aa-0 is gone from the cache"):
        make_track(PLAN, clips)
    clips.write(key, sound)
    assert clips.read(key) == sound


@pytest.mark.parametrize("seconds", [0.05, 1])
def test_clips_that_were_spoken_again_are_not_those_of_a_track(
    clips: ClipCache, seconds: float
) -> None:
    assert has_clips(PLAN, clips)
    clips.write(PLAN.parts[0].keys[0], bytes(2 * round(RATE * seconds)))
    assert not has_clips(PLAN, clips)
    make_track(PLAN, clips)
    assert has_clips(PLAN, clips)
    assert sum(map(len, read_sound(take(clips), clips))) == 2 * take(clips).samples


def test_a_clip_that_is_longer_than_its_place_in_a_track_is_told(clips: ClipCache) -> None:
    track = take(clips)
    clips.write(PLAN.parts[1].keys[0], bytes(2 * RATE))
    with pytest.raises(OutputError, match="the sound of aa-1 is longer than its place"):
        b"".join(read_sound(track, clips))


@pytest.mark.parametrize("sound", [b"", b"x", b"xyz"])
def test_a_clip_that_is_no_sound_is_none(tmp_path: Path, sound: bytes) -> None:
    cache = ClipCache(tmp_path)
    cache.write("0123", sound)
    assert cache.read("0123") is None


def test_the_lengths_of_a_track_are_under_its_checksum(clips: ClipCache) -> None:
    path = take(clips).path.with_suffix(".json")
    table = json.loads(path.read_bytes())
    table["record"]["lengths"].reverse()
    path.write_text(json.dumps(table), "utf-8")
    assert find_track(clips.folder, PLAN) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda _: [],
        lambda _: None,
        lambda lengths: {"0": lengths},
        lambda lengths: lengths[1:],
        lambda lengths: [*lengths, 441],
        lambda lengths: [-lengths[0], *lengths[1:]],
        lambda lengths: [0, *lengths[1:]],
        lambda lengths: [lengths[0] + 1, *lengths[1:]],
        lambda lengths: [float(lengths[0]), *lengths[1:]],
        lambda lengths: [str(lengths[0]), *lengths[1:]],
    ],
)
def test_lengths_that_cannot_be_are_not_used_though_their_checksum_is_right(
    clips: ClipCache, change: Callable[[Any], object]
) -> None:
    path = take(clips).path.with_suffix(".json")
    record = read_sealed(path)
    write_sealed(path, {**record, "lengths": change(record["lengths"])}, clips.folder)
    assert find_track(clips.folder, PLAN) is None


@pytest.mark.parametrize("sounds", [None, [], ["a"], [1, 2, 3, 4], "abcd"])
def test_a_track_of_which_nobody_knows_what_is_heard_is_not_used(
    clips: ClipCache, sounds: object
) -> None:
    path = take(clips).path.with_suffix(".json")
    write_sealed(path, {**read_sealed(path), "sounds": sounds}, clips.folder)
    assert find_track(clips.folder, PLAN) is None


def test_tracks_and_clips_that_changed_places_are_not_used(clips: ClipCache) -> None:
    paths = [take(clips, plan).path for plan in (PLAN, OTHER)]
    clip_paths = [clips.path(plan.parts[0].keys[0]) for plan in (PLAN, OTHER)]
    for one, other in (paths, [path.with_suffix(".json") for path in paths], clip_paths):
        content = one.read_bytes()
        other.replace(one)
        other.write_bytes(content)
    for plan in (PLAN, OTHER):
        assert find_track(clips.folder, plan) is None
        assert clips.read(plan.parts[0].keys[0]) is None
