"""Import concepts of terminologists into `glossary.toml`: only terms in other languages change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ...config.project import Project
from ...config.toml_schema import TomlFile
from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...parsing.glossary import LocalTerm, check_words
from ..sync import list_target_langs
from .concepts import Concept, export_concepts
from .glossary_toml import replace_terms


@dataclass(frozen=True, slots=True)
class TermImport:
    """The result of an import."""

    text: str
    changed: tuple[LocalTerm, ...]
    skipped: tuple[Finding, ...]


def import_terms(
    text: str, glossary: TomlFile, concepts: Sequence[Concept], project: Project, file: str
) -> TermImport:
    """Import the concepts of a file into the text of glossary.toml. Raises CatalogError."""
    _check_concepts(concepts, file)
    ours = {concept.key: concept for concept in export_concepts(glossary)}
    langs = list_target_langs(project)
    skipped: list[Finding] = []
    changed: list[LocalTerm] = []
    for concept in concepts:
        own = ours.get(concept.key)
        skipped += _report_differences(concept, own, list(ours), file)
        if own is None or own.term != concept.term:
            continue
        for term in concept.local:
            if term.lang not in langs:
                message = f"not taken: the guide is not translated to {term.lang!r}"
                hint = f"Begin it with `plainspoken catalogs add {term.lang}`."
                skipped.append(Finding(file, concept.line, message, hint, "warning"))
            elif term not in own.local:
                changed.append(term)
    after = replace_terms(text, changed, glossary.display_path) if changed else text
    return TermImport(after, tuple(changed), tuple(sorted(set(skipped))))


def _check_concepts(concepts: Sequence[Concept], file: str) -> None:
    errors = []
    lines: dict[str, int] = {}
    for concept in concepts:
        if first := lines.get(concept.key):
            message = f"the term `{concept.key}` stands here a second time; first in line {first}"
            hint = "Leave the better of the two."
            errors.append(Finding(file, concept.line, message, hint))
        lines.setdefault(concept.key, concept.line)
        for term in concept.local:
            errors += [
                Finding(file, concept.line, f"{term.lang}: {message}", hint)
                for _, message, hint in check_words(term)
            ]
    CatalogError.raise_if(errors)


def _report_differences(
    concept: Concept, own: Concept | None, keys: Sequence[str], file: str
) -> Iterator[Finding]:
    """Report where the term or its definition differs: these are not imported."""
    warn = partial(Finding, file, concept.line, level="warning")
    if own is None:
        hint = suggest_nearest(concept.key, keys) or "Add it to source/glossary.toml first."
        yield warn(f"not taken: the glossary has no term `{concept.key}`", hint)
        return
    if own.term != concept.term:
        hint = "Change the term in source/glossary.toml, if that is meant."
        difference = f"{concept.term!r} here and {own.term!r} in the glossary"
        yield warn(f"not taken: `{concept.key}` is {difference}", hint)
    if concept.definition and concept.definition.split() != own.definition.split():
        hint = "Change it in source/glossary.toml, if that is meant."
        difference = "is another; that of the glossary stays"
        yield warn(f"the definition of `{concept.key}` {difference}", hint)
