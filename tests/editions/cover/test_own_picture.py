"""A guide brings its own picture for the cover."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from plainspoken.cli import main
from plainspoken.config.project import Project, load_project
from plainspoken.diagnostics.finding import Finding
from plainspoken.editions.cover import Cover, edition, find_cover_errors, make_cover
from plainspoken.narration import Narration
from plainspoken.parsing import parse

SILENT = Narration((), ())


@pytest.fixture
def write_cover(small_guide: Path) -> Callable[..., Project]:
    """Give the guide a cover of one colour."""

    def write(
        name: str = "cover.png", size: tuple[int, int] = (800, 1200), mode: str = "RGB"
    ) -> Project:
        file = small_guide / "source" / name
        file.parent.mkdir(exist_ok=True)
        Image.new(mode, size, "#ff0000").save(file)
        return name_cover(small_guide, name)

    return write


def name_cover(guide: Path, name: str) -> Project:
    config = guide / "source/guide.toml"
    config.write_text(f'cover = "{name}"\n{config.read_text("utf-8")}', "utf-8")
    return load_project(guide)


def make(project: Project) -> Cover:
    return make_cover(parse(project), SILENT, project, project.find_locale("en"))


def look(cover: Cover) -> Image.Image:
    assert cover.pictures
    assert not cover.drawing
    return Image.open(io.BytesIO(cover.pictures.whole))


def find_errors(project: Project) -> list[Finding]:
    return find_cover_errors(project, project.locales)


def test_a_draft_has_the_picture_with_a_band_below(write_cover: Callable[..., Project]) -> None:
    picture = look(make(write_cover()))
    assert picture.size == (800, 1200 + 85)
    assert picture.getpixel((400, 600)) == pytest.approx((254, 0, 0), abs=3)
    assert picture.getpixel((790, 1270)) == pytest.approx((244, 180, 26), abs=6)


def test_a_reviewed_guide_has_the_picture_alone(write_cover: Callable[..., Project]) -> None:
    project = replace(write_cover(size=(3000, 4000), name="cover.JPG"), reviewed_by="Dr. Roe")
    picture = look(make(project))
    assert picture.size == (1600, 2133)
    assert picture.getpixel((800, 2100)) == pytest.approx((254, 0, 0), abs=3)


def test_what_is_transparent_is_white(
    write_cover: Callable[..., Project], small_guide: Path
) -> None:
    project = write_cover(mode="RGBA")
    Image.new("RGBA", (800, 1200), (0, 0, 0, 0)).save(small_guide / "source/cover.png")
    assert look(make(project)).getpixel((400, 600)) == (255, 255, 255)


def test_another_picture_replaces_the_one_that_is_kept(
    write_cover: Callable[..., Project], small_guide: Path
) -> None:
    make(write_cover())
    Image.new("RGB", (800, 1200), "#0000ff").save(small_guide / "source/cover.png")
    picture = look(make(load_project(small_guide)))
    assert picture.getpixel((400, 600)) == pytest.approx((0, 0, 254), abs=3)


def test_a_language_has_its_own_picture(
    write_cover: Callable[..., Project], small_guide: Path
) -> None:
    project = write_cover()
    Image.new("RGB", (700, 900), "#00ff00").save(small_guide / "source/other.png")
    locale = replace(project.find_locale("en"), cover="other.png")
    assert look(make_cover(parse(project), SILENT, project, locale)).width == 700


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.png", None, "there is no image `none.png`"),
        ("../cover.png", None, "there is no image `../cover.png`"),
        ("cover.svg", b"<svg/>", "`cover.svg` is no PNG or JPEG"),
        ("cover.txt", b"x", "the image `cover.txt` cannot be carried"),
        ("cover.jpg", b"no picture", "is no PNG, JPEG, GIF or WebP picture"),
        ("cover.jpg", b"", "is empty"),
        ("small.png", (599, 2000), "`small.png` has 599 by 2000 pixels: too few"),
        ("large.png", (9000, 9000), "megapixels"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_cover_is_told_with_its_place(
    small_guide: Path, name: str, content: bytes | tuple[int, int] | None, message: str
) -> None:
    path = small_guide / "source" / name
    if isinstance(content, tuple):
        Image.new("1", content).save(path)
    elif content is not None:
        path.write_bytes(content)
    (error,) = find_errors(name_cover(small_guide, name))
    assert message in error.message
    assert error.hint
    assert error.file == ("source/guide.toml" if "`" in message else f"source/{name}")


def test_a_build_with_a_wrong_cover_tells_it_before_anything_is_made(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name_cover(small_guide, "none.png")
    assert main(["pack", "--locale", "en", "-C", str(small_guide)]) == 2
    said = capsys.readouterr()
    assert "source/guide.toml:1: there is no image `none.png`" in said.err
    assert not (small_guide / "dist").exists()


def test_an_epub_shows_the_picture_and_passes_epubcheck(
    write_cover: Callable[..., Project], small_guide: Path, epubcheck: Callable[[Path], list[str]]
) -> None:
    write_cover("art/cover picture.png")
    assert main(["pack", "--locale", "en", "--edition", "epub", "-C", str(small_guide)]) == 0
    (path,) = (small_guide / "dist/en").glob("*.epub")
    with zipfile.ZipFile(path) as book:
        assert "EPUB/cover.svg" not in book.namelist()
        page = etree.fromstring(book.read("EPUB/cover.xhtml"))
        assert [image.get("src") for image in page.iter("{*}img")] == ["cover.jpg"]
    assert epubcheck(path) == []


def test_as_files_there_is_no_drawing(write_cover: Callable[..., Project], tmp_path: Path) -> None:
    project = write_cover()
    (tmp_path / "out").mkdir()
    made = edition.build(
        parse(project), SILENT, project, project.find_locale("en"), tmp_path / "out"
    )
    assert [artifact.path for artifact in made] == ["cover/cover.jpg", "cover/thumbnail.jpg"]
