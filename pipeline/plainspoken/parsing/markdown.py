"""Parse Markdown with markdown-it-py: CommonMark 0.31, with the tables of GFM §4.10.

Labels (CommonMark §6.3) may name what is defined outside the text: each is given an address of its
own, from which `find_label` tells it again.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from .bounds import MOST_NESTING

_NAME_PREFIX = "\0name:"
"""No address that a person writes begins so: the parser replaces U+0000 (CommonMark §2.3)."""
_PARSER_NESTING = 2 * MOST_NESTING
"""How deep the parser looks: it would leave out, without a word, what is deeper."""


@cache
def _markdown_parser() -> MarkdownIt:
    # Escaped characters stay apart (`text_join` off): `\\{` must not begin a value.
    options = {"store_labels": True, "maxNesting": _PARSER_NESTING}
    parser = MarkdownIt("commonmark", options).enable("table").disable("text_join")
    # Addresses come as they are written. All are links: what cannot be followed is reported.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


def parse_tree(text: str, labels: Sequence[str]) -> tuple[SyntaxTreeNode, Mapping[str, Any]]:
    """Parse to a tree and notes: `duplicate_refs`, or, with an empty tree, the `too_deep` line."""
    environment: dict[str, Any] = {"references": dict(_build_references(tuple(labels)))}
    tokens = _markdown_parser().parse(text, environment)
    # A list and its item are two levels, as in HTML.
    deep = (token for token in tokens if token.nesting == 1 and token.level > MOST_NESTING)
    if line := next((token.map[0] + 1 for token in deep if token.map), 0):
        return SyntaxTreeNode(), {"too_deep": line}
    return SyntaxTreeNode(tokens), environment


def parse_inline_tokens(text: str, *labels: Sequence[str]) -> list[Token]:
    """Parse one block's text to its inline tokens; of equal labels, the first counts."""
    # Not copied: inline text defines no references, and a glossary may have thousands.
    references = ChainMap(*(_build_references(tuple(some)) for some in labels))
    return _markdown_parser().parseInline(text, {"references": references})[0].children or []


def find_label(token: Token, address: str) -> str:
    """Find the label that names a link or image; nothing where it has an address of its own."""
    if address.startswith(_NAME_PREFIX):
        return address.removeprefix(_NAME_PREFIX)
    return str(token.meta.get("label", "")).lower()


@lru_cache(maxsize=64)
def _build_references(labels: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """References as the parser keeps them; it may add to a copy."""
    return {
        normalizeReference(label): {"title": "", "href": _NAME_PREFIX + label} for label in labels
    }
