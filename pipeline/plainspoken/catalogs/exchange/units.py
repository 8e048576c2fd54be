"""A catalog goes in; what is sent to an agency comes out: units, one a message.

A unit has two hashes. Its id is that of context and text: it names the message as long as its
text stays. Its base is that of the translation as it was sent: when it comes back, the two sides
can be told apart, and an edit that was made here meanwhile is not lost.
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
"""reviewed: a second translator has read it; final: a clinician has."""
BEFORE = "Translated before the text changed from: "


@dataclass(frozen=True, slots=True)
class Unit:
    """One message on its way."""

    id: str
    source: str
    target: str
    state: State
    context: str = ""
    """msgctxt, for people; the id tells whether there is one."""
    notes: tuple[str, ...] = ()
    """What translators are told."""
    name: str = ""
    """File and block of the guide."""
    base: str = ""
    """Hash of the translation as it was sent; empty where the file lost it."""
    line: int = 0
    """In the file that it was read from."""


def compute_unit_id(key: Key) -> str:
    """What names a message in a file that goes out; it is an XML name too."""
    context, text = key
    return "m" + _hash(repr(context), text)[:16]


def compute_base(target: str, fuzzy: bool) -> str:
    """What tells one state of a translation from another."""
    return "t" + _hash("fuzzy" if fuzzy and target else "", target)[:12]


def export_units(catalog: Catalog) -> Iterator[Unit]:
    """Every message of a catalog; those with plural forms, which no guide has, stay here."""
    for entry in catalog.iter_messages():
        if entry.msgid_plural is None:
            yield _unit(entry)


def find_state(entry: Entry) -> State:
    """How far a message is."""
    if not entry.is_translated:
        return "untranslated"
    if entry.is_fuzzy:
        return "fuzzy"
    signed = list_signed_roles(entry)
    if "clinician" in signed:
        return "final"
    return "reviewed" if "second translator" in signed else "translated"


def _unit(entry: Entry) -> Unit:
    before = () if entry.previous_msgid is None else (BEFORE + entry.previous_msgid,)
    return Unit(
        id=compute_unit_id(entry.key),
        source=entry.msgid,
        target=entry.msgstr,
        state=find_state(entry),
        context=entry.msgctxt or "",
        notes=(*entry.extracted, *before),
        name=" ".join(entry.references),
        base=compute_base(entry.msgstr, entry.is_fuzzy),
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
