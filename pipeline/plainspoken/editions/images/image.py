"""Check an image by its content, and give what is published of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...diagnostics.finding import Finding
from ...parsing.image_files import IMAGE_TYPES, find_ending
from ...svg.image_errors import ImageErrors
from .raster import PixelBudget, check_raster, find_raster_type
from .svg import rebuild_svg
from .svg_localized import Localization

SVG_TYPE = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Image:
    """An image as editions publish it."""

    media_type: str
    """IANA media type: `image/png`."""
    content: bytes
    """Of an SVG image, the file that was rebuilt; of another, the file itself."""


@lru_cache(maxsize=256)
def check_image(
    content: bytes, display_path: str, localization: Localization | None = None
) -> Image | tuple[Finding, ...]:
    """The image to publish, or all that is wrong with it. The ending of its name must agree with
    its content. An SVG image is published with the words of a localization, if there is one.
    """
    errors = ImageErrors(display_path)
    named = IMAGE_TYPES[find_ending(display_path).lower()]
    found = find_raster_type(content)
    if not content:
        errors.add(0, "is empty", "Save the picture again.")
    elif found != named and (found or named != SVG_TYPE):
        _report_type(errors, found, named)
    elif named == SVG_TYPE:
        content = rebuild_svg(content, errors, localization)
    elif problem := check_raster(content, named, PixelBudget()):
        errors.add(0, problem.message, problem.hint)
    return tuple(errors.findings) if errors else Image(named, content)


def _report_type(errors: ImageErrors, found: str, named: str) -> None:
    endings = [ending for ending, kind in IMAGE_TYPES.items() if kind == found]
    if endings:
        message = f"is {found}, and its name says {named}"
        errors.add(0, message, f"Let its name end in {endings[0]}.")
    else:
        message = "is no PNG, JPEG, GIF or WebP picture"
        errors.add(0, message, "Open it in a picture editor and save it as PNG.")
