"""A person's recordings in a guide: used, stale, or refused with their place."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from tests.audio.test_options import set_voices

from plainspoken.cli import main
from plainspoken.config.project import load_project

from .conftest import (
    Out,
    Record,
    build,
    choose,
    find_source,
    list_states,
    list_texts,
    put,
    read_status,
)


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
        assert "Read by Ana Ruiz (" in book.read("EPUB/colophon.xhtml").decode()
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 0
    capsys.readouterr()
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
        (b"[" * 100_000, "is not JSON"),
        (b'{"schema": 1, "recordings": {"a": {"file": "a.wav", "sha256": "%s", "text": "\\ud800"}}}'
         % (b"0" * 64), "is not JSON"),
        (b'{"schema": 1, "recordings": {"a": {"file": "a.wav", "sha256": "", "text": "a"}}}',
         "does not have the shape that was written"),
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


def test_the_note_of_a_file_that_is_gone_is_kept(guide: Path, capsys: Out, record: Record) -> None:
    texts = list_texts(guide, capsys)
    (name,) = choose(guide, texts, 1)
    path = put(guide, f"{name}.wav", content := record(texts[name]))
    assert list_states(guide, capsys) == {name: "recorded"}
    note = path.with_name("texts.json")
    before = note.read_bytes()
    path.unlink()
    assert build(guide) == 2
    told = capsys.readouterr().err
    assert f"recordings/en/{name}.wav: is noted in texts.json, and not there" in told
    assert note.read_bytes() == before
    path.write_bytes(content)
    assert list_states(guide, capsys) == {name: "recorded"}


def test_other_bytes_change_what_is_recorded_of_no_text(
    guide: Path, capsys: Out, record: Record
) -> None:
    texts = list_texts(guide, capsys)
    name, other = choose(guide, texts, 2)
    for each in (name, other):
        put(guide, f"{each}.wav", record(texts[each]))
    assert len(list_states(guide, capsys)) == 2
    note = guide / "recordings/en/texts.json"
    table = json.loads(note.read_text("utf-8"))
    table["recordings"][name]["text"] = "An older text."
    note.write_text(json.dumps(table), "utf-8")
    for each in (name, other):
        put(guide, f"{each}.wav", record(texts[each], rate=16_000))
    assert list_states(guide, capsys) == {name: "stale", other: "recorded"}
    (warning,) = read_status(guide, capsys)["warnings"]
    assert warning.startswith(f"recordings/en/{name}.wav: is another file than is noted")
    table = json.loads(note.read_text("utf-8"))
    assert table["recordings"][other]["text"] == texts[other]
    del table["recordings"][name]
    note.write_text(json.dumps(table), "utf-8")
    assert list_states(guide, capsys) == {name: "recorded", other: "recorded"}


def test_a_link_out_of_the_guide_is_no_recording(
    guide: Path, capsys: Out, record: Record, tmp_path: Path
) -> None:
    texts = list_texts(guide, capsys)
    (name,) = choose(guide, texts, 1)
    outside = tmp_path / "outside.wav"
    outside.write_bytes(record(texts[name]))
    put(guide, "notes.txt", b"")
    (guide / f"recordings/en/{name}.wav").symlink_to(outside)
    assert build(guide) == 2
    told = capsys.readouterr().err
    assert f"recordings/en/{name}.wav: is a link that leads out of the guide's folder" in told
    assert not (guide / "recordings/en/texts.json").exists()


def test_recordings_in_no_folder_or_of_another_kind_are_an_error(
    guide: Path, capsys: Out, record: Record
) -> None:
    texts = list_texts(guide, capsys)
    (name,) = choose(guide, texts, 1)
    path = guide / "recordings/en"
    path.parent.write_bytes(b"")
    assert build(guide) == 2
    assert "recordings: is no folder" in capsys.readouterr().err
    path.parent.unlink()
    path.parent.mkdir()
    path.write_bytes(b"")
    assert build(guide) == 2
    assert "recordings/en: is no folder" in capsys.readouterr().err
    path.unlink()
    put(guide, f"{name}.OGG", record(texts[name], "opus"))
    assert build(guide) == 2
    told = capsys.readouterr().err
    assert f"recordings/en/{name}.OGG: is a sound in OGG, which is not read" in told
    assert "Give one of: wav, flac, mp3, m4a, opus." in told


def test_recordings_behind_a_voice_that_says_all_are_told(
    guide: Path, capsys: Out, record: Record
) -> None:
    texts = list_texts(guide, capsys)
    (name,) = choose(guide, texts, 1)
    put(guide, f"{name}.wav", record(texts[name]))
    set_voices(guide, '["espeak", {engine = "recorded", name = "Ana Ruiz"}]')
    message = "recordings are not used: espeak-ng goes before `recorded` in `voices`"
    (warning,) = read_status(guide, capsys)["warnings"]
    assert warning.startswith(message)
    capsys.readouterr()
    assert build(guide) == 0
    assert message in capsys.readouterr().out


def test_what_is_said_before_a_sentence_needs_no_voice_that_could_say_it(
    guide: Path, capsys: Out
) -> None:
    words = {line["id"]: line["words"] for line in read_status(guide, capsys)["sentences"]}
    assert any(text.startswith("Step 1") or text.startswith("Step one") for text in words.values())
    set_voices(guide, '[{engine = "recorded", name = "Ana Ruiz"}]')
    alone = {line["id"]: line["words"] for line in read_status(guide, capsys)["sentences"]}
    assert {name: alone.get(name) for name in words} == words


@pytest.mark.parametrize(
    ("voices", "message"),
    [
        ('[{engine = "recorded", name = "Ana"}, {engine = "recorded", name = "Ben"}, "espeak"]',
         "`recorded` stands more than once"),
        (r'[{engine = "recorded", name = "\u200b"}, "espeak"]', "`name` has no letter in it"),
    ],
)  # fmt: skip
def test_whose_recordings_they_are_is_one_name(
    guide: Path, capsys: Out, voices: str, message: str
) -> None:
    line = set_voices(guide, voices)
    assert build(guide) == 2
    assert f"source/guide.toml:{line}: {message}" in capsys.readouterr().err


def test_the_words_that_builds_keep_stay_kept_when_recordings_are_looked_at(
    guide: Path, capsys: Out
) -> None:
    assert build(guide) == 0
    kept = load_project(guide).cache / "scripts/en.json"
    before = kept.read_bytes()
    read_status(guide, capsys)
    assert kept.read_bytes() == before
