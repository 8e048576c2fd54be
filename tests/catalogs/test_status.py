"""The status of a translation: as text, as JSON, and as an image."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from plainspoken.catalogs.extract import extract_messages
from plainspoken.catalogs.status import count_status
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.parsing import parse
from plainspoken.po.reader import read_catalog

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
    assert (whole["critical"], whole["critical_open"]) == (3, 3)


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
    assert whole["reviewed"] == {"translator": 0, "second translator": 2, "clinician": 22}
    assert whole["void"] == 1
    assert whole["critical_open"] == 1


def test_a_message_that_is_missing_counts_as_untranslated(folder: Folder) -> None:
    folder.edit("01-boil.md", "- One cup", "- Warm your hands slowly")
    guide = parse(load_project(folder.root))
    found = count_status(read_catalog(folder.po, "guide.po"), extract_messages(guide), "es")
    assert found.whole.untranslated == 1
    assert found.whole.checked is None


def test_the_table_tells_what_to_do(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    sign(folder, "Ana, clinician", "--all")
    folder.edit_po("El vapor quema.", "El vapor no quema.")
    main(["catalogs", "status", "es", "--sections", "-C", str(folder.root)])
    told = capsys.readouterr().out
    assert "1 review is void" in told
    assert "23 of 23" in told
    assert "1 of 3" in told
    assert "es, by section:" in told
    assert "plainspoken catalogs review LOCALE --list" in told


def test_no_translation_is_told(small_guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small_guide / "source/guide.toml"
    path.write_text(path.read_text("utf-8").partition("[locales.es]")[0], "utf-8")
    assert main(["catalogs", "status", "-C", str(small_guide)]) == 0
    assert "There is no translation yet." in capsys.readouterr().out


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 reckons it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_badge_says_all_in_words(folder: Folder, tmp_path: Path) -> None:
    files = [tmp_path / "a.svg", tmp_path / "b.svg"]
    colours = []
    for path in files:
        args = ["catalogs", "status", "es", "--badge", str(path), "-C", str(folder.root)]
        assert main(args) == 0
        root = etree.fromstring(path.read_bytes())
        assert root.get("role") == "img"
        name = {"s": "http://www.w3.org/2000/svg"}
        said = root.findtext("s:title", "", name)
        shown = [element.text for element in root.iterfind(".//s:text", name)]
        assert said == ": ".join(map(str, shown))
        fills = [str(element.get("fill")) for element in root.iterfind("s:rect", name)]
        assert all(contrast("#ffffff", fill) >= 4.5 for fill in fills)
        colours.append((said, fills[1]))
        sign(folder, "Ana, clinician", "--all")
    assert [said for said, _ in colours] == [
        "translations: es 100 %, 3 critical open", "translations: es 100 %"
    ]  # fmt: skip
    assert colours[0][1] != colours[1][1]
    before = files[1].read_bytes()
    main(["catalogs", "status", "es", "--badge", str(files[1]), "-C", str(folder.root)])
    assert files[1].read_bytes() == before


def test_a_badge_that_cannot_be_written_is_told(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    path = tmp_path / "file" / "b.svg"
    assert main(["catalogs", "status", "--badge", str(path), "-C", str(folder.root)]) == 2
    assert "cannot be written" in capsys.readouterr().err
