"""What a second build makes again, what it removes from `dist/`, and what it says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from mutagen.id3 import ID3

from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.languages import load
from plainspoken.publishing.builder import build

Out = pytest.CaptureFixture[str]
SENTENCE = "Many people *forget* the thumbs."


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def build_json(folder: Path, capsys: Out, *args: str) -> dict[str, dict[str, object]]:
    """The JSON of a build, by locale."""
    capsys.readouterr()
    assert main(["build", "-C", str(folder), "--json", *args]) == 0
    return {each["locale"]: each for each in json.loads(capsys.readouterr().out)["editions"]}


def stamps(folder: Path, pattern: str) -> dict[Path, tuple[int, int]]:
    """Which files stand below a folder, and when each was written."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.rglob(pattern)}


def test_after_an_edit_only_the_changed_sentence_is_spoken_and_only_its_track_encoded(
    built: Path,
) -> None:
    cache = built / ".cache"
    clips, tracks = stamps(cache, "*.pcm"), stamps(cache, "tracks/*.mp3")
    replace_in(built / "source/02-how.md", SENTENCE, "Do not forget the thumbs.")
    steps: list[tuple[str, int, int]] = []
    build(load_project(built), ["en"], "", 2, lambda *step: steps.append(step))
    assert [step for step in steps if step[0] == "sentences spoken"] == [("sentences spoken", 1, 1)]
    assert [step for step in steps if step[0] == "tracks encoded"] == [("tracks encoded", 1, 1)]
    after = stamps(cache, "*.pcm")
    assert len(after) == len(clips) + 1
    assert {path: after[path] for path in clips} == clips
    after = stamps(cache, "tracks/*.mp3")
    assert len(after) == len(tracks) + 1
    assert {path: after[path] for path in tracks} == tracks


def test_a_build_that_has_nothing_to_do_loads_nothing_that_it_does_not_need(built: Path) -> None:
    program = "import sys; from plainspoken.cli import main; main(); print(*sys.modules)"
    command = [sys.executable, "-c", program, "build", "-C", str(built), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert all(
        each["unchanged"] for each in json.loads(done.stdout.rpartition("}")[0] + "}")["editions"]
    )
    loaded = {*done.stdout.rpartition("}")[2].split()}
    assert "plainspoken.publishing.builder" in loaded
    unneeded = {"guide", "publishing.stages", "parsing", "audio.loudness", "readability"}
    assert loaded.isdisjoint({f"plainspoken.{name}" for name in unneeded})
    assert loaded.isdisjoint({"numpy", "lxml", "concurrent.futures"})


def test_a_text_that_was_spoken_before_is_spoken_by_nobody_again(built: Path) -> None:
    path = built / "source/02-how.md"
    text = path.read_text("utf-8")
    replace_in(path, SENTENCE, "Do not forget the thumbs.")
    assert main(["build", "-C", str(built), "--locale", "en"]) == 0
    path.write_text(text, "utf-8")
    steps: list[str] = []
    build(load_project(built), ["en"], "", 2, lambda name, *_: steps.append(name))
    assert set(steps) == {"editions packed"}


def test_editions_and_sound_say_who_reads_and_that_it_is_a_synthetic_draft(
    built: Path,
) -> None:
    for lang in ("en", "es"):
        words = load(lang).words
        with zipfile.ZipFile(built / f"dist/{lang}/hand-washing.{lang}.epub") as epub:
            colophon = epub.read("EPUB/colophon.xhtml").decode()
            package = etree.fromstring(epub.read("EPUB/content.opf"))
        assert words["narrator-draft"].format(voice="espeak-ng").split(", ")[0] in colophon
        credit = words["narrator-draft-short"].format(voice="espeak-ng")
        narrators = package.iterfind(".//{*}meta[@property='media:narrator']")
        assert [element.text for element in narrators] == [credit]
        for track in (built / f"dist/{lang}/audio").iterdir():
            tags = ID3(track)  # type: ignore[no-untyped-call]
            assert str(tags["TPE1"]) == credit
            assert str(tags["TDRC"]) == "2026-01-01"
            assert str(tags["TCOP"]) == "2026 Your organization. CC BY 4.0"
            assert str(tags["WCOP"]) == "https://creativecommons.org/licenses/by/4.0/"


def test_the_number_of_blocks_that_are_not_translated_is_told(built: Path, capsys: Out) -> None:
    assert {each["untranslated"] for each in build_json(built, capsys).values()} == {0}
    main(["build", "-C", str(built)])
    assert "not translated" not in capsys.readouterr().out
    catalog = built / "locales/es/LC_MESSAGES/guide.po"
    text = catalog.read_text("utf-8")
    for msgid in ("Before you cook or eat.", "One drop", "germ", "Hygiene"):  # not a block
        text, count = re.subn(f'(\nmsgid "{msgid}"\nmsgstr) ".+"\n', '\\1 ""\n', text)
        assert count == 1, msgid
    catalog.write_text(text, "utf-8")
    counts = {lang: each["untranslated"] for lang, each in build_json(built, capsys).items()}
    assert counts == {"en": 0, "es": 3}
    assert main(["build", "-C", str(built)]) == 0
    told = capsys.readouterr().out
    assert told.count("blocks not translated") == 1
    assert "  blocks not translated: 3; see plainspoken catalogs status\n" in told


def test_the_summary_has_each_file_or_folder_with_its_size_and_the_length_of_the_sound(
    built: Path, capsys: Out
) -> None:
    results = build_json(built, capsys)
    assert main(["build", "-C", str(built)]) == 0
    told = capsys.readouterr().out.split("\n")
    for lang, result in results.items():
        folder = built / "dist" / lang
        book = folder / f"hand-washing.{lang}.epub"
        texts = [path.stat().st_size for path in (folder / "text").iterdir()]
        minutes, seconds = divmod(round(float(str(result["seconds"]))), 60)
        lines = [
            f"{lang}: unchanged, a draft, {result['critical_open']} critical blocks open",
            f"  dist/{lang}/{book.name}  {book.stat().st_size / 1e6:.1f} MB",
            f"  dist/{lang}/text/  {len(texts)} files, {sum(texts) / 1e3:.1f} kB",
            f"  {result['tracks']} tracks, {minutes}:{seconds:02} minutes of sound in dist/{lang}/",
        ]
        at = told.index(lines[0])
        assert told[at : at + 4] == lines
        assert result["tracks"] == len(list((folder / "audio").iterdir()))
