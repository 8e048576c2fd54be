"""What the parts of PNG, JPEG, GIF and WebP files tell, byte by byte."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest

from plainspoken.editions.images.raster_layout import Layout, LayoutError, read_layout

MIDDLE = "it ends in the middle"
NO_SIZE = "it does not begin with its size"
GAP = "a part does not begin where the one before ends"
TWO_SIZES = "it gives its size twice, or not at all"
UNKNOWN = "it has a part of no known kind"
LENGTHS = "its parts are not as long as it says"
TOO_MANY = "it has more than 200,000 parts"


def refuse(content: bytes, kind: str) -> str:
    """Why a file cannot be walked through."""
    with pytest.raises(LayoutError) as raised:
        read_layout(content, f"image/{kind}")
    return str(raised.value)


# --- PNG


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def head(width: int = 5, height: int = 3, bits: int = 8, colours: int = 0, woven: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, woven))


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


DATA, END = chunk(b"IDAT", b"pixels"), chunk(b"IEND")


@pytest.mark.parametrize(
    ("colours", "bits", "row"),
    [
        (0, 1, 1), (0, 2, 2), (0, 4, 3), (0, 8, 5), (0, 16, 10), (2, 8, 15), (2, 16, 30),
        (3, 1, 1), (3, 2, 2), (3, 4, 3), (3, 8, 5), (4, 8, 10), (4, 16, 20), (6, 8, 20),
        (6, 16, 40),
    ],
)  # fmt: skip
def test_a_row_of_a_png_has_a_byte_for_its_filter_and_all_its_bits(
    colours: int, bits: int, row: int
) -> None:
    content = png(head(bits=bits, colours=colours), DATA, END)
    assert read_layout(content, "image/png") == Layout(
        5, 3, len(content), packed=(b"pixels",), unpacked_bytes=3 * (1 + row)
    )


@pytest.mark.parametrize(
    ("width", "height", "count"),
    # Of pixels of one byte: rows of the seven parts, each with its filter.
    [(1, 1, 2), (4, 4, 23), (5, 5, 36), (8, 8, 79), (5, 1, 9), (1, 5, 10), (9, 9, 100)],
)
def test_an_interlaced_png_has_seven_parts(width: int, height: int, count: int) -> None:
    content = png(head(width, height, woven=1), DATA, END)
    assert read_layout(content, "image/png").unpacked_bytes == count


def test_sides_of_a_png_are_numbers_of_four_bytes() -> None:
    layout = read_layout(png(head(0x01020304, 0x05060708), DATA, END), "image/png")
    assert (layout.width, layout.height) == (0x01020304, 0x05060708)


def test_a_png_ends_where_its_last_part_does_and_its_data_is_in_several() -> None:
    content = png(head(), chunk(b"tEXt", b"a"), DATA, chunk(b"IDAT"), chunk(b"IDAT", b"more"), END)
    layout = read_layout(content + b"after", "image/png")
    assert (layout.end, layout.moves, layout.passes) == (len(content), False, 1)
    assert layout.packed == (b"pixels", b"", b"more")


@pytest.mark.parametrize("kind", [b"acTL", b"fcTL", b"fdAT"])
@pytest.mark.parametrize("last", [b"", chunk(b"tEXt")])
def test_a_png_with_a_part_of_an_animation_moves(kind: bytes, last: bytes) -> None:
    assert read_layout(png(head(), chunk(kind), DATA, last, END), "image/png").moves


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (png(), MIDDLE),
        (png(head(), DATA), MIDDLE),
        (png(head(), DATA, END)[:-1], MIDDLE),
        (png(DATA, head(), END), NO_SIZE),
        (png(head(), head(), END), NO_SIZE),
        (png(END), NO_SIZE),
        (png(chunk(b"IHDR", bytes(12)), END), NO_SIZE),
        (png(chunk(b"IHDR", bytes(14)), END), NO_SIZE),
        (png(head(colours=1), DATA, END), NO_SIZE),
        (png(head(colours=5), DATA, END), NO_SIZE),
        (png(head(colours=7), DATA, END), NO_SIZE),
        (png(head(), DATA[:-1] + b"x", END), "the check sum of a part is wrong (b'IDAT')"),
        (
            png(head(), b"\0\0\0\6XDAT" + DATA[8:], END),
            "the check sum of a part is wrong (b'XDAT')",
        ),
        (png(head(), chunk(b"tEXt") * 199_999, END), TOO_MANY),
    ],
)
def test_a_png_that_is_not_built_as_it_must_be_is_refused(content: bytes, error: str) -> None:
    assert refuse(content, "png") == error


def test_a_png_may_have_as_many_parts_as_the_bound() -> None:
    content = png(head(), chunk(b"tEXt") * 199_998, END)
    assert read_layout(content, "image/png").end == len(content)


# --- JPEG


def segment(marker: int, data: bytes = b"") -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xd9"


FRAME = b"\x08\x01\x02\x03\x04"
"""Of 258 rows and 772 columns."""
SCAN = segment(0xDA, b"head")
SIZES = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))


@pytest.mark.parametrize("marker", SIZES)
def test_each_kind_of_frame_of_a_jpeg_gives_its_size(marker: int) -> None:
    content = jpeg(segment(marker, FRAME), SCAN)
    assert read_layout(content + b"after", "image/jpeg") == Layout(772, 258, len(content))


@pytest.mark.parametrize(
    "between",
    [
        segment(0xC4, FRAME), segment(0xC8, FRAME), segment(0xCC, FRAME), segment(0xBF, FRAME),
        segment(0xDB, FRAME), segment(0xDD), segment(0xE0, b"JFIF"), segment(0xFE, b"\xff\xd9"),
        b"\xff\x01", b"\xff\xd0", b"\xff\xd7", b"\xff\xd8", b"\xff\xff\xff\xe1\0\2",
        b"\xff\xe0\0\0", b"\xff\xe0\0\1", b"\xff\x02\0\2",
    ],
)  # fmt: skip
def test_other_parts_of_a_jpeg_tell_nothing(between: bytes) -> None:
    content = jpeg(between, segment(0xC0, FRAME), between, SCAN, between)
    assert read_layout(content, "image/jpeg") == Layout(772, 258, len(content))


def test_a_scan_goes_up_to_the_next_marker_and_each_is_a_pass() -> None:
    scan = SCAN + b"data\xff\x00data\xff\xd0data\xff\xd7\xff"
    content = jpeg(segment(0xC2, FRAME), SCAN, scan, segment(0xC4), scan)
    assert read_layout(content, "image/jpeg") == Layout(772, 258, len(content), passes=3)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\xff\xd8", MIDDLE),
        (jpeg(SCAN)[:-2], MIDDLE),
        (jpeg(SCAN + b"data")[:-2], MIDDLE),
        (jpeg(b"\xff\xe0\0\x09data"), MIDDLE),
        (jpeg(b"\0"), GAP),
        (jpeg(segment(0xE0, b"data") + b"x"), GAP),
        (jpeg(segment(0xC0, FRAME[:4])), TWO_SIZES),
        (jpeg(segment(0xC0, FRAME), segment(0xC2, FRAME)), TWO_SIZES),
        (b"\xff\xd8" + b"\xff" * 200_002, TOO_MANY),
        (jpeg(b"\xff\x01" * 200_000), TOO_MANY),
    ],
)
def test_a_jpeg_that_is_not_built_as_it_must_be_is_refused(content: bytes, error: str) -> None:
    assert refuse(content, "jpeg") == error


def test_a_jpeg_may_have_as_many_parts_as_the_bound() -> None:
    content = jpeg(b"\xff\x01" * 199_999)
    assert read_layout(content, "image/jpeg") == Layout(0, 0, len(content), passes=0)


# --- GIF


def gif(*blocks: bytes, flags: int = 0, colours: bytes = b"") -> bytes:
    screen = struct.pack("<HHBBB", 260, 515, flags, 0, 0)
    return b"GIF89a" + screen + colours + b"".join(blocks) + b"\x3b"


def frame(
    place: tuple[int, int, int, int] = (0, 0, 1, 1), flags: int = 0, colours: bytes = b""
) -> bytes:
    return b"\x2c" + struct.pack("<HHHHB", *place, flags) + colours + b"\x02" + b"\x01x\0"


NOTE = b"\x21\xfe\x03abc\x01d\0"


@pytest.mark.parametrize("bits", range(8))
@pytest.mark.parametrize("more", [0, 0x70])
def test_a_gif_has_colours_where_it_says_so(bits: int, more: int) -> None:
    colours = bytes(3 * 2 ** (bits + 1))
    for content in (
        gif(frame(), flags=0x80 | more | bits, colours=colours),
        gif(frame(flags=0x80 | more | bits, colours=colours)),
        gif(frame(flags=more | bits), flags=more | bits),
    ):
        assert read_layout(content + b"after", "image/gif") == Layout(260, 515, len(content))


@pytest.mark.parametrize(
    ("place", "size"),
    [
        ((0, 0, 260, 515), (260, 515)),
        ((0, 0, 261, 515), (261, 515)),
        ((1, 0, 260, 515), (261, 515)),
        ((0, 0, 260, 516), (260, 516)),
        ((0, 1, 260, 515), (260, 516)),
        ((700, 600, 3, 2), (703, 602)),
        ((0, 0, 0, 0), (260, 515)),
    ],
)
def test_a_gif_is_as_large_as_its_frame_reaches(
    place: tuple[int, int, int, int], size: tuple[int, int]
) -> None:
    layout = read_layout(gif(frame(place)), "image/gif")
    assert (layout.width, layout.height) == size


def test_a_gif_moves_with_its_second_frame_and_notes_are_none() -> None:
    assert read_layout(gif(NOTE, NOTE, frame(), NOTE), "image/gif").moves is False
    assert read_layout(gif(NOTE, frame(), NOTE, frame()), "image/gif").moves is True
    assert read_layout(gif(), "image/gif") == Layout(260, 515, 14)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"GIF89a", MIDDLE),
        (gif()[:-1], MIDDLE),
        (gif(flags=0x80, colours=bytes(4)), MIDDLE),
        (gif(b"\x21\xfe\x05abc"), MIDDLE),
        (gif(b"\x22\xfe\0"), UNKNOWN),
        (gif(b"\0"), UNKNOWN),
        (gif(b"\x21\xfe" + b"\x01x" * 200_000 + b"\0"), TOO_MANY),
        (gif(b"\x21\xfe\0" * 200_001), TOO_MANY),
    ],
)
def test_a_gif_that_is_not_built_as_it_must_be_is_refused(content: bytes, error: str) -> None:
    assert refuse(content, "gif") == error


@pytest.mark.parametrize(
    "blocks", [b"\x21\xfe" + b"\x01x" * 199_999 + b"\0", b"\x21\xfe\0" * 200_000]
)
def test_a_gif_may_have_as_many_parts_as_the_bound(blocks: bytes) -> None:
    assert read_layout(gif(blocks), "image/gif").end == len(gif(blocks))


# --- WebP


def part(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def webp(*parts: bytes) -> bytes:
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def canvas(width: int, height: int) -> bytes:
    sides = (side.to_bytes(3, "little") for side in (width - 1, height - 1))
    return part(b"VP8X", bytes(4) + b"".join(sides))


def lossless(width: int, height: int) -> bytes:
    return part(b"VP8L", b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14 | 0xF << 28))


def lossy(width: int, height: int) -> bytes:
    sides = struct.pack("<HH", width | 0xC000, height | 0x4000)
    return part(b"VP8 ", b"\x11\x22\x33\x9d\x01\x2a" + sides + b"pixel")


@pytest.mark.parametrize("make", [canvas, lossless, lossy])
@pytest.mark.parametrize("size", [(1, 1), (258, 515), (16_383, 1), (1, 16_383), (12_345, 6_789)])
def test_each_kind_of_webp_gives_its_size(
    make: Callable[[int, int], bytes], size: tuple[int, int]
) -> None:
    content = webp(make(*size))
    assert read_layout(content + b"after", "image/webp") == Layout(*size, len(content))


def test_a_canvas_of_webp_may_have_sides_of_three_bytes() -> None:
    layout = read_layout(webp(canvas(0x020304, 0x050607)), "image/webp")
    assert (layout.width, layout.height) == (0x020304, 0x050607)


def test_a_lossless_webp_may_be_one_pixel_larger_than_a_lossy_one() -> None:
    assert read_layout(webp(lossless(16_384, 16_384)), "image/webp").width == 16_384


@pytest.mark.parametrize(
    ("parts", "size"),
    [
        ((canvas(9, 2), lossy(3, 4)), (9, 4)),
        ((canvas(2, 9), part(b"ALPH", b"abc"), lossless(4, 3)), (4, 9)),
        ((lossy(3, 4), part(b"EXIF", b"")), (3, 4)),
    ],
)
def test_a_webp_is_as_large_as_the_largest_of_its_parts(
    parts: tuple[bytes, ...], size: tuple[int, int]
) -> None:
    content = webp(*parts)
    assert read_layout(content, "image/webp") == Layout(*size, len(content))


@pytest.mark.parametrize("kind", [b"ANIM", b"ANMF"])
@pytest.mark.parametrize("last", [b"", part(b"EXIF", b"")])
def test_a_webp_with_a_part_of_an_animation_moves(kind: bytes, last: bytes) -> None:
    assert read_layout(webp(canvas(2, 3), part(kind, b"x"), last), "image/webp").moves


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"RIFF\0\0", MIDDLE),
        (webp(lossy(3, 4))[:-1], MIDDLE),
        (webp(), LENGTHS),
        (webp(part(b"EXIF", b"data")), LENGTHS),
        (b"RIFF\x11\0\0\0" + webp(lossless(3, 4))[8:], LENGTHS),
        (webp(lossless(3, 4), part(b"EXIF", b"") * 200_000), TOO_MANY),
    ],
)
def test_a_webp_that_is_not_built_as_it_must_be_is_refused(content: bytes, error: str) -> None:
    assert refuse(content, "webp") == error


def test_a_webp_may_have_as_many_parts_as_the_bound() -> None:
    content = webp(lossless(3, 4), part(b"EXIF", b"") * 199_999)
    assert read_layout(content, "image/webp").end == len(content)
