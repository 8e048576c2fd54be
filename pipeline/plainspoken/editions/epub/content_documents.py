"""A section goes in; its XHTML document comes out, one element with an id for each sentence.

White space between inline elements is the text's own: nothing is indented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Block, Guide, Mark, Section, Sentence
from ...languages import load

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = f"{{{OPS}}}type"

_MATTER = {"opening": "frontmatter", "body": "bodymatter", "glossary": "backmatter"}
_SECTION = {
    "opening": ("titlepage", ""),
    "body": ("chapter", "doc-chapter"),
    "glossary": ("glossary", "doc-glossary"),
}
# Element, epub:type and role of each kind of alert, as ARIA in HTML allows them.
_ALERTS = {
    "caution": ("section", "notice", "doc-notice"),
    "warning": ("section", "notice", "doc-notice"),
    "important": ("section", "notice", "doc-notice"),
    "tip": ("aside", "tip", "doc-tip"),
    "note": ("aside", "", "note"),
    "question": ("aside", "", "note"),
}
_INLINE = {"emphasis": "em", "strong": "strong", "code": "code"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in an edition."""

    files: Mapping[str, str]
    """Of the id of each section, block and entry: its document."""
    first_use: Mapping[str, str]
    """Of each glossary entry that the text uses: the address of the first use."""

    def address(self, target: str) -> str:
        """The address of a link's target: `#…` becomes a file and a fragment."""
        if not target.startswith("#"):
            return target
        name = target[1:]
        file = self.files[name]
        return file if file == f"{name}.xhtml" else f"{file}#{name}"


def places(guide: Guide) -> Places:
    """Find all that can be linked to."""
    files: dict[str, str] = {}
    first_use: dict[str, str] = {}
    for section in guide.sections:
        file = f"{section.id}.xhtml"
        files[section.id] = file
        files |= {block.id: file for block in _all_blocks(section.blocks)}
        for sentence in section.sentences() if section.role == "body" else ():
            for span in sentence.spans:
                if term := span.mark("term"):
                    first_use.setdefault(f"glossary.{term.target}", f"{file}#{sentence.id}")
    return Places(files, first_use)


def _all_blocks(blocks: Sequence[Block]) -> list[Block]:
    return [each for block in blocks for each in (block, *_all_blocks(block.children))]


def page(lang: str, title: str, title_lang: str, matter: str) -> tuple[Element, Element]:
    """An empty document: the root and its body."""
    root = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML, "epub": OPS})  # type: ignore[dict-item]
    _language(root, lang)
    head = _add(root, "head")
    made = _add(head, "title")
    made.text = title
    if title_lang != lang:
        _language(made, title_lang)
    _add(head, "link", rel="stylesheet", type="text/css", href="style.css")
    body = _add(root, "body")
    body.set(TYPE, matter)
    return root, body


def to_bytes(root: Element) -> bytes:
    """A document as it stands in the edition."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def render(guide: Guide, section: Section, where: Places) -> bytes:
    """The document of a section."""
    heading = section.blocks[0]
    root, body = page(guide.lang, section.title, heading.lang, _MATTER[section.role])
    kind, role = _SECTION[section.role]
    outer = _add(body, "section")
    outer.set(TYPE, kind)
    if role:
        outer.set("role", role)
    outer.set("aria-labelledby", heading.id)
    renderer = _Renderer(guide.lang, where)
    entries = None
    for block in section.blocks:
        if block.kind == "entry":
            entries = _add(outer, "dl") if entries is None else entries
            renderer.block(entries, block)
        else:
            renderer.block(outer, block)
    return to_bytes(root)


class _Renderer:
    """Adds blocks to a document; keeps the language that it is in, and the last heading."""

    def __init__(self, lang: str, where: Places) -> None:
        self.lang = lang
        self.where = where
        self.heading = ""

    def block(self, parent: Element, block: Block) -> None:
        match block.kind:
            case "heading":
                self.heading = block.id
                self._leaf(parent, block, f"h{block.level}")
            case "notice":
                made = self._leaf(parent, block, "p")
                made.set("class", f"notice {block.variety}")
            case "paragraph":
                self._paragraph(parent, block)
            case "code":
                made = self._element(parent, block, "pre")
                self._sentences(_add(made, "code"), block, line_end="\n")
            case "list":
                self._list(parent, block)
            case "quote":
                self._children(self._element(parent, block, "blockquote"), block)
            case "alert":
                self._alert(parent, block)
            case "table":
                self._table(parent, block)
            case "entry":
                self._entry(parent, block)
            case "rule":
                _add(parent, "hr")

    def _children(self, parent: Element, block: Block) -> None:
        for child in block.children:
            self.block(parent, child)

    def _element(self, parent: Element, block: Block, name: str) -> Element:
        made = _add(parent, name, id=block.id)
        if block.sentences and block.lang != self.lang:
            _language(made, block.lang)
        return made

    def _leaf(self, parent: Element, block: Block, name: str) -> Element:
        made = self._element(parent, block, name)
        self._sentences(made, block)
        return made

    def _paragraph(self, parent: Element, block: Block) -> None:
        spans = [span for sentence in block.sentences for span in sentence.spans]
        picture = len(spans) == 1 and spans[0].mark("image")
        self._leaf(parent, block, "figure" if picture else "p")

    def _list(self, parent: Element, block: Block) -> None:
        ordered = block.variety == "ordered"
        made = self._element(parent, block, "ol" if ordered else "ul")
        if ordered and block.start != 1:
            made.set("start", str(block.start))
        for item in block.children:
            inner = self._element(made, item, "li")
            for child in item.children:
                if child.kind == "paragraph" and block.tight:
                    self._leaf(inner, child, "span")
                else:
                    self.block(inner, child)

    def _alert(self, parent: Element, block: Block) -> None:
        name, kind, role = _ALERTS[block.variety]
        made = self._element(parent, block, name)
        if kind:
            made.set(TYPE, kind)
        made.set("role", role)
        made.set("class", f"alert {block.variety}")
        label = next((each for each in block.children if each.variety == "label"), None)
        if label:
            made.set("aria-labelledby", label.id)
        self._children(made, block)

    def _table(self, parent: Element, block: Block) -> None:
        made = self._element(parent, block, "table")
        if self.heading:
            made.set("aria-labelledby", self.heading)
        parts: dict[str, Element] = {}
        for row in block.children:
            header = all(cell.variety == "header" for cell in row.children)
            part = "thead" if header else "tbody"
            if part not in parts:
                parts[part] = _add(made, part)
            line = self._element(parts[part], row, "tr")
            for cell in row.children:
                inner = self._leaf(line, cell, "th" if cell.variety == "header" else "td")
                if cell.variety == "header":
                    inner.set("scope", "col")
                if cell.align:
                    inner.set("class", cell.align)

    def _entry(self, parent: Element, block: Block) -> None:
        made = self._element(parent, block, "div")
        for child in block.children:
            if child.kind == "notice":
                self.block(_add(made, "dd"), child)
                continue
            term = child.kind == "term"
            inner = self._leaf(made, child, "dt" if term else "dd")
            inner.set(TYPE, "glossterm" if term else "glossdef")
        used = self.where.first_use.get(block.id)
        if used:
            words = load(self.lang).words["back"]
            back = _add(made[-1], "a", href=used, role="doc-backlink", title=words)
            back.set("aria-label", words)
            back.set("class", "back")
            back.text = "\u21a9\ufe0e"

    def _sentences(self, parent: Element, block: Block, line_end: str = "") -> None:
        for sentence in block.sentences:
            made = _add(parent, "span", id=sentence.id)
            if sentence.lang != block.lang:
                _language(made, sentence.lang)
            self._spans(made, sentence)
            if "\n" in sentence.tail and not line_end:
                _add(parent, "br")
            else:
                made.tail = sentence.tail

    def _spans(self, parent: Element, sentence: Sentence) -> None:
        """Nest the marks of runs of text; neighbours share the elements that they share."""
        opened: list[tuple[Mark, Element]] = []
        for span in sentence.spans:
            shared = 0
            marks = span.marks
            while shared < min(len(marks), len(opened)) and marks[shared] == opened[shared][0]:
                shared += 1
            del opened[shared:]
            for mark in marks[shared:]:
                inside = opened[-1][1] if opened else parent
                linked = any(each.kind == "link" for each, _ in opened)
                opened.append((mark, self._mark(inside, mark, span.text, linked)))
            if not (span.mark("image") or span.mark("break")):
                _append(opened[-1][1] if opened else parent, span.text)

    def _mark(self, parent: Element, mark: Mark, text: str, linked: bool) -> Element:
        match mark.kind:
            case "link":
                return _add(parent, "a", href=self.where.address(mark.target))
            case "term":
                href = self.where.address(f"#glossary.{mark.target}")
                made = _add(parent, "a", href=href, role="doc-glossref")
                made.set(TYPE, "glossref")
                return made
            case "value":
                if not mark.target:
                    return _add(parent, "span")
                made = _add(parent, "bdi", dir="ltr")
                return made if linked else _add(made, "a", href=mark.target)
            case "image":
                return _add(parent, "img", src=f"images/{mark.target}", alt=text)
            case "break":
                return _add(parent, "br")
            case _:
                return _add(parent, _INLINE[mark.kind])


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _add(parent: Element, name: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{XHTML}}}{name}", attributes)


def _language(element: Element, lang: str) -> None:
    element.set("lang", lang)
    element.set(_XML_LANG, lang)
    element.set("dir", load(lang).direction)
