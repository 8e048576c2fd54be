"""`plainspoken build --release`: what readers could come to harm by is withheld."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Digest = Callable[[Path], dict[str, str]]
DRAFT = "Traducción en borrador."


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def text_of(folder: Path, lang: str) -> str:
    (path,) = (folder / "dist" / lang).glob("*.epub")
    with zipfile.ZipFile(path) as epub:
        names = [name for name in epub.namelist() if name.endswith(".xhtml")]
        return "\n".join(epub.read(name).decode() for name in names)


OWN = (
    ("How to wash your hands", "Clean hands"),
    ("When and how to wash your hands, step by step.", "When to wash, and how."),
    ("Your organization", "The Clinic"),
    ("Your name", "Ada Leaf"),
    ("\"  # The starter's: choose one, then delete this comment.", '"'),
)
TITLES = """
#. title of the guide
#: source/guide.toml:guide.title
msgid "Clean hands"
msgstr "Manos limpias"

#. description of the guide
#: source/guide.toml:guide.description
msgid "When to wash, and how."
msgstr "Cuándo lavarse, y cómo."
"""


def make_own(folder: Path) -> Path:
    """Write words of one's own in place of those of the starter, and translate them."""
    for old, new in OWN:
        replace_in(folder / "source/guide.toml", old, new)
    replace_in(folder / "source/guide.toml", "[locales.es]\n",
               '[locales.es]\ntranslators = ["Eva Paz"]\n')  # fmt: skip
    with (folder / "locales/es/LC_MESSAGES/guide.po").open("a", encoding="utf-8") as catalog:
        catalog.write(TITLES)
    return folder


@pytest.fixture
def reviewed(two_languages: Path, run: Run) -> Path:
    """A guide whose source and translation were read by those who must."""
    make_own(two_languages)
    config = two_languages / "source/guide.toml"
    replace_in(config, "\n[dates]", 'reviewed_by = "Dr. Ada Roe"\n\n[dates]\nreviewed = 2026-01-02')
    replace_in(config, "[locales.es]\n", '[locales.es]\nreviewed_by = "Li Wen"\n')
    done = run("catalogs", "review", "es", "--as", "Li Wen, second translator", "--critical",
               "-C", two_languages)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return two_languages


def test_an_edition_with_open_critical_blocks_is_a_draft_and_says_how_many(
    two_languages: Path, run: Run
) -> None:
    done = run("build", "-C", two_languages)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^es: made, a draft, \d+ critical blocks? open$", done.stdout, re.MULTILINE)
    again = json.loads(run("build", "-C", two_languages, "--json").stdout)
    assert all(edition["critical_open"] > 0 for edition in again["editions"])
    assert all(edition["unchanged"] for edition in again["editions"])


def test_what_was_reviewed_is_released_and_marks_what_is_not_translated(
    reviewed: Path, run: Run
) -> None:
    catalog = reviewed / "locales/es/LC_MESSAGES/guide.po"
    replace_in(catalog, 'msgstr "¿Cuándo se lavará las manos hoy?"', 'msgstr ""')
    done = run("build", "--release", "-C", reviewed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "draft" not in done.stdout
    assert DRAFT not in text_of(reviewed, "es")
    assert "Li Wen" in text_of(reviewed, "es")
    english = re.search(r"<[^>]*>(?:<[^>]*>)*When will you wash", text_of(reviewed, "es"))
    assert english
    assert 'lang="en"' in english[0]
    assert "  blocks not translated: 1; see plainspoken catalogs status\n" in done.stdout
    assert "  signed by a second person: " in done.stdout
    again = run("build", "--release", "-C", reviewed)
    assert "es: unchanged" in again.stdout


def test_a_changed_warning_withholds_one_edition_and_leaves_dist_as_it_was(
    reviewed: Path, run: Run, digest: Digest
) -> None:
    assert run("build", "--release", "-C", reviewed).returncode == 0
    before = digest(reviewed / "dist/es")
    english = digest(reviewed / "dist/en")
    replace_in(reviewed / "source/01-when.md", "Do not touch a wound", "Never touch a wound")
    done = run("build", "--release", "-C", reviewed)
    assert done.returncode == 1, done.stderr
    assert re.search(r"^es: withheld: 1 critical block open of \d+$", done.stdout, re.MULTILINE)
    assert "  See all 1: plainspoken catalogs review es --list\n" in done.stdout
    where = re.search(r"(locales/es/LC_MESSAGES/guide\.po):(\d+): a critical block is fuzzy",
                      done.stdout)  # fmt: skip
    assert where
    line = (reviewed / where[1]).read_text("utf-8").splitlines()[int(where[2]) - 1]
    assert line.startswith("msgstr")
    assert "dist/es/ holds an earlier edition; it stays as it was." in done.stdout
    assert digest(reviewed / "dist/es") == before
    assert digest(reviewed / "dist/en") != english, "the other language does not wait"


def test_a_changed_dose_makes_a_reviewed_edition_a_draft_again(reviewed: Path, run: Run) -> None:
    replace_in(reviewed / "source/01-when.md", "Do not touch a wound", "Never touch a wound")
    assert run("build", "-C", reviewed).returncode == 0
    text = text_of(reviewed, "es")
    assert DRAFT in text
    assert "Li Wen" not in text


def test_a_void_review_withholds_and_a_new_one_releases(reviewed: Path, run: Run) -> None:
    catalog = reviewed / "locales/es/LC_MESSAGES/guide.po"
    replace_in(catalog, "No toque", "Jamás toque")
    done = run("build", "--release", "--locale", "es", "-C", reviewed)
    assert done.returncode == 1, done.stdout
    assert "a critical block is not reviewed" in done.stdout
    assert not (reviewed / "dist/es").exists()
    run("catalogs", "review", "es", "--as", "Ana, clinician", "--critical", "-C", reviewed)
    assert run("build", "--release", "--locale", "es", "-C", reviewed).returncode == 0


def test_a_source_that_no_clinician_read_is_withheld(two_languages: Path, run: Run) -> None:
    done = run("build", "--release", "--locale", "en", "--json", "-C", two_languages)
    assert done.returncode == 1, done.stderr
    table = json.loads(done.stdout)
    assert table["editions"] == []
    (withheld,) = table["withheld"]
    assert withheld["locale"] == "en"
    assert [count["kind"] for count in withheld["counts"]] == ["critical", "starter"]
    for finding in withheld["open"]:
        assert (two_languages / finding["file"]).is_file()
        assert finding["line"] > 0
    assert not list((two_languages / "dist").glob("en/*"))


def test_an_error_that_a_check_finds_withholds(reviewed: Path, run: Run) -> None:
    replace_in(reviewed / "locales/es/LC_MESSAGES/guide.po", "20 segundos", "2 segundos")
    done = run("build", "--release", "--locale", "es", "-C", reviewed)
    assert done.returncode == 1, done.stdout
    assert "es: withheld: 1 error found by checks" in done.stdout
    assert "  See all 1: plainspoken catalogs check es\n" in done.stdout


def test_a_release_has_names_that_carry_its_version_and_one_that_stays(
    reviewed: Path, run: Run, digest: Digest
) -> None:
    folder = reviewed / "dist/es"
    names = {"release/hand-washing.es.0.1.0.epub", "release/hand-washing.es.latest.epub"}

    def list_released() -> set[str]:
        return {name for name in digest(folder) if "release" in name}

    assert run("build", "--locale", "es", "-C", reviewed).returncode == 0
    assert list_released() == set()
    done = run("build", "--release", "--locale", "es", "-C", reviewed)
    assert done.returncode == 0, done.stdout + done.stderr
    found = digest(folder)
    assert list_released() == names
    assert {found[name] for name in names} == {found["hand-washing.es.epub"]}
    again = run("build", "--release", "--locale", "es", "-C", reviewed)
    assert "es: unchanged" in again.stdout
    (folder / "release/hand-washing.es.latest.epub").unlink()
    run("build", "--release", "--locale", "es", "-C", reviewed)
    assert digest(folder) == found
    replace_in(reviewed / "source/guide.toml", 'version = "0.1.0"', 'version = "0.2/beta"')
    run("build", "--release", "--locale", "es", "-C", reviewed)
    assert list_released() == {name.replace("0.1.0", "0.2-beta") for name in names}
    run("pack", "--locale", "es", "-C", reviewed)
    assert list_released(), "the same editions are still a release"
    replace_in(reviewed / "locales/es/LC_MESSAGES/guide.po", "jabón", "jabones")
    run("build", "--locale", "es", "-C", reviewed)
    assert list_released() == set(), "a draft is no release"
