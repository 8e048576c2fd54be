"""Whole guides in scripts and directions that the shipped one has not are valid EPUBs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.browser.fixtures import Ace
from tests.whole_guides.fixtures import LANGS, BuildWhole


def find_epub(folder: Path) -> Path:
    (path,) = (folder / "dist").rglob("*.epub")
    return path


@pytest.mark.parametrize("lang", LANGS)
def test_epubcheck_finds_nothing(
    build_whole: BuildWhole, epubcheck: Callable[[Path], list[str]], lang: str
) -> None:
    assert epubcheck(find_epub(build_whole(lang))) == []


@pytest.mark.parametrize("lang", LANGS)
def test_ace_finds_nothing(build_whole: BuildWhole, ace: Ace, lang: str) -> None:
    assert ace(find_epub(build_whole(lang))) == []


@pytest.mark.parametrize("lang", LANGS)
def test_each_section_is_read_aloud(build_whole: BuildWhole, lang: str) -> None:
    with zipfile.ZipFile(find_epub(build_whole(lang))) as epub:
        names = set(epub.namelist())
    for section in ("opening", "measure", "drink", "glossary", "colophon"):
        assert f"EPUB/{section}.smil" in names
    assert sum(name.endswith(".mp3") for name in names) == 5


def test_ace_tells_what_is_wrong_and_where(
    build_whole: BuildWhole, ace: Ace, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.epub"
    with (
        zipfile.ZipFile(find_epub(build_whole("de"))) as whole,
        zipfile.ZipFile(damaged, "w") as epub,
    ):
        for entry in whole.infolist():
            content = whole.read(entry)
            if entry.filename == "EPUB/measure.xhtml":
                content = content.replace(b' alt="', b' data-alt="')
            epub.writestr(entry, content)
    (fault,) = ace(damaged)
    assert fault.startswith("measure.xhtml: image-alt (critical): <img ")
