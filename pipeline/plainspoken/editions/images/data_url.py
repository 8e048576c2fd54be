"""Write a raster image within an SVG image anew: `data:image/png;base64,…` (RFC 2397)."""

from __future__ import annotations

import base64
import binascii
import re

from ...svg.image_errors import ImageErrors
from .raster import PixelBudget, check_raster, find_raster_type

_DATA = re.compile(r"data:(image/[a-z]+)?;base64,([A-Za-z0-9+/=\s]*)", re.IGNORECASE)
_OTHER_NAMES = {"image/jpg": "image/jpeg"}
_HINT = "Embed it as PNG or JPEG, or save the whole picture as PNG."


def rebuild_data_url(address: str, line: int, errors: ImageErrors, pixels: PixelBudget) -> str:
    """The address as it is published; the same, with an error, where it cannot be."""
    found = _DATA.fullmatch(address)
    if not found:
        shown = address if len(address) <= 40 else f"{address[:40]}…"
        errors.add(line, f"holds data that is no raster picture, {shown!r}", _HINT)
        return address
    named = _OTHER_NAMES.get((found[1] or "").lower(), (found[1] or "").lower())
    try:
        content = base64.b64decode("".join(found[2].split()), validate=True)
    except (binascii.Error, ValueError):
        errors.add(line, "holds a picture whose data is not base64", _HINT)
        return address
    media_type = find_raster_type(content)
    if not media_type:
        errors.add(line, "holds a picture that is no PNG, JPEG, GIF or WebP", _HINT)
    elif named not in ("", media_type):
        errors.add(line, f"holds a picture that says it is {named} and is {media_type}", _HINT)
    elif problem := check_raster(content, media_type, pixels):
        errors.add(line, f"holds a picture that {problem.message}", problem.hint)
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
