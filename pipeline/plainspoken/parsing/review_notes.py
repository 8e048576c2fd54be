"""Find the notes for reviewers in the source, `<!-- review: TEXT -->`, and where each belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ..config.changes import Release
from ..config.toml_schema import TomlFile
from ..guide import Block, Place, ReviewNote, Section
from .comments import find_notes
from .markdown import parse_inline_tokens

_BREAKS = ("softbreak", "hardbreak")


def find_review_notes(
    trees: Sequence[SyntaxTreeNode],
    sections: Sequence[Section],
    terms: TomlFile,
    glossary: Section | None,
    releases: Sequence[Release],
    changes: Section | None,
) -> Iterator[ReviewNote]:
    """The notes of sections, each built of its tree, of the glossary, and of what changed, in their
    order.
    """
    for tree, section in zip(trees, sections, strict=True):
        yield from _find_section_notes(tree, section)
    if glossary:
        yield from _find_glossary_notes(terms, glossary)
    if changes:
        yield from _find_change_notes(releases, changes)


def _find_section_notes(tree: SyntaxTreeNode, section: Section) -> Iterator[ReviewNote]:
    """The notes of a section that was built of a tree, in their order."""
    for node in tree.walk():
        if node.type == "html_block":
            for line, text in find_notes(node.content):
                yield _place_beside(node, text, _find_line(node) + line, section)
        elif node.type == "inline" and node.token:
            for line, text in _find_inline_notes(node.token.children or []):
                yield _place_within(node, text, _find_line(node) + line, section)


def _find_glossary_notes(file: TomlFile, section: Section) -> Iterator[ReviewNote]:
    """The notes in the terms and definitions of the glossary."""
    for entry in section.blocks:
        key = entry.id.partition(".")[2]
        for leaf in entry.children:
            term = entry.children[0].text
            yield from _find_text_notes(file.table[key][leaf.kind], leaf, section, term)


def _find_change_notes(releases: Sequence[Release], section: Section) -> Iterator[ReviewNote]:
    """The notes in what changed, one list a release."""
    for release, block in zip(releases, section.blocks, strict=True):
        for text, item in zip(release.texts, block.children, strict=True):
            yield from _find_text_notes(text, item.children[0], section, release.version)


def _find_text_notes(
    text: str, leaf: Block, section: Section, heading: str
) -> Iterator[ReviewNote]:
    """The notes in a text of a TOML file, of which a block was made."""
    for line, note in _find_inline_notes(parse_inline_tokens(text)):
        place = Place(leaf.place.file, leaf.place.line + line)
        yield ReviewNote(note, place, section.id, heading, leaf.text, leaf.id)


def _find_inline_notes(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Line from 0, and text, of each note in inline Markdown, alternative texts included."""
    line = 0
    for token in tokens:
        if token.type == "html_inline":
            yield from ((line, text) for _, text in find_notes(token.content))
            line += token.content.count("\n")
        elif token.type == "image":
            yield from (
                (line + below, text) for below, text in _find_inline_notes(token.children or [])
            )
        line += token.type in _BREAKS


def _find_line(node: SyntaxTreeNode) -> int:
    """The line of the source at which a node begins, from 1."""
    while node.parent is not None and not node.map:
        node = node.parent  # a table's cell stands where its row stands
    return node.map[0] + 1 if node.map else 0


def _place_within(node: SyntaxTreeNode, text: str, line: int, section: Section) -> ReviewNote:
    """A note in the text of a block."""
    first = _find_line(node)
    if node.parent and node.parent.type in ("th", "td") and node.parent.parent:
        cells = [
            block
            for block in section.iter_blocks()
            if block.kind == "cell" and block.place.line == first
        ]
        number = [*node.parent.parent.children].index(node.parent)
        block = cells[number] if number < len(cells) else None
    else:
        block = _find_leaf(section, first)
    return _make_note(text, line, section, block, block.id if block else "")


def _place_beside(node: SyntaxTreeNode, text: str, line: int, section: Section) -> ReviewNote:
    """A note that stands alone: after what stands before it in the same list item or quotation;
    where it is the first there, before what follows.
    """
    before = _find_leaf(section, line)
    parents = list(_iter_parents(node))
    first = _find_line(parents[0]) if parents else 0
    if before is None or before.place.line < first:
        siblings = list(node.siblings)
        lines = {_find_line(sibling) for sibling in siblings[siblings.index(node) + 1 :]}
        for block in section.iter_blocks():
            path = _find_path(section.blocks, block)
            if block.place.line in lines and len(path) == len(parents) + 1:
                return _make_note(text, line, section, before, block.id, is_above=True)
    path = _find_path(section.blocks, before) if before else []
    anchor = path[min(len(parents), len(path) - 1)].id if path else ""
    return _make_note(text, line, section, before, anchor)


def _iter_parents(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """What holds a node, the innermost first, without the root."""
    while node.parent is not None and node.parent.parent is not None:
        node = node.parent
        yield node


def _make_note(
    text: str,
    line: int,
    section: Section,
    before: Block | None,
    anchor: str,
    is_above: bool = False,
) -> ReviewNote:
    headings = [
        block for block in section.blocks if block.kind == "heading" and block.place.line <= line
    ]
    heading = headings[-1].text if headings else ""
    words = before.text if before else ""
    place = Place(section.place.file, line)
    return ReviewNote(text, place, section.id, heading, words, anchor, is_above)


def _find_leaf(section: Section, line: int) -> Block | None:
    """The last block with sentences that begins at a line or above it."""
    found = None
    for leaf in section.leaves():
        if leaf.place.line > line:
            break
        found = leaf
    return found


def _find_path(blocks: Sequence[Block], wanted: Block) -> list[Block]:
    """A block and all that hold it, the outermost first; empty where it is not among the blocks."""
    for block in blocks:
        if block is wanted:
            return [block]
        if path := _find_path(block.children, wanted):
            return [block, *path]
    return []
