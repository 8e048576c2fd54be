"""A glossary goes out as concepts; what came back of them is written into `glossary.toml`.

Only the words in other languages change, and only those of terms that are as they were sent. Every
other byte of the file stays.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...config.project import Project
from ...config.toml_schema import TomlFile
from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...languages import canonical
from ...parsing.glossary import LocalTerm, check_words, list_local_terms

_WORDS = ("approved", "admitted", "forbidden")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of the glossary on its way."""

    key: str
    term: str
    definition: str
    local: tuple[LocalTerm, ...] = ()
    """What it is called in other languages, in the order of the file."""
    line: int = 0
    """In the file that it was read from."""


@dataclass(frozen=True, slots=True)
class TermImport:
    """What came of a file."""

    text: str
    """Of the new glossary.toml."""
    changed: tuple[LocalTerm, ...]
    skipped: tuple[Finding, ...]


def export_concepts(file: TomlFile) -> tuple[Concept, ...]:
    """Every term of a glossary that has no faults."""
    local = list_local_terms(file)
    return tuple(
        Concept(key, table["term"], table["definition"], tuple(e for e in local if e.key == key))
        for key, table in file.table.items()
    )


def import_terms(
    text: str, file: TomlFile, came: Sequence[Concept], project: Project, shown: str
) -> TermImport:
    """Bring words that came back, in the file `shown`, into the text of glossary.toml.

    Raises:
        CatalogError: with every fault of what came, and of what cannot be written.
    """
    came = [_with_canonical_tags(concept) for concept in came]
    _check(came, shown)
    known = {each.key: each for each in export_concepts(file)}
    langs = [each.lang for each in project.locales if each.lang != project.language]
    skipped: list[Finding] = []
    changed: list[LocalTerm] = []
    for concept in came:
        ours = known.get(concept.key)
        skipped += _differences(concept, ours, list(known), shown)
        if ours is None or ours.term != concept.term:
            continue
        for each in concept.local:
            if each.lang not in langs:
                what = f"not taken: the guide is not translated to {each.lang!r}"
                hint = f"Begin it with `plainspoken catalogs add {each.lang}`."
                skipped.append(Finding(shown, concept.line, what, hint, "warning"))
            elif each not in ours.local:
                changed.append(each)
    after = _written(text, changed, file.shown) if changed else text
    return TermImport(after, tuple(changed), tuple(sorted(set(skipped))))


def _with_canonical_tags(concept: Concept) -> Concept:
    local = tuple(replace(term, lang=canonical(term.lang)) for term in concept.local)
    return replace(concept, local=local)


def _check(came: Sequence[Concept], shown: str) -> None:
    errors = []
    seen: dict[str, int] = {}
    for concept in came:
        if first := seen.get(concept.key):
            what = f"the term {concept.key} stands here a second time; first in line {first}"
            hint = "Leave the better of the two."
            errors.append(Finding(shown, concept.line, what, hint))
        seen.setdefault(concept.key, concept.line)
        for each in concept.local:
            errors += [
                Finding(shown, concept.line, f"{each.lang}: {what}", hint)
                for _, what, hint in check_words(each)
            ]
    if errors:
        raise CatalogError(sorted(set(errors)))


def _differences(
    came: Concept, ours: Concept | None, known: Sequence[str], shown: str
) -> Iterator[Finding]:
    """What differs of a term itself: it is told, and not taken."""
    if ours is None:
        hint = suggest_nearest(came.key, known) or "Add it to source/glossary.toml first."
        what = f"not taken: the glossary has no term `{came.key}`"
        yield Finding(shown, came.line, what, hint, "warning")
        return
    if ours.term != came.term:
        what = f"not taken: `{came.key}` is {came.term!r} here and {ours.term!r} in the glossary"
        hint = "Change the term in source/glossary.toml, if that is meant."
        yield Finding(shown, came.line, what, hint, "warning")
    if came.definition and came.definition.split() != ours.definition.split():
        what = f"the definition of `{came.key}` is another; that of the glossary stays"
        hint = "Change it in source/glossary.toml, if that is meant."
        yield Finding(shown, came.line, what, hint, "warning")


def _written(text: str, changed: Sequence[LocalTerm], shown: str) -> str:
    """The text of glossary.toml with other words; checked, before anybody sees it."""
    bom = _BOM if text.startswith(_BOM) else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    made = text.removeprefix(_BOM).replace("\r\n", "\n")
    wanted: dict[str, Any] = tomllib.loads(made)
    for each in changed:
        locales = wanted[each.key].setdefault("locales", {})
        own_key = next((key for key in locales if canonical(key) == each.lang), each.lang)
        locales[own_key] = _table(each)
        made = _with_words(made, each, own_key)
        if not _says(made, wanted):
            what = f"the words of `{each.key}` stand in a form that cannot be changed"
            hint = f"Write them as a table of its own: [{each.key}.locales.{each.lang}]."
            raise CatalogError([Finding(shown, 0, what, hint)])
    return bom + made.replace("\n", newline)


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _table(term: LocalTerm) -> dict[str, Any]:
    table: dict[str, Any] = {"approved": term.approved}
    if term.admitted:
        table["admitted"] = list(term.admitted)
    if term.forbidden:
        table["forbidden"] = [{"text": text, "reason": why} for text, why in term.forbidden]
    return table


def _with_words(text: str, term: LocalTerm, own_key: str) -> str:
    """The text with the words of a term, in the table of its language, which is named `own_key`."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    path = (term.key, "locales", own_key)
    head = next((place for place, line in enumerate(lines) if _header(line) == path), None)
    if head is None:
        at = _end_of(lines, term.key)
        before = "" if lines[at - 1].endswith("\n") else "\n"
        new = f"{before}\n[{'.'.join(path)}]\n{_lines(term)}"
        return "".join([*lines[:at], new, *lines[at:]])
    end = next((p for p in range(head + 1, len(lines)) if _header(lines[p])), len(lines))
    return "".join(
        [*lines[: head + 1], _lines(term), *_without_words(lines[head + 1 : end]), *lines[end:]]
    )


def _header(line: str) -> tuple[str, ...]:
    """The path of a table that begins in a line; nothing where none does."""
    found = re.fullmatch(r"\s*\[\[?([^\[\]]+)\]\]?\s*(#.*)?", line.rstrip("\n"))
    return tuple(part.strip().strip("\"'") for part in found[1].split(".")) if found else ()


def _end_of(lines: Sequence[str], key: str) -> int:
    """The line after the last of a term's own."""
    end = 0
    inside = False
    for place, line in enumerate(lines, 1):
        if path := _header(line):
            inside = path[0] == key
        if inside and line.strip() and not line.lstrip().startswith("#"):
            end = place
    return end


def _without_words(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a table without its words, which may go over several lines."""
    rest = list(lines)
    while rest:
        if not re.match(rf"\s*({'|'.join(_WORDS)})\s*=", rest[0]):
            yield rest.pop(0)
            continue
        count = 1
        while count < len(rest) and not _is_toml("".join(rest[:count])):
            count += 1
        del rest[:count]


def _is_toml(text: str) -> bool:
    try:
        return bool(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return False


def _lines(term: LocalTerm) -> str:
    out = f"approved = {_quoted(term.approved)}\n"
    if term.admitted:
        out += f"admitted = [{', '.join(map(_quoted, term.admitted))}]\n"
    if term.forbidden:
        each = [f"{{ text = {_quoted(a)}, reason = {_quoted(b)} }}" for a, b in term.forbidden]
        inner = each[0] if len(each) == 1 else "\n  " + ",\n  ".join(each) + ",\n"
        out += f"forbidden = [{inner}]\n"
    return out


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
