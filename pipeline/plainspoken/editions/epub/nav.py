"""A guide goes in; its table of contents and its landmarks come out, as one document."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Block, Guide, Section
from ...languages import load
from .content_documents import TYPE, XHTML, page, to_bytes

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def navigation(guide: Guide) -> bytes:
    """The navigation document."""
    words = load(guide.lang).words
    root, body = page(guide.lang, words["contents"], guide.lang, "frontmatter")
    contents = _nav(body, "toc", "doc-toc", words["contents"])
    for section in guide.sections:
        item = _item(contents, f"{section.id}.xhtml", section.blocks[0], guide.lang)
        parts = _parts(section)
        inner = etree.SubElement(item, f"{{{XHTML}}}ol") if parts else None
        for part in parts if inner is not None else ():
            _item(inner, f"{section.id}.xhtml#{part.id}", part, guide.lang)
    marks = _nav(body, "landmarks", "", words["start"])
    marks.getparent().set("hidden", "hidden")  # type: ignore[union-attr]
    _landmark(marks, "cover", "cover.xhtml", words["cover"].format(title=guide.title.text))
    body_first = next(each for each in guide.sections if each.role == "body")
    _landmark(marks, "bodymatter", f"{body_first.id}.xhtml", words["start"])
    for section in guide.sections:
        if section.role == "glossary":
            _landmark(marks, "glossary", f"{section.id}.xhtml", section.title)
    return to_bytes(root)


def _parts(section: Section) -> list[Block]:
    if section.role != "body":
        return []
    return [block for block in section.blocks if block.kind == "heading" and block.level == 2]


def _nav(body: Element, kind: str, role: str, title: str) -> Element:
    made = etree.SubElement(body, f"{{{XHTML}}}nav", id=kind)
    made.set(TYPE, kind)
    if role:
        made.set("role", role)
    made.set("aria-labelledby", f"{kind}-title")
    heading = etree.SubElement(made, f"{{{XHTML}}}h1" if role else f"{{{XHTML}}}h2")
    heading.set("id", f"{kind}-title")
    heading.text = title
    return etree.SubElement(made, f"{{{XHTML}}}ol")


def _item(parent: Element | None, href: str, heading: Block, lang: str) -> Element:
    item = etree.SubElement(parent, f"{{{XHTML}}}li")  # type: ignore[arg-type]
    link = etree.SubElement(item, f"{{{XHTML}}}a", href=href)
    link.text = heading.text
    if heading.lang != lang:
        link.set("lang", heading.lang)
        link.set(_XML_LANG, heading.lang)
        link.set("dir", load(heading.lang).direction)
    return item


def _landmark(parent: Element, kind: str, href: str, text: str) -> None:
    item = etree.SubElement(parent, f"{{{XHTML}}}li")
    link = etree.SubElement(item, f"{{{XHTML}}}a", href=href)
    link.set(TYPE, kind)
    link.text = text
