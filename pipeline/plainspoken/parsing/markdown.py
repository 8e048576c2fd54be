"""Markdown text goes in; the trees and tokens of markdown-it-py come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

_NAME_PREFIX = "name:"
_MAX_NESTING = 40
"""Blocks in one another; an item and its list are two. No person meant more."""
_PARSER_NESTING = 100
"""So deep the parser looks; what is deeper it would leave out without a word."""


@cache
def _markdown_parser() -> MarkdownIt:
    # Escaped characters stay apart (`text_join` off): `\\{` must not begin a value.
    options = {"store_labels": True, "maxNesting": _PARSER_NESTING}
    return MarkdownIt("commonmark", options).enable("table").disable("text_join")


def parse_tree(text: str, labels: Sequence[str]) -> tuple[SyntaxTreeNode, Mapping[str, Any]]:
    """A file's tree, and what was noted: `duplicate_refs`, or the line where it is `too_deep`.

    `labels` may stand in `[text][label]`.
    """
    environment: dict[str, Any] = {"references": _references(labels)}
    tokens = _markdown_parser().parse(text, environment)
    deep = (each.map[0] + 1 for each in tokens if each.level >= _MAX_NESTING and each.map)
    if line := next(deep, 0):
        return SyntaxTreeNode(), {"too_deep": line}
    return SyntaxTreeNode(tokens), environment


def parse_inline_tokens(text: str, labels: Sequence[str]) -> list[Token]:
    """The inline tokens of one block's text."""
    block = _markdown_parser().parseInline(text, {"references": _references(labels)})[0]
    return block.children or []


def find_label(token: Token, address: str) -> str:
    """The label by which a link or image was named, or nothing where it has its own address."""
    if address.startswith(_NAME_PREFIX):
        return address.removeprefix(_NAME_PREFIX)
    return str(token.meta.get("label", "")).lower()


def _references(labels: Sequence[str]) -> dict[str, dict[str, str]]:
    return dict(_build_references(tuple(labels)))


@lru_cache(maxsize=64)
def _build_references(labels: tuple[str, ...]) -> dict[str, dict[str, str]]:
    return {normalizeReference(each): {"title": "", "href": _NAME_PREFIX + each} for each in labels}
