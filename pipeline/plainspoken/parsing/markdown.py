"""Markdown text goes in; the trees and tokens of markdown-it-py come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

_NAMED = "name:"
_DEEPEST = 40
"""Blocks in one another; an item and its list are two. No person meant more."""
_SEEN = 100
"""So deep the parser looks; what is deeper it would leave out without a word."""


@cache
def _reader() -> MarkdownIt:
    # Escaped characters stay apart (`text_join` off): `\\{` must not begin a value.
    options = {"store_labels": True, "maxNesting": _SEEN}
    return MarkdownIt("commonmark", options).enable("table").disable("text_join")


def read_tree(text: str, labels: Sequence[str]) -> tuple[SyntaxTreeNode, Mapping[str, Any]]:
    """A file's tree, and what was noted: `duplicate_refs`, or the line where it is `too_deep`.

    `labels` may stand in `[text][label]`.
    """
    environment: dict[str, Any] = {"references": _references(labels)}
    tokens = _reader().parse(text, environment)
    deep = (each.map[0] + 1 for each in tokens if each.level >= _DEEPEST and each.map)
    if line := next(deep, 0):
        return SyntaxTreeNode(), {"too_deep": line}
    return SyntaxTreeNode(tokens), environment


def read_inline_tokens(text: str, labels: Sequence[str]) -> list[Token]:
    """The inline tokens of one block's text."""
    block = _reader().parseInline(text, {"references": _references(labels)})[0]
    return block.children or []


def label_of(token: Token, address: str) -> str:
    """The label by which a link or image was named, or nothing where it has its own address."""
    if address.startswith(_NAMED):
        return address.removeprefix(_NAMED)
    return str(token.meta.get("label", "")).lower()


def _references(labels: Sequence[str]) -> dict[str, dict[str, str]]:
    return dict(_prepared(tuple(labels)))


@lru_cache(maxsize=64)
def _prepared(labels: tuple[str, ...]) -> dict[str, dict[str, str]]:
    return {normalizeReference(each): {"title": "", "href": _NAMED + each} for each in labels}
