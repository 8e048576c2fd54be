"""Change an expression: operators, constants, conditions, slices."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .source_text import SourceText, Span

OPERATORS: dict[type[ast.AST], tuple[str, ...]] = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
    ast.And: ("or",),
    ast.Or: ("and",),
    ast.Add: ("-",),
    ast.Sub: ("+",),
    ast.Mult: ("//",),
    ast.Div: ("*",),
    ast.FloorDiv: ("*", "/"),
    ast.Mod: ("//",),
    ast.Pow: ("*",),
    ast.BitAnd: ("|",),
    ast.BitOr: ("&",),
    ast.BitXor: ("|",),
    ast.LShift: (">>",),
    ast.RShift: ("<<",),
}
_FUNCTIONS = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}
_TEXT_METHODS = {
    "startswith", "endswith", "removeprefix", "removesuffix", "split", "rsplit", "partition",
    "rpartition", "strip", "lstrip", "rstrip", "replace", "find", "rfind", "count", "index", "join",
    "get", "setdefault", "pop",
}  # fmt: skip
"""Methods whose text arguments are data, never words for people."""

_TYPES = {"str", "bytes", "int", "float", "bool", "list", "tuple", "dict", "set", "frozenset"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of some text of a module."""

    kind: str
    """What it does: `comparison`, `number`."""
    span: Span
    new: str


def edit_expression(node: ast.expr, text: SourceText) -> Iterator[Edit]:
    """Change an expression itself, not those within it."""
    edit = _EDITS.get(type(node))
    return edit(node, text) if edit else iter(())


def edit_condition(test: ast.expr, text: SourceText) -> Iterator[Edit]:
    """Have a condition always hold, or never; one that binds a name is left alone."""
    if not any(isinstance(node, ast.NamedExpr) for node in ast.walk(test)):
        for new in ("True", "False"):
            yield Edit("condition", text.span(test), new)


def edit_text(node: ast.expr, text: SourceText) -> Iterator[Edit]:
    """Change a text that is data."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and text.is_one_token(node):
        yield Edit("text", text.span(node), '"XX"')


def _edit_operator(kind: str, operator: ast.AST, span: Span) -> Iterator[Edit]:
    for new in OPERATORS.get(type(operator), ()):
        yield Edit(kind, span, new)


def _edit_comparison(node: ast.Compare, text: SourceText) -> Iterator[Edit]:
    operands = [node.left, *node.comparators]
    for operator, (left, right) in zip(node.ops, pairwise(operands), strict=True):
        yield from _edit_operator("comparison", operator, text.operator(left, right))
    for operand in operands:
        yield from _edit_texts(operand, text)


def _edit_logic(node: ast.BoolOp, text: SourceText) -> Iterator[Edit]:
    for left, right in pairwise(node.values):
        yield from _edit_operator("and, or", node.op, text.operator(left, right))


def _edit_arithmetic(node: ast.BinOp, text: SourceText) -> Iterator[Edit]:
    operands = (node.left, node.right)
    if not any(_is_text(operand) or _is_type(operand) for operand in operands):
        yield from _edit_operator("arithmetic", node.op, text.operator(*operands))


def _edit_sign(node: ast.UnaryOp, text: SourceText) -> Iterator[Edit]:
    if isinstance(node.op, ast.Not | ast.USub):
        kind = "dropped not" if isinstance(node.op, ast.Not) else "dropped sign"
        yield Edit(kind, text.sign(node), "")


def _edit_constant(node: ast.Constant, text: SourceText) -> Iterator[Edit]:
    value = node.value
    if isinstance(value, bool):
        yield Edit("true, false", text.span(node), str(not value))
    elif isinstance(value, int | float):
        yield Edit("number", text.span(node), repr(value + 1))
        if value >= 1:
            yield Edit("number", text.span(node), repr(value - 1))


def _edit_choice(node: ast.IfExp, text: SourceText) -> Iterator[Edit]:
    return edit_condition(node.test, text)


def _edit_filters(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, text: SourceText
) -> Iterator[Edit]:
    for generator in node.generators:
        for test in generator.ifs:
            yield from edit_condition(test, text)


def _edit_subscript(node: ast.Subscript, text: SourceText) -> Iterator[Edit]:
    if isinstance(node.slice, ast.Slice):
        for bound in filter(None, (node.slice.lower, node.slice.upper)):
            yield Edit("slice", text.span(bound), "")
    else:
        yield from edit_text(node.slice, text)


def _edit_keys(node: ast.Dict, text: SourceText) -> Iterator[Edit]:
    for key in filter(None, node.keys):
        yield from edit_text(key, text)


def _edit_call(node: ast.Call, text: SourceText) -> Iterator[Edit]:
    match node.func:
        case ast.Name(id=name) if name in _FUNCTIONS and not (name == "sorted" and node.keywords):
            yield Edit("function", text.span(node.func), _FUNCTIONS[name])
        case ast.Attribute(value=value, attr=method) if method in _TEXT_METHODS:
            if method == "join":
                yield from edit_text(value, text)
            for argument in node.args:
                yield from _edit_texts(argument, text)


def _edit_texts(node: ast.expr, text: SourceText) -> Iterator[Edit]:
    """Change a text, or the members of a list of texts."""
    members = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else [node]
    for member in members:
        yield from edit_text(member, text)


def _is_text(node: ast.expr) -> bool:
    """Whether an operand is surely a text: any other operator would only raise an error."""
    if isinstance(node, ast.BinOp):
        return _is_text(node.left) or _is_text(node.right)
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    )


def _is_type(node: ast.expr) -> bool:
    """Whether an operand of `|` is surely a type."""
    match node:
        case ast.Constant(value=None):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in _TYPES or (name[:1].isupper() and not name.isupper())
        case ast.Subscript(value=value):
            return _is_type(value)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_type(left) or _is_type(right)
    return False


_EDITS: dict[type[ast.expr], Callable[[Any, SourceText], Iterator[Edit]]] = {
    ast.Compare: _edit_comparison,
    ast.BoolOp: _edit_logic,
    ast.BinOp: _edit_arithmetic,
    ast.UnaryOp: _edit_sign,
    ast.Constant: _edit_constant,
    ast.IfExp: _edit_choice,
    ast.ListComp: _edit_filters,
    ast.SetComp: _edit_filters,
    ast.DictComp: _edit_filters,
    ast.GeneratorExp: _edit_filters,
    ast.Subscript: _edit_subscript,
    ast.Dict: _edit_keys,
    ast.Call: _edit_call,
}
