"""Lists within lists keep their words, their order, their depth, and whether they are tight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readability.conftest import make_guide

from plainspoken.guide import Block


def outline(blocks: tuple[Block, ...], depth: int = 0) -> Iterator[str]:
    """A line for each list, item and paragraph, as deep as it stands."""
    for block in blocks:
        name = block.text or block.kind
        if block.kind == "list":
            number = f" from {block.start}" if block.variety == "ordered" else ""
            name = f"{'tight' if block.tight else 'loose'} {block.variety}{number}"
        yield "  " * depth + name
        yield from outline(block.children, depth + 1)


def outline_of(text: str) -> list[str]:
    return list(outline(make_guide(text).sections[0].blocks[1:]))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- one\n- two", ["tight bullet", "  item", "    one", "  item", "    two"]),
        ("- one\n\n- two", ["loose bullet", "  item", "    one", "  item", "    two"]),
        ("3. one\n4. two", ["tight ordered from 3", "  item", "    one", "  item", "    two"]),
        (
            "- one\n  - deeper\n\n  - loose\n- two",
            ["tight bullet", "  item", "    one", "    loose bullet", "      item",
             "        deeper", "      item", "        loose", "  item", "    two"],
        ),
        (
            "- one\n  1. deeper\n     - deepest\n\n- two",
            ["loose bullet", "  item", "    one", "    tight ordered from 1", "      item",
             "        deeper", "        tight bullet", "          item", "            deepest",
             "  item", "    two"],
        ),
        (
            "- one\n\n  more\n- two",
            ["loose bullet", "  item", "    one", "    more", "  item", "    two"],
        ),
        ("- - one\n- two", ["tight bullet", "  item", "    tight bullet", "      item",
                            "        one", "  item", "    two"]),
        ("- one\n\n1. two", ["tight bullet", "  item", "    one", "tight ordered from 1", "  item",
                             "    two"]),
    ],
)  # fmt: skip
def test_lists_stand_in_the_items_they_are_written_in(text: str, lines: list[str]) -> None:
    assert outline_of(text) == lines


@dataclass(frozen=True)
class Written:
    """A list as an author may write it: its items, each with the lists in it."""

    ordered: bool
    loose: bool
    items: tuple[tuple[Written, ...], ...]

    def write(self, words: Iterator[int]) -> list[str]:
        """Its lines; each item has a word of its own."""
        lines: list[str] = []
        for inner in self.items:
            if lines and self.loose:
                lines.append("")
            begin = "1. " if self.ordered else "- "
            lines.append(f"{begin}word{next(words)}")
            for written in inner:
                lines += [" " * len(begin) + line if line else "" for line in written.write(words)]
        return lines

    def expect(self, words: Iterator[int], depth: int = 0) -> Iterator[str]:
        """Its outline."""
        variety = "ordered from 1" if self.ordered else "bullet"
        yield "  " * depth + f"{'loose' if self.loose else 'tight'} {variety}"
        for inner in self.items:
            yield "  " * (depth + 1) + "item"
            yield "  " * (depth + 2) + f"word{next(words)}"
            for written in inner:
                yield from written.expect(words, depth + 2)


def lists(items: st.SearchStrategy[tuple[Written, ...]]) -> st.SearchStrategy[Written]:
    several = st.lists(items, min_size=2, max_size=3).map(tuple)
    return st.builds(Written, st.booleans(), st.booleans(), several)


NESTED = st.recursive(
    lists(st.just(())), lambda inner: lists(st.lists(inner, max_size=1).map(tuple)), max_leaves=4
)


@given(NESTED)
def test_any_lists_keep_their_words_and_their_depth(written: Written) -> None:
    text = "\n".join(written.write(iter(range(99))))
    assert outline_of(text) == list(written.expect(iter(range(99)))), text
