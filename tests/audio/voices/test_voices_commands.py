"""The commands that tell of voices, and put speakers in place."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
import wave
from pathlib import Path

import pytest

from plainspoken.audio.voices import kokoro_model
from plainspoken.cli import main
from plainspoken.narration import RATE


def test_the_list_says_of_each_voice_what_people_ask(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["voices", "list", "--json", "-C", str(small_guide)]) == 0
    voices = json.loads(capsys.readouterr().out)["voices"]
    assert list(voices) == ["en", "es"]
    by_engine = {voice["engine"]: voice for voice in voices["es"]}
    assert by_engine["espeak"]["quality"] == "draft"
    assert by_engine["espeak"]["lack"] == ""
    assert by_engine["gtts"]["online"]
    assert not by_engine["kokoro"]["online"]
    assert by_engine["kokoro"]["licence"] == "Apache-2.0"
    assert main(["voices", "list", "--locale", "es", "-C", str(small_guide)]) == 0
    told = capsys.readouterr().out
    assert "es, Spanish: guide.toml names espeak." in told
    assert "espeak (es-419); draft voice; offline, 21 MB; GPL-3.0-or-later" in told


def test_a_sample_is_the_same_sentences_by_each_voice_that_is_here(
    small_guide: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "prefix", str(tmp_path))  # where no speaker is
    folder = tmp_path / "samples"
    args = ["voices", "sample", "en", "-o", str(folder), "-C", str(small_guide)]
    assert main(args) == 0
    told = capsys.readouterr().out
    assert "gtts: needs the network; add --online" in told
    assert "kokoro: not installed:" in told
    files = sorted(folder.iterdir())
    assert [path.name for path in files] == [f"en-espeak-{number}.wav" for number in (1, 2, 3)]
    with wave.open(str(files[0])) as sound:
        assert sound.getframerate() == RATE
        assert sound.getnframes() > RATE
    assert main(args) == 0
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == [
        path.read_bytes() for path in files
    ]


def write_package(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"package/voices/af_heart.bin": b"x" * 9}, "holds another speaker 'af_heart' than it sho"),
        ({"package/voices/nobody.bin": b"x"}, "holds no speaker that is known"),
        ({"package/readme.md": b"x"}, "holds no speaker that is known"),
    ],
)
def test_a_package_of_other_speakers_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    files: dict[str, bytes], message: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    assert main(["voices", "add", str(write_package(tmp_path / "it.tgz", files))]) == 2
    assert message in capsys.readouterr().err
    assert not kokoro_model.find_speaker_folder().exists()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("it.tgz", b"no archive", "is no package of speakers, or a damaged one"),
        ("it.tgz", gzip.compress(b"x" * 5000)[:-30] + b"y" * 30, "is no package of speakers"),
        ("it.tgz", None, "cannot be read: No such file or directory"),
        ("af_heart.bin", b"", "holds another speaker 'af_heart' than it should"),
    ],
)
def test_what_is_no_package_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    name: str, content: bytes | None, message: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["voices", "add", str(tmp_path / name)]) == 2
    assert message in capsys.readouterr().err


def test_without_its_model_the_natural_voice_says_what_to_install(
    small_guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(kokoro_model, "_PART", "no_such_package_{0}")
    args = ["speak", "--voice", "kokoro", "--locale", "en", "--jobs", "1", "-C", str(small_guide)]
    assert main(args) == 2
    told = capsys.readouterr().err
    assert "natural voice" in told
    assert "make natural" in told
    assert "Traceback" not in told
    assert not (small_guide / "dist").exists()
