"""The cover of a whole edition: in the EPUB, and as files of its own."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from PIL import Image

from plainspoken.diagnostics.errors import OutputError
from plainspoken.editions.cover import edition, find_undrawn
from plainspoken.editions.epub import edition as epub
from plainspoken.guide import Span

if TYPE_CHECKING:
    from tests.editions.conftest import Spoken


def retitle(spoken: Spoken, title: str) -> Spoken:
    block = spoken.guide.title
    sentence = replace(block.sentences[0], spans=(Span(title),))
    return replace(spoken, guide=replace(spoken.guide, title=replace(block, sentences=(sentence,))))


def read_package(spoken: Spoken, out: Path) -> tuple[etree._Element, zipfile.ZipFile]:
    (name,) = spoken.build(epub.build, out)
    book = zipfile.ZipFile(out / name)
    return etree.fromstring(book.read("EPUB/content.opf")), book


def find_cover(package: etree._Element) -> etree._Element:
    """The image that new shelves find, which must be the one that old shelves find."""
    (image,) = package.iterfind(".//{*}item[@properties='cover-image']")
    (meta,) = package.iterfind(".//{*}meta[@name='cover']")
    assert meta.get("content") == image.get("id")
    return image


def test_shelves_old_and_new_find_a_jpeg_and_the_page_shows_the_drawing(
    spoken: Spoken, tmp_path: Path
) -> None:
    package, book = read_package(spoken, tmp_path / "out")
    image = find_cover(package)
    assert (image.get("href"), image.get("media-type")) == ("cover.jpg", "image/jpeg")
    picture = Image.open(io.BytesIO(book.read("EPUB/cover.jpg")))
    assert picture.size == (1600, 2560)
    assert b'src="cover.svg"' in book.read("EPUB/cover.xhtml")
    assert "<text" not in book.read("EPUB/cover.svg").decode()


def test_an_edition_whose_letters_no_font_has_keeps_its_drawing_as_the_cover(
    spoken: Spoken, tmp_path: Path
) -> None:
    package, book = read_package(retitle(spoken, "བོད་ཡིག"), tmp_path / "out")
    assert find_cover(package).get("href") == "cover.svg"
    assert "EPUB/cover.jpg" not in book.namelist()
    assert "བོད་ཡིག</text>" in book.read("EPUB/cover.svg").decode()


def test_a_build_is_told_which_letters_no_font_has(spoken: Spoken) -> None:
    for title, letters in (("Té, 茶, 🙂 \u200d", ()), ("ཡིཡིག tea", ("ཡ", "ི", "ག"))):
        case = retitle(spoken, title)
        assert find_undrawn(case.guide, case.project, case.locale) == letters
        own = replace(case.project, cover="cover.png")
        assert find_undrawn(case.guide, own, case.locale) == ()


def test_on_request_the_cover_is_made_as_files(spoken: Spoken, tmp_path: Path) -> None:
    names = spoken.build(edition.build, tmp_path / "out")
    assert names == ["cover/cover.svg", "cover/cover.jpg", "cover/thumbnail.jpg"]
    _, book = read_package(spoken, tmp_path / "epub")
    for name in ("cover.svg", "cover.jpg"):
        assert (tmp_path / "out/cover" / name).read_bytes() == book.read(f"EPUB/{name}")
    assert Image.open(tmp_path / "out/cover/thumbnail.jpg").size == (320, 512)


def test_pictures_with_gaps_are_not_made_and_a_message_says_why(
    spoken: Spoken, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match="letters that no font here can draw"):
        retitle(spoken, "བོད་ཡིག").build(edition.build, tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_a_cover_says_that_an_edition_is_read_aloud_where_it_is(
    spoken: Spoken, silent: Spoken, tmp_path: Path
) -> None:
    for case, says in ((spoken, True), (silent, False)):
        out = tmp_path / str(says)
        case.build(edition.build, out)
        assert (b"Read aloud" in (out / "cover/cover.svg").read_bytes()) is says
