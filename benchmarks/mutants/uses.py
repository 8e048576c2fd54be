"""Find where the package uses a name: whom it concerns when what runs at import is changed."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

_WORD = re.compile(r"\w+")
_Place = tuple[str, int]


class Uses:
    """Where names are used."""

    def __init__(self, package: Mapping[str, bytes], tests: Mapping[str, bytes]) -> None:
        self._places: defaultdict[str, set[_Place]] = defaultdict(set)
        """Lines of functions that use a name, by the name."""
        self._heirs: defaultdict[str, set[str]] = defaultdict(set)
        """Names that are bound at import by means of a name, by that name."""
        self._words = {file: set(_WORD.findall(text.decode())) for file, text in tests.items()}
        for file, text in package.items():
            self._add_block(ast.parse(text).body, file, frozenset())

    def find(self, names: Iterable[str]) -> tuple[set[_Place], set[str]]:
        """Find the lines of the package, and the test files, that use one of the names.

        What is made of a name at import counts too.
        """
        known: set[str] = set()
        waiting = set(names)
        while waiting:
            known |= waiting
            waiting = {heir for name in waiting for heir in self._heirs[name]} - known
        places = {place for name in known for place in self._places[name]}
        return places, {file for file, words in self._words.items() if words & known}

    def _add_block(self, body: Iterable[ast.stmt], file: str, names: frozenset[str]) -> None:
        for statement in body:
            match statement:
                case ast.FunctionDef(name=name, args=arguments):
                    for inner in statement.body:
                        for found, line in _list_names(inner):
                            self._places[found].add((file, line))
                    heads = (*statement.decorator_list, *arguments.defaults)
                    self._inherit(heads, names or {name})
                case ast.ClassDef(name=name):
                    self._inherit((*statement.decorator_list, *statement.bases), names or {name})
                    self._add_block(statement.body, file, names or frozenset({name}))
                case ast.Import() | ast.ImportFrom():
                    pass
                case ast.AnnAssign(target=target, value=value):
                    bound = {found for found, _ in _list_names(target)}
                    self._inherit([value] if value else [], names or bound)
                case ast.Assign(targets=targets, value=value):
                    bound = {found for target in targets for found, _ in _list_names(target)}
                    self._inherit([value], names or bound)
                case _:
                    self._inherit([statement], names)

    def _inherit(self, nodes: Iterable[ast.AST], heirs: Set[str]) -> None:
        for node in nodes:
            for name, _ in _list_names(node):
                self._heirs[name] |= heirs


def _list_names(node: ast.AST) -> Iterable[tuple[str, int]]:
    for part in ast.walk(node):
        match part:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name, part.lineno
            case ast.keyword(arg=str() as name):
                yield name, part.value.lineno
