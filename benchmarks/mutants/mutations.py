"""List all mutants of a module: small changes that a programmer might make by mistake."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .expression_edits import Edit, edit_condition, edit_expression, edit_text
from .source_text import SourceText, Span
from .statement_edits import Scope, edit_statement

_NO_BEHAVIOUR = {"dataclass", "cache", "lru_cache", "overload"}
"""Decorators whose options change no result."""
_NO_DATA = {"__slots__", "__all__", "__version__"}


@dataclass(frozen=True, slots=True)
class Place:
    """What a test must reach, to notice a change."""

    lines: range
    """Lines of which it must run one."""
    names: frozenset[str] = frozenset()
    """For what runs at import: the class, or what it binds, of which a test must use one."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module."""

    file: str
    """The module, from the root of the repository on."""
    line: int
    """Where the change stands, from 1 on."""
    kind: str
    """What was done: `comparison`, `dropped statement`."""
    span: Span
    """What is replaced."""
    new: bytes
    """What it is replaced by."""
    place: Place

    def apply(self, content: bytes) -> bytes:
        """Change the module's text; all its other bytes stay."""
        return content[: self.span.start] + self.new + content[self.span.end :]

    def is_another_program(self, content: bytes) -> bool:
        """Whether the changed text compiles, and is not the same program in other words."""
        changed = self.apply(content)
        try:
            compile(changed, self.file, "exec")
        except SyntaxError:
            return False
        return ast.dump(ast.parse(changed)) != ast.dump(ast.parse(content))


def list_mutants(file: str, content: bytes) -> list[list[Mutant]]:
    """List the mutants of a module; those that change the same thing in the same way are one list.

    A few do not compile, or change nothing: see `Mutant.is_another_program`.
    """
    text = SourceText(content)
    groups: dict[tuple[int, int, str], list[Mutant]] = {}
    for edit, place in _list_edits(text):
        line = content.count(b"\n", 0, edit.span.start) + 1
        mutant = Mutant(file, line, edit.kind, edit.span, edit.new.encode(), place)
        group = groups.setdefault((edit.span.start, edit.span.end, edit.kind), [])
        if mutant not in group:
            group.append(mutant)
    return [groups[key] for key in sorted(groups)]


def _list_edits(text: SourceText) -> Iterator[tuple[Edit, Place]]:
    for statement, place, scope in _list_statements(text.tree.body, frozenset(), None):
        yield from ((edit, place) for edit in edit_statement(statement, scope, text))
        for expression in _list_expressions(statement):
            yield from ((edit, place) for edit in edit_expression(expression, text))
        if isinstance(statement, ast.Match):
            for case in statement.cases:
                yield from _edit_guard(case, text)
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield from _edit_header(statement, place, text)


def _list_statements(
    body: Iterable[ast.stmt], names: frozenset[str], scope: Scope | None
) -> Iterator[tuple[ast.stmt, Place, Scope | None]]:
    """Give each statement, its place, and the function it stands in, if any.

    Statements that serve types or imports alone are left out.
    """
    for statement in body:
        if _serves_no_run(statement):
            continue
        own = frozenset() if scope else names or _names_bound(statement)
        yield statement, Place(range(statement.lineno, _end_of_header(statement) + 1), own), scope
        if scope:
            scope.bound.update(_names_bound(statement))
        inner = Scope.of(statement) if isinstance(statement, ast.FunctionDef) else scope
        for block in _blocks(statement):
            yield from _list_statements(block, own, inner)


def _serves_no_run(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.If):
        words = {node.id for node in ast.walk(statement.test) if isinstance(node, ast.Name)}
        return bool(words & {"TYPE_CHECKING", "__name__"})
    return (
        isinstance(statement, ast.Import | ast.ImportFrom | ast.Global | ast.Nonlocal | ast.Assert)
        or bool(_names_bound(statement) & _NO_DATA)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
    )


def _names_bound(statement: ast.stmt) -> frozenset[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return frozenset({statement.name})
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign | ast.For):
        targets = [statement.target]
    return frozenset(
        node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)
    )


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, [])
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def _end_of_header(statement: ast.stmt) -> int:
    firsts = [block[0].lineno for block in _blocks(statement) if block]
    assert statement.end_lineno is not None
    return max(statement.lineno, min(firsts) - 1) if firsts else statement.end_lineno


def _list_expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    """Give the expressions of a statement that run: no annotations, no inner statements."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return
    parts = [
        child
        for child in ast.iter_child_nodes(statement)
        if not isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case)
        and child is not getattr(statement, "annotation", None)
    ]
    for child in parts:
        yield from _walk(child)


def _walk(node: ast.AST) -> Iterator[ast.expr]:
    """Give the expressions within one, without those in f-strings: their places are not sure."""
    if isinstance(node, ast.JoinedStr):
        return
    if isinstance(node, ast.expr):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _walk(child)


def _edit_guard(case: ast.match_case, text: SourceText) -> Iterator[tuple[Edit, Place]]:
    if case.guard:
        place = Place(range(case.pattern.lineno, (case.guard.end_lineno or 0) + 1))
        for edit in edit_condition(case.guard, text):
            yield edit, place
        for node in _walk(case.guard):
            yield from ((edit, place) for edit in edit_expression(node, text))


def _edit_header(
    statement: ast.FunctionDef | ast.ClassDef, place: Place, text: SourceText
) -> Iterator[tuple[Edit, Place]]:
    """Change default arguments and what decorators are given."""
    body = range(statement.body[0].lineno, (statement.end_lineno or 0) + 1)
    if isinstance(statement, ast.FunctionDef):
        for default in (*statement.args.defaults, *filter(None, statement.args.kw_defaults)):
            yield from ((edit, Place(body)) for edit in edit_text(default, text))
            for node in _walk(default):
                yield from ((edit, Place(body)) for edit in edit_expression(node, text))
    for decorator in statement.decorator_list:
        nodes = list(_walk(decorator))
        if not any(isinstance(node, ast.Name) and node.id in _NO_BEHAVIOUR for node in nodes):
            for node in nodes:
                for edit in edit_expression(node, text):
                    yield edit, Place(body, place.names)
