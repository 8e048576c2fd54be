"""`source/glossary.toml` goes in; the glossary's entries come out, as blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..findings import Finding
from ..guide import Block, BlockKind, Place, Section
from ..project import Project
from ..settings import Key, TomlFile, read_toml
from .ids import Ids
from .inline import Names, read_inline
from .sentences import split

SECTION = "glossary"
_ENTRY = {"term": Key(str, required=True), "definition": Key(str, required=True)}


def read_glossary_file(project: Project) -> tuple[TomlFile, list[Finding]]:
    """The table of terms; empty where there is no file."""
    path = project.source / "glossary.toml"
    if not path.exists():
        return TomlFile(project.shown(path), {}, {}), []
    file, faults = read_toml(path, project.shown(path), Key(dict, each=Key(dict, shape=_ENTRY)))
    for key in file.table:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", key):
            faults.append(
                file.fault([key], f"`{key}` cannot name a term", "Use a–z, 0–9 and hyphens.")
            )
    return (TomlFile(file.shown, {}, {}) if faults else file), faults


def read_glossary(file: TomlFile, lang: str, names: Names) -> tuple[Section | None, list[Finding]]:
    """The section of role `glossary`, without a heading yet; nothing where there are no terms."""
    faults: list[Finding] = []
    ids = Ids(SECTION)
    entries = tuple(
        _entry(file, key, table, lang, names, ids, faults) for key, table in file.table.items()
    )
    if not entries:
        return None, faults
    return Section(SECTION, "glossary", entries, Place(file.shown)), faults


def _entry(
    file: TomlFile,
    key: str,
    table: Mapping[str, Any],
    lang: str,
    names: Names,
    ids: Ids,
    faults: list[Finding],
) -> Block:
    name = f"{SECTION}.{key}"
    kinds: tuple[BlockKind, ...] = ("term", "definition")
    leaves = []
    for kind in kinds:
        place = Place(file.shown, file.line(key, kind))
        inline = read_inline(table[kind], names)
        faults += [
            Finding(place.file, place.line + fault.line, fault.message, fault.cure)
            for fault in inline.faults
        ]
        sentences = split(inline.spans, lang, ids)
        block = Block(f"{name}.{kind}", kind, lang, sentences, allowed=inline.allowed, place=place)
        leaves.append(block)
    return Block(name, "entry", lang, children=tuple(leaves), place=leaves[0].place)
