"""A person's recordings in a guide: used, stale, or refused with their place."""

from __future__ import annotations

import json
import wave
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.audio.test_options import set_voices

from plainspoken.cli import main

from .conftest import Record

Out = pytest.CaptureFixture[str]
MORE = "Warm the pot before you begin. Pour slowly and let it stand. Keep small cups at hand."
VOICES = '[{engine = "recorded", name = "Ana Ruiz"}, "espeak"]'


@pytest.fixture
def guide(small_guide: Path) -> Path:
    """A guide that a person may read, and espeak-ng where nothing is recorded."""
    set_voices(small_guide, VOICES)
    path = next((small_guide / "source").glob("*boil*.md"))
    path.write_text(f"{path.read_text('utf-8')}\n{MORE}\n", "utf-8")
    return small_guide


def read_status(guide: Path, capsys: Out) -> Any:
    capsys.readouterr()
    assert main(["recordings", "status", "en", "-C", str(guide), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def list_texts(guide: Path, capsys: Out) -> dict[str, str]:
    return {line["id"]: line["text"] for line in read_status(guide, capsys)["sentences"]}


def list_states(guide: Path, capsys: Out) -> dict[str, str]:
    return {
        line["id"]: line["state"]
        for line in read_status(guide, capsys)["sentences"]
        if line["state"] != "missing"
    }


def find_source(guide: Path, text: str) -> Path | None:
    """The file in whose source a text stands as it is read."""
    files = (guide / "source").glob("*.md")
    return next((path for path in files if text in path.read_text("utf-8")), None)


def choose(guide: Path, texts: dict[str, str], count: int) -> list[str]:
    """The ids of sentences that stand in the source as they are read."""
    found = [
        name for name, text in texts.items() if 20 < len(text) < 80 and find_source(guide, text)
    ]
    assert len(found) >= count
    return found[:count]


def put(guide: Path, name: str, content: bytes) -> Path:
    path = guide / "recordings" / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def build(guide: Path, *args: str) -> int:
    return main(["build", "--locale", "en", "-C", str(guide), *args])


def test_a_recording_is_heard_and_named_and_an_edition_stays_current(
    guide: Path, capsys: Out, record: Record
) -> None:
    texts = list_texts(guide, capsys)
    assert build(guide) == 0
    before = {path.name: path.read_bytes() for path in (guide / "dist/en/audio").iterdir()}
    name, other = choose(guide, texts, 2)
    put(guide, f"{name}.flac", record(texts[name], "flac", rate=48_000, layout="stereo"))
    put(guide, f"{other}.opus", record(texts[other], "opus"))
    capsys.readouterr()
    assert build(guide, "--json") == 0
    (edition,) = json.loads(capsys.readouterr().out)["editions"]
    assert edition["recordings"] == []
    readers = {reader["name"]: reader for reader in edition["readers"]}
    assert readers["Ana Ruiz"]["kind"] == "person"
    assert readers["Ana Ruiz"]["percent"] >= 1
    after = {path.name: path.read_bytes() for path in (guide / "dist/en/audio").iterdir()}
    assert before.keys() == after.keys()
    assert before != after
    (path,) = (guide / "dist/en").glob("*.epub")
    with zipfile.ZipFile(path) as book:
        assert "Read by Ana Ruiz (" in book.read("EPUB/opening.xhtml").decode()
    assert build(guide, "--json") == 0
    assert json.loads(capsys.readouterr().out)["editions"][0]["unchanged"]
    assert list_states(guide, capsys) == {name: "recorded", other: "recorded"}


def test_only_the_recording_of_a_changed_sentence_is_stale(
    guide: Path, capsys: Out, record: Record
) -> None:
    texts = list_texts(guide, capsys)
    names = choose(guide, texts, 3)
    files = [put(guide, f"{name}.wav", record(texts[name])) for name in names]
    assert build(guide) == 0
    changed = find_source(guide, texts[names[1]])
    assert changed
    text = changed.read_text("utf-8")
    changed.write_text(text.replace(texts[names[1]], "This is a new sentence of ours."), "utf-8")
    capsys.readouterr()
    assert build(guide) == 0
    told = capsys.readouterr().out
    assert "1 recording is of text that has changed, and not used" in told
    status = read_status(guide, capsys)
    assert [*status["stale"]] == [names[1]]
    assert status["stale"][names[1]]["text"] == texts[names[1]]
    states = {line["id"]: line["state"] for line in status["sentences"]}
    assert {name: states.get(name) for name in names} == {
        names[0]: "recorded", names[1]: None, names[2]: "recorded"
    }  # fmt: skip
    assert all(path.is_file() for path in files)
    changed.write_text(text, "utf-8")
    assert list_states(guide, capsys) == dict.fromkeys(names, "recorded")


def test_everything_that_is_wrong_with_recordings_is_told_at_once(
    guide: Path, capsys: Out, record: Record
) -> None:
    texts = list_texts(guide, capsys)
    first, second, third, fourth = choose(guide, texts, 4)
    good = record(texts[first])
    put(guide, f"{first}.wav", good)
    put(guide, f"{first}.flac", record(texts[first], "flac"))
    put(guide, f"{second}.wav", record(texts[second])[:-20_000])
    put(guide, f"{third}.mp3", record(texts[third]))
    put(guide, f"{fourth[:-1]}.wav", good)
    put(guide, "notes.txt", b"My notes.")
    capsys.readouterr()
    assert build(guide) == 2
    told = capsys.readouterr().err
    for expected in (
        f"recordings/en/{first}.wav: is a second recording of one sentence, beside {first}.flac",
        f"recordings/en/{second}.wav: is cut off",
        f"recordings/en/{third}.mp3: holds wav, not mp3",
        f"recordings/en/{fourth[:-1]}.wav: no sentence has the id “{fourth[:-1]}”",
    ):
        assert expected in told
    assert "notes.txt" not in told
    assert not (guide / "dist").exists()
    assert not (guide / "recordings/en/texts.json").exists()


def test_a_sentence_without_a_recording_is_an_error_where_no_other_voice_is_named(
    guide: Path, capsys: Out
) -> None:
    set_voices(guide, '[{engine = "recorded", name = "Ana Ruiz"}]')
    assert build(guide) == 2
    assert ": Ana Ruiz has not recorded it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "is not JSON"),
        (b"[]", "does not have the shape that was written"),
        (b'{"schema": 2}', "was written by a newer version"),
        (b'{"schema": 1, "recordings": {"a": {"file": "../x", "sha256": "", "text": ""}}}',
         "does not have the shape that was written"),
    ],
)  # fmt: skip
def test_a_note_of_texts_that_cannot_be_read_is_an_error(
    guide: Path, capsys: Out, content: bytes, message: str
) -> None:
    put(guide, "texts.json", content)
    assert build(guide) == 2
    assert message in capsys.readouterr().err
    assert (guide / "recordings/en/texts.json").read_bytes() == content


def test_recordings_are_taken_by_the_numbers_of_the_script(
    guide: Path, capsys: Out, record: Record, tmp_path: Path
) -> None:
    texts = list_texts(guide, capsys)
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 0
    page = (guide / "recordings/en/script.html").read_text("utf-8")
    numbers = {name: number for number, name in enumerate(texts, 1)}
    first, second, third = choose(guide, texts, 3)
    assert f"<b>{numbers[first]}</b>{texts[first]}" in page
    takes = tmp_path / "takes"
    takes.mkdir()
    (takes / f"{numbers[first]:03} first.wav").write_bytes(record(texts[first]))
    (takes / f"{numbers[second]}.m4a").write_bytes(record(texts[second], "m4a"))
    command = ["recordings", "import", "en", str(takes), "-C", str(guide)]
    assert main(command) == 0
    assert list_states(guide, capsys) == dict.fromkeys((first, second), "recorded")
    assert main(command) == 2
    assert f"number {numbers[first]} is recorded already" in capsys.readouterr().err
    (takes / f"{numbers[second]}.m4a").unlink()
    (takes / f"{numbers[third]}.m4a").write_bytes(record(f"{texts[second]} " * 5, "m4a"))
    assert main([*command, "--replace"]) == 2
    assert f"{numbers[third]}.m4a: lasts " in capsys.readouterr().err
    (takes / f"{numbers[third]}.m4a").unlink()
    (takes / f"{numbers[first]:03} first.wav").unlink()
    (takes / f"{numbers[first]}.flac").write_bytes(record(texts[first], "flac"))
    assert main([*command, "--replace"]) == 0
    assert sorted(path.name for path in (guide / "recordings/en").glob(f"{first}.*")) == [
        f"{first}.flac"
    ]
    assert build(guide) == 0


def test_one_long_take_is_cut_at_its_labels(
    guide: Path, capsys: Out, tmp_path: Path, record: Record
) -> None:
    texts = list_texts(guide, capsys)
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 0
    numbers = {name: number for number, name in enumerate(texts, 1)}
    names = choose(guide, texts, 4)
    labels, samples, seconds = [], b"", 0.0
    for name in names:
        path = tmp_path / "piece.wav"
        path.write_bytes(record(texts[name], rate=44_100))
        with wave.open(str(path)) as piece:
            samples += piece.readframes(piece.getnframes())
            length = piece.getnframes() / 44_100
        labels.append(f"{seconds:.6f}\t{seconds + length:.6f}\t{numbers[name]}")
        seconds += length
    take, track = tmp_path / "take.wav", tmp_path / "labels.txt"
    with wave.open(str(take), "wb") as writer:
        writer.setparams((1, 2, 44_100, 0, "NONE", ""))
        writer.writeframes(samples)
    track.write_text("\r\n".join([labels[0], "\\\t100.0\t2000.0", *labels[1:]]), "utf-8")
    command = ["recordings", "import", "en", str(take), "--labels", str(track), "-C", str(guide)]
    source = find_source(guide, texts[names[2]])
    assert source
    source.write_text(source.read_text().replace(texts[names[2]], "It was changed meanwhile."))
    assert main(command) == 0
    status = read_status(guide, capsys)
    assert [*status["stale"]] == [names[2]]
    recorded = [line["id"] for line in status["sentences"] if line["state"] == "recorded"]
    assert sorted(recorded) == sorted([*names[:2], names[3]])
    assert build(guide) == 0


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ("", "has no label in it"),
        ("0.0\t1.0\tIntroduction", "is no label with a number"),
        ("1,5\t0,5\t1", "is no label with a number"),
        ("0.0\t1.0\t99999", "has the number 99999, and the script goes from 1 to "),
        ("900.0\t901.0\t1", "label 1 lies after the end of the sound"),
        ("0.0\t3.0\t1\n0.0\t3.0\t1", "has the number 1, as "),
    ],
)
def test_labels_that_cannot_be_right_are_refused(
    guide: Path, capsys: Out, tmp_path: Path, record: Record, labels: str, message: str
) -> None:
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 0
    take, track = tmp_path / "take.wav", tmp_path / "labels.txt"
    take.write_bytes(record("Wash your hands with soap, and dry them well."))
    track.write_text(labels, "utf-8")
    command = ["recordings", "import", "en", str(take), "--labels", str(track), "-C", str(guide)]
    assert main(command) == 2
    assert message in capsys.readouterr().err
    assert not list((guide / "recordings/en").glob("*.wav"))


def test_an_import_without_a_script_says_how_to_get_one(
    guide: Path, capsys: Out, tmp_path: Path
) -> None:
    assert main(["recordings", "import", "en", str(tmp_path), "-C", str(guide)]) == 2
    assert "Run plainspoken recordings script en" in capsys.readouterr().err
