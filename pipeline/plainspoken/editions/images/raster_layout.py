"""Walk through the parts of a PNG, JPEG, GIF or WebP file, without decoding them: its size, whether
it moves, how often a decoder passes over it, and where it ends. Each format says how long its
parts are, so that a file that is cut off or goes on after its end is told from a whole one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

_MAX_PARTS = 200_000
"""Of one file. A decoder would spend its time on more, which hold nothing."""
_PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Of each colour type (PNG 3 §6.1)."""
_ADAM7 = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
)  # fmt: skip
"""Where each part of an interlaced picture begins, and its steps (PNG 3 §8.1)."""
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


class LayoutError(Exception):
    """The parts of a file do not follow one another as its format says; with the reason."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the parts of a file tell."""

    width: int
    height: int
    """In pixels, of the whole picture or of its largest part."""
    end: int
    """Where the picture ends, in bytes."""
    moves: bool = False
    """Whether it holds more than one picture, to be shown one after another."""
    passes: int = 1
    """How often a decoder goes over all pixels."""
    packed: tuple[bytes, ...] = ()
    """Of a PNG: its compressed pixels."""
    unpacked_bytes: int = 0
    """How many bytes they unpack to, at least."""


@dataclass(slots=True)
class _Reader:
    """Reads bytes one after another. Raises LayoutError: there are no more."""

    content: bytes
    at: int
    parts: int = 0

    def read(self, count: int) -> bytes:
        if self.at + count > len(self.content):
            raise LayoutError("it ends in the middle")
        self.at += count
        return self.content[self.at - count : self.at]

    def number(self, size: int, order: str = "big") -> int:
        return int.from_bytes(self.read(size), "big" if order == "big" else "little")

    def count_part(self) -> None:
        self.parts += 1
        if self.parts > _MAX_PARTS:
            raise LayoutError(f"it has more than {_MAX_PARTS:,} parts")


def read_layout(content: bytes, media_type: str) -> Layout:
    """Walk through a file of a type. Raises LayoutError: it is not as its format says."""
    return _WALKS[media_type](content)


def _walk_png(content: bytes) -> Layout:
    """PNG 3 §5: chunks of length, type, data and CRC, from IHDR to IEND."""
    reader = _Reader(content, 8)
    head = b""
    packed: list[bytes] = []
    moves = False
    while True:
        reader.count_part()
        length, kind = reader.number(4), reader.read(4)
        data = reader.read(length)
        if reader.number(4) != zlib.crc32(data, zlib.crc32(kind)):
            raise LayoutError(f"the check sum of a part is wrong ({kind!r})")
        if (kind == b"IHDR") != (reader.parts == 1):
            raise LayoutError("it does not begin with its size")
        if kind == b"IHDR":
            head = data
        if kind == b"IDAT":
            packed.append(data)
        moves = moves or kind in (b"acTL", b"fcTL", b"fdAT")
        if kind == b"IEND":
            break
    if len(head) != 13 or head[9] not in _PNG_CHANNELS:
        raise LayoutError("it does not begin with its size")
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    bits = head[8] * _PNG_CHANNELS[head[9]]
    parts = _ADAM7 if head[12] else ((0, 0, 1, 1),)
    sizes = [
        (-(-(width - left) // wide), -(-(height - top) // high)) for left, top, wide, high in parts
    ]
    count = sum(high * (1 + (wide * bits + 7) // 8) for wide, high in sizes if wide)
    return Layout(width, height, reader.at, moves, packed=tuple(packed), unpacked_bytes=count)


def _walk_jpeg(content: bytes) -> Layout:
    """ITU-T T.81 §B.1: segments from SOI to EOI; after SOS, data up to the next marker."""
    reader = _Reader(content, 2)
    width = height = passes = 0
    while True:
        reader.count_part()
        marker = _read_marker(reader)
        if marker == 0xD9:  # EOI
            return Layout(width, height, reader.at, passes=passes)
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:  # these stand alone
            continue
        data = reader.read(max(reader.number(2) - 2, 0))
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # SOF
            if width or len(data) < 5:
                raise LayoutError("it gives its size twice, or not at all")
            height, width = int.from_bytes(data[1:3]), int.from_bytes(data[3:5])
        if marker == 0xDA:  # SOS
            passes += 1
            found = _NEXT_MARKER.search(content, reader.at)
            if not found:
                raise LayoutError("it ends in the middle")
            reader.at = found.start()


def _read_marker(reader: _Reader) -> int:
    if reader.read(1) != b"\xff":
        raise LayoutError("a part does not begin where the one before ends")
    while (marker := reader.number(1)) == 0xFF:
        reader.count_part()
    return marker


def _walk_gif(content: bytes) -> Layout:
    """GIF89a: a screen, its colours, and blocks of sub-blocks, up to the trailer."""
    reader = _Reader(content, 6)
    width, height, flags = reader.number(2, "little"), reader.number(2, "little"), reader.number(1)
    reader.read(2)
    _skip_colours(reader, flags)
    frames = 0
    while (block := reader.number(1)) != 0x3B:
        reader.count_part()
        if block == 0x2C:
            frames += 1
            left, top, wide, high = (reader.number(2, "little") for _ in range(4))
            width, height = max(width, left + wide), max(height, top + high)
            _skip_colours(reader, reader.number(1))
            reader.read(1)
        elif block == 0x21:
            reader.read(1)
        else:
            raise LayoutError("it has a part of no known kind")
        while length := reader.number(1):
            reader.count_part()
            reader.read(length)
    return Layout(width, height, reader.at, moves=frames > 1)


def _skip_colours(reader: _Reader, flags: int) -> None:
    if flags & 0x80:
        reader.read(3 << (flags & 7) + 1)


def _walk_webp(content: bytes) -> Layout:
    """RFC 9649: a RIFF container of chunks, each with its length."""
    reader = _Reader(content, 4)
    end = reader.number(4, "little") + 8
    reader.read(4)
    sizes = []
    moves = False
    while reader.at < end:
        reader.count_part()
        kind, length = reader.read(4), reader.number(4, "little")
        data = reader.read(length)
        reader.read(length & 1)
        if kind == b"VP8X":
            sizes.append((1 + _little(data[4:7]), 1 + _little(data[7:10])))
        elif kind == b"VP8 ":
            sizes.append((_little(data[6:8]) & 0x3FFF, _little(data[8:10]) & 0x3FFF))
        elif kind == b"VP8L":
            bits = _little(data[1:5])
            sizes.append((1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)))
        moves = moves or kind in (b"ANIM", b"ANMF")
    if reader.at != end or not sizes:
        raise LayoutError("its parts are not as long as it says")
    width, height = max(size[0] for size in sizes), max(size[1] for size in sizes)
    return Layout(width, height, end, moves)


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


_WALKS: dict[str, Callable[[bytes], Layout]] = {
    "image/png": _walk_png,
    "image/jpeg": _walk_jpeg,
    "image/gif": _walk_gif,
    "image/webp": _walk_webp,
}
