"""What assistive technology should be told of the documents of an EPUB, said from the guide alone:
from its blocks, marks and languages, and not from the documents that were made of it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.accessibility_tree import Told, format_told, read_tree

from plainspoken.guide import Block, Guide, Section, Sentence, Span
from plainspoken.languages import find_language, load

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SECTIONS = {
    "opening": "region",
    "body": "doc-chapter",
    "glossary": "doc-glossary",
    "colophon": "doc-colophon",
}
_ALERTS = {"tip": "doc-tip", "note": "note", "question": "note"}
_BLOCKS = {
    "code": "code",
    "quote": "blockquote",
    "list": "list",
    "row": "row",
    "term": "term",
    "definition": "definition",
    "rule": "separator",
}
_MARKS = {"emphasis": "emphasis", "strong": "strong", "code": "code"}


def read_documents(epub: Path, folder: Path, page: Page) -> dict[str, list[str]]:
    """All that is told of each document of an EPUB."""
    with zipfile.ZipFile(epub) as archive:
        archive.extractall(folder)
    told = {}
    for path in sorted((folder / "EPUB").glob("*.xhtml")):
        page.goto(path.as_uri())
        # Chromium tells of no blank after a box at the end of a sentence, though it shows one.
        page.add_style_tag(content=".kept { display: inline !important }")
        told[path.stem] = read_tree(page)
    return told


def tell_documents(guide: Guide) -> dict[str, list[str]]:
    """All that should be told of them."""
    told = {section.id: tell_section(guide, section) for section in guide.sections}
    return told | {"cover": tell_cover(guide), "nav": tell_contents(guide)}


def tell_section(guide: Guide, section: Section) -> list[str]:
    """All that should be told of a section's document."""
    return format_told(_Teller(guide, section).tell())


def tell_cover(guide: Guide) -> list[str]:
    """All that should be told of the page with the cover."""
    name = load(guide.lang).words["cover"].format(title=guide.title.text)
    return [f"RootWebArea {name}", f"  doc-cover {name}"]


def tell_contents(guide: Guide) -> list[str]:
    """All that should be told of the table of contents; landmarks are hidden, and
    its lists show no numbers."""
    title = load(guide.lang).words["contents"]
    told = [Told(0, f"RootWebArea {title}"), Told(1, f"doc-toc {title}"), Told(2, "heading 1")]
    told += [Told(3, title, True, guide.lang), Told(2, "list")]
    for section in guide.sections:
        heading, *others = section.blocks
        told += _tell_entry(3, f"{section.id}.xhtml", heading)
        parts = [block for block in others if block.kind == "heading" and block.level == 2]
        if section.role == "body" and parts:
            told.append(Told(4, "list"))
            for part in parts:
                told += _tell_entry(5, f"{section.id}.xhtml#{part.id}", part)
    return format_told(told)


def _tell_entry(depth: int, address: str, heading: Block) -> list[Told]:
    item, link = Told(depth, "listitem"), Told(depth + 1, f"link {address}")
    return [item, link, Told(depth + 2, heading.text, True, heading.lang)]


class _Teller:
    """Tells a section; keeps the last heading, after which tables are named."""

    def __init__(self, guide: Guide, section: Section) -> None:
        self.guide, self.section, self.heading = guide, section, section.blocks[0]
        self.words = load(guide.lang).words
        self.files = {
            block.id: f"{each.id}.xhtml" for each in guide.sections for block in each.iter_blocks()
        }
        self.pages = {link.url: guide.source_lang for link in guide.links}
        for link in guide.links:
            self.pages |= {url: lang for lang, url in link.localized}

    def tell(self) -> Iterator[Told]:
        title = self.section.title
        yield Told(0, f"RootWebArea {title}")
        yield Told(1, f"{_SECTIONS[self.section.role]} {title}")
        is_in_list = False
        for block in self.section.blocks:
            if block.kind == "entry" and not is_in_list:
                yield Told(2, "DescriptionList")
            is_in_list = block.kind == "entry"
            yield from self._tell_block(block, 3 if is_in_list else 2)

    def _tell_block(self, block: Block, depth: int) -> Iterator[Told]:
        role = _BLOCKS.get(block.kind, "")
        if block.kind == "heading":
            self.heading, role = block, f"heading {block.level}"
        elif block.kind in ("paragraph", "notice"):
            spans = [span for sentence in block.sentences for span in sentence.spans]
            role = "figure" if len(spans) == 1 and spans[0].mark("image") else "paragraph"
        elif block.kind == "alert":
            role = f"{_ALERTS.get(block.variety, 'doc-notice')} {block.children[0].text}"
        elif block.kind == "table":
            yield from self._tell_table(block, depth)
            return
        elif block.kind == "figure":
            yield from self._tell_figure(block, depth)
            return
        elif block.kind == "entry":
            yield from self._tell_term(block, depth)
            return
        if role:
            yield Told(depth, role)
        yield from self._tell_inside(block, depth + bool(role))

    def _tell_inside(self, block: Block, depth: int) -> Iterator[Told]:
        """The sentences of a block, and the blocks in it."""
        for sentence in block.sentences:
            yield from self._tell_spans(sentence, sentence.spans, depth, 0)
            yield Told(depth, sentence.tail, True)
        for number, child in enumerate(block.children, block.start):
            if child.kind == "item":
                sign = f" {number}" if block.variety == "ordered" else ""
                yield Told(depth, f"listitem{sign}")
                yield from self._tell_item(block, child, depth + 1)
            else:
                yield from self._tell_block(child, depth)

    def _tell_item(self, parent: Block, item: Block, depth: int) -> Iterator[Told]:
        for child in item.children:
            if child.kind == "paragraph" and parent.tight:
                yield from self._tell_inside(child, depth)
            else:
                yield from self._tell_block(child, depth)

    def _tell_table(self, table: Block, depth: int) -> Iterator[Told]:
        yield Told(depth, f"table {self.heading.text}")
        yield Told(depth + 1, "caption")
        yield Told(depth + 2, self.heading.text, True, self.heading.lang)
        for number, row in enumerate(table.children):
            if number < 2:  # the heads, and all that follows them
                yield Told(depth + 1, "rowgroup")
            yield Told(depth + 2, "row")
            for column, cell in enumerate(row.children):
                head = "rowheader" if column == 0 else "cell"
                role = "columnheader" if number == 0 else head
                yield Told(depth + 3, role if cell.sentences else "cell")
                yield from self._tell_inside(cell, depth + 4)

    def _tell_figure(self, figure: Block, depth: int) -> Iterator[Told]:
        picture, *description = figure.children
        yield Told(depth, "figure")
        yield Told(depth + 1, f"image {picture.text} (described)")
        for block in description:
            yield from self._tell_block(block, depth + 1)

    def _tell_term(self, entry: Block, depth: int) -> Iterator[Told]:
        for child in entry.children:
            if child.kind == "notice":
                yield Told(depth, "definition")
            yield from self._tell_block(child, depth + (child.kind == "notice"))
        uses = list(self._find_uses(entry.id.removeprefix("glossary.")))
        if uses:
            yield Told(depth, "definition")
            yield Told(depth + 1, self.words["back"], True, self.guide.lang)
            yield Told(depth + 1, "list")
        for address, title in uses:
            yield Told(depth + 2, "listitem")
            yield Told(depth + 3, f"doc-backlink {address}")
            yield Told(depth + 4, title.text, True, title.lang)

    def _find_uses(self, term: str) -> Iterator[tuple[str, Block]]:
        """Where a term stands first in each section, and the heading of the section."""
        for section in self.guide.sections:
            for sentence in section.sentences() if section.role == "body" else ():
                if any(
                    (mark := span.mark("term")) and mark.target == term for span in sentence.spans
                ):
                    yield f"{section.id}.xhtml#{sentence.id}", section.blocks[0]
                    break

    def _tell_spans(
        self, sentence: Sentence, spans: Sequence[Span], depth: int, done: int
    ) -> Iterator[Told]:
        """Runs of text, of whose marks `done` are told."""
        for marks, group in groupby(spans, lambda span: span.marks[done : done + 1]):
            inner = list(group)
            if not marks:
                yield from (Told(depth, span.text, True, sentence.lang) for span in inner)
                continue
            role = self._tell_mark(inner[0], done)
            if role.startswith("image"):
                yield Told(depth, role)
                continue
            if role:
                yield Told(depth, role)
            yield from self._tell_spans(sentence, inner, depth + bool(role), done + 1)
            yield from self._tell_language(inner[0], done, depth + 1)

    def _tell_mark(self, span: Span, place: int) -> str:
        mark = span.marks[place]
        match mark.kind:
            case "link":
                return f"link {self._resolve(mark.target)}"
            case "term":
                return f"doc-glossref glossary.xhtml#glossary.{mark.target}"
            case "value":
                return f"link {mark.target}" if mark.target else ""
            case "image":
                return f"image {span.text}"
            case "break":
                return ""
            case _:
                return _MARKS[mark.kind]

    def _tell_language(self, span: Span, place: int, depth: int) -> Iterator[Told]:
        """That the page at the end of a link is in another language than the guide."""
        page = self.pages.get(span.marks[place].target, self.guide.lang)
        if span.marks[place].kind == "link" and page != self.guide.lang:
            name = find_language(page).name_in(self.guide.lang)
            note = self.words["link-language"].format(language=name)
            yield Told(depth, f" {note}", True, self.guide.lang)

    def _resolve(self, target: str) -> str:
        if not target.startswith("#"):
            return target
        name = target.removeprefix("#")
        is_section = any(name == section.id for section in self.guide.sections)
        return f"{name}.xhtml" if is_section else f"{self.files[name]}#{name}"
