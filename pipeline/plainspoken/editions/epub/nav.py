"""Render the navigation document: table of contents and landmarks (EPUB 3.3 §7)."""

from __future__ import annotations

from lxml.etree import _Element as Element

from ...guide import Block, Guide, Section
from ...languages import load
from ..xml_elements import add_element, set_language
from .content_documents import create_page, serialize
from .icons import insert_icon
from .kept_words import add_words

NAV = "nav.xhtml"
"""The name of the document."""


def list_headings(section: Section) -> list[Block]:
    """The headings of a section in the table of contents: its own, and of level 2 in the body."""
    own, *others = section.blocks
    is_body = section.role == "body"
    return [own, *(block for block in others if block.level == 2 and is_body)]


def is_emergency(section: Section) -> bool:
    """Whether a section begins with a box that says to get help now."""
    return any(block.variety == "caution" for block in section.blocks[1:2])


def name_entry(heading: Block) -> str:
    """The id of the words of a heading in the table of contents."""
    return f"contents.{heading.id}"


def render_nav(guide: Guide) -> bytes:
    """The navigation document."""
    words = load(guide.lang).words
    root, body = create_page(guide.lang, words["contents"], guide.lang, "frontmatter")
    contents = _add_nav(body, "toc", "doc-toc", words["contents"])
    for section in guide.sections:
        own, *parts = list_headings(section)
        item = _add_item(contents, f"{section.id}.xhtml", own, guide.lang)
        if is_emergency(section):
            insert_icon(item[0], "caution")
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
    link = add_element(item, "a", id=name_entry(heading), href=href)
    add_words(link, heading.text, heading.lang)
    set_language(link, heading.lang, lang)
    return item


def _add_landmark(parent: Element, kind: str, href: str, text: str) -> None:
    add_element(add_element(parent, "li"), "a", text, href=href, epub_type=kind)
