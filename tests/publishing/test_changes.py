"""What changed in each release, as an organization writes it and its readers find it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.publishing.conftest import Run

SCHEMA = Path(__file__).parents[2] / "docs/readability.schema.json"
TEXTS = """\
    "Wash for 20 seconds now, not 10. <!-- review: Ask a nurse. -->",
    "There is a part on *nails*.",
"""
CHANGES = f"""\
[changes."0.1.0"]
published = 2026-01-01
texts = [
{TEXTS}]

[changes."0.0.9"]
published = 2025-06-30
texts = ["The guide was new."]
"""


def write_changes(folder: Path, changes: str = CHANGES) -> None:
    """Put releases into the guide.toml of the starter, of version 0.1.0, below its dates."""
    path = folder / "source/guide.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("[locales.en]", f"{changes}\n[locales.en]", 1), "utf-8")


def translate(folder: Path) -> None:
    """Write the Spanish of three changes into the catalog, as a translator does."""
    path = folder / "locales/es/LC_MESSAGES/guide.po"
    text = path.read_text("utf-8")
    for english, spanish in (
        ("Wash for 20 seconds now, not 10.", "Ahora lávese 20 segundos, no 10."),
        ("There is a part on *nails*.", "Hay una parte sobre las *uñas*."),
        ("The guide was new.", "La guía era nueva."),
    ):
        empty = f'msgid "{english}"\nmsgstr ""\n'
        assert text.count(empty) == 1
        text = text.replace(empty, f'msgid "{english}"\nmsgstr "{spanish}"\n')
    path.write_text(text, "utf-8")


def test_each_edition_ends_with_what_changed_in_its_own_language(
    built: Path, run: Run, epubcheck: Callable[[Path], list[str]]
) -> None:
    write_changes(built)
    assert run("catalogs", "update", "-C", built).returncode == 0
    translate(built)
    assert run("catalogs", "check", "es", "-C", built).returncode == 0
    done = run("build", "-C", built)
    assert done.returncode == 0, done.stderr
    for lang, lines in (
        ("en", ["What has changed", "Version 0.1.0, January 1, 2026",
                "- Wash for 20 seconds now, not 10.", "- There is a part on nails.",
                "Version 0.0.9, June 30, 2025", "- The guide was new."]),
        ("es", ["Qué ha cambiado", "Versión 0.1.0, 1 de enero de 2026",
                "- Ahora lávese 20 segundos, no 10.", "- Hay una parte sobre las uñas.",
                "Versión 0.0.9, 30 de junio de 2025", "- La guía era nueva."]),
    ):  # fmt: skip
        text = (built / f"dist/{lang}/text/05-colophon.txt").read_text("utf-8-sig")
        shown = [line for line in text.splitlines() if line.strip("- =")]
        assert [line.replace("*", "") for line in shown[-6:]] == lines
        epub = built / f"dist/{lang}/hand-washing.{lang}.epub"
        assert epubcheck(epub) == []
        with zipfile.ZipFile(epub) as book:
            page = book.read("EPUB/colophon.xhtml").decode()
            spoken = book.read("EPUB/colophon.smil").decode()
        assert page.count("<h2 ") == 1
        assert page.count("<h3 ") == page.count("<ul ") == 2
        # each line is read aloud: headings and changes
        ids = [part.split('"')[0] for part in page.split('<span id="')[1:]]
        assert all(f"#{name}" in spoken for name in ids if ".s" in name)


def test_a_change_that_is_not_translated_is_marked_as_english_and_said_to_be(
    built: Path, run: Run
) -> None:
    write_changes(built)
    assert run("pack", "--locale", "es", "-C", built).returncode == 0
    with zipfile.ZipFile(built / "dist/es/hand-washing.es.epub") as book:
        page = book.read("EPUB/colophon.xhtml").decode()
    assert page.count('lang="en" xml:lang="en"') == 3
    assert page.count("Sigue en el idioma original.") == 1


def test_a_guide_without_changes_says_nothing_of_them(built: Path) -> None:
    text = (built / "dist/en/text/05-colophon.txt").read_text("utf-8-sig")
    assert "changed" not in text
    assert "0.1.0" in text


def test_a_dose_in_a_change_is_critical(built: Path, run: Run) -> None:
    write_changes(built, CHANGES.replace("The guide was new.", "Take 5 mg now, not 10 mg."))
    listed = run("catalogs", "status", "--critical", "-C", built).stdout
    assert "Take 5 mg now, not 10 mg." in listed
    assert "source/guide.toml:" in listed


def test_what_changed_is_scored_by_itself_and_not_in_the_whole(built: Path, run: Run) -> None:
    def score() -> dict[str, Any]:
        table = json.loads(run("score", "--json", "-C", built).stdout)
        jsonschema.validate(table, json.loads(SCHEMA.read_text("utf-8")))
        by_language: dict[str, dict[str, Any]] = {each["lang"]: each for each in table["languages"]}
        return by_language["en"]

    before = score()
    write_changes(built)
    after = score()
    assert after["whole"] == before["whole"]
    (own,) = [each for each in after["sections"] if each not in before["sections"]]
    assert (own["role"], own["title"]) == ("colophon", "what has changed")
    told = " ".join(run("score", "-C", built).stdout.split())
    assert "and what has changed" in told


def test_a_note_for_reviewers_in_a_change_is_listed_and_in_no_edition(
    built: Path, run: Run
) -> None:
    write_changes(built)
    (note,) = json.loads(run("review-notes", "--json", "-C", built).stdout)["notes"]
    assert note == {
        "file": "source/guide.toml",
        "line": 18,
        "text": "Ask a nurse.",
        "section": "colophon",
        "heading": "0.1.0",
        "before": "Wash for 20 seconds now, not 10.",
    }
    done = run("build", "--with-review-notes", "-C", built)
    assert done.returncode == 0, done.stderr
    copy = (built / "review-copy/en/text/05-colophon.txt").read_text("utf-8-sig")
    assert "[Note for reviewers: Ask a nurse.]" in copy


FAULTS = [
    ('[changes."0.1.0"]', '[changes."0.2.0"]',
     "16: `changes` has no entry for version 0.1.0",
     'Add [changes."0.1.0"] with `published` and `texts`.'),
    ("published = 2026-01-01\ntexts", "published = 2026-01-02\ntexts",
     "17: version 0.1.0 is of 2026-01-02 here, and `dates.published` 2026-01-01",
     "Write the same day in both."),
    ('texts = ["The guide was new."]', "texts = []",
     "25: `changes` has no texts for 0.0.9", "Write a sentence for each change"),
    ('texts = ["The guide was new."]', "",
     "23: `changes.0.0.9.texts` is missing", "Add `texts`: a list."),
    ('"The guide was new."', '"See [more](99-more.md)."',
     "25: the link to `99-more.md` leads nowhere", "Link to a section by its file's name."),
    ('"The guide was new."', '"<!-- so -->"',
     "25: a change of version 0.0.9 has no words", "Write them, or remove its text."),
    ('"The guide was new."', '"Call {nobody}."', "25: ", "source/values.toml"),
    ('[changes."0.0.9"]', '[changes." "]',
     "23: `changes` has ' ', which is no version", "Write it on one line"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "error", "hint"), FAULTS)
def test_what_is_wrong_with_changes_is_told_with_its_line_before_anything_is_made(
    built: Path,
    run: Run,
    digest: Callable[[Path], dict[str, str]],
    old: str,
    new: str,
    error: str,
    hint: str,
) -> None:
    before = digest(built / "dist")
    assert CHANGES.count(old) == 1
    write_changes(built, CHANGES.replace(old, new))
    done = run("build", "-C", built)
    assert done.returncode == 2
    assert f"source/guide.toml:{error}" in done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(built / "dist") == before
