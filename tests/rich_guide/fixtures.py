"""A guide that has everything that a guide can have, and how a test writes one down."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspoken.guide import Block, Guide, Mark, Sentence

_SOURCE = Path(__file__).with_name("source")


@pytest.fixture
def rich_guide(tmp_path: Path) -> Path:
    """The folder of a guide with every construct of Markdown and every table, for one test."""
    shutil.copytree(_SOURCE, tmp_path / "rich" / "source")
    return tmp_path / "rich"


def describe_guide(guide: Guide) -> str:
    """All that a guide holds, one thing a line."""
    lines = [f"guide {guide.id}: {guide.lang} from {guide.source_lang}"]
    for block in (guide.title, guide.description, *guide.subjects):
        lines += describe_block(block)
    for section in guide.sections:
        lines += ["", f"section {section.id}: {section.role}, {section.place}"]
        lines += [line for block in section.blocks for line in describe_block(block, "  ")]
    for picture in guide.pictures:
        lines += ["", f"picture {picture.path}"]
        lines += [line for label in picture.labels for line in describe_block(label, "  ")]
    tables = (guide.links, guide.values, guide.lexicon, guide.plain_words)
    return "\n".join([*lines, "", *(str(each) for table in tables for each in table)])


def describe_block(block: Block, indent: str = "") -> Iterator[str]:
    """A block with all in it."""
    facts = [block.kind, block.id, block.lang, f"{block.place.file}:{block.place.line}"]
    facts += [f"level {block.level}"] if block.level else []
    facts += [f"{block.variety} from {block.start}"] if block.kind == "list" else [block.variety]
    facts += [f"room {block.room}"] if block.room else []
    facts += ["" if block.tight else "loose", block.align, *map(str, block.suppressions)]
    yield indent + " ".join(filter(None, facts))
    for sentence in block.sentences:
        yield f"{indent}  {_describe_sentence(sentence)}"
    for child in block.children:
        yield from describe_block(child, f"{indent}  ")


def _describe_sentence(sentence: Sentence) -> str:
    spans = (
        f"<{' '.join(map(_describe_mark, span.marks))}>{span.text!r}" if span.marks else span.text
        for span in sentence.spans
    )
    line = f"+{sentence.line} " if sentence.line else ""
    return f"{line}{sentence.id} {sentence.lang} [{'|'.join(spans)}]{sentence.tail!r}"


def _describe_mark(mark: Mark) -> str:
    return ":".join(part for part in (mark.kind, mark.label, mark.target) if part)
