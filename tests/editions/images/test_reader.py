"""The images of a guide, read together: their errors, and their names in an edition."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import OutputError
from plainspoken.editions.images import name_images, read_images
from plainspoken.guide import Guide
from plainspoken.parsing import parse

GOOD = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'


def show(folder: Path, *names: str, content: str = GOOD) -> Guide:
    """The guide with images of these names below its text."""
    for name in names:
        path = folder / "source" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
    text = "".join(f"\n![A line](<{name}>)\n" for name in names)
    (folder / "source/03-lines.md").write_text(f"# Lines\n{text}", "utf-8")
    return parse(load_project(folder))


@pytest.mark.parametrize(
    ("names", "published"),
    [
        (["a.svg", "Photo-2_b.c.svg"], ["a.svg", "Photo-2_b.c.svg"]),
        (["a b.svg", "100%.svg", "a&b.svg"], ["a-b.svg", "100.svg", "a-b-2.svg"]),
        (["Größe.svg", "рис.svg", "图.svg"], ["Groe.svg", "image.svg", "image-2.svg"]),
        (["a.svg", "A.svg", "a.SVG"], ["a.svg", "A-2.svg", "a-3.SVG"]),
        (["img/a.svg", "img-a.svg"], ["img-a.svg", "img-a-2.svg"]),
        (["a-2.svg", "a.svg", "A.svg"], ["a-2.svg", "a.svg", "A-3.svg"]),
        ([f"{'a' * 200}.svg"], [f"{'a' * 100}.svg"]),
        ([".svg", "-.svg", "...svg"], ["image.svg", "image-2.svg", "image-3.svg"]),
    ],
)
def test_names_are_safe_in_any_book_and_on_any_disk(
    small_guide: Path, names: list[str], published: list[str]
) -> None:
    guide = show(small_guide, *names)
    assert name_images(guide) == dict(zip(names, published, strict=True))
    images = list(read_images(guide, load_project(small_guide)))
    assert [name for name, _, _ in images] == [f"images/{name}" for name in published]
    assert {media_type for _, media_type, _ in images} == {"image/svg+xml"}


def test_a_name_that_a_disk_keeps_in_parts_is_found(small_guide: Path) -> None:
    name = unicodedata.normalize("NFD", "é.svg")
    (small_guide / "source" / name).write_text(GOOD, "utf-8")
    (small_guide / "source/03-lines.md").write_text("# Lines\n\n![A line](é.svg)\n", "utf-8")
    guide = parse(load_project(small_guide))
    assert name_images(guide) == {name: "e.svg"}
    assert list(read_images(guide, load_project(small_guide)))


def test_an_image_that_is_shown_twice_is_read_once(small_guide: Path) -> None:
    show(small_guide, "a.svg")
    path = small_guide / "source/03-lines.md"
    path.write_text(path.read_text("utf-8") + "\n![Again](./a.svg) ![Again](%61.svg)\n", "utf-8")
    guide = parse(load_project(small_guide))
    assert len(list(read_images(guide, load_project(small_guide)))) == 1


def test_all_errors_of_all_images_are_told_together(small_guide: Path) -> None:
    guide = show(
        small_guide, "a.svg", "b.svg", "c.svg", content=GOOD.replace("<path", "\n<script/>\n<path")
    )
    (small_guide / "source/b.svg").write_text("<svg", "utf-8")
    os.truncate(small_guide / "source/c.svg", 32_000_001)
    with pytest.raises(OutputError) as caught:
        list(read_images(guide, load_project(small_guide)))
    places = [(error.file, error.line) for error in caught.value.findings]
    assert places == [("source/a.svg", 2), ("source/b.svg", 1), ("source/c.svg", 0)]
