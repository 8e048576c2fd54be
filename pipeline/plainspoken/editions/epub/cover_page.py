"""The content document that shows the cover (EPUB 3.3 §6.1; DPUB-ARIA 1.1, `doc-cover`)."""

from __future__ import annotations

from lxml import etree

from ...guide import Guide
from ...languages import load
from .content_documents import OPS, XHTML, create_page, serialize


def render_cover_page(guide: Guide) -> bytes:
    """The page with the cover image, whose alternative text is the title."""
    alt = load(guide.lang).words["cover"].format(title=guide.title.text)
    root, body = create_page(guide.lang, alt, guide.lang, "cover")
    section = etree.SubElement(body, f"{{{XHTML}}}section")
    section.set(f"{{{OPS}}}type", "cover")
    image = etree.SubElement(section, f"{{{XHTML}}}img", src="cover.svg", alt=alt)
    image.set("role", "doc-cover")
    image.set("class", "cover")
    return serialize(root)
