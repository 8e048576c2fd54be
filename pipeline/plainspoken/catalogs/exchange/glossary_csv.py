"""Concepts go out as CSV for spreadsheets, a word a row, and come back as concepts.

A term without words in a language has one empty row for it, to be filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...parsing.glossary import LocalTerm
from .csv_format import read_rows, write_rows
from .import_terms import Concept

COLUMNS = ("id", "term", "definition", "language", "status", "text", "reason")
STATES = ("approved", "admitted", "forbidden")
_NEEDED = ("id", "term", "language", "status", "text")

Word = tuple[str, str, str]
"""State, text, reason."""


def write_glossary_csv(sent: Sequence[Concept], langs: Sequence[str]) -> bytes:
    """A CSV file of a glossary, with rows for each of its languages."""
    return write_rows(COLUMNS, (row for concept in sent for row in _rows(concept, langs)))


def read_glossary_csv(raw: bytes, shown: str) -> tuple[Concept, ...]:
    """The concepts of a CSV file; rows without a word are passed over.

    Raises:
        CatalogError: with every fault of the file.
    """
    errors: list[Finding] = []
    heads: dict[str, Concept] = {}
    words: dict[tuple[str, str], list[Word]] = {}
    for line, cells in read_rows(raw, shown, COLUMNS, _NEEDED):
        key, lang, state = (cells[name].strip() for name in ("id", "language", "status"))
        head = Concept(key, cells["term"], cells.get("definition", ""), (), line)
        if not key:
            hint = "Ask for the file as it was sent; leave its first column as it is."
            errors.append(Finding(shown, line, "a row has no id", hint))
        elif head.term != heads.setdefault(key, head).term:
            what = f"{key} has another term here than in line {heads[key].line}"
            errors.append(Finding(shown, line, what, "Leave the columns id and term alone."))
        if not cells["text"].strip():
            continue
        if state.lower() not in STATES:
            hint = suggest_nearest(state, STATES) or f"Use one of: {', '.join(STATES)}."
            errors.append(Finding(shown, line, f"{state!r} is not a status", hint))
        word = (state.lower(), cells["text"].strip(), cells.get("reason", "").strip())
        words.setdefault((key, lang), []).append(word)
    found = tuple(_concept(head, words, errors, shown) for head in heads.values())
    if errors:
        raise CatalogError(sorted(set(errors)))
    return found


def _rows(concept: Concept, langs: Sequence[str]) -> Iterator[tuple[str, ...]]:
    head = (concept.key, concept.term, concept.definition)
    known = {each.lang: each for each in concept.local}
    for lang in dict.fromkeys([*known, *langs]):
        local = known.get(lang)
        if local is None:
            yield (*head, lang, "approved", "", "")
            continue
        yield (*head, lang, "approved", local.approved, "")
        for text in local.admitted:
            yield (*head, lang, "admitted", text, "")
        for text, reason in local.forbidden:
            yield (*head, lang, "forbidden", text, reason)


def _concept(
    head: Concept,
    words: dict[tuple[str, str], list[Word]],
    errors: list[Finding],
    shown: str,
) -> Concept:
    local = []
    for (key, lang), those in words.items():
        if key != head.key:
            continue
        approved = [text for state, text, _ in those if state == "approved"]
        if len(approved) != 1:
            what = f"{key} has {len(approved)} approved words in {lang or 'no language'}"
            errors.append(Finding(shown, head.line, what, "Approve one, and only one."))
        admitted = tuple(text for state, text, _ in those if state == "admitted")
        forbidden = tuple((text, why) for state, text, why in those if state == "forbidden")
        local.append(LocalTerm(key, head.term, lang, "".join(approved[:1]), admitted, forbidden))
    return Concept(head.key, head.term, head.definition, tuple(local), head.line)
