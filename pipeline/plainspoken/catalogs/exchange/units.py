"""Units: the messages of a catalog as they are sent to an agency.

A unit's id is the hash of context and text. Its base is that of the translation as it was sent: it
shows which side has changed the translation, so that an edit made here meanwhile is not lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from ...po.model import Catalog, Entry, Key
from ..review import list_signed_roles

State = Literal["untranslated", "fuzzy", "translated", "reviewed", "final"]
STATES: tuple[State, ...] = get_args(State)
"""reviewed: signed by a second translator; final: by a clinician."""
PREVIOUS_NOTE = "Translated before the text changed from: "


@dataclass(frozen=True, slots=True)
class Unit:
    """One message as it is exchanged."""

    id: str
    source: str
    target: str
    state: State
    context: str = ""
    """msgctxt, for people to read; the id depends on it, too."""
    notes: tuple[str, ...] = ()
    name: str = ""
    """Its references: files and blocks of the guide."""
    base: str = ""
    """Hash of the translation as it was sent; empty if the file lost it."""
    line: int = 0


def compute_unit_id(key: Key) -> str:
    """Compute the id of a message; it is a valid XML name (an NMTOKEN, as XLIFF wants it)."""
    msgctxt, msgid = key
    return "m" + _hash(repr(msgctxt), msgid)[:16]


def compute_base(target: str, fuzzy: bool) -> str:
    """Compute the hash of a translation and its fuzzy flag."""
    return "t" + _hash("fuzzy" if fuzzy and target else "", target)[:12]


def export_units(catalog: Catalog) -> Iterator[Unit]:
    """Yield a unit for each message without plural forms: a guide has no others."""
    for entry in catalog.iter_messages():
        if entry.msgid_plural is not None:
            continue
        notes = entry.extracted
        if entry.previous_msgid is not None:
            notes = (*notes, PREVIOUS_NOTE + entry.previous_msgid)
        yield Unit(
            id=compute_unit_id(entry.key),
            source=entry.msgid,
            target=entry.msgstr,
            state=get_state(entry),
            context=entry.msgctxt or "",
            notes=notes,
            name=" ".join(entry.references),
            base=compute_base(entry.msgstr, entry.is_fuzzy),
        )


def get_state(entry: Entry) -> State:
    """How far a message is."""
    if not entry.is_translated:
        return "untranslated"
    if entry.is_fuzzy:
        return "fuzzy"
    roles = list_signed_roles(entry)
    if "clinician" in roles:
        return "final"
    return "reviewed" if "second translator" in roles else "translated"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
