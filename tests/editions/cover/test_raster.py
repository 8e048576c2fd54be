"""The pictures of a cover, and the cache that keeps them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from plainspoken.editions.cover.raster import Pictures, rasterize

if TYPE_CHECKING:
    from .conftest import Draw


@pytest.fixture
def drawing(draw: Draw) -> bytes:
    return draw("Good tea", draft=True, aloud=True).content


def open_picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_cover_is_a_jpeg_of_the_size_that_shops_ask_for_and_a_small_one(
    drawing: bytes, tmp_path: Path
) -> None:
    pictures = rasterize(drawing, "en", tmp_path)
    whole, small = map(open_picture, (pictures.whole, pictures.thumbnail))
    assert (whole.format, whole.mode, whole.size) == ("JPEG", "RGB", (1600, 2560))
    assert (small.format, small.size) == ("JPEG", (320, 512))
    assert len(pictures.whole) < 400_000
    assert len(pictures.thumbnail) < 30_000
    assert not whole.getexif()


def test_the_picture_shows_what_is_drawn(drawing: bytes, tmp_path: Path) -> None:
    picture = open_picture(rasterize(drawing, "en", tmp_path).whole)
    band = picture.getpixel((1560, 1755))
    assert band == pytest.approx((244, 180, 26), abs=6)
    shades = picture.crop((140, 400, 1460, 620)).convert("L").tobytes()
    assert min(shades) < 80
    assert max(shades) > 230


def test_an_unchanged_drawing_is_not_drawn_again(drawing: bytes, tmp_path: Path) -> None:
    first = rasterize(drawing, "en", tmp_path)
    (kept,) = (tmp_path / "covers").iterdir()
    time = kept.stat().st_mtime_ns
    assert rasterize(drawing, "en", tmp_path) == first
    assert kept.stat().st_mtime_ns == time
    assert rasterize(drawing.replace(b"#f4b41a", b"#000000"), "en", tmp_path) != first
    assert [path.name for path in (tmp_path / "covers").iterdir()] == ["en.json"]


@pytest.mark.parametrize("damage", ["", "{", "[1, 2]", '{"sha256": "", "record": null}'])
def test_what_is_damaged_in_the_cache_is_drawn_again(
    drawing: bytes, tmp_path: Path, damage: str
) -> None:
    first = rasterize(drawing, "en", tmp_path)
    kept = tmp_path / "covers/en.json"
    content = kept.read_text("utf-8")
    kept.write_text(damage or content.replace("A", "B", 3), "utf-8")
    assert rasterize(drawing, "en", tmp_path) == first
    assert kept.read_text("utf-8") == content


def test_a_cache_that_cannot_be_written_is_done_without(drawing: bytes, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", "utf-8")
    assert isinstance(rasterize(drawing, "en", tmp_path / "cache"), Pictures)
