"""Take a guide's own picture for its cover. A draft still says that it is one, in a band below."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from ...config.project import LocaleSettings, Project
from ...diagnostics.finding import Finding
from ...input_files import PICTURE
from ...parsing.image_files import find_ending, find_image
from ..images import Image, check_image
from .drawing import BAND_HEIGHT, HEIGHT, WIDTH, draw_band
from .raster import Pictures, compress, keep_pictures, render

_ENDINGS = (".png", ".jpg", ".jpeg")
_LEAST = 600
"""Pixels that the shorter side has at least, to be more than a blur on a shelf."""
_HINT = f"Put a PNG or JPEG of about {WIDTH} by {HEIGHT} pixels into source/."


def find_cover_errors(project: Project, locales: Sequence[LocaleSettings]) -> list[Finding]:
    """All that is wrong with the pictures that guide.toml names for the covers of some locales."""
    found = {locale.cover: read_own_picture(project, locale) for locale in locales}
    return [error for content in found.values() if isinstance(content, list) for error in content]


def read_own_picture(project: Project, locale: LocaleSettings) -> bytes | list[Finding]:
    """The picture for the cover of a locale; empty where it has none; or what is wrong with it."""
    name = locale.cover or project.cover
    if not name:
        return b""
    key = ["locales", locale.lang, "cover"] if locale.cover else ["cover"]
    path, message, _ = find_image(project, name)
    if message:
        return [project.config.error(key, message, _HINT)]
    if find_ending(path).lower() not in _ENDINGS:
        return [project.config.error(key, f"the cover `{name}` is no PNG or JPEG", _HINT)]
    content = project.files.read(project.source / path, PICTURE)
    if isinstance(content, Finding):
        return [content]
    checked = check_image(content, project.format_path(project.source / path))
    if not isinstance(checked, Image):
        return list(checked)
    width, height = _open(content).size
    if min(width, height) < _LEAST:
        message = f"the cover `{name}` has {width} by {height} pixels: too few"
        return [project.config.error(key, message, _HINT)]
    return content


def make_own_pictures(content: bytes, project: Project, lang: str, is_draft: bool) -> Pictures:
    """The picture for shelves: at most as large as those that are drawn."""
    band = draw_band(lang).content if is_draft else b""
    return keep_pictures(
        band + content, lang, project.cache, lambda: compress(_lay_out(content, band))
    )


def _open(content: bytes) -> Any:
    """The picture as it is to be seen: cameras note how they were held."""
    from PIL import Image as PillowImage
    from PIL import ImageOps

    return ImageOps.exif_transpose(PillowImage.open(io.BytesIO(content)))


def _lay_out(content: bytes, band: bytes) -> Any:
    """The picture on white, with the band below."""
    from PIL import Image as PillowImage

    picture = _open(content).convert("RGBA")
    picture.thumbnail((WIDTH, HEIGHT), PillowImage.Resampling.LANCZOS)
    below = round(picture.width * BAND_HEIGHT / WIDTH) if band else 0
    page = PillowImage.new("RGB", (picture.width, picture.height + below), "#ffffff")
    page.paste(picture, (0, 0), picture)
    if band:
        page.paste(render(band, picture.width), (0, picture.height))
    return page
