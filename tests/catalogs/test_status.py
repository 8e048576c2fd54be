"""The status of a translation: as text, as JSON, and as an image."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainspoken.catalogs.extract import extract_messages
from plainspoken.catalogs.status import count_status
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.parsing import parse
from plainspoken.po.reader import parse_catalog

from .conftest import Folder

Tell = Callable[..., Any]


@pytest.fixture
def tell(folder: Folder, capsys: pytest.CaptureFixture[str]) -> Tell:
    """The JSON of `catalogs status`, for Spanish."""

    def tell() -> Any:
        capsys.readouterr()
        assert main(["catalogs", "status", "--json", "-C", str(folder.root)]) == 0
        (locale,) = json.loads(capsys.readouterr().out)["locales"]
        return locale

    return tell


def sign(folder: Folder, who: str, *which: str) -> None:
    assert main(["catalogs", "review", "es", "--as", who, *which, "-C", str(folder.root)]) == 0


def test_a_whole_translation_is_counted(tell: Tell) -> None:
    whole = tell()
    assert whole["locale"] == "es"
    assert whole["messages"] == whole["translated"] == whole["checked"] == 23
    assert (whole["fuzzy"], whole["untranslated"], whole["words_left"]) == (0, 0, 0)
    assert whole["percent"] == 100
    assert whole["reviewed"] == {"translator": 0, "second translator": 0, "clinician": 0}
    assert (whole["critical"], whole["critical_open"]) == (4, 4)


def test_sections_add_up_to_the_whole(folder: Folder, tell: Tell) -> None:
    folder.edit("01-boil.md", "Steam burns.", "Steam burns badly.")
    folder.update()
    sign(folder, "Ana, clinician", "--all")
    whole = tell()
    assert [section["id"] for section in whole["sections"]] == ["guide", "boil", "brew", "glossary"]
    for name in ("messages", "translated", "fuzzy", "words", "words_left", "checked", "critical"):
        assert sum(section[name] for section in whole["sections"]) == whole[name], name
    assert whole["fuzzy"] == 1
    assert whole["words_left"] == 9


def test_an_error_leaves_a_translation_unchecked(folder: Folder, tell: Tell) -> None:
    folder.edit_po("Espere 3 minutos", "Espere 30 minutos")
    whole = tell()
    assert whole["translated"] - whole["checked"] == 1


def test_reviews_count_by_role_and_void_ones_apart(folder: Folder, tell: Tell) -> None:
    sign(folder, "Li Wen, second translator", "--critical")
    sign(folder, "Ana, clinician", "--all")
    folder.edit_po("El vapor quema.", "El vapor no quema.")
    whole = tell()
    assert whole["reviewed"] == {"translator": 0, "second translator": 3, "clinician": 22}
    assert whole["void"] == 1
    assert whole["critical_open"] == 1


def test_a_message_that_is_missing_counts_as_untranslated(folder: Folder) -> None:
    folder.edit("01-boil.md", "- One cup", "- Warm your hands slowly")
    guide = parse(load_project(folder.root))
    found = count_status(
        parse_catalog(folder.po.read_bytes(), "guide.po"), extract_messages(guide), "es"
    )
    assert found.whole.untranslated == 1
    assert found.whole.checked is None


def test_the_table_tells_what_to_do(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    sign(folder, "Ana, clinician", "--all")
    folder.edit_po("El vapor quema.", "El vapor no quema.")
    main(["catalogs", "status", "es", "--sections", "-C", str(folder.root)])
    told = capsys.readouterr().out
    assert "1 review is void" in told
    assert "23 of 23" in told
    assert "1 of 4" in told
    assert "es, by section:" in told
    assert "plainspoken catalogs review LOCALE --list" in told


def test_no_translation_is_told(small_guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small_guide / "source/guide.toml"
    path.write_text(path.read_text("utf-8").partition("[locales.es]")[0], "utf-8")
    assert main(["catalogs", "status", "-C", str(small_guide)]) == 0
    assert "There is no translation yet." in capsys.readouterr().out
