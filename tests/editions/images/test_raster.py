"""PNG, JPEG, GIF and WebP pictures: whole and still ones are published, all others refused."""

from __future__ import annotations

import base64
import io
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from plainspoken.editions.images.image import Image, check_image

FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}
TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"}


def draw(name: str, mode: str = "RGB", size: tuple[int, int] = (8, 6), **options: Any) -> bytes:
    """A picture with a little in it."""
    picture = Pillow.effect_noise(size, 60).convert(mode)
    file = io.BytesIO()
    picture.save(file, FORMATS[name], **options)
    return file.getvalue()


def draw_moving(name: str) -> bytes:
    first, second = Pillow.new("RGB", (8, 6)), Pillow.new("RGB", (8, 6), "red")
    file = io.BytesIO()
    first.save(file, FORMATS[name], save_all=True, append_images=[second], duration=50)
    return file.getvalue()


def refuse(content: bytes, name: str) -> str:
    found = check_image(content, f"source/a.{name}")
    assert not isinstance(found, Image)
    (error,) = found
    assert (error.file, error.line) == (f"source/a.{name}", 0)
    assert error.hint
    assert " object at " not in error.message
    return error.message


def make_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def make_png(width: int, height: int, data: bytes, *more: bytes) -> bytes:
    """A PNG of 8-bit grey; `data` is what stands in IDAT, `more` are chunks before it."""
    head = make_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = b"".join(more) + make_chunk(b"IDAT", data) + make_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + body


def compress_zeros(count: int) -> bytes:
    """Zeros, compressed a thousand times smaller, without holding them all."""
    packer = zlib.compressobj(9)
    zeros = bytes(1_000_000)
    parts = [packer.compress(zeros) for _ in range(count // 1_000_000)]
    return b"".join((*parts, packer.flush()))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_whole_still_picture_is_published_as_it_is(name: str, mode: str) -> None:
    content = draw(name, mode)
    assert check_image(content, f"source/a.{name}") == Image(
        TYPES[name.replace("jpeg", "jpg")], content
    )
    assert isinstance(check_image(content, f"source/A.{name.upper()}"), Image)


@pytest.mark.parametrize(
    ("name", "mode", "options"),
    [
        ("png", "RGBA", {}),
        ("png", "P", {"transparency": 0}),
        ("png", "1", {}),
        ("png", "I;16", {}),
        ("png", "LA", {}),
        ("png", "P", {"bits": 2}),
        ("jpg", "RGB", {"progressive": True}),
        ("jpg", "CMYK", {"progressive": True}),
        ("jpg", "L", {"comment": b"a comment", "exif": Pillow.Exif()}),
        ("gif", "P", {"interlace": 1}),
        ("webp", "RGBA", {"lossless": True}),
        ("webp", "RGB", {"icc_profile": b"x" * 200, "quality": 10}),
    ],
)
def test_each_kind_that_programs_save_is_published(
    name: str, mode: str, options: dict[str, Any]
) -> None:
    assert isinstance(check_image(draw(name, mode, **options), f"source/a.{name}"), Image)


@pytest.mark.parametrize("name", TYPES)
def test_a_picture_that_is_cut_off_anywhere_is_refused(name: str) -> None:
    content = draw(name, size=(40, 30))
    for end in range(0, len(content) - 1, max(len(content) // 60, 1)):
        assert refuse(content[:end], name)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("more", [b"<script>", b"PK\x03\x04", b"\0\0x", b"\xff\xd8\xff\xd9"])
def test_a_picture_that_goes_on_after_its_end_is_refused(name: str, more: bytes) -> None:
    assert "goes on after its end" in refuse(draw(name) + more, name)


@pytest.mark.parametrize("name", TYPES)
def test_zeros_that_fill_up_a_file_are_no_error(name: str) -> None:
    assert isinstance(check_image(draw(name) + bytes(500), f"source/a.{name}"), Image)


@pytest.mark.parametrize("name", ["png", "gif", "webp"])
def test_a_picture_that_moves_is_refused(name: str) -> None:
    assert refuse(draw_moving(name), name) == "is animated"


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("other", TYPES)
def test_the_ending_of_the_name_agrees_with_the_content(name: str, other: str) -> None:
    if name != other:
        assert f"is {TYPES[other]}, and its name says" in refuse(draw(other), name)


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html>",
        b"%PDF-1.7",
        b"BM",
        b"\0\0\0\x1cftyp",
    ],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    assert "is no PNG, JPEG, GIF or WebP picture" in refuse(content, "png")


def test_a_raster_picture_under_the_name_of_an_svg_is_refused() -> None:
    assert "is image/png, and its name says image/svg+xml" in refuse(draw("png"), "svg")


ROW = b"\0" * 9
DAMAGED: dict[str, Callable[[], bytes]] = {
    "a wrong check sum": lambda: draw("png").replace(b"IHDR\0\0\0\x08", b"IHDR\0\0\0\x09"),
    "no size": lambda: b"\x89PNG\r\n\x1a\n" + make_chunk(b"IEND", b""),
    "two sizes": lambda: make_png(8, 2, zlib.compress(ROW * 2), make_chunk(b"IHDR", bytes(13))),
    "a short size": lambda: b"\x89PNG\r\n\x1a\n" + make_chunk(b"IHDR", b"\0\0"),
    "too few rows": lambda: make_png(8, 9, zlib.compress(ROW * 2)),
    "data that is not compressed": lambda: make_png(8, 2, ROW * 2),
    "no pixels": lambda: make_png(0, 0, zlib.compress(b"")),
    "a text that unpacks to gigabytes": lambda: make_png(
        8, 2, zlib.compress(ROW * 2), make_chunk(b"zTXt", b"a\0\0" + compress_zeros(200_000_000))
    ),
    "a profile that unpacks to gigabytes": lambda: make_png(
        8, 2, zlib.compress(b""), make_chunk(b"iCCP", b"a\0\0" + compress_zeros(200_000_000))
    ),
    "a part of a length that is not there": lambda: b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR",
    "millions of parts": lambda: make_png(
        8, 2, zlib.compress(ROW * 2), *[make_chunk(b"teXt", b"")] * 300_000
    ),
}


@pytest.mark.parametrize("make", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_png_is_refused(make: Callable[[], bytes]) -> None:
    assert "is damaged" in refuse(make(), "png")


@pytest.mark.parametrize(
    "content",
    [
        draw("jpg").replace(b"\xff\xda", b"\xff\xdb"),
        draw("jpg").replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x02\x08"),
        draw("jpg")[:20] + b"\0" + draw("jpg")[20:],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff" + b"\xff" * 500_000,
        draw("jpg")[:-2] + draw("jpg")[2:],
    ],
    ids=["no scan", "no size", "a gap", "nothing", "filling", "twice"],
)
def test_a_damaged_jpeg_is_refused(content: bytes) -> None:
    assert "is damaged" in refuse(content, "jpg")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"GIF89a" + bytes(7) + b";", "gif"),
        (draw("gif").replace(b"\x2c\0\0", b"\x99\0\0", 1), "gif"),
        (draw("webp")[:4] + b"\xff\0\0\0" + draw("webp")[8:], "webp"),
        (b"RIFF\x04\0\0\0WEBP", "webp"),
        (draw("webp").replace(b"VP8 ", b"XXXX"), "webp"),
    ],
    ids=["no frame", "no such block", "too long", "no part", "no picture"],
)
def test_a_damaged_gif_or_webp_is_refused(content: bytes, name: str) -> None:
    assert "is damaged" in refuse(content, name)


def make_webp(width: int, height: int) -> bytes:
    """The beginning of a WebP of a size."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X\x0a\0\0\0" + bytes(4) + size
    return b"RIFF" + len(body).to_bytes(4, "little") + body


HUGE = {
    "png": make_png(50_000, 50_000, zlib.compress(b"")),
    "gif": b"GIF89a\xff\xff\xff\xff\0\0\0" + b"\x2c" + bytes(9) + b"\x02\0;",
    "jpg": draw("jpg").replace(b"\x00\x06\x00\x08", b"\xff\xff\xff\xff", 1),
    "webp": make_webp(16_000, 16_000),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_picture_that_unpacks_to_gigabytes_is_refused_with_the_bound(name: str) -> None:
    message = refuse(HUGE[name], name)
    assert "more than 25 megapixels" in message or "more than 50 megapixels" in message


def test_a_frame_that_is_larger_than_its_screen_counts() -> None:
    frame = b"\x2c\0\0\0\0\xff\xff\xff\xff\0\x02\0;"
    assert "65535 × 65535 pixels" in refuse(b"GIF89a\x08\0\x08\0\0\0\0" + frame, "gif")


def test_a_progressive_jpeg_of_hundreds_of_passes_is_refused() -> None:
    content = draw("jpg", progressive=True)
    last = content[content.rindex(b"\xff\xda") : -2]
    assert isinstance(check_image(content[:-2] + last + content[-2:], "source/a.jpg"), Image)
    assert "passes" in refuse(content[:-2] + last * 500 + content[-2:], "jpg")


def test_data_that_goes_on_after_the_last_row_is_not_unpacked() -> None:
    content = make_png(8, 2, compress_zeros(500_000_000))
    began = time.process_time()
    check_image(content, "source/a.png")
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("width", "height"), [(1, 1), (3, 5), (5, 6), (6, 7), (8, 8), (9, 17), (13, 11)]
)
@pytest.mark.parametrize(("colours", "bits"), [(0, 1), (0, 8), (2, 16), (3, 4), (6, 8)])
def test_an_interlaced_png_has_each_of_its_rows(
    width: int, height: int, colours: int, bits: int
) -> None:
    channels = {0: 1, 2: 3, 3: 1, 6: 4}[colours]
    count = 0
    for y, x, high, wide in INTERLACED:
        columns, rows = len(range(x, width, wide)), len(range(y, height, high))
        count += rows * (1 + (columns * channels * bits + 7) // 8) if columns else 0
    head = make_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 1))
    palette = make_chunk(b"PLTE", bytes(48)) if colours == 3 else b""

    def make(size: int) -> bytes:
        data = make_chunk(b"IDAT", zlib.compress(bytes(size))) + make_chunk(b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + head + palette + data

    assert isinstance(check_image(make(count), "source/a.png"), Image)
    assert "fewer rows" in refuse(make(count - 1), "png")


INTERLACED = [
    (0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2),
    (1, 0, 2, 1),
]  # fmt: skip
"""First row and column, and the steps down and right."""


CHECK_BOUNDED = """
import resource, sys
from pathlib import Path
from plainspoken.editions.images.image import Image, check_image
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
path = Path(sys.argv[1])
found = check_image(path.read_bytes(), path.name)
sys.exit(0 if isinstance(found, Image) else str(found))
"""


@pytest.mark.parametrize(
    ("name", "side", "options"), [("webp", 4999, {}), ("jpg", 7071, {"progressive": True})]
)
def test_the_largest_pictures_take_less_than_a_gigabyte(
    tmp_path: Path, name: str, side: int, options: dict[str, Any]
) -> None:
    path = tmp_path / f"a.{name}"
    Pillow.new("RGB", (side, side), "red").save(path, **options)
    command = [sys.executable, "-c", CHECK_BOUNDED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


def test_pictures_within_one_svg_share_a_bound() -> None:
    picture = Pillow.new("1", (6000, 6000))
    file = io.BytesIO()
    picture.save(file, "PNG")
    data = base64.b64encode(file.getvalue()).decode()
    image = f'<image href="data:image/png;base64,{data}"/>\n'
    one = f'<svg xmlns="http://www.w3.org/2000/svg">\n{image}</svg>'
    two = f'<svg xmlns="http://www.w3.org/2000/svg">\n{image}{image}</svg>'
    assert isinstance(check_image(one.encode(), "source/a.svg"), Image)
    found = check_image(two.encode(), "source/a.svg")
    assert not isinstance(found, Image)
    assert [error.line for error in found] == [3]
    assert "more than 50 megapixels with those before it" in found[0].message


@given(st.sampled_from(sorted(TYPES)), st.data())
def test_any_change_to_a_picture_gives_an_image_or_an_error(name: str, data: st.DataObject) -> None:
    content = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    assert check_image(bytes(content), f"source/a.{name}")


SAMPLES = {name: draw(name, size=(30, 20)) for name in TYPES}


def test_a_picture_without_a_size_is_told_in_words_that_stay_the_same() -> None:
    assert "is damaged" in refuse(make_png(0, 0, zlib.compress(b"")), "png")
