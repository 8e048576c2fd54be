"""A file's Markdown tree goes in; the blocks of its section come out, with every fault."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ..config.text_files import HIDDEN_CHARACTER, describe_hidden
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..guide import Block, BlockKind, Mark, Place, Sentence, Span
from .ids import IdGenerator
from .inline import ALLOW_SYNTAX, InlineContent, Names, convert_tokens, parse_inline, write_inline
from .segmentation import split_sentences

ALERTS = ("note", "tip", "important", "warning", "caution", "question")
_ALERT = re.compile(r"\[!(\w+)\]$")


def write_message(block: Block) -> str:
    """What translators see of a block that holds sentences: canonical Markdown; code as it is."""
    if block.kind == "code":
        return block.text
    spans: list[Span] = []
    for place, sentence in enumerate(block.sentences):
        spans += sentence.spans
        if sentence.tail and place + 1 < len(block.sentences):
            spans.append(_space_between(sentence, block.sentences[place + 1]))
    return write_inline(spans)


def replace_text(
    block: Block, text: str, lang: str, names: Names, ids: IdGenerator, place: Place
) -> tuple[Block, InlineContent]:
    """The same block with the words of a message, which stands at `place`; and what was read."""
    if block.kind == "code":
        lines = _split_code(text, lang, ids)
        return replace(block, lang=lang, sentences=lines, place=place), InlineContent((), ())
    inline = parse_inline(text, names)
    made = split_sentences(inline.spans, lang, ids)
    return replace(block, lang=lang, sentences=made, allowed=inline.allowed, place=place), inline


def find_labels(block: Block) -> dict[str, str]:
    """Label and target of each link and image in a block: what its translation may name."""
    marks = (mark for sentence in block.sentences for span in sentence.spans for mark in span.marks)
    return {mark.label: mark.target for mark in marks if mark.kind in ("link", "image")}


def _space_between(before: Sentence, after: Sentence) -> Span:
    """The space between two sentences, with the marks that go across it."""
    shared = []
    for one, other in zip(before.spans[-1].marks, after.spans[0].marks, strict=False):
        if one != other or one.kind not in ("emphasis", "strong", "link", "term"):
            break
        shared.append(one)
    if "\n" in before.tail:
        shared.append(Mark("break"))
    return Span(before.tail, tuple(shared))


class BlockBuilder:
    """Turns the tree of one file into blocks; keeps the ids given and the faults found."""

    def __init__(self, ids: IdGenerator, file: str, lang: str, names: Names) -> None:
        self.ids = ids
        self.file = file
        self.lang = lang
        self.names = names
        self.errors: list[Finding] = []
        self.level = 0

    def read(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        """The blocks of some nodes, in order."""
        return tuple(block for node in nodes for block in self._read(node))

    def _read(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield self._heading(node)
            case "paragraph":
                yield from self._leaf(node, "paragraph")
            case "bullet_list" | "ordered_list":
                yield self._list(node)
            case "blockquote":
                yield self._quote(node)
            case "table":
                rows = [row for part in node.children for row in part.children]
                yield self._container(node, "table", tuple(map(self._row, rows)))
            case "fence" | "code_block":
                yield self._code(node)
            case "hr":
                yield Block(
                    self.ids.block_id("rule", ""), "rule", self.lang, place=self._place(node)
                )
            case "html_block":
                self._html(node)

    def _place(self, node: SyntaxTreeNode, offset: int = 0) -> Place:
        at: SyntaxTreeNode | None = node
        while at is not None and at.parent is not None and not at.map:
            at = at.parent  # a table's cell stands where its row stands
        return Place(self.file, at.map[0] + 1 + offset if at is not None and at.map else 0)

    def _fault(self, node: SyntaxTreeNode, what: str, hint: str, offset: int = 0) -> None:
        place = self._place(node, offset)
        self.errors.append(Finding(place.file, place.line, what, hint))

    def _heading(self, node: SyntaxTreeNode) -> Block:
        level = int(node.tag[1])
        if node.parent is None or node.parent.type != "root":
            self._fault(node, "a heading stands inside a list or quotation", "Put it outside.")
        elif level == 1 and self.level:
            self._fault(
                node, "there is a second heading of level 1", "Use ## here, or begin a new file."
            )
        elif level > self.level + 1:
            self._fault(
                node,
                f"the heading skips from level {self.level} to {level}",
                f"Use {'#' * (self.level + 1)} here.",
            )
        self.level = level
        block = next(self._leaf(node, "heading"), None)
        if block is None:
            self._fault(node, "a heading has no words", "Write its words, or remove it.")
            return Block("", "heading", self.lang, level=level)
        return replace(block, level=level)

    def _leaf(
        self, node: SyntaxTreeNode, kind: BlockKind, variety: str = "", align: str = ""
    ) -> Iterator[Block]:
        inline = node.children[0]
        read = convert_tokens(_inline_tokens(inline), self.names)
        for error in read.errors:
            self._fault(inline, error.message, error.hint, error.line)
        if not read.spans and kind != "cell":
            return
        text = write_inline(read.spans)
        words = "".join(span.text for span in read.spans)
        # Those that stand as they are were told with the file; these came by `&#x202e;`.
        for sign in sorted(
            {*HIDDEN_CHARACTER.findall(words)} - {*HIDDEN_CHARACTER.findall(inline.content)}
        ):
            self._fault(inline, f"there is {describe_hidden(sign)}", "Remove it.")
        marked = text != words or any(span.marks for span in read.spans)
        if marked and not read.errors and not self._reads_back(text, read.spans):
            self._fault(inline, "the emphasis here cannot be read back", "Write it more simply.")
        name = self.ids.heading_id(words) if kind == "heading" else self.ids.block_id(kind, text)
        sentences = split_sentences(read.spans, self.lang, self.ids)
        if read.lines:
            sentences = tuple(_add_lines(sentences, read.lines))
        place = self._place(node)
        yield Block(
            name,
            kind,
            self.lang,
            sentences,
            variety=variety,
            align=align,
            allowed=read.allowed,
            place=place,
        )

    def _reads_back(self, text: str, spans: tuple[Span, ...]) -> bool:
        return parse_inline(text, self._all_names(spans)).spans == spans

    def _all_names(self, spans: Sequence[Span]) -> Names:
        own = {
            mark.label: mark.target
            for span in spans
            for mark in span.marks
            if mark.kind in ("link", "image")
        }
        return replace(self.names, links=own)

    def _container(
        self, node: SyntaxTreeNode, kind: BlockKind, children: tuple[Block, ...]
    ) -> Block:
        first = next((leaf.id for child in children for leaf in child.leaves()), "")
        name = self.ids.block_id(kind, first)
        return Block(name, kind, self.lang, children=children, place=self._place(node))

    def _list(self, node: SyntaxTreeNode) -> Block:
        items = tuple(
            self._container(item, "item", self.read(item.children)) for item in node.children
        )
        tight = all(
            bool(child.hidden)
            for item in node.children
            for child in item.children
            if child.type == "paragraph"
        )
        ordered = node.type == "ordered_list"
        made = self._container(node, "list", items)
        variety = "ordered" if ordered else "bullet"
        return replace(made, variety=variety, start=int(node.attrs.get("start", 1)), tight=tight)

    def _quote(self, node: SyntaxTreeNode) -> Block:
        first = node.children[0] if node.children else None
        tokens = _inline_tokens(first.children[0]) if first and first.type == "paragraph" else []
        found = _ALERT.match(tokens[0].content.strip()) if tokens else None
        if not found:
            return self._container(node, "quote", self.read(node.children))
        variety = found[1].lower()
        if variety not in ALERTS:
            hint = suggest_nearest(found[1], [each.upper() for each in ALERTS])
            hint = hint or f"Use one of: {', '.join(ALERTS).upper()}."
            self._fault(node, f"[!{found[1]}] is not a kind of alert", hint)
        del tokens[0]  # the marker; the line's end after it keeps the count of lines right
        made = self._container(node, "alert", self.read(node.children))
        if not made.children:
            self._fault(node, "an alert has no text", "Write its text on the next lines.")
        return replace(made, variety=variety)

    def _row(self, node: SyntaxTreeNode) -> Block:
        cells: list[Block] = []
        for cell in node.children:
            variety = "header" if cell.type == "th" else "data"
            align = str(cell.attrs.get("style", "")).removeprefix("text-align:")
            cells += self._leaf(cell, "cell", variety=variety, align=align)
        return self._container(node, "row", tuple(cells))

    def _code(self, node: SyntaxTreeNode) -> Block:
        text = node.content.rstrip("\n")
        name = self.ids.block_id("code", text)
        sentences = _split_code(text, self.lang, self.ids)
        return Block(name, "code", self.lang, sentences, place=self._place(node))

    def _html(self, node: SyntaxTreeNode) -> None:
        if not re.fullmatch(r"\s*(<!--(?:(?!-->).)*-->\s*)+", node.content, re.DOTALL):
            first = node.content.strip().split("\n")[0]
            self._fault(node, f"raw HTML `{first}` cannot be carried", "Use Markdown.")
        elif "allow" in re.findall(r"<!--\s*(\w*)", node.content):
            hint = f"Put {ALLOW_SYNTAX} at the end of the paragraph that it is for."
            self._fault(node, "a comment that allows something belongs to no paragraph", hint)


def _add_lines(sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterator[Sentence]:
    """Sentences with the lines that they begin on; `starts` are where lines begin."""
    at = 0
    for sentence in sentences:
        line = bisect_right(starts, at)
        yield replace(sentence, line=line) if line else sentence
        at += len(sentence.text) + len(sentence.tail)


def _inline_tokens(inline: SyntaxTreeNode) -> list[Token]:
    """The inline tokens of a leaf, as the parser made them: changing the list changes the tree."""
    token = inline.token
    return [] if token is None or token.children is None else token.children


def _split_code(text: str, lang: str, ids: IdGenerator) -> tuple[Sentence, ...]:
    """Code is spoken line by line; empty lines belong to the line before."""
    lines = re.findall(r"[^\n]*\S[^\n]*\n*|\n+", text)
    made: list[Sentence] = []
    for line in lines:
        words = line.rstrip("\n")
        tail = line[len(words) :]
        if words:
            made.append(
                Sentence(ids.sentence_id(words), lang, (Span(words, (Mark("code"),)),), tail)
            )
        elif made:
            made[-1] = replace(made[-1], tail=made[-1].tail + tail)
    return tuple(made)
