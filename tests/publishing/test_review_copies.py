"""Copies with the notes for reviewers, as a person makes them; and no edition with a note."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publishing.conftest import Run

from plainspoken.cli import main

NOTE = "Ask whether <this> & that holds."
COPY = "hand-washing.with-review-notes"
Digest = Callable[[Path], dict[str, str]]


def add_note(folder: Path) -> None:
    path = folder / "source/01-when.md"
    text = path.read_text("utf-8")
    old = "Wash your hands:\n"
    assert old in text
    path.write_text(text.replace(old, f"{old}\n<!-- review: {NOTE} -->\n"), "utf-8")


def read_all(folder: Path) -> bytes:
    """The bytes of all files, those within EPUBs too."""
    parts = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as archive:
                parts += [archive.read(name) for name in archive.namelist()]
        elif path.is_file():
            parts.append(path.read_bytes())
    return b"".join(parts)


def test_no_edition_catalog_or_sound_has_anything_of_a_note(
    built: Path, run: Run, digest: Digest
) -> None:
    before = digest(built / "dist"), digest(built / "locales")
    add_note(built)
    done = run("build", "-C", built)
    assert done.returncode == 0, done.stderr
    assert (digest(built / "dist"), digest(built / "locales")) == before


def test_a_copy_shows_the_notes_in_each_language_and_leaves_dist_alone(
    built: Path, run: Run, digest: Digest, epubcheck: Callable[[Path], list[str]]
) -> None:
    before = digest(built / "dist")
    add_note(built)
    done = run("build", "-C", built, "--with-review-notes")
    assert done.returncode == 0, done.stderr
    assert "es: a copy with 1 note for reviewers; do not give it to patients" in done.stdout
    assert digest(built / "dist") == before
    for lang, label in (("en", "Note for reviewers"), ("es", "Nota para la revisión")):
        copy = built / "review-copy" / lang
        assert epubcheck(copy / f"{COPY}.{lang}.epub") == []
        with zipfile.ZipFile(copy / f"{COPY}.{lang}.epub") as book:
            page = book.read("EPUB/when.xhtml").decode()
            package = book.read("EPUB/content.opf").decode()
            assert "EPUB/when.smil" in book.namelist()
            assert b"review-note" not in book.read("EPUB/when.smil")
        own = "" if lang == "en" else ' lang="en" xml:lang="en" dir="ltr"'
        assert f">{label}</p><p{own}>Ask whether &lt;this&gt; &amp; that holds.</p>" in page
        assert "synchronizedAudioText" not in package
        text = (copy / "text/02-when.txt").read_text("utf-8-sig")
        assert f"[{label}: {NOTE}]" in text
        assert not (copy / "audio").exists()


def test_a_copy_is_made_anew_and_gives_the_same_bytes(
    built: Path, run: Run, digest: Digest
) -> None:
    add_note(built)
    made = []
    for _ in range(2):
        done = run("build", "-C", built, "--with-review-notes", "--locale", "en", "--json")
        table = json.loads(done.stdout)
        (copy,) = table["review_copies"]
        assert (copy["locale"], copy["notes"]) == ("en", 1)
        assert {file["file"] for file in copy["files"]} >= {f"review-copy/en/{COPY}.en.epub"}
        (built / "review-copy/en/left.txt").write_text("", "utf-8")
        made.append(digest(built / "review-copy"))
    assert made[0] == made[1]


def test_a_copy_cannot_be_released(built: Path, run: Run) -> None:
    done = run("build", "-C", built, "--with-review-notes", "--release")
    assert done.returncode == 2
    assert "a copy with notes for reviewers cannot be released" in done.stderr
    assert not (built / "review-copy").exists()


def test_an_edition_of_sound_shows_no_notes(built: Path, run: Run) -> None:
    done = run("build", "-C", built, "--with-review-notes", "--edition", "m4b")
    assert done.returncode == 2
    assert done.stderr.startswith("the edition 'm4b' shows no notes\n")


def test_the_notes_are_listed_with_their_places(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review-notes", "-C", str(built)]) == 0
    assert capsys.readouterr().out == "Notes for reviewers: none.\n"
    add_note(built)
    assert main(["review-notes", "-C", str(built)]) == 0
    assert capsys.readouterr().out == (
        "Notes for reviewers: 1.\n"
        f"source/01-when.md:7: {NOTE}\n"
        "    under: When to wash your hands\n"
        "    after: Wash your hands:\n"
    )
    assert main(["review-notes", "--json", "-C", str(built)]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "schema": 1,
        "notes": [
            {
                "file": "source/01-when.md",
                "line": 7,
                "text": NOTE,
                "section": "when",
                "heading": "When to wash your hands",
                "before": "Wash your hands:",
            }
        ],
    }


def test_the_report_of_readability_lists_the_notes(built: Path) -> None:
    add_note(built)
    assert main(["score", "--report", "--locale", "es", "-C", str(built)]) == 0
    page = (built / "dist/readability/index.html").read_text("utf-8")
    part = page[page.index('<section id="notes"') :]
    assert "<code>source/01-when.md:7</code>" in part
    assert "Ask whether &lt;this&gt; &amp; that holds." in part
    table = json.loads((built / "dist/readability/readability.json").read_text("utf-8"))
    assert [note["text"] for note in table["review_notes"]] == [NOTE]
