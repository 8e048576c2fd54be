"""Make blocks of the texts that stand in TOML files, in inline Markdown."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics.finding import Finding
from ..guide import Block, Mark, Place
from .blocks import replace_text, resolve_marks
from .ids import IdGenerator
from .inline import Names

Resolve = Callable[[Mark, Place], Mark]
"""Finds what a mark at a place links to."""


def fill_block(
    block: Block, text: str, names: Names, ids: IdGenerator, place: Place, resolve: Resolve
) -> tuple[Block, list[Finding]]:
    """Give a block the words of a text that stands at `place`; and what is wrong with them."""
    block, inline = replace_text(block, text, block.lang, names, ids, place)
    errors = [
        Finding(place.file, place.line + error.line, error.message, error.hint)
        for error in inline.errors
    ]
    return resolve_marks(block, resolve), errors
