"""Write a section as plain text; `editions/text/__init__.py` says what each block looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...guide import Block, Section, Span
from ...languages import load
from .links import Target, list_addresses

_UNDERLINES = {1: "=====", 2: "-----"}
_DEEPER = "- - -"
_RULE = "* * *"
_BULLET = "- "
_QUOTED = "> "
_EMPTY = "-"
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
_SIGNS = tuple(".:!?…。：！？؟।")
"""What ends a label that needs no colon."""


def render_section(
    section: Section, targets: Mapping[str, Target], languages: Mapping[str, str], lang: str
) -> str:
    """The text of a section of a guide in `lang`, its lines ended by line feeds; `targets` are
    those of its links, `languages` those of pages outside of the guide, by address.
    """
    renderer = _Renderer(section, targets, languages, lang)
    return "\n\n".join(renderer.write_blocks(section.blocks)) + "\n"


class _Renderer:
    """Writes the blocks of one section. A paragraph may hold several lines."""

    def __init__(
        self,
        section: Section,
        targets: Mapping[str, Target],
        languages: Mapping[str, str],
        lang: str,
    ) -> None:
        self.section = section
        self.targets = targets
        self.languages = languages
        self.lang = lang

    def write_blocks(self, blocks: Sequence[Block]) -> list[str]:
        """The blocks as paragraphs, which blank lines set apart."""
        return [text for block in blocks for text in self._write_block(block)]

    def _write_block(self, block: Block) -> list[str]:
        match block.kind:
            case "heading":
                return [self._write_heading(block)]
            case "list":
                return [self._write_list(block)]
            case "quote":
                text = "\n\n".join(self.write_blocks(block.children))
                return [_prefix_lines(text, _QUOTED, _QUOTED)]
            case "alert":
                return self._write_alert(block)
            case "figure":
                return self._write_figure(block)
            case "table":
                return self._write_table(block)
            case "entry":
                return [self._write_entry(block)]
            case "rule":
                return [_RULE]
            case "review-note":
                return [self._write_review_note(block)]
            case _:
                return [self._write_leaf(block)]

    def _write_leaf(self, block: Block) -> str:
        return "\n".join([_write_words(block).rstrip("\n"), *self._list_addresses(block)])

    def _list_addresses(self, block: Block) -> list[str]:
        return list(list_addresses(block, self.section, self.targets, self.languages))

    def _write_heading(self, block: Block) -> str:
        underline = _UNDERLINES.get(block.level, _DEEPER)
        lines = [_write_words(block), underline, *self._list_addresses(block)]
        is_first = block is self.section.blocks[0]
        return "\n".join(lines if is_first else ["", *lines])

    def _write_list(self, block: Block) -> str:
        items = []
        for number, item in enumerate(block.children, block.start):
            marker = f"{number}. " if block.variety == "ordered" else _BULLET
            is_short = block.tight and all(
                child.kind in ("paragraph", "notice", "list") for child in item.children
            )
            text = ("\n" if is_short else "\n\n").join(self.write_blocks(item.children))
            items.append(_prefix_lines(text, marker, " " * len(marker)))
        return ("\n" if block.tight else "\n\n").join(items)

    def _write_alert(self, block: Block) -> list[str]:
        label = next((child for child in block.children if child.variety == "label"), None)
        inner = [child for child in block.children if child is not label]
        paragraphs = self.write_blocks(inner)
        if label is None:
            return paragraphs
        if inner and inner[0].kind == "paragraph":
            return [_join_label(label.text, paragraphs[0]), *paragraphs[1:]]
        return [_end_label(label.text), *paragraphs]

    def _write_figure(self, figure: Block) -> list[str]:
        """The alternative text with what is said before one, then the description."""
        picture, *description = figure.children
        pattern = str(load(picture.lang).table("spoken", "cues").get("picture", "{0}"))
        return [
            pattern.replace("{0}", self._write_leaf(picture)),
            *self.write_blocks(description),
        ]

    def _write_table(self, table: Block) -> list[str]:
        """The heads in one paragraph, then each row in a paragraph of its own."""
        heads: list[str] = []
        paragraphs = []
        for row in table.children:
            if all(cell.variety == "header" for cell in row.children):
                heads = [" ".join(_write_words(cell).split()) for cell in row.children]
                lines = ["; ".join(filter(None, heads))]
                lines += [line for cell in row.children for line in self._list_addresses(cell)]
            else:
                lines = self._write_row(row, heads)
            paragraphs.append("\n".join(lines))
        return list(filter(None, paragraphs))

    def _write_row(self, row: Block, heads: Sequence[str]) -> list[str]:
        """A line for each cell; an empty one below a head has a dash, so that it is not missed."""
        missing = [""] * (len(row.children) - len(heads))
        return [
            _join_label(head, self._write_leaf(cell) if cell.sentences else _EMPTY)
            for cell, head in zip(row.children, [*heads, *missing], strict=False)
            if cell.sentences or head
        ]

    def _write_review_note(self, block: Block) -> str:
        return f"[{_join_label(load(self.lang).words['review-note'], block.note)}]"

    def _write_entry(self, entry: Block) -> str:
        term, *others = self.write_blocks(entry.children)
        return "\n".join([_join_label(term, *others[:1]), *others[1:]])


def _write_words(block: Block) -> str:
    """The words of a block; in text from right to left, with marks around values: between Arabic
    letters a telephone number's groups would be shown in the opposite order (UAX #9, rule W2). Old
    phones know marks, not isolates.
    """
    if load(block.lang).direction == "ltr":
        return block.text
    return "".join(
        "".join(map(_write_span, sentence.spans)) + sentence.tail for sentence in block.sentences
    )


def _write_span(span: Span) -> str:
    is_value = span.mark("value") and span.text
    return f"{_LEFT_TO_RIGHT}{span.text}{_LEFT_TO_RIGHT}" if is_value else span.text


def _join_label(label: str, text: str = "") -> str:
    return f"{_end_label(label)} {text}" if label and text else label or text


def _end_label(label: str) -> str:
    return label if label.endswith(_SIGNS) else f"{label}:"


def _prefix_lines(text: str, first: str, others: str) -> str:
    head, *rest = text.split("\n")
    return "\n".join([(first + head).rstrip(), *((others + line).rstrip() for line in rest)])
