"""Pictures of each kind in an EPUB."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Pack

DRAWINGS = sorted((Path(__file__).parents[1] / "images/drawings").glob("*.svg"))
RASTERS = ("Photo.JPG", "photo.jpg", "a b%.png", "图.gif", "größe.webp", "img/a.jpeg", "img/b.png")
ODD = '<svg xmlns="http://www.w3.org/2000/svg"><g id="1"/><g id="a"/><g id="a"/><style/></svg>'
TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="1252"><circle r="9"/></svg>'


@pytest.fixture
def tall_picture(small_guide: Path, pack: Pack, tmp_path: Path) -> str:
    """The address of a page with nothing but a heading and a tall picture."""
    (small_guide / "source/tall.svg").write_text(TALL, "utf-8")
    (small_guide / "source/03-steps.md").write_text("# Steps\n\n![Steps](tall.svg)\n", "utf-8")
    with zipfile.ZipFile(pack(sound=False).path) as archive:
        archive.extractall(tmp_path / "book")
    return (tmp_path / "book/EPUB/steps.xhtml").as_uri()


@pytest.mark.parametrize("paper", ["A5", "Letter"])
def test_a_tall_picture_is_printed_whole_below_its_heading(
    tall_picture: str, page: Page, paper: str
) -> None:
    page.goto(tall_picture)
    printed = page.pdf(format=paper, margin={"top": "12mm", "bottom": "12mm"})
    assert len(re.findall(rb"/Type /Page\b", printed)) == 1


def test_large_letters_cut_no_more_off_the_corners_of_a_picture(
    tall_picture: str, page: Page
) -> None:
    page.goto(tall_picture)
    corners = []
    for size in (100, 400):
        page.add_style_tag(content=f"html {{ font-size: {size}% !important; }}")
        image = page.get_by_alt_text("Steps")
        corners.append(image.evaluate("image => getComputedStyle(image).borderRadius"))
    assert corners[0] == corners[1]
    assert "%" in corners[0]


def test_pictures_of_each_kind_and_name_pass_epubcheck(
    small_guide: Path, pack: Pack, epubcheck: Callable[[Path], list[str]]
) -> None:
    source = small_guide / "source"
    (source / "img").mkdir()
    for path in DRAWINGS:
        (source / path.name).write_bytes(path.read_bytes())
    for number, name in enumerate(RASTERS):
        Pillow.new("RGB", (8 + number, 6), "teal").save(source / name)
    (source / "odd.svg").write_text(ODD, "utf-8")
    names = [*(path.name for path in DRAWINGS), *RASTERS, "odd.svg"]
    shown = "\n\n".join(f"![Picture {name}](<{name}>)" for name in names)
    (source / "03-pictures.md").write_text(f"# Pictures\n\n{shown}\n", "utf-8")
    packed = pack(sound=False)
    assert epubcheck(packed.path) == []
    with zipfile.ZipFile(packed.path) as archive:
        files = {name.removeprefix("EPUB/") for name in archive.namelist()}
        page = archive.read("EPUB/pictures.xhtml").decode()
    shown_files = re.findall(r'src="(images/[^"]+)" alt="Picture ', page)
    assert len({name.lower() for name in shown_files}) == len(names)
    assert all(re.fullmatch(r"images/[A-Za-z0-9._-]+", name) for name in shown_files)
    assert {name for name in files if name.startswith("images/")} == set(shown_files)
