"""Check a PNG, JPEG, GIF or WebP picture: whole, still, within bounds, and nothing else besides.

The picture is decoded once in full, after its parts have told what that takes: with these bounds
at most some 600 MB of memory and some seconds.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from dataclasses import dataclass

from PIL import Image as PillowImage

from .raster_layout import Layout, LayoutError, read_layout

MAX_MEGAPIXELS = {"image/png": 50, "image/jpeg": 50, "image/gif": 50, "image/webp": 25}
"""Of one file. The decoder of WebP takes 16 bytes a pixel, the others 4 to 12."""
MAX_PASSES = 25
"""Of a progressive JPEG; encoders use some 10. Each takes as long as a whole picture."""
_MAGIC = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_STEP = 16_000_000
"""Bytes to unpack at a time."""
_SAVE_AGAIN = "Open it in a picture editor and save it again."
_PILLOW_ERRORS = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError,
    MemoryError, RuntimeError, struct.error, zlib.error, PillowImage.DecompressionBombError,
)  # fmt: skip
"""What Pillow raises for damaged files, of whichever kind."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a picture cannot be published."""

    message: str
    hint: str = _SAVE_AGAIN


@dataclass(slots=True)
class PixelBudget:
    """How many pixels the pictures of one file may still have together."""

    left: int = 1_000_000 * max(MAX_MEGAPIXELS.values())


def find_raster_type(content: bytes) -> str:
    """The media type of a picture by its first bytes; empty for anything else."""
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for magic, kind in _MAGIC.items() if content.startswith(magic)), "")


def check_raster(content: bytes, media_type: str, budget: PixelBudget) -> Problem | None:
    """Why a picture of a type cannot be published; None where it can."""
    try:
        layout = read_layout(content, media_type)
    except LayoutError as error:
        return Problem(f"is damaged: {error}")
    return (
        _check_size(layout, media_type, budget)
        or _check_parts(layout, content)
        or _check_pixels(content, media_type, layout)
    )


def _check_size(layout: Layout, media_type: str, budget: PixelBudget) -> Problem | None:
    pixels = layout.width * layout.height
    bound = MAX_MEGAPIXELS[media_type]
    if pixels > 1_000_000 * bound:
        message = f"has {layout.width} × {layout.height} pixels, more than {bound} megapixels"
        return Problem(message, "Save it smaller: 2000 pixels a side are enough for any screen.")
    budget.left -= pixels
    if budget.left < 0:
        message = f"makes more than {max(MAX_MEGAPIXELS.values())} megapixels with those before it"
        return Problem(message, "Save the whole picture as PNG.")
    return None


def _check_parts(layout: Layout, content: bytes) -> Problem | None:
    if layout.moves:
        hint = "Save a still picture: editions promise that nothing in them flashes or moves."
        return Problem("is animated", hint)
    if layout.passes > MAX_PASSES:
        return Problem(f"is a progressive JPEG of more than {MAX_PASSES} passes")
    # Some cameras fill up a file with zeros. Anything else may be a second file, of any kind.
    if after := len(content[layout.end :].rstrip(b"\0")):
        return Problem(f"goes on after its end: {after} more bytes")
    return None


def _check_pixels(content: bytes, media_type: str, layout: Layout) -> Problem | None:
    """Decode the whole picture."""
    # Pillow fills up the rows that a PNG lacks.
    if not _unpacks(layout):
        return Problem("is damaged: it has fewer rows than its size says")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            name = media_type.removeprefix("image/").upper()
            with PillowImage.open(io.BytesIO(content), formats=[name]) as image:
                if image.size != (layout.width, layout.height):
                    return Problem("is damaged: it gives its size twice")
                image.load()
    except _PILLOW_ERRORS as error:
        # Pillow names a file in memory by its address, which is another in each run.
        reason = re.sub(r" <[^>]*>", "", str(error).partition("\n")[0]) or type(error).__name__
        return Problem(f"is damaged: {reason}")
    return None


def _unpacks(layout: Layout) -> bool:
    """Whether a PNG unpacks to as many bytes as its size needs. No more are unpacked."""
    unpacker = zlib.decompressobj()
    missing = layout.unpacked_bytes
    try:
        for part in layout.packed:
            rest = part
            while rest and missing > 0:
                missing -= len(unpacker.decompress(rest, min(missing, _STEP)))
                rest = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return missing <= 0
