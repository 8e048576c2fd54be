"""The commands that look after the sounds of a guide."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest

from plainspoken.cache_files import write_sealed
from plainspoken.cli import main


@pytest.fixture
def built(small_guide: Path) -> Path:
    assert main(["speak", "--locale", "en", "-C", str(small_guide)]) == 0
    return small_guide


def cache_of(guide: Path) -> Path:
    return guide / ".cache" / "plainspoken"


def list_files(guide: Path) -> dict[str, bytes]:
    cache = cache_of(guide)
    names = (*cache.glob("clips/*/*"), *cache.glob("tracks/*"))
    return {path.relative_to(cache).as_posix(): path.read_bytes() for path in names}


def test_info_counts_clips_and_tracks(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["cache", "info", "--json", "-C", str(built)]) == 0
    sounds = json.loads(capsys.readouterr().out)["sounds"]
    files = list_files(built)
    clips = [raw for name, raw in files.items() if name.endswith(".pcm")]
    assert sounds["clip"] == {"number": len(clips), "bytes": sum(map(len, clips))}
    assert sounds["track"]["number"] == len([name for name in files if name.endswith(".mp3")]) > 2
    assert main(["cache", "info", "-C", str(built)]) == 0
    assert f"{len(clips)} clips" in capsys.readouterr().out


def test_a_guide_without_a_build_keeps_nothing(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cache", "info", "-C", str(small_guide)]) == 0
    assert "0 clips" in capsys.readouterr().out
    assert main(["cache", "verify", "-C", str(small_guide)]) == 0
    assert main(["cache", "export", str(small_guide / "sounds.zip"), "-C", str(small_guide)]) == 2
    assert "keeps no sound yet" in capsys.readouterr().err
    assert not (small_guide / "sounds.zip").exists()


def test_damaged_sounds_are_named_removed_and_made_anew(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = list_files(built)
    clip = next(cache_of(built).glob("clips/*/*.pcm"))
    track = next(cache_of(built).glob("tracks/*.mp3"))
    for path in (clip, track):
        path.write_bytes(path.read_bytes()[:-10] + bytes(10))
    assert main(["cache", "verify", "-C", str(built)]) == 1
    told = capsys.readouterr().out
    assert f"damaged: clips/{clip.parent.name}/{clip.name}" in told
    assert f"damaged: tracks/{track.name}" in told
    assert ", 2 damaged." in told
    assert main(["cache", "prune", "-C", str(built)]) == 0
    assert "Removed 2 damaged and 0 of the oldest" in capsys.readouterr().out
    assert main(["cache", "verify", "-C", str(built)]) == 0
    assert main(["speak", "--locale", "en", "-C", str(built)]) == 0
    assert list_files(built).keys() <= before.keys()
    assert (track.read_bytes(), clip.exists()) == (before[f"tracks/{track.name}"], clip.exists())


def test_a_prune_keeps_what_was_used_last_and_so_many_bytes(built: Path) -> None:
    clips = sorted(cache_of(built).glob("clips/*/*.pcm"), key=lambda path: path.name)
    tracks = [
        path
        for name in ("tracks", "stretches")
        for path in cache_of(built).glob(f"{name}/**/*.mp3")
    ]
    for age, path in enumerate((*clips, *tracks)):
        os.utime(path, (10**9 - age, 10**9 - age))  # tracks and stretches are the oldest
    most = sum(path.stat().st_size for path in clips[:3])
    assert main(["cache", "prune", "--most", str(most / 1e6), "-C", str(built)]) == 0
    assert set(list_files(built)) == {
        path.relative_to(cache_of(built)).as_posix() for path in clips[:3]
    }


def write_transcripts(guide: Path, *texts: object) -> list[Path]:
    """What somebody has heard, as `plainspoken listen` keeps it."""
    cache = cache_of(guide)
    paths = [cache / "transcripts" / f"{number:040x}.json" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        write_sealed(path, text, cache)
    return paths


def test_what_was_heard_is_counted_and_told_where_it_is_damaged(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, cut, other = write_transcripts(built, "Boil it.", "Wait.", ["no text"])
    cut.write_bytes(cut.read_bytes().replace(b"Wait", b"Halt"))
    sizes = sum(path.stat().st_size for path in (whole, cut, other))
    capsys.readouterr()
    assert main(["cache", "info", "--json", "-C", str(built)]) == 0
    table = json.loads(capsys.readouterr().out)
    assert table["transcripts"] == {"number": 3, "bytes": sizes}
    assert table["sounds"].keys() == {"clip", "stretch", "track"}
    assert main(["cache", "info", "-C", str(built)]) == 0
    assert "3 transcripts" in capsys.readouterr().out
    assert main(["cache", "verify", "--json", "-C", str(built)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["transcripts"] == 3
    assert found["damaged"] == [f"transcripts/{path.name}" for path in (cut, other)]
    assert main(["cache", "prune", "-C", str(built)]) == 0
    assert "Removed 2 damaged and 0 of the oldest" in capsys.readouterr().out
    assert [path for path in (whole, cut, other) if path.exists()] == [whole]


def test_what_was_heard_longest_ago_is_removed_before_sound_of_today(built: Path) -> None:
    old, new = write_transcripts(built, "Boil it.", "Wait.")
    os.utime(old, (10**9, 10**9))
    total = sum(path.stat().st_size for path in cache_of(built).glob("[ct]*/**/*.*"))
    sounds = list_files(built)
    assert main(["cache", "prune", "--most", str((total - 1) / 1e6), "-C", str(built)]) == 0
    assert not old.exists()
    assert new.exists()
    assert list_files(built) == sounds


def test_an_archive_holds_no_transcripts(built: Path, tmp_path: Path) -> None:
    write_transcripts(built, "Boil it.")
    archive = tmp_path / "sounds.zip"
    assert main(["cache", "export", str(archive), "-C", str(built)]) == 0
    assert not [name for name in zipfile.ZipFile(archive).namelist() if "transcript" in name]


def test_a_build_marks_what_it_uses_and_changes_no_sound(built: Path) -> None:
    before = list_files(built)
    paths = [cache_of(built) / name for name in before if not name.endswith(".json")]
    for path in paths:
        os.utime(path, (10**9, 10**9))
    assert main(["speak", "--locale", "en", "-C", str(built)]) == 0
    assert list_files(built) == before
    assert all(path.stat().st_atime > 10**9 and path.stat().st_mtime == 10**9 for path in paths)


def test_sounds_are_carried_to_another_checkout_and_nothing_is_spoken_there(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "sounds.zip"
    assert main(["cache", "export", str(archive), "-C", str(built)]) == 0
    first = archive.read_bytes()
    assert main(["cache", "export", str(archive), "-C", str(built)]) == 0
    assert archive.read_bytes() == first
    sounds = list_files(built)
    for path in cache_of(built).glob("*/**/*"):
        if path.is_file():
            path.unlink()
    capsys.readouterr()
    assert main(["cache", "import", str(archive), "-C", str(built)]) == 0
    assert " 0 were there already, 0 are damaged" in capsys.readouterr().out
    assert list_files(built) == sounds
    made = {path: path.stat().st_mtime_ns for path in cache_of(built).glob("clips/*/*")}
    assert main(["speak", "--locale", "en", "-C", str(built)]) == 0
    assert made == {path: path.stat().st_mtime_ns for path in cache_of(built).glob("clips/*/*")}
    assert main(["cache", "import", str(archive), "-C", str(built)]) == 0
    assert "Took 0 sounds" in capsys.readouterr().out


def test_what_is_damaged_in_an_archive_is_left_out_and_told(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "sounds.zip"
    assert main(["cache", "export", str(archive), "-C", str(built)]) == 0
    sounds = list_files(built)
    changed = next(name for name in sounds if name.endswith(".pcm"))
    with (
        zipfile.ZipFile(archive) as source,
        zipfile.ZipFile(tmp_path / "changed.zip", "w") as target,
    ):
        for name in source.namelist():
            raw = source.read(name)
            target.writestr(name, raw[:-1] + b"?" if name == changed else raw)
        target.writestr("../outside.pcm", b"x")
        target.writestr(f"clips/aa/../../{'a' * 40}.pcm", b"x")
    for path in cache_of(built).glob("*/**/*"):
        if path.is_file():
            path.unlink()
    before = set(tmp_path.rglob("*"))
    assert main(["cache", "import", str(tmp_path / "changed.zip"), "-C", str(built)]) == 1
    assert "1 are damaged and were left out" in capsys.readouterr().out
    assert list_files(built) == {name: raw for name, raw in sounds.items() if name != changed}
    inside = cache_of(built)
    assert all(inside in path.parents or path in before for path in tmp_path.rglob("*"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"", "is no archive of sounds, or a damaged one"),
        (b"PK\x03\x04 no archive", "is no archive of sounds, or a damaged one"),
        ({"readme.txt": "x"}, "is no archive of sounds, or a damaged one"),
        ({"archive.json": "[1]"}, "is no archive of sounds, or a damaged one"),
        ({"archive.json": '{"plainspoken-sounds": 2}'}, "was written by another version: its nu"),
    ],
)
def test_what_is_no_archive_is_an_error(
    small_guide: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes | dict[str, str] | None,
    message: str,
) -> None:
    path = tmp_path / "given.zip"
    if isinstance(content, dict):
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in content.items():
                archive.writestr(name, text)
    elif content is not None:
        path.write_bytes(content)
    assert main(["cache", "import", str(path), "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert "plainspoken cache export" in told


@pytest.mark.parametrize("name", ["tracks", "clips", "transcripts"])
def test_a_link_in_the_place_of_a_folder_is_refused_and_its_files_stay(
    built: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tmp_path / "music" / "aa"
    theirs.mkdir(parents=True)
    files = (theirs.parent / "song.mp3", theirs / "song.pcm", theirs.parent / "song.json")
    for file in files:
        file.write_bytes(b"a song")
    shutil.rmtree(cache_of(built) / name, ignore_errors=True)
    (cache_of(built) / name).symlink_to(theirs.parent)
    assert main(["cache", "prune", "--most", "0", "-C", str(built)]) == 2
    assert "is a symbolic link" in capsys.readouterr().err
    assert all(file.exists() for file in files)


def test_half_a_track_of_an_archive_is_left_out_whole(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "sounds.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("archive.json", '{"plainspoken-sounds": 1}')
        file.writestr(f"tracks/{'a' * 40}.mp3", b"sound without its record")
        file.writestr(f"clips/bb/{'b' * 40}.pcm", b"x" * 99, zipfile.ZIP_BZIP2)
    before = list_files(built)
    assert main(["cache", "import", str(archive), "-C", str(built)]) == 1
    assert "2 are damaged and were left out" in capsys.readouterr().out
    assert list_files(built) == before


def test_an_export_goes_into_a_pipe_that_is_there_and_into_no_file_as_a_folder(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (tmp_path / "copy").open("wb") as copy, subprocess.Popen(["cat", str(pipe)], stdout=copy):
        assert main(["cache", "export", str(pipe), "-C", str(built)]) == 0
    assert zipfile.is_zipfile(tmp_path / "copy")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    (tmp_path / "plain").write_bytes(b"")
    capsys.readouterr()
    assert main(["cache", "export", str(tmp_path / "plain/x.zip"), "-C", str(built)]) == 2
    assert "Not a directory" in capsys.readouterr().err
