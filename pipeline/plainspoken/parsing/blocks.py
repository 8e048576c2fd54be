"""Build a section's blocks from its Markdown tree: CommonMark 0.31 §4 and §5, tables of GFM §4.10,
and GitHub's alerts (`> [!NOTE]`). What no edition can carry is reported with its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ..diagnostics.errors import SourceError
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..guide import Block, BlockKind, Mark, Place, Sentence, Span
from .bounds import MOST_SECTION_SENTENCES, SECTION_MESSAGE, check_paragraph, check_sentences
from .comments import find_stray_comments
from .figures import FIGURE, find_figure_errors
from .ids import IdGenerator
from .inline import (
    InlineContent,
    InlineError,
    Names,
    convert_tokens,
    find_shared,
    parse_inline,
    write_inline,
)
from .segmentation import split_sentences

ALERTS = ("note", "tip", "important", "warning", "caution", "question")
_ALERT = re.compile(r"\[!(\w+)\]$")


def write_message(block: Block) -> str:
    """Write a block of sentences as translators see it: canonical Markdown; code as it is."""
    if block.kind == "code":
        return block.text
    spans: list[Span] = []
    for sentence, following in zip_longest(block.sentences, block.sentences[1:]):
        spans += sentence.spans
        if sentence.tail and following:
            spans.append(_space_between(sentence, following))
    return write_inline(spans)


def replace_text(
    block: Block, text: str, lang: str, names: Names, ids: IdGenerator, place: Place
) -> tuple[Block, InlineContent]:
    """Give a block the words of a message, which stands at `place`; and how they were parsed."""
    if excess := check_paragraph(text):
        return replace(block, place=place), InlineContent((), (InlineError(*excess),))
    if block.kind == "code":
        inline = InlineContent((), ())
        sentences = _split_code(text, lang, ids)
    else:
        inline = parse_inline(text, names)
        sentences = split_sentences(inline.spans, lang, ids)
    if excess := check_sentences(sentences):
        inline = replace(inline, errors=(*inline.errors, InlineError(*excess)))
    block = replace(
        block,
        lang=lang,
        sentences=sentences,
        suppressions=inline.suppressions,
        critical_mark=inline.critical_mark,
        place=place,
    )
    return block, inline


def resolve_marks(block: Block, resolve: Callable[[Mark, Place], Mark]) -> Block:
    """Resolve the links and images of a block."""
    sentences = tuple(
        replace(sentence, spans=_resolve_spans(sentence.spans, resolve, block.place))
        for sentence in block.sentences
    )
    return replace(block, sentences=sentences)


def _resolve_spans(
    spans: Iterable[Span], resolve: Callable[[Mark, Place], Mark], place: Place
) -> tuple[Span, ...]:
    return tuple(
        Span(span.text, tuple(resolve(mark, place) for mark in span.marks)) for span in spans
    )


def find_labels(block: Block) -> dict[str, str]:
    """Find label and target of each link and image in a block: its translation may name them."""
    return _map_labels(span for sentence in block.sentences for span in sentence.spans)


def _map_labels(spans: Iterable[Span]) -> dict[str, str]:
    marks = (mark for span in spans for mark in span.marks)
    return {mark.label: mark.target for mark in marks if mark.kind in ("link", "image")}


def _space_between(before: Sentence, after: Sentence) -> Span:
    """The space between two sentences, with the marks that go across it."""
    shared = find_shared(before.spans[-1].marks, after.spans[0].marks)
    if "\n" in before.tail:
        shared.append(Mark("break"))
    return Span(before.tail, tuple(shared))


@dataclass(slots=True)
class BlockBuilder:
    """Builds the blocks of one file; collects the errors in it."""

    ids: IdGenerator
    file: str
    lang: str
    names: Names
    resolve: Callable[[Mark, Place], Mark] = lambda mark, _: mark
    """Finds what a mark at a place links to."""
    errors: list[Finding] = field(default_factory=list)
    level: int = 0
    """Of the last heading."""
    sentence_count: int = 0

    def build(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        """Build the blocks of some nodes, in order. Raises SourceError: the section is too long."""
        return tuple(block for node in nodes for block in self._build(node))

    def _build(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield self._build_heading(node)
            case "paragraph":
                yield from self._build_leaf(node, "paragraph")
            case "bullet_list" | "ordered_list":
                yield self._build_list(node)
            case "blockquote":
                yield self._build_quote(node)
            case "table":
                rows = [row for part in node.children for row in part.children]
                yield self._build_container(node, "table", tuple(map(self._build_row, rows)))
            case "fence" | "code_block":
                yield self._build_code(node)
            case "hr":
                yield self._build_container(node, "rule", ())
            case "html_block":
                self._check_html(node)

    def _find_place(self, node: SyntaxTreeNode, offset: int = 0) -> Place:
        while node.parent is not None and not node.map:
            node = node.parent  # a table's cell stands where its row stands
        return Place(self.file, node.map[0] + 1 + offset if node.map else 0)

    def _report(self, node: SyntaxTreeNode, message: str, hint: str, offset: int = 0) -> None:
        place = self._find_place(node, offset)
        self.errors.append(Finding(place.file, place.line, message, hint))

    def _check_bounds(self, node: SyntaxTreeNode, sentences: Sequence[Sentence]) -> None:
        if excess := check_sentences(sentences):
            line, message, hint = excess
            self._report(node, message, hint, line)
        self.sentence_count += len(sentences)
        if self.sentence_count > MOST_SECTION_SENTENCES:
            place = self._find_place(node)
            hint = "Divide the file."
            raise SourceError([Finding(place.file, place.line, SECTION_MESSAGE, hint)])

    def _build_heading(self, node: SyntaxTreeNode) -> Block:
        level = int(node.tag[1])
        if node.parent is None or node.parent.type != "root":
            self._report(node, "a heading stands inside a list or quotation", "Put it outside.")
        elif level == 1 and self.level:
            hint = "Use ## here, or begin a new file."
            self._report(node, "there is a second heading of level 1", hint)
        elif level > self.level + 1:
            message = f"the heading skips from level {self.level} to {level}"
            self._report(node, message, f"Use {'#' * (self.level + 1)} here.")
        self.level = level
        block = next(self._build_leaf(node, "heading"), None)
        if block is None:
            self._report(node, "a heading has no words", "Write its words, or remove it.")
            return Block("", "heading", self.lang, level=level)
        return replace(block, level=level)

    def _build_leaf(
        self, node: SyntaxTreeNode, kind: BlockKind, variety: str = "", align: str = ""
    ) -> Iterator[Block]:
        inline = node.children[0]
        content = convert_tokens(_inline_tokens(inline), self.names)
        for error in content.errors:
            self._report(inline, error.message, error.hint, error.line)
        if not content.spans and kind != "cell":
            return
        words = "".join(span.text for span in content.spans)
        if excess := check_paragraph(words):
            self._report(inline, *excess[1:])
            yield Block("", kind, self.lang)
            return
        text = write_inline(content.spans)
        marked = text != words or any(span.marks for span in content.spans)
        own_names = replace(self.names, links=_map_labels(content.spans))
        if marked and not content.errors and parse_inline(text, own_names).spans != content.spans:
            self._report(inline, "the emphasis here cannot be read back", "Write it more simply.")
        name = self.ids.heading_id(words) if kind == "heading" else self.ids.block_id(kind, text)
        place = self._find_place(node)
        spans = _resolve_spans(content.spans, self.resolve, place)
        sentences = split_sentences(spans, self.lang, self.ids)
        if content.lines:
            sentences = tuple(_add_lines(sentences, content.lines))
        self._check_bounds(node, sentences)
        yield Block(
            name, kind, self.lang, sentences, variety=variety, align=align,
            suppressions=content.suppressions, critical_mark=content.critical_mark, place=place,
        )  # fmt: skip

    def _build_container(
        self, node: SyntaxTreeNode, kind: BlockKind, children: tuple[Block, ...]
    ) -> Block:
        first = next((leaf.id for child in children for leaf in child.leaves()), "")
        name = self.ids.block_id(kind, first)
        return Block(name, kind, self.lang, children=children, place=self._find_place(node))

    def _build_list(self, node: SyntaxTreeNode) -> Block:
        items = tuple(
            self._build_container(item, "item", self.build(item.children)) for item in node.children
        )
        children = [child for item in node.children for child in item.children]
        tight = all(child.hidden for child in children if child.type == "paragraph")
        block = self._build_container(node, "list", items)
        variety = node.type.removesuffix("_list")
        return replace(block, variety=variety, start=int(node.attrs.get("start", 1)), tight=tight)

    def _build_quote(self, node: SyntaxTreeNode) -> Block:
        first = node.children[0] if node.children else None
        tokens = _inline_tokens(first.children[0]) if first and first.type == "paragraph" else []
        found = _ALERT.match(tokens[0].content.strip()) if tokens else None
        if not found:
            return self._build_container(node, "quote", self.build(node.children))
        variety = found[1].lower()
        if variety not in (*ALERTS, FIGURE):
            names = [name.upper() for name in (*ALERTS, FIGURE)]
            hint = suggest_nearest(found[1], names) or f"Use one of: {', '.join(names)}."
            self._report(node, f"`[!{found[1]}]` is not a kind of alert", hint)
        del tokens[0]  # the marker; the line's end after it keeps the count of lines right
        if variety == FIGURE:
            block = self._build_container(node, "figure", self.build(node.children))
            self.errors += find_figure_errors(block)
            return block
        block = self._build_container(node, "alert", self.build(node.children))
        if not block.children:
            self._report(node, "an alert has no text", "Write its text on the next lines.")
        return replace(block, variety=variety)

    def _build_row(self, node: SyntaxTreeNode) -> Block:
        cells: list[Block] = []
        for cell in node.children:
            variety = "header" if cell.type == "th" else "data"
            align = str(cell.attrs.get("style", "")).removeprefix("text-align:")
            cells += self._build_leaf(cell, "cell", variety=variety, align=align)
        return self._build_container(node, "row", tuple(cells))

    def _build_code(self, node: SyntaxTreeNode) -> Block:
        text = node.content.rstrip("\n")
        name = self.ids.block_id("code", text)
        sentences = _split_code(text, self.lang, self.ids)
        self._check_bounds(node, sentences)
        return Block(name, "code", self.lang, sentences, place=self._find_place(node))

    def _check_html(self, node: SyntaxTreeNode) -> None:
        if not re.fullmatch(r"\s*(<!--(?:(?!-->).)*-->\s*)+", node.content, re.DOTALL):
            first = node.content.strip().split("\n")[0]
            self._report(node, f"raw HTML `{first}` cannot be carried", "Use Markdown.")
        for line, message, hint in find_stray_comments(node.content):
            self._report(node, message, hint, line)


def _add_lines(sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterator[Sentence]:
    """Give sentences the lines that they begin on; `starts` are where lines begin."""
    at = 0
    for sentence in sentences:
        line = bisect_right(starts, at)
        yield replace(sentence, line=line) if line else sentence
        at += len(sentence.text) + len(sentence.tail)


def _inline_tokens(inline: SyntaxTreeNode) -> list[Token]:
    """The parser's own tokens of a leaf: changing the list changes the tree."""
    token = inline.token
    return [] if token is None or token.children is None else token.children


def _split_code(text: str, lang: str, ids: IdGenerator) -> tuple[Sentence, ...]:
    """Make each line a sentence; empty lines are the tail of the line before."""
    text = re.sub(r"^[^\S\n]+$", "", text, flags=re.MULTILINE)
    return tuple(
        Sentence(ids.sentence_id(words), lang, (Span(words, (Mark("code"),)),), tail)
        for words, tail in re.findall(r"([^\n]+)(\n*)", text)
    )
