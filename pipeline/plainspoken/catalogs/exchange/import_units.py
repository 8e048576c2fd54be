"""A catalog and the units that came back go in; the catalog with their translations comes out.

Only translations and fuzzy marks change, and only of messages whose text is as it was sent. What
is not taken is told, with its line: nothing is lost, since the file is still there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...po.model import FUZZY, Catalog, Entry
from .units import Unit, compute_base, compute_unit_id

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class UnitImport:
    """What came of a file."""

    catalog: Catalog
    """The same object where nothing changed."""
    changed: int
    """Messages that have another translation, or another mark, than before."""
    fuzzy: int
    """Of these, those that are fuzzy now: their file calls them `initial`."""
    kept: int
    """Messages that came back as they were sent, and have been changed here meanwhile."""
    skipped: tuple[Finding, ...]
    """What was not taken, and why."""


def import_units(catalog: Catalog, came: Sequence[Unit], shown: str) -> UnitImport:
    """Bring translations that came back, in the file `shown`, into their catalog.

    Raises:
        CatalogError: with every translation that no catalog can hold.
    """
    errors = list(_faults(came, shown))
    if errors:
        raise CatalogError(sorted(set(errors)))
    work = _Taking(catalog, shown)
    after = {}
    for unit in came:
        entry = work.entries.get(unit.id)
        if entry is None:
            work.tell_lost(unit)
        elif made := work.taken(entry, unit):
            after[unit.id] = made
    entries = tuple(
        entry if entry.obsolete else after.get(compute_unit_id(entry.key), entry)
        for entry in catalog.entries
    )
    fuzzy = sum(entry.is_fuzzy for entry in after.values())
    whole = replace(catalog, entries=entries) if after else catalog
    return UnitImport(whole, len(after), fuzzy, work.kept, tuple(sorted(set(work.skipped))))


def replace_translation(entry: Entry, msgstr: str, fuzzy: bool) -> Entry:
    """The entry with another translation; a text that it was made for before goes with `fuzzy`."""
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    made = replace(
        entry,
        msgstrs=(msgstr,),
        flags=(FUZZY, *flags) if fuzzy else flags,
        workflow=tuple(flag for flag in entry.workflow if flag != FUZZY),
        raw="",
    )
    if fuzzy:
        return made
    return replace(made, previous_msgid=None, previous_msgctxt=None, previous_msgid_plural=None)


class _Taking:
    """One file on its way into one catalog; keeps what was not taken."""

    def __init__(self, catalog: Catalog, shown: str) -> None:
        self.file = catalog.file
        self.shown = shown
        self.entries = {
            compute_unit_id(entry.key): entry
            for entry in catalog.iter_messages()
            if entry.msgid_plural is None and entry.msgid
        }
        self.changed = {
            entry.previous_msgid: entry
            for entry in catalog.iter_messages()
            if entry.previous_msgid is not None
        }
        self.retired = {compute_unit_id(entry.key): entry for entry in catalog.iter_obsolete()}
        self.kept = 0
        self.skipped: list[Finding] = []

    def taken(self, entry: Entry, unit: Unit) -> Entry | None:
        """The entry as the unit wants it; nothing where it stays as it is."""
        if not _same(unit.source, entry.msgid):
            hint = "Leave the source as it was sent; change the target alone."
            self._skip(unit, "the text itself was changed in the file", hint, entry)
            return None
        target = unit.target if "\r" in entry.msgid else unit.target.replace("\r\n", "\n")
        fuzzy = unit.state == "fuzzy"
        theirs, ours = compute_base(target, fuzzy), compute_base(entry.msgstr, entry.is_fuzzy)
        if theirs == ours or target == entry.msgstr == "":
            return None
        if unit.base == theirs:
            self.kept += 1
            return None
        if not target.strip():
            hint = "Remove it in the catalog, if that is meant."
            self._skip(unit, "it came back empty, and keeps its translation", hint, entry)
            return None
        if unit.base and unit.base != ours:
            hint = "Choose the better of the two, and write it into the catalog."
            what = f"its translation was changed here too ({self.file}:{entry.line})"
            self._skip(unit, what, hint, entry)
            return None
        return replace_translation(entry, target, fuzzy)

    def tell_lost(self, unit: Unit) -> None:
        """Tell what became of a message that is not in the catalog, where it brings news."""
        if unit.id not in _ids(unit):
            hint = "See that it is a file of this guide, and that its ids are as they were sent."
            self._skip(unit, f"there is no message {unit.id}", hint)
        elif unit.base == compute_base(unit.target, unit.state == "fuzzy"):
            return
        elif entry := self.changed.get(unit.source):
            hint = "Bring its translation to the new text, or send the new text out."
            what = f"its text has changed since it was sent ({self.file}:{entry.line})"
            self._skip(unit, what, hint, entry)
        else:
            hint = "Send the text out as it is now."
            if unit.id in self.retired:
                hint = "Nothing is to be done, unless the text comes back."
            self._skip(unit, "the guide no longer has this text", hint)

    def _skip(self, unit: Unit, what: str, hint: str, entry: Entry | None = None) -> None:
        detail = [f"came   {unit.source!r}", f"       {unit.target!r}"]
        if entry is not None:
            detail += [f"msgid  {entry.msgid!r}", f"msgstr {entry.msgstr!r}"]
        found = Finding(self.shown, unit.line, f"not taken: {what}", hint, "warning", tuple(detail))
        self.skipped.append(found)


def _faults(came: Iterable[Unit], shown: str) -> Iterator[Finding]:
    for unit in came:
        text = unit.target.replace("\r\n", "\n")
        if control := _CONTROL.search(text):
            what = f"there is a control character, U+{ord(control[0]):04X}"
            detail = (f"target {unit.target!r}",)
            yield Finding(shown, unit.line, what, "Remove it.", detail=detail)


def _same(one: str, other: str) -> bool:
    return one == other or one.replace("\r\n", "\n") == other


def _ids(unit: Unit) -> tuple[str, ...]:
    """The ids that a unit's own context and text can give."""
    contexts = (None, "", unit.context, "term")
    texts = (unit.source, unit.source.replace("\r\n", "\n"))
    return tuple(compute_unit_id((context, text)) for context in contexts for text in texts)
