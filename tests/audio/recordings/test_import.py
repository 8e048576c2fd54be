"""Recordings are put in place by the numbers of a script."""

from __future__ import annotations

import json
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from tests.audio.test_options import set_voices

from plainspoken.cli import main

from .conftest import (
    VOICES,
    Out,
    Record,
    build,
    choose,
    encode,
    find_source,
    in_room,
    list_states,
    list_texts,
    put,
    read_status,
    speak,
)


@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b'{"schema": 1, "lines": [["a", "\\ud800"]]}', b"{"]
)
def test_numbers_that_cannot_be_read_are_an_error(
    guide: Path, capsys: Out, content: bytes, tmp_path: Path
) -> None:
    put(guide, "script.json", content)
    (tmp_path / "1.wav").write_bytes(b"")
    assert main(["recordings", "import", "en", str(tmp_path), "-C", str(guide)]) == 2
    assert "does not have the shape that was written" in capsys.readouterr().err


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
    assert "Of text that has changed since, and not used: 1." in capsys.readouterr().out
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
        (
            "0.0\t3.0\t1\n0.0\t3.0\t1",
            "labels.txt:2: has the number 1, of the same sent",
        ),
        ("0.0\t3.0\t1\n3.0\t3.05\t2", "labels.txt:2: number 2 lasts "),
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
    takes = tmp_path / "takes"
    takes.mkdir()
    (takes / "1.wav").write_bytes(b"")
    assert main(["recordings", "import", "en", str(takes), "-C", str(guide)]) == 2
    assert "Run plainspoken recordings script en" in capsys.readouterr().err


def change(guide: Path, text: str, new: str) -> None:
    """Have the source say something else."""
    path = find_source(guide, text)
    assert path
    path.write_text(path.read_text("utf-8").replace(text, new), "utf-8")


def test_a_number_means_what_its_page_said_when_newer_pages_are_printed(
    guide: Path, capsys: Out, record: Record, tmp_path: Path
) -> None:
    texts = list_texts(guide, capsys)
    script = ["recordings", "script", "en", "-C", str(guide)]
    assert main(script) == 0
    before = {line["id"]: line["number"] for line in read_status(guide, capsys)["sentences"]}
    first, second = choose(guide, texts, 2)
    change(guide, texts[first], f"This is quite new. Even more is. {texts[first]}")
    change(guide, texts[second], "It was changed meanwhile.")
    assert main(script) == 0
    after = {line["id"]: line["number"] for line in read_status(guide, capsys)["sentences"]}
    kept = before.keys() & after.keys()
    assert first in kept
    assert {name: before[name] for name in kept} == {name: after[name] for name in kept}
    assert min(after[name] for name in after.keys() - kept) > max(before.values())
    takes = tmp_path / "takes"
    takes.mkdir()
    (takes / f"{before[first]}.wav").write_bytes(record(texts[first]))
    (takes / f"{before[second]}.wav").write_bytes(record(texts[second]))
    assert main(["recordings", "import", "en", str(takes), "-C", str(guide)]) == 0
    assert list_states(guide, capsys) == {first: "recorded"}


def test_an_import_replaces_a_recording_that_is_bad_itself(
    guide: Path, capsys: Out, record: Record, tmp_path: Path
) -> None:
    texts = list_texts(guide, capsys)
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 0
    (name,) = choose(guide, texts, 1)
    takes = tmp_path / "takes"
    takes.mkdir()
    (takes / f"{[*texts].index(name) + 1}.wav").write_bytes(record(texts[name]))
    put(guide, f"{name}.mp3", record(texts[name]))
    put(guide, f"{name}.flac", b"")
    command = ["recordings", "import", "en", str(takes), "-C", str(guide)]
    assert main(command) == 2
    assert main([*command, "--replace"]) == 0
    assert list_states(guide, capsys) == {name: "recorded"}
    assert [path.name for path in (guide / "recordings/en").glob(f"{name}.*")] == [f"{name}.wav"]


def test_a_numbered_sound_that_is_not_read_is_an_error(
    guide: Path, capsys: Out, tmp_path: Path
) -> None:
    (tmp_path / "12.aiff").write_bytes(b"")
    assert main(["recordings", "import", "en", str(tmp_path), "-C", str(guide)]) == 2
    told = capsys.readouterr().err
    assert "12.aiff: is a sound in aiff, which is not read" in told
    assert "Give one of: wav, flac, mp3, m4a, opus." in told


def test_a_script_is_not_written_through_a_link_out_of_the_guide(
    guide: Path, capsys: Out, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("Mine.")
    put(guide, "notes.txt", b"")
    (guide / "recordings/en/script.html").symlink_to(outside)
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 2
    assert "script.html: is a link that leads out of the guide's folder" in capsys.readouterr().err
    assert outside.read_text() == "Mine."
    page = tmp_path / "page.html"
    assert main(["recordings", "script", "en", "-C", str(guide), "-o", str(page)]) == 0
    assert page.is_file()


HOLDER = """\
import sys
from pathlib import Path
from plainspoken.config.project import load_project
from plainspoken.locks import CATALOGS, hold_lock
project = load_project(Path(sys.argv[1]))
with hold_lock(CATALOGS, project.cache, project.root):
    print("held", flush=True)
    Path(sys.argv[2]).write_bytes(sys.stdin.buffer.read())
"""


def test_an_import_sees_what_was_put_there_while_it_waited(
    guide: Path, capsys: Out, record: Record, tmp_path: Path
) -> None:
    texts = list_texts(guide, capsys)
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 0
    (name,) = choose(guide, texts, 1)
    number = [*texts].index(name) + 1
    takes = tmp_path / "takes"
    takes.mkdir()
    (takes / f"{number}.wav").write_bytes(record(texts[name]))
    path = guide / f"recordings/en/{name}.flac"
    python, pipe = sys.executable, subprocess.PIPE
    command = ["-m", "plainspoken", "recordings", "import", "en", str(takes), "-C", str(guide)]
    with subprocess.Popen(
        [python, "-c", HOLDER, str(guide), str(path)], stdin=pipe, stdout=pipe
    ) as holder:
        assert holder.stdout and holder.stdout.readline() == b"held\n"
        with subprocess.Popen([python, *command], stderr=pipe, text=True) as run:
            assert run.stderr and run.stderr.readline().startswith("Waiting for ")
            holder.communicate(record(texts[name], "flac"), timeout=60)
            _, told = run.communicate(timeout=60)
    assert run.returncode == 2
    assert f"number {number} is recorded already, in {name}.flac" in told
    assert list_states(guide, capsys) == {name: "recorded"}


def test_the_length_of_a_take_goes_by_the_language_of_its_sentence(
    guide: Path, capsys: Out, tmp_path: Path
) -> None:
    """A sentence that is not translated stays in the language of the source."""
    path = guide / "source/guide.toml"
    path.write_text(f"{path.read_text('utf-8')}\n[locales.zh-Hans]\n", "utf-8")
    set_voices(guide, VOICES, "zh-Hans")
    text = "Let the water stand for a while before you pour all of it over the leaves in the pot."
    change(guide, "Keep small cups at hand.", text)
    assert main(["catalogs", "add", "zh-Hans", "-C", str(guide)]) == 0
    assert main(["recordings", "script", "zh-Hans", "-C", str(guide)]) == 0
    capsys.readouterr()
    assert main(["recordings", "status", "zh-Hans", "-C", str(guide), "--json"]) == 0
    lines = json.loads(capsys.readouterr().out)["sentences"]
    (number,) = (line["number"] for line in lines if line["text"] == text)
    brisk = speak(text)[::2]
    (tmp_path / f"{number}.wav").write_bytes(encode(in_room(brisk)))
    assert main(["recordings", "import", "zh-Hans", str(tmp_path), "-C", str(guide)]) == 0
