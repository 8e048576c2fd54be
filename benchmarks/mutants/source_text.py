"""A module's text with its tokens and its tree: where each node and operator stands, in bytes."""

from __future__ import annotations

import ast
import io
import tokenize
from bisect import bisect_left
from dataclasses import dataclass

_NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text."""

    start: int
    """Offset of its first byte."""
    end: int
    """Offset of the byte after its last."""


class SourceText:
    """The text of one module."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.tree = ast.parse(content)
        lines = content.splitlines(keepends=True)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self._tokens = [
            (Span(self._find(token.start, lines), self._find(token.end, lines)), token.string)
            for token in tokenize.tokenize(io.BytesIO(content).readline)
            if token.type not in _NO_CODE and token.string and token.type != tokenize.ENCODING
        ]
        self._token_starts = [span.start for span, _ in self._tokens]

    def _find(self, place: tuple[int, int], lines: list[bytes]) -> int:
        row, column = place
        line = lines[row - 1].decode() if row <= len(lines) else ""
        return self._starts[row - 1] + len(line[:column].encode())

    def span(self, node: ast.expr | ast.stmt) -> Span:
        """Find where a node stands, without parentheses around it."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return Span(
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def operator(self, left: ast.expr, right: ast.expr) -> Span:
        """Find the operator between two operands, of one word or two."""
        first = bisect_left(self._token_starts, self.span(left).end)
        after = bisect_left(self._token_starts, self.span(right).start)
        spans = [span for span, text in self._tokens[first:after] if text not in "()"]
        return Span(spans[0].start, spans[-1].end)

    def sign(self, node: ast.UnaryOp) -> Span:
        """Find the sign or the `not` of an expression, with the blank after it."""
        first = bisect_left(self._token_starts, self.span(node).start)
        return Span(self._token_starts[first], self._token_starts[first + 1])

    def is_one_token(self, node: ast.expr) -> bool:
        """Whether a node is one token: a string may be several, side by side."""
        span = self.span(node)
        return self._tokens[bisect_left(self._token_starts, span.start)][0] == span
