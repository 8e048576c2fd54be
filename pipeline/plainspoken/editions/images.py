"""Read the images that a guide shows, and refuse those that are not safe to publish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..config.project import Project
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..guide import Guide

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}


def read_images(guide: Guide, project: Project) -> Iterator[tuple[str, str, bytes]]:
    """Name, media type and content of each image, once, in the order of the text. Raises
    OutputError: an SVG image runs a script or fetches something. Raises OSError: an image
    cannot be read.
    """
    targets = dict.fromkeys(
        mark.target
        for sentence in guide.sentences()
        for span in sentence.spans
        if (mark := span.mark("image"))
    )
    for target in targets:
        path = project.source / target
        content = path.read_bytes()
        if path.suffix.lower() == ".svg" and (error := _find_svg_error(content)):
            hint = "Save it as plain SVG, or as PNG."
            raise OutputError([Finding(project.format_path(path), 0, error, hint)])
        yield f"images/{target}", _TYPES[Path(target).suffix.lower()], content


def _find_svg_error(content: bytes) -> str:
    """Why an SVG image cannot be published; empty where it can."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return f"is not well-formed SVG: {error.msg}"
    for element in root.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name in ("script", "foreignObject"):
            return f"holds <{name}>"
        for attribute, value in element.items():
            local = etree.QName(attribute).localname
            fetches = local == "href" and not str(value).startswith(("#", "data:"))
            if local.startswith("on") or fetches:
                return f"holds the attribute {local}={value!r}"
    return ""
