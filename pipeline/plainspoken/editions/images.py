"""A guide goes in; the pictures that it shows come out, each safe to carry."""

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


def pictures(guide: Guide, project: Project) -> Iterator[tuple[str, str, bytes]]:
    """Name, media type and content of each picture, once, in the order of the text.

    Raises:
        OutputError: a picture cannot be read, or is an SVG that runs or fetches something.
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
        if path.suffix.lower() == ".svg" and (error := _fault(content)):
            hint = "Save it as plain SVG, or as PNG."
            raise OutputError([Finding(project.shown(path), 0, error, hint)])
        yield f"images/{target}", _TYPES[Path(target).suffix.lower()], content


def _fault(content: bytes) -> str:
    """Why an SVG cannot be carried, or nothing."""
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
            if local.startswith("on") or (
                local == "href" and not str(value).startswith(("#", "data:"))
            ):
                return f"holds the attribute {local}={value!r}"
    return ""
