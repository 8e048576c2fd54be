"""Concepts: the terms of a glossary as they are exchanged with terminologists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...config.toml_schema import TomlFile
from ...languages import canonical
from ...parsing.glossary import LocalTerm, list_local_terms

Word = tuple[str, str, str]
"""Its status (one of `STATUSES`), the word, and the reason for which it is forbidden."""
STATUSES = ("approved", "admitted", "forbidden")


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of the glossary with its translations; TBX calls it a concept entry."""

    key: str
    term: str
    definition: str
    local: tuple[LocalTerm, ...] = ()
    line: int = 0


def export_concepts(file: TomlFile) -> tuple[Concept, ...]:
    """Make a concept of each term of a glossary without errors."""
    local: defaultdict[str, list[LocalTerm]] = defaultdict(list)
    for term in list_local_terms(file):
        local[term.key].append(term)
    return tuple(
        Concept(key, table["term"], table["definition"], tuple(local[key]))
        for key, table in file.table.items()
    )


def list_words(term: LocalTerm) -> list[Word]:
    """List all words of a term in a language: the approved, the admitted, the forbidden."""
    admitted = [("admitted", text, "") for text in term.admitted]
    forbidden = [("forbidden", text, reason) for text, reason in term.forbidden]
    return [("approved", term.approved, ""), *admitted, *forbidden]


def sort_words(key: str, term: str, lang: str, words: Sequence[Word]) -> LocalTerm:
    """Sort the words of a term in a language by their status; of approved ones, take the first."""
    approved = [text for status, text, _ in words if status == "approved"]
    admitted = tuple(text for status, text, _ in words if status == "admitted")
    forbidden = tuple((text, reason) for status, text, reason in words if status == "forbidden")
    return LocalTerm(key, term, canonical(lang), "".join(approved[:1]), admitted, forbidden)


def count_approved(words: Sequence[Word]) -> int:
    """How many words of a term in a language are approved: one is right."""
    return sum(status == "approved" for status, _, _ in words)
