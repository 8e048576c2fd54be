"""Read the images that a guide shows, and name them so that any book and any disk can hold them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from ...config.project import Project
from ...diagnostics.errors import OutputError
from ...diagnostics.finding import Finding
from ...guide import Guide
from ...input_files import PICTURE
from ...parsing.image_files import find_ending, list_images
from .image import Image
from .image_cache import CheckImage, remember_images
from .svg_localized import Localization, describe_localization

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MAX_NAME = 100
_SOURCE = "source"
"""Under this name is kept what is known of pictures as they were drawn, in no edition's words."""


def read_images(guide: Guide, project: Project) -> Iterator[tuple[str, str, bytes]]:
    """Name, media type and content of each image, once, in the order of the text. Raises
    OutputError: with all that is wrong with any of them.
    """
    names = name_images(guide)
    OutputError.raise_if(find_image_errors(tuple(names), project))
    with remember_images(guide.lang, project.cache) as check:
        for target, name in names.items():
            image = _read_image(target, project, check, describe_localization(guide, target))
            OutputError.raise_if(() if isinstance(image, Image) else image)
            if isinstance(image, Image):
                yield f"images/{name}", image.media_type, image.content


def find_image_errors(targets: Sequence[str], project: Project) -> list[Finding]:
    """All that is wrong with some images, which are paths below `source/`."""
    with remember_images(_SOURCE, project.cache) as check:
        images = [_read_image(target, project, check) for target in targets]
    return [error for found in images if not isinstance(found, Image) for error in found]


def name_images(guide: Guide) -> Mapping[str, str]:
    """The name of each image in an edition: its own where that is safe in any book and on any disk
    (EPUB 3.3 §4.2.3), else one made of it.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for target in list_images(guide.sentences()):
        ending = find_ending(target)
        stem = target.removesuffix(ending)
        if not _SAFE.fullmatch(stem) or len(stem) > _MAX_NAME:
            letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
            stem = re.sub(r"[^A-Za-z0-9._-]+", "-", letters)[:_MAX_NAME].strip(".-_") or "image"
        number = 1
        while (
            name := f"{stem}-{number}{ending}" if number > 1 else stem + ending
        ).lower() in taken:
            number += 1
        taken.add(name.lower())
        names[target] = name
    return names


def _read_image(
    target: str, project: Project, check: CheckImage, localization: Localization | None = None
) -> Image | tuple[Finding, ...]:
    path = project.source / target
    content = project.files.read(path, PICTURE)
    if isinstance(content, Finding):
        return (content,)
    return check(content, project.format_path(path), localization)
