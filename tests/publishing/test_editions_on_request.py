"""The editions that are made on request, as a build publishes them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.publishing.conftest import digest_files

from plainspoken.cli import main

ARGUMENTS = ("--edition", "timings", "--edition", "m4b")


def build(folder: Path, *more: str) -> None:
    assert main(["build", "-C", str(folder), "--locale", "es", *ARGUMENTS, *more]) == 0


def test_they_have_the_same_bytes_for_any_number_of_jobs(built: Path) -> None:
    build(built, "--jobs", "1")
    first = digest_files(built / "dist")
    made = {"es/timings.json", "es/timings/01-opening.vtt", "es/hand-washing.es.m4b"}
    assert made < {*first}
    shutil.rmtree(built / "dist")
    shutil.rmtree(built / ".cache/plainspoken/tracks")
    build(built, "--jobs", "3")
    again = digest_files(built / "dist")
    assert made < {*again}
    assert again == {name: first[name] for name in again}


def test_sound_that_is_gone_though_its_track_is_there_is_spoken_again(built: Path) -> None:
    build(built)
    path = built / "dist/es/hand-washing.es.m4b"
    first = path.read_bytes()
    shutil.rmtree(built / ".cache/plainspoken/clips")
    path.unlink()
    build(built)
    assert path.read_bytes() == first


def test_timings_name_files_that_are_there(built: Path) -> None:
    build(built)
    folder = built / "dist/es"
    for section in json.loads((folder / "timings.json").read_text("utf-8"))["sections"]:
        assert (folder / section["file"]).is_file()
        assert (folder / section["captions"]).is_file()


def test_a_language_without_a_voice_gets_none_of_them(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = small_guide / "source/guide.toml"
    settings.write_text(f"{settings.read_text('utf-8')}\n[locales.tl]\n", "utf-8")
    assert main(["catalogs", "add", "tl", "-C", str(small_guide)]) == 0
    assert main(["build", "-C", str(small_guide), "--locale", "tl", *ARGUMENTS]) == 0
    assert "text only: there is no voice for tl" in capsys.readouterr().out
    assert not [path for path in (small_guide / "dist").rglob("*") if path.is_file()]
