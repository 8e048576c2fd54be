"""Turn the drawing of a cover into JPEG pictures, for shelves that cannot show SVG.

That takes longer than to write the book, so the pictures are kept until what they show changes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from ...cache_files import read_sealed, write_sealed

THUMBNAIL_WIDTH = 320
_QUALITY = 80
_MAKING = 1
"""Raise it when pictures are made differently: those that are kept are out of date then."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """A cover as JPEG, whole and small."""

    whole: bytes
    thumbnail: bytes


def rasterize(drawing: bytes, name: str, cache: Path) -> Pictures:
    """The pictures of an SVG image without text elements; `name` is that of the file kept."""
    return keep_pictures(drawing, name, cache, lambda: compress(render(drawing)))


def keep_pictures(shown: bytes, name: str, cache: Path, make: Callable[[], Pictures]) -> Pictures:
    """What is kept in the cache of all that pictures show, or else what is made, and kept then."""
    from PIL import __version__ as pillow_version
    from resvg_py import __version__ as resvg_version

    path = cache / "covers" / f"{name}.json"
    versions = f"{_MAKING} {pillow_version} {resvg_version} ".encode()
    key = hashlib.sha256(versions + shown).hexdigest()
    if kept := _unpack(read_sealed(path), key):
        return kept
    pictures = make()
    record = [key, *(base64.b64encode(content).decode() for content in astuple(pictures))]
    with suppress(OSError):  # the cache cannot be written: it is drawn again next time
        write_sealed(path, record, cache)
    return pictures


def _unpack(record: Any, key: str) -> Pictures | None:
    """What is kept of that drawing."""
    try:
        found, whole, thumbnail = record
        return Pictures(*map(base64.b64decode, (whole, thumbnail))) if found == key else None
    except (TypeError, ValueError, binascii.Error):
        return None


def render(drawing: bytes, width: int | None = None) -> Any:
    """A picture of Pillow, as wide as the SVG image says or as is asked."""
    from PIL import Image
    from resvg_py import svg_to_bytes

    content = svg_to_bytes(svg_string=drawing.decode(), width=width, skip_system_fonts=True)
    return Image.open(io.BytesIO(content)).convert("RGB")


def compress(picture: Any) -> Pictures:
    """A picture of Pillow as JPEG files that hold nothing but it."""
    from PIL import Image

    height = max(1, round(picture.height * THUMBNAIL_WIDTH / picture.width))
    small = picture.resize((THUMBNAIL_WIDTH, height), Image.Resampling.LANCZOS)
    return Pictures(_to_jpeg(picture), _to_jpeg(small))


def _to_jpeg(picture: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY, optimize=True)
    return file.getvalue()
