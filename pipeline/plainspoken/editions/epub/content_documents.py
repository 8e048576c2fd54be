"""Render an XHTML content document for each section (EPUB 3.3 §6), not indented: white space is
the text's. Roles are those that ARIA in HTML and DPUB-ARIA 1.1 allow; `epub:type` follows the EPUB
3 Structural Semantics Vocabulary 1.1.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Block, Guide, Mark, Section, Sentence
from ...languages import load
from ..xml_elements import OPS, add_element, create_root, set_language
from .icons import insert_icon
from .kept_words import add_words, append_text, is_left_to_right, keep_ends
from .link_targets import LinkTargets, Use
from .links import mark_link
from .tables import render_table

_XHTML = "http://www.w3.org/1999/xhtml"
# `epub:type` of the body, `epub:type` and role of the section, for each role in the guide.
_SECTIONS = {
    "opening": ("frontmatter", "titlepage", ""),
    "body": ("bodymatter", "chapter", "doc-chapter"),
    "glossary": ("backmatter", "glossary", "doc-glossary"),
    "colophon": ("backmatter", "colophon", "doc-colophon"),
}
# Element, epub:type and role of each kind of alert, as ARIA in HTML allows them. A `section` with a
# name is a landmark to some checkers: a page of two warnings would have two of the same name.
_ALERTS = {
    "caution": ("div", "notice", "doc-notice"),
    "warning": ("div", "notice", "doc-notice"),
    "important": ("div", "notice", "doc-notice"),
    "tip": ("aside", "tip", "doc-tip"),
    "note": ("aside", "", "note"),
    "question": ("aside", "", "note"),
}
_INLINE = {"emphasis": "em", "strong": "strong", "code": "code"}


def create_page(lang: str, title: str, title_lang: str, matter: str) -> tuple[Element, Element]:
    """An empty document: its root and its body; `matter` is the `epub:type` of the body."""
    root = create_root(_XHTML, "html", {"epub": OPS})
    set_language(root, lang)
    head = add_element(root, "head")
    set_language(add_element(head, "title", title), title_lang, lang)
    add_element(head, "link", rel="stylesheet", type="text/css", href="style.css")
    return root, add_element(root, "body", epub_type=matter)


def serialize(root: Element) -> bytes:
    """A document as the EPUB holds it."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def render_section(guide: Guide, section: Section, targets: LinkTargets) -> bytes:
    """The document of a section."""
    heading = section.blocks[0]
    matter, kind, role = _SECTIONS[section.role]
    root, body = create_page(guide.lang, section.title, heading.lang, matter)
    outer = add_element(body, "section", epub_type=kind, role=role, aria_labelledby=heading.id)
    renderer = _Renderer(guide.lang, targets, heading, has_dates=section.role == "colophon")
    entries = None
    for block in section.blocks:
        if block.kind == "entry":
            entries = add_element(outer, "dl") if entries is None else entries
            renderer.add_block(entries, block)
        else:
            renderer.add_block(outer, block)
    return serialize(root)


def render_cover_page(guide: Guide, image: str = "cover.svg") -> bytes:
    """The page with the cover image, whose alternative text is the title."""
    alt = load(guide.lang).words["cover"].format(title=guide.title.text)
    root, body = create_page(guide.lang, alt, guide.lang, "cover")
    section = add_element(body, "section", epub_type="cover")
    add_element(section, "img", src=image, alt=alt, role="doc-cover", class_="cover")
    return serialize(root)


class _Renderer:
    """Adds blocks to a document; keeps the language that it is in, and the last heading."""

    def __init__(self, lang: str, targets: LinkTargets, heading: Block, has_dates: bool) -> None:
        self.lang = lang
        self.has_dates = has_dates
        self.targets = targets
        self.heading = heading

    def add_block(self, parent: Element, block: Block) -> None:
        match block.kind:
            case "heading":
                self.heading = block
                self._add_leaf(parent, block, f"h{block.level}")
            case "notice":
                element = self._add_leaf(parent, block, "p")
                element.set("class", f"notice {block.variety}")
                insert_icon(element, block.variety)
            case "paragraph":
                spans = [span for sentence in block.sentences for span in sentence.spans]
                is_image = len(spans) == 1 and spans[0].mark("image")
                self._add_leaf(parent, block, "figure" if is_image else "p")
            case "code":
                element = self._add_block_element(parent, block, "pre")
                self._add_sentences(add_element(element, "code"), block, line_end="\n")
            case "list":
                self._add_list(parent, block)
            case "quote":
                self._add_children(self._add_block_element(parent, block, "blockquote"), block)
            case "alert":
                self._add_alert(parent, block)
            case "figure":
                self._add_figure(parent, block)
            case "table":
                render_table(parent, block, self.heading, self.lang, self._add_leaf)
            case "entry":
                self._add_entry(parent, block)
            case "rule":
                add_element(parent, "hr")
            case "review-note":
                self._add_review_note(parent, block)

    def _add_children(self, parent: Element, block: Block) -> None:
        for child in block.children:
            self.add_block(parent, child)

    def _add_block_element(
        self, parent: Element, block: Block, name: str, **attributes: str
    ) -> Element:
        element = add_element(parent, name, id=block.id, **attributes)
        if block.sentences:
            set_language(element, block.lang, self.lang)
        return element

    def _add_leaf(self, parent: Element, block: Block, name: str) -> Element:
        element = self._add_block_element(parent, block, name)
        self._add_sentences(element, block)
        return element

    def _add_list(self, parent: Element, block: Block) -> None:
        ordered = block.variety == "ordered"
        start = str(block.start) if ordered and block.start != 1 else ""
        element = self._add_block_element(parent, block, "ol" if ordered else "ul", start=start)
        for item in block.children:
            inner = self._add_block_element(element, item, "li")
            for child in item.children:
                if child.kind == "paragraph" and block.tight:
                    self._add_leaf(inner, child, "span")
                else:
                    self.add_block(inner, child)

    def _add_alert(self, parent: Element, block: Block) -> None:
        name, kind, role = _ALERTS[block.variety]
        label = next((child.id for child in block.children[:1] if child.variety == "label"), "")
        classes = f"alert {block.variety}"
        element = self._add_block_element(
            parent, block, name, epub_type=kind, role=role, class_=classes, aria_labelledby=label
        )
        self._add_children(element, block)
        if label:
            insert_icon(element[0], block.variety)

    def _add_figure(self, parent: Element, block: Block) -> None:
        """A picture whose description is tied to it by `aria-details` (ARIA 1.2 §6.6): it is read
        where it stands, and not a second time with the picture, as one of `aria-describedby` or the
        name of a figure by its `figcaption` would be.
        """
        picture, *description = block.children
        element = self._add_block_element(parent, block, "figure")
        image = self._add_leaf(element, picture, "div").find(".//{*}img")
        details = add_element(element, "div", id=f"{block.id}.description", class_="description")
        if image is not None:
            image.set("aria-details", details.get("id", ""))
        for child in description:
            self.add_block(details, child)

    def _add_entry(self, parent: Element, block: Block) -> None:
        element = self._add_block_element(parent, block, "div")
        for child in block.children:
            if child.kind in ("notice", "review-note"):
                self.add_block(add_element(element, "dd"), child)
                continue
            term = child.kind == "term"
            inner = self._add_leaf(element, child, "dt" if term else "dd")
            inner.set(f"{{{OPS}}}type", "glossterm" if term else "glossdef")
        if uses := self.targets.uses.get(block.id):
            self._add_back_links(element, uses)

    def _add_back_links(self, parent: Element, uses: Sequence[Use]) -> None:
        """A link to the first use of a term in each section, with the section's title as words."""
        element = add_element(parent, "dd", class_="back")
        add_element(element, "span", load(self.lang).words["back"], class_="unseen")
        links = add_element(element, "ul")
        for use in uses:
            item = add_element(links, "li")
            title = " ".join(use.title.text.split())
            link = add_element(item, "a", href=use.address, role="doc-backlink")
            add_words(link, title, use.title.lang)
            insert_icon(link, "back")
            set_language(link, use.title.lang, self.lang)

    def _add_review_note(self, parent: Element, block: Block) -> None:
        """A note in the source's language, below a label in the reader's."""
        name = f"{block.id}.label"
        element = self._add_block_element(
            parent, block, "aside", role="note", class_="review-note", aria_labelledby=name
        )
        add_element(element, "p", load(self.lang).words["review-note"], id=name, class_="label")
        set_language(add_element(element, "p", block.note), block.lang, self.lang)

    def _add_sentences(self, parent: Element, block: Block, line_end: str = "") -> None:
        for sentence in block.sentences:
            element = add_element(parent, "span", id=sentence.id)
            set_language(element, sentence.lang, block.lang)
            self._add_spans(element, sentence)
            if "\n" in sentence.tail and not line_end:
                add_element(parent, "br")
            else:
                element.tail = sentence.tail

    def _add_spans(self, parent: Element, sentence: Sentence) -> None:
        """Nest the marks of runs of text; neighbours share the elements that they share."""
        opened: list[tuple[Mark, Element]] = []
        links: list[tuple[Mark, Element]] = []
        for span in sentence.spans:
            shared = 0
            marks = span.marks
            while shared < min(len(marks), len(opened)) and marks[shared] == opened[shared][0]:
                shared += 1
            del opened[shared:]
            for mark in marks[shared:]:
                inside = opened[-1][1] if opened else parent
                linked = any(outer.kind == "link" for outer, _ in opened)
                opened.append((mark, self._add_mark(inside, mark, span.text, linked)))
                links += opened[-1:] if mark.kind == "link" else ()
            if not (span.mark("image") or span.mark("break")):
                inside = opened[-1][1] if opened else parent
                if span.mark("value"):
                    append_text(inside, span.text)
                else:
                    add_words(inside, span.text, sentence.lang, self.has_dates)
        for mark, element in links:
            language = self.targets.languages.get(mark.target, "")
            mark_link(element, mark.target, language, sentence.lang)
        keep_ends(parent)

    def _add_mark(self, parent: Element, mark: Mark, text: str, linked: bool) -> Element:
        match mark.kind:
            case "link":
                return add_element(parent, "a", href=self.targets.resolve(mark.target))
            case "term":
                href = self.targets.resolve(f"#glossary.{mark.target}")
                return add_element(
                    parent, "a", href=href, role="doc-glossref", epub_type="glossref"
                )
            case "value":
                if not mark.target:
                    return self._add_plain_value(parent, mark, text)
                element = add_element(parent, "bdi", dir="ltr")
                if not linked:
                    element = add_element(element, "a", href=mark.target)
                    insert_icon(element, "phone")
                return element
            case "image":
                name = self.targets.images[mark.target]
                return add_element(parent, "img", src=f"images/{name}", alt=text)
            case "break":
                return add_element(parent, "br")
            case _:
                return add_element(parent, _INLINE[mark.kind])

    def _add_plain_value(self, parent: Element, mark: Mark, text: str) -> Element:
        if mark.label in self.targets.unset:
            return add_element(parent, "span", class_="to-write")
        if load(self.lang).direction == "rtl" and is_left_to_right(text):
            return add_element(parent, "bdi", dir="ltr")
        return add_element(parent, "span")
