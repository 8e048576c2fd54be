"""Pictures with a description in an EPUB: read once, in their place, and by voices too."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.fixtures import Axe

    from .conftest import Pack

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" role="img" aria-labelledby="t">
<title id="t">Pot</title><rect width="80" height="50"/><text x="9" y="40">Lid</text></svg>
"""
FIGURE = """\
# Pots

> [!PICTURE]
> ![A red pot with its lid on.](pot.svg)
>
> The pot stands on a stove. Steam comes out.
>
> - The lid is on.

Then pour.
"""


def write(folder: Path) -> None:
    (folder / "source/pot.svg").write_text(SVG, "utf-8")
    (folder / "source/03-pots.md").write_text(FIGURE, "utf-8")


def read_page(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("EPUB/pots.xhtml").decode()


def test_a_figure_holds_the_picture_and_a_description_that_the_picture_names(
    small_guide: Path, pack: Pack, epubcheck: Callable[[Path], list[str]]
) -> None:
    write(small_guide)
    packed = pack()
    assert epubcheck(packed.path) == []
    page = etree.fromstring(read_page(packed.path).encode())
    (figure,) = page.iter("{*}figure")
    image = figure.find(".//{*}img")
    description = figure.find("{*}div[@class='description']")
    assert image is not None
    assert description is not None
    assert image.get("alt") == "A red pot with its lid on."
    assert image.get("aria-details") == description.get("id")
    assert " ".join(" ".join(map(str, description.itertext())).split()) == (
        "The pot stands on a stove. Steam comes out. The lid is on."
    )


def test_the_metadata_say_that_pictures_are_described_at_length(
    small_guide: Path, pack: Pack
) -> None:
    def read(path: Path) -> str:
        with zipfile.ZipFile(path) as archive:
            return archive.read("EPUB/content.opf").decode()

    assert "longDescription" not in read(pack(sound=False).path)
    write(small_guide)
    assert ">longDescription<" in read(pack(sound=False, name="with.epub").path)


def test_a_picture_and_its_description_are_spoken_in_their_order(
    small_guide: Path, pack: Pack
) -> None:
    write(small_guide)
    packed = pack()
    track = next(t for t in packed.narration.tracks if t.section_id == "pots")
    section = next(s for s in packed.guide.sections if s.id == "pots")
    sentences = [sentence.id for sentence in section.sentences()]
    assert [clip.sentence_id for clip in track.clips] == sentences
    said = packed.narration.script[sentences[1]]
    assert "".join(words for part in said.parts for _, words in part.stretches) == (
        "Picture: A red pot with its lid on."
    )


def test_a_screen_reader_meets_the_description_once(
    small_guide: Path, pack: Pack, page: Page, axe: Axe, tmp_path: Path
) -> None:
    write(small_guide)
    with zipfile.ZipFile(pack(sound=False).path) as archive:
        archive.extractall(tmp_path / "book")
    page.goto((tmp_path / "book/EPUB/pots.xhtml").as_uri())
    # A content document of a book is no page of a site: it needs no landmarks.
    assert [found for found in axe(page) if not found.startswith(("landmark", "region"))] == []
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    shown = [node for node in nodes if not node["ignored"]]
    texts = [
        str(node.get(key, {}).get("value", ""))
        for node in shown
        for key in ("name", "description")
        if node["role"]["value"] not in ("InlineTextBox",)
    ]
    assert sum("The pot stands on a stove." in text for text in texts) == 1
    assert sum("A red pot with its lid on." in text for text in texts) == 1
    image = next(node for node in shown if node["role"]["value"] in ("image", "img"))
    assert any(each["name"] == "details" for each in image["properties"])
