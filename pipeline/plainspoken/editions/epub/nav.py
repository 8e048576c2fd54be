"""Render the navigation document: table of contents and landmarks (EPUB 3.3 §7)."""

from __future__ import annotations

from lxml.etree import _Element as Element

from ...guide import Block, Guide
from ...languages import load
from ..xml_elements import add_element, set_language
from .content_documents import create_page, serialize


def render_nav(guide: Guide) -> bytes:
    """The navigation document."""
    words = load(guide.lang).words
    root, body = create_page(guide.lang, words["contents"], guide.lang, "frontmatter")
    contents = _add_nav(body, "toc", "doc-toc", words["contents"])
    for section in guide.sections:
        item = _add_item(contents, f"{section.id}.xhtml", section.blocks[0], guide.lang)
        # The headings of level 2 of the sections of the body.
        is_body = section.role == "body"
        parts = [block for block in section.blocks if block.level == 2 and is_body]
        inner = add_element(item, "ol") if parts else item
        for part in parts:
            _add_item(inner, f"{section.id}.xhtml#{part.id}", part, guide.lang)
    landmarks = _add_nav(body, "landmarks", "", words["start"])
    body[-1].set("hidden", "hidden")
    _add_landmark(landmarks, "cover", "cover.xhtml", words["cover"].format(title=guide.title.text))
    first = next(section for section in guide.sections if section.role == "body")
    _add_landmark(landmarks, "bodymatter", f"{first.id}.xhtml", words["start"])
    for section in guide.sections:
        if section.role in ("glossary", "colophon"):
            _add_landmark(landmarks, section.role, f"{section.id}.xhtml", section.title)
    return serialize(root)


def _add_nav(body: Element, kind: str, role: str, title: str) -> Element:
    name = f"{kind}-title"
    element = add_element(body, "nav", id=kind, epub_type=kind, role=role, aria_labelledby=name)
    add_element(element, "h1" if role else "h2", title, id=name)
    return add_element(element, "ol")


def _add_item(parent: Element, href: str, heading: Block, lang: str) -> Element:
    item = add_element(parent, "li")
    set_language(add_element(item, "a", heading.text, href=href), heading.lang, lang)
    return item


def _add_landmark(parent: Element, kind: str, href: str, text: str) -> None:
    add_element(add_element(parent, "li"), "a", text, href=href, epub_type=kind)
