"""Pictures with a description: `> [!PICTURE]`, an image alone in a paragraph, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics.finding import Finding
from ..guide import Block
from .image_files import list_images

FIGURE = "picture"
"""The word in `> [!PICTURE]`."""


def find_figure_errors(figure: Block) -> Iterator[Finding]:
    """What is wrong with a picture and its description, each at its line."""
    first, *description = figure.children or (figure,)
    if first.kind != "paragraph" or not list_images(first.sentences):
        hint = "Write `> ![What it shows.](file.svg)` on the line below `> [!PICTURE]`."
        yield _report(first, "a picture block does not begin with its picture", hint)
        return
    if sum(len(sentence.spans) for sentence in first.sentences) > 1:
        hint = "Put an empty line, `>`, between the picture and the text."
        yield _report(first, "a picture block has text beside its picture", hint)
    elif not description:
        hint = "Describe it in a paragraph below, or leave `[!PICTURE]` away."
        yield _report(first, "a picture block has no description", hint)
    for leaf in (leaf for child in description for leaf in child.leaves()):
        if list_images(leaf.sentences):
            yield _report(leaf, "a picture block has a second picture", "Give it its own block.")


def _report(block: Block, message: str, hint: str) -> Finding:
    return Finding(block.place.file, block.place.line, message, hint)
