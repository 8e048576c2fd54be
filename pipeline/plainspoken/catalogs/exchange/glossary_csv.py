"""Write a glossary as CSV, a word a row, and read it back; without words, a row is empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from .concepts import STATUSES, Concept, Word, count_approved, list_words, sort_words
from .csv_format import read_rows, write_rows

COLUMNS = ("id", "term", "definition", "language", "status", "text", "reason")
_REQUIRED = ("id", "term", "language", "status", "text")


def write_glossary_csv(concepts: Sequence[Concept], langs: Sequence[str]) -> bytes:
    """Write a glossary as a CSV file, with rows for each of the languages."""
    return write_rows(COLUMNS, (row for concept in concepts for row in _iter_rows(concept, langs)))


def read_glossary_csv(raw: bytes, file: str) -> tuple[Concept, ...]:
    """Read the concepts of a CSV file, without rows that lack a word. Raises CatalogError."""
    errors: list[Finding] = []
    heads: dict[str, Concept] = {}
    words: dict[str, dict[str, list[Word]]] = {}
    for line, cells in read_rows(raw, file, COLUMNS, _REQUIRED):
        key, lang, status = (cells[name].strip() for name in ("id", "language", "status"))
        head = Concept(key, cells["term"], cells.get("definition", ""), (), line)
        if not key:
            hint = "Ask for the file as it was sent; leave its first column as it is."
            errors.append(Finding(file, line, "a row has no id", hint))
        elif head.term != heads.setdefault(key, head).term:
            message = f"`{key}` has another term here than in line {heads[key].line}"
            errors.append(Finding(file, line, message, "Leave the columns id and term alone."))
        if not cells["text"].strip():
            continue
        if status.lower() not in STATUSES:
            hint = suggest_nearest(status, STATUSES) or f"Use one of: {', '.join(STATUSES)}."
            errors.append(Finding(file, line, f"{status!r} is not a status", hint))
        word = (status.lower(), cells["text"].strip(), cells.get("reason", "").strip())
        words.setdefault(key, {}).setdefault(lang, []).append(word)
    concepts = tuple(
        _add_words(head, words.get(head.key, {}), errors, file) for head in heads.values()
    )
    CatalogError.raise_if(errors)
    return concepts


def _iter_rows(concept: Concept, langs: Sequence[str]) -> Iterator[tuple[str, ...]]:
    head = (concept.key, concept.term, concept.definition)
    by_lang = {term.lang: list_words(term) for term in concept.local}
    for lang in dict.fromkeys([*by_lang, *langs]):
        for status, text, reason in by_lang.get(lang, [("approved", "", "")]):
            yield (*head, lang, status, text, reason)


def _add_words(
    head: Concept, words: dict[str, list[Word]], errors: list[Finding], file: str
) -> Concept:
    key = head.key
    local = []
    for lang, rows in words.items():
        if (count := count_approved(rows)) != 1:
            place = f"`{lang}`" if lang else "no language"
            message = f"`{key}` has {count} approved words in {place}"
            errors.append(Finding(file, head.line, message, "Approve one, and only one."))
        local.append(sort_words(key, head.term, lang, rows))
    return replace(head, local=tuple(local))
