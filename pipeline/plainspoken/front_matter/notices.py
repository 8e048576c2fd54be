"""Make the lines that an edition says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from ..guide import Block, BlockKind, Mark, Span
from ..parsing.ids import IdGenerator
from ..parsing.segmentation import split_sentences


def make_notice(
    variety: str, content: str | Sequence[Span], lang: str, ids: IdGenerator, level: int = 0
) -> Block:
    """A line of some variety; with a level, a heading."""
    spans = (Span(content),) if isinstance(content, str) else tuple(content)
    name = ids.block_id("notice", "".join(span.text for span in spans))
    sentences = split_sentences(spans, lang, ids)
    kind: BlockKind = "heading" if level else "notice"
    return Block(name, kind, lang, sentences, level=level, variety=variety)


def join_sentences(texts: Sequence[str]) -> str:
    """Sentences as one text: with no blank after a mark that is as wide as a letter."""
    return "".join(text if text.endswith("。") else f"{text} " for text in texts).rstrip()


def fill_link(template: str, blank: str, text: str, address: str) -> tuple[Span, ...]:
    """The words of a template with a text in its blank, which is a link where it has an address."""
    before, _, after = template.partition(f"{{{blank}}}")
    marks = (Mark("link", address, blank),) if address else ()
    spans = (Span(before), Span(text, marks), Span(after))
    return tuple(span for span in spans if span.text)
