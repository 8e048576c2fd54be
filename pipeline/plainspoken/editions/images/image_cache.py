"""Remember from build to build what is published of each picture: to rebuild a drawing takes longer
than to write the chapter around it.

A picture is known by the program, its name, its content and the words that are written into it.
Only what a run asked for is kept after it, and nothing changes where a picture has errors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ...cache_files import read_sealed, write_sealed
from ...diagnostics.finding import Finding
from ...program import name_program
from .image import SVG_TYPE, Image, check_image
from .svg_localized import Localization

CheckImage = Callable[[bytes, str, Localization | None], Image | tuple[Finding, ...]]
"""As `check_image`."""


@contextmanager
def remember_images(name: str, cache: Path) -> Iterator[CheckImage]:
    """What checks images, or remembers what an earlier run of the same name made of them. A cache
    that cannot be read or written does no harm.
    """
    path = cache / "images" / f"{name}.json"
    kept = _read_record(path)
    asked: dict[str, list[str]] = {}
    faulty: list[str] = []

    def check(
        content: bytes, display_path: str, localization: Localization | None
    ) -> Image | tuple[Finding, ...]:
        head = repr((name_program(), display_path, localization)).encode()
        key = hashlib.sha256(head + b"\0" + content).hexdigest()
        if found := _unpack(kept.get(key), content):
            asked[key] = kept[key]
            return found
        made = check_image(content, display_path, localization)
        if isinstance(made, Image):
            asked[key] = [made.media_type, made.content.decode() if _is_drawing(made) else ""]
        else:
            faulty.append(display_path)
        return made

    yield check
    if not faulty and asked.keys() != kept.keys():
        with suppress(OSError):
            write_sealed(path, asked, cache)


def _is_drawing(image: Image) -> bool:
    return image.media_type == SVG_TYPE


def _read_record(path: Path) -> Mapping[str, Any]:
    record = read_sealed(path)
    return record if isinstance(record, dict) else {}


def _unpack(entry: Any, content: bytes) -> Image | None:
    """The image of an entry; all but drawings are published as they are."""
    match entry:
        case [str(media_type), str(drawing)]:
            image = Image(media_type, content)
            return Image(media_type, drawing.encode()) if _is_drawing(image) else image
    return None
