"""Read `source/glossary.toml`: terms, definitions, and words approved, admitted or forbidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..config.project import Project
from ..config.text_files import HIDDEN_CHARACTER, describe_hidden
from ..config.toml_schema import Key, TomlFile
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..guide import Block, BlockKind, Place, Section
from .ids import IdGenerator
from .inline import Names
from .tables import check_names, read_table
from .toml_texts import Resolve, fill_block

SECTION_ID = "glossary"
_KINDS: tuple[BlockKind, ...] = ("term", "definition")
_FORBIDDEN = {"text": Key(str, required=True), "reason": Key(str, required=True)}
_LOCAL = {
    "approved": Key(str, required=True),
    "admitted": Key(list, each=Key(str)),
    "forbidden": Key(list, each=Key(dict, shape=_FORBIDDEN)),
}
_ENTRY = {
    "term": Key(str, required=True),
    "definition": Key(str, required=True),
    "locales": Key(dict, each=Key(dict, shape=_LOCAL), by_language=True),
}


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """What a term of the glossary is called in another language."""

    key: str
    """Of the term: `bone-marrow`."""
    term: str
    lang: str
    approved: str
    admitted: tuple[str, ...] = ()
    forbidden: tuple[tuple[str, str], ...] = ()
    """What must not stand, and why."""


def read_glossary_file(project: Project) -> tuple[TomlFile, list[Finding]]:
    """Read the table of terms; empty where there is no file, or where it cannot be used."""
    shape = Key(dict, each=Key(dict, shape=_ENTRY))
    file, errors = read_table(project, "glossary.toml", shape)
    errors += check_names(file, "term")
    if errors:
        return TomlFile(file.display_path), errors
    return file, [
        error for term in list_local_terms(file) for error in _check_term(file, project, term)
    ]


def list_local_terms(file: TomlFile, lang: str = "") -> tuple[LocalTerm, ...]:
    """List what the terms of a file without errors are called in a language, or in all."""
    terms = []
    for key, table in file.table.items():
        for locale, words in table.get("locales", {}).items():
            forbidden = tuple((word["text"], word["reason"]) for word in words.get("forbidden", ()))
            admitted = tuple(words.get("admitted", ()))
            approved = words["approved"]
            terms.append(LocalTerm(key, table["term"], locale, approved, admitted, forbidden))
    return tuple(term for term in terms if lang in ("", term.lang))


def check_words(term: LocalTerm) -> Iterator[tuple[str, str, str]]:
    """Find what is wrong with the words of a term: kind of word, message and hint."""
    places = [("approved", term.approved)]
    places += [("admitted", text) for text in term.admitted]
    places += [("forbidden", text) for text, _ in term.forbidden]
    seen: set[str] = set()
    for kind, text in places:
        words = " ".join(text.split())
        if words.casefold() in seen:
            yield kind, f"{text!r} stands twice for {term.key}", "Leave it where it belongs."
        seen.add(words.casefold())
        if words != text or not text.isprintable():
            hint = "Write it in one line, with single spaces."
            yield kind, f"{text!r} has white space or signs that do not show", hint
    for text, reason in term.forbidden:
        if not reason.strip():
            yield "forbidden", f"nothing says why {text!r} is forbidden", "Say why."
        elif hidden := HIDDEN_CHARACTER.search(reason):
            message = f"the reason against {text!r} has {describe_hidden(hidden[0])}"
            yield "forbidden", message, "Remove it."


def build_glossary(
    file: TomlFile, lang: str, names: Names, resolve: Resolve
) -> tuple[Section | None, list[Finding]]:
    """Build the section of role `glossary`, still without a heading; none without terms."""
    errors: list[Finding] = []
    ids = IdGenerator(SECTION_ID, taken=(f"{SECTION_ID}.{key}" for key in file.table))
    entries = []
    for key, table in file.table.items():
        leaves = []
        for kind in _KINDS:
            place = Place(file.display_path, file.line(key, kind))
            block = Block(f"{SECTION_ID}.{key}.{kind}", kind, lang)
            block, found = fill_block(block, table[kind], names, ids, place, resolve)
            leaves.append(block)
            errors += found
        name = f"{SECTION_ID}.{key}"
        entries.append(Block(name, "entry", lang, children=tuple(leaves), place=leaves[0].place))
    if not entries:
        return None, errors
    return Section(SECTION_ID, "glossary", tuple(entries), Place(file.display_path)), errors


def _check_term(file: TomlFile, project: Project, term: LocalTerm) -> Iterator[Finding]:
    path = [term.key, "locales", term.lang]
    known = [locale.lang for locale in project.locales if locale.lang != project.language]
    if term.lang not in known:
        hint = suggest_nearest(term.lang, known) or "First add it with `plainspoken catalogs add`."
        yield file.error(path, f"the guide is not translated to {term.lang!r}", hint)
    for kind, message, hint in check_words(term):
        yield file.error([*path, kind], message, hint)
