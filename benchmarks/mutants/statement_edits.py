"""Change a statement: drop it, return nothing, leave a loop or stay in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from .expression_edits import OPERATORS, Edit, edit_condition
from .source_text import SourceText

_EMPTY = {
    "str": '""', "bytes": 'b""', "int": "0", "float": "0.0", "list": "[]", "set": "set()",
    "dict": "{}", "tuple": "()", "frozenset": "frozenset()",
}  # fmt: skip
"""What a function of a type gives when it gives nothing."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The function that a statement stands in."""

    returns: str
    """The type that it gives, without what that holds: `list`."""
    bound: set[str]
    """Names bound before the statement."""

    @staticmethod
    def of(function: ast.FunctionDef) -> Scope:
        """The scope of a function at its first statement."""
        base = function.returns
        while isinstance(base, ast.Subscript):
            base = base.value
        arguments = function.args
        every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
        return Scope(
            base.id if isinstance(base, ast.Name) else "", {argument.arg for argument in every}
        )


def edit_statement(node: ast.stmt, scope: Scope | None, text: SourceText) -> Iterator[Edit]:
    """Change a statement itself, not its expressions or what stands within it."""
    bound = scope.bound if scope else set()
    returns = scope.returns if scope else ""
    if _may_be_dropped(node, bound):
        yield Edit("dropped statement", text.span(node), "pass")
    match node:
        case ast.AugAssign(target=target, op=operator, value=value):
            for new in OPERATORS.get(type(operator), ()):
                yield Edit("arithmetic", text.operator(target, value), new + "=")
        case ast.Return(value=ast.expr() as value):
            yield Edit("return value", text.span(value), _EMPTY.get(returns, "None"))
        case ast.Break():
            yield Edit("break, continue", text.span(node), "continue")
        case ast.Continue():
            yield Edit("break, continue", text.span(node), "break")
        case ast.If(test=test):
            yield from edit_condition(test, text)
        case ast.While(test=test):
            yield from (edit for edit in edit_condition(test, text) if edit.new == "False")


def _may_be_dropped(node: ast.stmt, bound: set[str]) -> bool:
    """Whether the program may run on without a statement, if wrongly.

    The first assignment to a name may not: what reads the name would only raise an error.
    """
    match node:
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            return True
        case ast.AugAssign() | ast.Raise() | ast.Delete() | ast.Return(value=None):
            return True
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in bound
    return False
