"""Concepts: the terms of a glossary as they are exchanged with terminologists."""

from __future__ import annotations

from dataclasses import dataclass

from ...config.toml_schema import TomlFile
from ...parsing.glossary import LocalTerm, list_local_terms


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of the glossary with its translations; TBX calls it a concept entry."""

    key: str
    """Of the term in glossary.toml: `bone-marrow`."""
    term: str
    definition: str
    local: tuple[LocalTerm, ...] = ()
    """What it is called in other languages, in the order of the file."""
    line: int = 0
    """In the file that it was read from."""


def export_concepts(file: TomlFile) -> tuple[Concept, ...]:
    """Make a concept of each term of a glossary without errors."""
    local = list_local_terms(file)
    return tuple(
        Concept(
            key,
            table["term"],
            table["definition"],
            tuple(term for term in local if term.key == key),
        )
        for key, table in file.table.items()
    )
