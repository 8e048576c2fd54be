"""Render the navigation document: table of contents and landmarks (EPUB 3.3 §7)."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Block, Guide, Section
from ...languages import load
from .content_documents import TYPE, XHTML, create_page, serialize, set_language


def render_nav(guide: Guide) -> bytes:
    """The navigation document."""
    words = load(guide.lang).words
    root, body = create_page(guide.lang, words["contents"], guide.lang, "frontmatter")
    contents = _add_nav(body, "toc", "doc-toc", words["contents"])
    for section in guide.sections:
        item = _add_item(contents, f"{section.id}.xhtml", section.blocks[0], guide.lang)
        parts = _list_parts(section)
        inner = etree.SubElement(item, f"{{{XHTML}}}ol") if parts else None
        for part in parts if inner is not None else ():
            _add_item(inner, f"{section.id}.xhtml#{part.id}", part, guide.lang)
    landmarks = _add_nav(body, "landmarks", "", words["start"])
    landmarks.getparent().set("hidden", "hidden")  # type: ignore[union-attr]
    _add_landmark(landmarks, "cover", "cover.xhtml", words["cover"].format(title=guide.title.text))
    first = next(section for section in guide.sections if section.role == "body")
    _add_landmark(landmarks, "bodymatter", f"{first.id}.xhtml", words["start"])
    for section in guide.sections:
        if section.role == "glossary":
            _add_landmark(landmarks, "glossary", f"{section.id}.xhtml", section.title)
    return serialize(root)


def _list_parts(section: Section) -> list[Block]:
    """The headings of level 2 of a section of the body."""
    if section.role != "body":
        return []
    return [block for block in section.blocks if block.kind == "heading" and block.level == 2]


def _add_nav(body: Element, kind: str, role: str, title: str) -> Element:
    element = etree.SubElement(body, f"{{{XHTML}}}nav", id=kind)
    element.set(TYPE, kind)
    if role:
        element.set("role", role)
    element.set("aria-labelledby", f"{kind}-title")
    heading = etree.SubElement(element, f"{{{XHTML}}}h1" if role else f"{{{XHTML}}}h2")
    heading.set("id", f"{kind}-title")
    heading.text = title
    return etree.SubElement(element, f"{{{XHTML}}}ol")


def _add_item(parent: Element | None, href: str, heading: Block, lang: str) -> Element:
    item = etree.SubElement(parent, f"{{{XHTML}}}li")  # type: ignore[arg-type]
    link = etree.SubElement(item, f"{{{XHTML}}}a", href=href)
    link.text = heading.text
    if heading.lang != lang:
        set_language(link, heading.lang)
    return item


def _add_landmark(parent: Element, kind: str, href: str, text: str) -> None:
    item = etree.SubElement(parent, f"{{{XHTML}}}li")
    link = etree.SubElement(item, f"{{{XHTML}}}a", href=href)
    link.set(TYPE, kind)
    link.text = text
