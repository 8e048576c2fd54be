"""What makes an edition out of date, and what does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.publishing.build_state import compute_fingerprint

Change = Callable[[Path], object]


def fingerprint(folder: Path, lang: str = "en", voice: str = "") -> str:
    project = load_project(folder)
    return compute_fingerprint(project, project.find_locale(lang), voice)


def write(name: str, text: str = "x") -> Change:
    """Write a file of the guide."""

    def change(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return change


def replace(name: str, old: str, new: str) -> Change:
    """Replace a text in a file of the guide."""

    def change(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return change


GUIDE = "source/guide.toml"


@pytest.mark.parametrize(
    "change",
    [
        replace("source/01-boil.md", "Wait.", "Run."),
        lambda folder: (folder / "source/01-boil.md").rename(folder / "source/03-boil.md"),
        lambda folder: (folder / "source/02-brew.md").unlink(),
        write("source/pictures/a.png"),
        replace("source/values.toml", "95.5", "95"),
        replace(GUIDE, "Tea, step by step.", "Tea."),
        replace(GUIDE, '[locales.en]\nvoices = ["espeak"]', "[locales.en]\nvoices = []"),
        replace(GUIDE, "[locales.en]", '[locales.en]\neditions = ["text"]'),
        write("locales/en/LC_MESSAGES/guide.po"),
        write("recordings/en/boil.s1.wav"),
        write("recordings/en/boil.s1.MP3"),
        write("recordings/en/texts.json"),
    ],
)
def test_an_edition_is_out_of_date_when_what_it_is_made_of_changes(
    small_guide: Path, change: Change
) -> None:
    before = fingerprint(small_guide)
    assert fingerprint(small_guide) == before
    change(small_guide)
    assert fingerprint(small_guide) != before


@pytest.mark.parametrize(
    "change",
    [
        write("source/history/1.0.0.json"),
        write("source/checklists.toml"),
        write("source/plain-words.toml"),
        write("source/.#01-boil.md"),
        write("source/._a"),
        write("source/.~a"),
        write("locales/es/LC_MESSAGES/guide.po"),
        write("locales/guide.pot"),
        write("recordings/es/boil.s1.wav"),
        write("recordings/en/notes.txt"),
        write("dist/en/a.epub"),
        write("README.md"),
        lambda folder: (folder / "source/empty").mkdir(),
    ],
)
def test_an_edition_stays_up_to_date_whatever_else_changes(
    small_guide: Path, change: Change
) -> None:
    before = fingerprint(small_guide)
    change(small_guide)
    assert fingerprint(small_guide) == before


def test_the_voice_and_the_date_of_a_release_count(
    small_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {fingerprint(small_guide), fingerprint(small_guide, "es")}
    found |= {fingerprint(small_guide, voice=voice) for voice in ("espeak", "gtts", "nobody")}
    for epoch in ("0", "1"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        found.add(fingerprint(small_guide))
    assert len(found) == 7


def test_a_guide_in_another_folder_is_the_same(small_guide: Path, tmp_path: Path) -> None:
    shutil.copytree(small_guide, tmp_path / "other")
    assert fingerprint(tmp_path / "other") == fingerprint(small_guide)


def test_what_was_read_counts_as_it_was_read(small_guide: Path) -> None:
    before = fingerprint(small_guide)
    project = load_project(small_guide)
    path = small_guide / "source/01-boil.md"
    project.files.read(path)
    path.write_text("# Other\n\nWords.\n", "utf-8")
    assert compute_fingerprint(project, project.find_locale("en"), "") == before
    assert fingerprint(small_guide) != before
