"""Sounds are carried in an archive; what of one is not right is left out."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from plainspoken.audio import mp3
from plainspoken.audio.cache import archive
from plainspoken.audio.cache.archive import Imported, read_archive, write_archive
from plainspoken.audio.cache.contents import list_items
from plainspoken.audio.clip_cache import ClipCache, make_key
from plainspoken.audio.tracks import Part, TrackPlan, make_track
from plainspoken.diagnostics.errors import SourceError

KEYS = [make_key("one"), make_key("two")]
PLAN = TrackPlan(
    "a", 1, tuple(Part(key, (key,), 5292) for key in KEYS), mp3.Tags("A", "B", "C", "1/1", "eng")
)
HINT = "Give a file that `plainspoken cache export` wrote, with this version."


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    clips = ClipCache(tmp_path / "cache")
    for key in KEYS:
        clips.write(key, b"\1\2" * 900)
    make_track(PLAN, clips)
    return clips.folder


def export(cache: Path) -> tuple[bytes, int]:
    """The archive of a cache, and how often it was told of a sound that is done."""
    file, done = io.BytesIO(), []
    carried = [item for item in list_items(cache) if item.is_carried]
    write_archive(carried, cache, file, lambda: done.append(1))
    return file.getvalue(), len(done)


def read(path: Path, content: bytes) -> tuple[Imported, list[tuple[int, int]]]:
    (path / "it.zip").write_bytes(content)
    told: list[tuple[int, int]] = []
    found = read_archive(path / "it.zip", path / "other", lambda *step: told.append(step))
    return found, told


def pack(files: Mapping[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return file.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_an_archive_has_each_sound_under_its_name(cache: Path) -> None:
    content, done = export(cache)
    assert done == 3
    assert export(cache)[0] == content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        infos = package.infolist()
    names = [f"clips/{key[:2]}/{key}.pcm" for key in sorted(KEYS)]
    assert [info.filename for info in infos] == [
        "archive.json", *names, f"tracks/{PLAN.key}.mp3", f"tracks/{PLAN.key}.json",
    ]  # fmt: skip
    deflated = [info.compress_type == zipfile.ZIP_DEFLATED for info in infos]
    assert deflated == [True, True, True, False, True]
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert json.loads(unpack(content)["archive.json"]) == {"plainspoken-sounds": 1}


def test_what_is_not_there_is_taken_once(cache: Path, tmp_path: Path) -> None:
    content, _ = export(cache)
    steps = [(1, 3), (2, 3), (3, 3)]
    assert read(tmp_path, content) == (Imported(3, 0, 0), steps)
    assert export(tmp_path / "other")[0] == content
    assert read(tmp_path, content) == (Imported(0, 3, 0), steps)
    ClipCache(tmp_path / "other").path(KEYS[0]).write_bytes(b"x")
    assert read(tmp_path, content) == (Imported(1, 2, 0), steps)


def test_what_is_damaged_or_half_there_is_left_out(cache: Path, tmp_path: Path) -> None:
    files = unpack(export(cache)[0])
    first = f"clips/{KEYS[0][:2]}/{KEYS[0]}.pcm"
    del files[f"tracks/{PLAN.key}.json"]
    files[first] = b"x" + files[first][1:]
    assert read(tmp_path, pack(files))[0] == Imported(1, 0, 2)
    assert [item.key for item in list_items(tmp_path / "other")] == [KEYS[1]]


@pytest.mark.parametrize(
    "name",
    [
        f"clips/{KEYS[0][:2]}/{KEYS[1]}.pcm", f"clips/{KEYS[0][:2]}/{KEYS[0]}.mp3",
        f"clips/{KEYS[0][:2]}/{KEYS[0][:-1]}.pcm", f"../clips/{KEYS[0][:2]}/{KEYS[0]}.pcm",
        f"tracks/{KEYS[0]}.json", f"tracks/{KEYS[0]}.mp3.exe", f"tracks/{KEYS[0].upper()}Z.mp3",
        "readme.txt",
    ],
)  # fmt: skip
def test_what_has_no_name_of_a_sound_is_not_looked_at(name: str, tmp_path: Path) -> None:
    files = {"archive.json": b'{"plainspoken-sounds": 1}', name: b"x"}
    assert read(tmp_path, pack(files)) == (Imported(0, 0, 0), [])
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is no archive of sounds, or a damaged one"),
        (pack({}), "is no archive of sounds, or a damaged one"),
        (pack({"archive.json": b"[]"}), "is no archive of sounds, or a damaged one"),
        (pack({"archive.json": b"{}"}), "is no archive of sounds, or a damaged one"),
        (pack({"archive.json": b'{"plainspoken-sounds": 2}'}),
         "was written by another version: its number is 2"),
        (pack({"archive.json": b'{"plainspoken-sounds": 1}'}, zipfile.ZIP_BZIP2),
         "is no archive of sounds, or a damaged one"),
    ],
)  # fmt: skip
def test_another_file_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read(tmp_path, content)
    (finding,) = raised.value.findings
    assert (finding.location, finding.message, finding.hint) == (
        str(tmp_path / "it.zip"), message, HINT,
    )  # fmt: skip


def test_a_folder_or_nothing_is_no_archive(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path, "is no file"),
        (tmp_path / "none.zip", "cannot be read: No such file or directory"),
    ):
        with pytest.raises(SourceError) as raised:
            read_archive(path, tmp_path / "other", lambda *_: None)
        assert raised.value.findings[0].message == message


def test_a_file_that_is_larger_than_any_sound_is_left_out(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, _ = export(cache)
    size = ClipCache(cache).path(KEYS[0]).stat().st_size
    monkeypatch.setattr(archive, "LARGEST", size)
    found, _ = read(tmp_path, content)
    assert found.taken + found.damaged == 3
    assert found.taken >= 2
    monkeypatch.setattr(archive, "LARGEST", size - 1)
    assert read(tmp_path / "cache", content)[0].damaged >= 2
