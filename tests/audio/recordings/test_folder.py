"""Which text each recording of a folder says is noted, and told where it cannot be known."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from plainspoken.audio.pcm import quantize
from plainspoken.audio.recordings.folder import (
    RecordableText,
    RecordingStatus,
    bind_recordings,
    locate_recordings,
    read_valid,
)
from plainspoken.audio.wav import format_wav
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.input_files import InputFiles
from plainspoken.languages import load

RATE = 8_000
TEXTS = {
    name: RecordableText(f"Text of {name}.", "a" * 14, load("en")) for name in ("one", "two", "six")
}


def make_recording(level: float = 0.5, noise: float = 0.0001) -> bytes:
    """A second of something as loud as speech, between rests."""
    rest, speech = np.full(RATE // 2, noise), np.full(RATE, level)
    return format_wav(quantize(np.concatenate([rest, speech, rest])).tobytes(), RATE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = locate_recordings(tmp_path, "en")
    folder.mkdir(parents=True)
    return folder


def bind(
    folder: Path, texts: Mapping[str, RecordableText] = TEXTS, *replaced: str
) -> RecordingStatus:
    root = folder.parents[1]
    return bind_recordings(InputFiles(root), root, "en", texts, replaced)


def find_errors(
    folder: Path, texts: Mapping[str, RecordableText] = TEXTS
) -> list[tuple[str, str, str]]:
    with pytest.raises(VoiceError) as raised:
        bind(folder, texts)
    return [(each.location, each.message, each.hint) for each in raised.value.findings]


def put(folder: Path, *names: str, level: float = 0.5) -> None:
    for name in names:
        (folder / name).write_bytes(make_recording(level))


def test_new_recordings_are_noted_with_their_texts(folder: Path) -> None:
    assert bind(folder) == RecordingStatus({}, {}, ())
    assert list(folder.iterdir()) == [], "nothing is noted of nothing"
    put(folder, "two.wav", "one.WAV")
    found = bind(folder)
    assert {name: (entry.file, entry.text) for name, entry in found.valid.items()} == {
        "one": ("one.WAV", "Text of one."), "two": ("two.wav", "Text of two."),
    }  # fmt: skip
    assert (found.stale, found.remarks) == ({}, ())
    written = (folder / "texts.json").read_text("utf-8")
    table = json.loads(written)
    assert (table["schema"], list(table["recordings"])) == (1, ["one", "two"])
    assert written.startswith(
        '{\n "schema": 1,\n "recordings": {\n  "one": {\n   "file": "one.WAV"'
    )
    assert written.endswith("}\n")
    assert bind(folder) == found
    assert read_valid(folder.parents[1], "en") == found.valid


def test_a_text_that_changes_makes_its_recording_stale(folder: Path) -> None:
    put(folder, "one.wav", "two.wav")
    before = bind(folder).valid
    other = {**TEXTS, "one": RecordableText("Another.", "a" * 14, load("en"))}
    del other["two"]
    found = bind(folder, other)
    assert (found.valid, found.stale) == ({}, before)
    put(folder, "one.wav", level=0.4)
    (remark,) = bind(folder, other).remarks
    assert (remark.location, remark.level) == ("recordings/en/one.wav", "warning")
    assert remark.message == (
        "is another file than is noted, for text that has changed since: see texts.json"
    )
    assert remark.hint == "If it says the text of today, remove its entry from texts.json."
    assert bind(folder, other).stale == before
    assert read_valid(folder.parents[1], "en").keys() == {"two"}


def test_a_new_take_of_the_same_text_is_noted(folder: Path) -> None:
    put(folder, "one.wav")
    first = bind(folder).valid["one"]
    put(folder, "one.wav", level=0.4)
    second = bind(folder).valid["one"]
    assert (first.file, first.text) == (second.file, second.text)
    assert first.sha256 != second.sha256
    (folder / "one.wav").rename(folder / "one.Wav")
    assert bind(folder).valid["one"].file == "one.Wav"


def test_what_is_no_recording_is_told(folder: Path) -> None:
    put(folder, "one.wav", "two.mp3", "sixx.wav", "nobody.wav")
    (folder / "one.flac").write_bytes(b"x")
    (folder / "six.OGG").write_bytes(b"x")
    (folder / "none.ogg").write_bytes(b"x")
    (folder / ".wav").write_bytes(b"x")
    (folder / ".one.wav").write_bytes(b"x")
    (folder / "notes").write_bytes(b"x")
    assert find_errors(folder) == [
        ("recordings/en/nobody.wav", "no sentence has the id “nobody”",
         "plainspoken recordings script en has them."),
        ("recordings/en/one.wav", "is a second recording of one sentence, beside one.flac",
         "Keep one of them."),
        ("recordings/en/six.OGG", "is a sound in OGG, which is not read",
         "Give one of: wav, flac, mp3, m4a, opus."),
        ("recordings/en/sixx.wav", "no sentence has the id “sixx”", "Did you mean `six`?"),
        ("recordings/en/two.mp3", "holds wav, not mp3", "Name it by what it holds: .wav"),
    ]  # fmt: skip
    assert not (folder / "texts.json").exists()


def test_a_recording_that_is_gone_is_told_and_stays_noted(folder: Path) -> None:
    put(folder, "one.wav", "two.wav")
    bind(folder)
    before = (folder / "texts.json").read_bytes()
    (folder / "one.wav").unlink()
    assert find_errors(folder) == [
        ("recordings/en/one.wav", "is noted in texts.json, and not there",
         "Restore it, or remove its entry from texts.json."),
    ]  # fmt: skip
    assert (folder / "texts.json").read_bytes() == before
    found = bind(folder, TEXTS, "one")
    assert found.valid.keys() == {"one", "two"}, "it is about to be replaced"


def test_of_two_files_of_one_that_is_replaced_neither_is_told(folder: Path) -> None:
    put(folder, "one.wav", "one.flac")
    assert bind(folder, TEXTS, "one") == RecordingStatus({}, {}, ())


def test_a_bad_recording_is_an_error_and_a_poor_one_a_warning(folder: Path) -> None:
    (folder / "one.wav").write_bytes(make_recording(noise=0.1))
    (remark,) = bind(folder).remarks
    assert (remark.location, remark.message, remark.level) == (
        "recordings/en/one.wav", "is noisy", "warning",
    )  # fmt: skip
    assert bind(folder).remarks == (), "it is judged once"
    put(folder, "two.wav", level=0)
    assert find_errors(folder) == [
        ("recordings/en/two.wav", "is silent", "Check the microphone, and record it again."),
    ]  # fmt: skip


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    hint = "Put a folder of that name there, with the recordings in it."
    (tmp_path / "recordings").touch()
    assert find_errors(tmp_path / "recordings/en") == [("recordings", "is no folder", hint)]
    (tmp_path / "recordings").unlink()
    (tmp_path / "recordings").mkdir()
    (tmp_path / "recordings/en").touch()
    assert find_errors(tmp_path / "recordings/en") == [("recordings/en", "is no folder", hint)]
