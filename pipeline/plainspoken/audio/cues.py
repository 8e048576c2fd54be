"""Say what a reader sees without words: the number of a step, the head of a column, a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..guide import Block, Section
from ..languages import Language, load
from ..spoken.numbers import spell_whole


def list_cues(section: Section) -> Mapping[str, str]:
    """What is said before sentences of a section, by the sentence's id."""
    return dict(_find_cues(block) for top in section.blocks for block in _iter_cued(top))


def _iter_cued(block: Block) -> Iterator[tuple[Block, str]]:
    """Leaves with what is said before their first sentence."""
    if block.kind == "list" and block.variety == "ordered":
        for number, item in enumerate(block.children, block.start):
            if leaf := next(item.leaves(), None):
                yield leaf, _fill(load(leaf.lang), "step", number)
    if block.kind == "table":
        yield from _iter_cells(block)
    for child in block.children:
        yield from _iter_cued(child)


def _find_cues(cued: tuple[Block, str]) -> tuple[str, str]:
    leaf, words = cued
    return leaf.sentences[0].id, words


def _fill(language: Language, key: str, number: int) -> str:
    pattern = str(language.table("spoken", "cues").get(key, "{0}."))
    form = str(language.table("spoken", "cues").get(f"{key}-form", ""))
    return pattern.format(spell_whole(number, language, form))


def _iter_cells(table: Block) -> Iterator[tuple[Block, str]]:
    """The cells below a head of their column: `Minutes: 2`."""
    rows = [row for row in table.iter_blocks() if row.kind == "row"]
    heads = rows[0].children if rows else ()
    for row in rows[1:]:
        for head, cell in zip(heads, row.children, strict=False):
            if cell.sentences and head.text.strip() and cell.lang == head.lang:
                yield cell, f"{head.text.strip().rstrip(':')}:"
