"""Sounds lie in a track to the sample, and a track is made anew whatever it depends on changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from plainspoken.audio import mp3
from plainspoken.audio.clip_cache import ClipCache, make_key
from plainspoken.audio.imprint import Imprint
from plainspoken.audio.pcm import decode_mp3
from plainspoken.audio.tracks import (
    Part,
    TrackPlan,
    find_track,
    has_clips,
    is_whole_track,
    locate_pieces,
    make_track,
    mark_track_used,
    read_sound,
)
from plainspoken.cache_files import read_sealed, write_sealed
from plainspoken.diagnostics.errors import OutputError
from plainspoken.narration import Track

GRID, GUARD, HEAD, PIECE, NOTHING = (22_050 * ms // 1000 for ms in (20, 120, 700, 160, 200))
TAGS = mp3.Tags("One", "Somebody", "All", "1/1", "eng")
SOUNDS = {"aa": b"\1\2" * 882, "bb": b"\3\4" * 1000, "cc": b"\5\6" * 1323}
PLAN = TrackPlan(
    "opening", 3,
    (Part("s0", ("aa",), 5292), Part("s1", ("bb", "cc"), 4410), Part("s2", (), 8820)), TAGS,
)  # fmt: skip


@pytest.fixture
def clips(tmp_path: Path) -> ClipCache:
    clips = ClipCache(tmp_path)
    for key, sound in SOUNDS.items():
        clips.write(key, sound)
    return clips


def make(clips: ClipCache) -> Track:
    make_track(PLAN, clips)
    track = find_track(clips.folder, PLAN)
    assert track
    return track


def fill(samples: int, unit: int) -> int:
    """The next whole number of units."""
    return -(-samples // unit) * unit


def test_sounds_and_silences_have_their_lengths(clips: ClipCache) -> None:
    track = make(clips)
    assert (track.section_id, track.number) == ("opening", 3)
    assert track.path == clips.folder / "tracks" / f"{PLAN.key}.mp3"
    lengths = [
        fill(HEAD + 882 + (5292 - GUARD), mp3.FRAME),
        fill(1000 + PIECE + 1323 + 4410, mp3.FRAME),
        NOTHING + 8820,
    ]
    lengths[2] += fill(sum(lengths), GRID) - sum(lengths)
    ends = [0, lengths[0], sum(lengths[:2]), sum(lengths)]
    assert [(clip.begin, clip.end) for clip in track.clips] == list(pairwise(ends))
    assert track.samples == ends[-1]
    assert [clip.sentence_id for clip in track.clips] == ["s0", "s1", "s2"]
    assert [clip.kept for clip in track.clips] == [("aa",), ("bb", "cc"), ()]
    assert [clip.pieces for clip in track.clips] == [(882,), (1000, 1323), ()]
    joined = [SOUNDS["aa"], SOUNDS["bb"] + bytes(2 * PIECE) + SOUNDS["cc"], bytes(2 * NOTHING)]
    assert [clip.sound for clip in track.clips] == [
        hashlib.sha256(sound).hexdigest() for sound in joined
    ]


def test_each_piece_begins_where_its_sound_is(clips: ClipCache) -> None:
    track = make(clips)
    found = [begins for _, begins in locate_pieces(track)]
    second = track.clips[1].begin + GUARD
    assert found == [[HEAD], [second, second + 1000 + PIECE], []]
    whole = b"".join(read_sound(track, clips))
    assert len(whole) == 2 * track.samples
    for begins, clip in zip(found, track.clips, strict=True):
        for begin, key in zip(begins, clip.kept, strict=True):
            assert whole[2 * begin : 2 * begin + len(SOUNDS[key])] == SOUNDS[key]
    silence = whole.translate(None, bytes(range(1, 7)))
    assert not any(silence)
    assert len(silence) == len(whole) - sum(map(len, SOUNDS.values()))


CHANGES: list[Callable[[TrackPlan], TrackPlan]] = [
    lambda plan: replace(plan, parts=plan.parts[:2]),
    lambda plan: replace(plan, parts=(plan.parts[1], plan.parts[0], plan.parts[2])),
    lambda plan: replace(plan, parts=(replace(plan.parts[0], pause=5733), *plan.parts[1:])),
    lambda plan: replace(plan, parts=(replace(plan.parts[0], keys=("bb",)), *plan.parts[1:])),
    *(
        lambda plan, name=name: replace(plan, tags=replace(plan.tags, **{name: "Other"}))
        for name in ("title", "artist", "album", "track", "language")
    ),
    *(
        lambda plan, name=name: replace(
            plan, tags=replace(plan.tags, imprint=Imprint(**{name: "Other"}))
        )
        for name in ("publisher", "published", "licence", "licence_url")
    ),
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_its_bytes_depend_on_is_in_its_key(
    change: Callable[[TrackPlan], TrackPlan],
) -> None:
    assert change(PLAN).key != PLAN.key


def test_what_its_bytes_do_not_depend_on_is_not_in_its_key() -> None:
    other = replace(PLAN.parts[0], sentence_id="other")
    assert replace(PLAN, section_id="x", number=7, parts=(other, *PLAN.parts[1:])).key == PLAN.key
    assert len(PLAN.key) == 40
    assert mp3.SETTINGS == "mp3 32 7 22050 info-1 id3-2.4 stretches-1"


def test_a_key_is_made_of_its_facts_in_their_order() -> None:
    assert make_key("a", "b") == hashlib.sha256(b"a\0b").hexdigest()[:40]
    assert len({make_key("a", "b"), make_key("b", "a"), make_key("ab"), make_key("a")}) == 4


def test_a_clip_lies_in_a_folder_by_its_key_with_a_checksum(clips: ClipCache) -> None:
    path = clips.path("abcdef")
    assert path == clips.folder / "clips/ab/abcdef.pcm"
    clips.write("abcdef", b"\1\2\3\4")
    assert path.read_bytes()[:-4] == b"\1\2\3\4"
    assert clips.read("abcdef") == b"\1\2\3\4"
    clips.write("abcdeg", b"\1\2\3\4")
    assert path.read_bytes()[-4:] != clips.path("abcdeg").read_bytes()[-4:]


@pytest.mark.parametrize(
    "pieces",
    [None, [], [[882], [1000, 1323]], [[882], [1000], []], [[882], [1000, 0], []],
     [[882], [1000, -1], []], [[882], [1000, 1.5], []], [[882], [1000, True], []],
     [[882], [1000, "1"], []], [[882], 7, []], [[882, 1], [1000, 1323], []]],
)  # fmt: skip
def test_a_record_with_other_pieces_is_not_used(clips: ClipCache, pieces: object) -> None:
    path = make(clips).path.with_suffix(".json")
    record = read_sealed(path)
    assert find_track(clips.folder, PLAN)
    write_sealed(path, {**record, "pieces": pieces}, clips.folder)
    assert find_track(clips.folder, PLAN) is None
    assert is_whole_track(path.with_suffix(".mp3"))


def test_clips_that_are_gone_are_told(clips: ClipCache) -> None:
    track = make(clips)
    assert has_clips(PLAN, clips)
    clips.path("cc").unlink()
    assert not has_clips(PLAN, clips)
    with pytest.raises(OutputError) as raised:
        b"".join(read_sound(track, clips))
    (finding,) = raised.value.findings
    assert finding.line == 0
    assert finding.message == "the sound of s1 is gone from the cache"
    assert finding.hint == "Run the command again, and let nothing else change the cache meanwhile."
    track.path.unlink()
    assert find_track(clips.folder, PLAN) is None
    assert not is_whole_track(track.path)
    assert not has_clips(replace(PLAN, parts=PLAN.parts[:1]), clips)


def test_a_clip_that_just_fits_into_its_place_is_read(clips: ClipCache) -> None:
    track = make(clips)
    room = (track.clips[0].end - HEAD) * 2
    clips.write("aa", b"\1\1" * (room // 2))
    assert sum(map(len, read_sound(track, clips))) == 2 * track.samples
    clips.write("aa", b"\1\1" * (room // 2 + 1))
    with pytest.raises(OutputError, match="the sound of s0 is longer than its place in the track"):
        b"".join(read_sound(track, clips))


def list_stretches(cache: Path) -> dict[Path, int]:
    """Those that a cache keeps, and when each was written."""
    return {path: path.stat().st_mtime_ns for path in cache.glob("stretches/??/*.mp3")}


def test_only_what_was_edited_is_encoded_anew_and_the_track_is_as_if_all_were(
    clips: ClipCache, tmp_path: Path
) -> None:
    make(clips)
    before = list_stretches(clips.folder)
    edited = replace(PLAN, parts=(replace(PLAN.parts[0], keys=("cc",)), *PLAN.parts[1:]))
    make_track(edited, clips)
    after = list_stretches(clips.folder)
    assert len(before) == 3
    assert {path: after.get(path) for path in before} == before
    assert len(after) == 5, "the edited one, and the last, whose silence fills up the whole"
    other = ClipCache(tmp_path / "other")
    for key, sound in SOUNDS.items():
        other.write(key, sound)
    make_track(edited, other)
    name = f"tracks/{edited.key}.mp3"
    assert (other.folder / name).read_bytes() == (clips.folder / name).read_bytes()


@pytest.mark.parametrize("content", [b"", b"x", b"\xff\xf3" * 500])
def test_a_damaged_stretch_is_encoded_anew(clips: ClipCache, content: bytes) -> None:
    whole = make(clips).path.read_bytes()
    for path in list_stretches(clips.folder):
        path.write_bytes(content)
    make(clips).path.unlink()
    assert make(clips).path.read_bytes() == whole


def test_a_track_decodes_to_all_of_its_samples(clips: ClipCache) -> None:
    track = make(clips)
    assert len(decode_mp3(track.path.read_bytes())) == 2 * track.samples


@pytest.mark.parametrize(
    ("key", "value"),
    [("lengths", [576, 576, True]), ("lengths", [576, 576, 0]), ("lengths", [576, 577, 171]),
     ("lengths", [576, 576, 172]), ("lengths", [576, 576, 171.0]), ("lengths", [576, 576, -270]),
     ("sounds", ["a", "b", 3]), ("lengths", [576, 306])],
)  # fmt: skip
def test_a_record_of_another_shape_is_not_used(
    clips: ClipCache, key: str, value: list[object]
) -> None:
    path = make(clips).path.with_suffix(".json")
    write_sealed(path, {**read_sealed(path), key: value}, clips.folder)
    assert find_track(clips.folder, PLAN) is None


def test_what_a_build_uses_is_marked(clips: ClipCache) -> None:
    track = make(clips)
    paths = [track.path, *map(clips.path, SOUNDS)]
    for path in paths:
        os.utime(path, ns=(5, 7))
    mark_track_used(PLAN, clips)
    assert all(path.lstat().st_atime_ns > 10**9 for path in paths)
    assert all(path.lstat().st_mtime_ns == 7 for path in paths)
