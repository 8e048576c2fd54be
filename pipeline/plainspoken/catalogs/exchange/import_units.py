"""Import the units that came back from an agency into their catalog.

Only translations and fuzzy flags change, and only of messages whose text is as it was sent. What
is not imported is reported with its line; it is still in the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...config.text_files import NONCHARACTERS
from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...po.model import FUZZY, Catalog, Entry
from .units import Unit, compute_base, compute_unit_id

_CONTROL = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{NONCHARACTERS}]")


@dataclass(frozen=True, slots=True)
class UnitImport:
    """The result of an import."""

    catalog: Catalog
    """The same object where nothing changed."""
    changed: int
    """Messages with another translation, or another fuzzy flag, than before."""
    fuzzy: int
    """Of these, those that are fuzzy now: their file calls them `initial`."""
    kept: int
    """Messages that came back as they were sent, and have been changed here meanwhile."""
    skipped: tuple[Finding, ...]


def import_units(catalog: Catalog, units: Sequence[Unit], file: str) -> UnitImport:
    """Import the units of a file. Raises CatalogError with what no catalog can hold."""
    errors = []
    for unit in units:
        if control := _CONTROL.search(unit.target.replace("\r\n", "\n")):
            message = f"there is a control character, U+{ord(control[0]):04X}"
            detail = (f"target {unit.target!r}",)
            errors.append(Finding(file, unit.line, message, "Remove it.", detail=detail))
    CatalogError.raise_if(errors)
    importer = _Importer(catalog, file)
    changed = {}
    for unit in units:
        entry = importer.entries.get(unit.id)
        if entry is None:
            importer.report_unknown(unit)
        elif updated := importer.update_entry(entry, unit):
            changed[unit.id] = updated
    entries = tuple(
        entry if entry.obsolete else changed.get(compute_unit_id(entry.key), entry)
        for entry in catalog.entries
    )
    return UnitImport(
        catalog=replace(catalog, entries=entries) if changed else catalog,
        changed=len(changed),
        fuzzy=sum(entry.is_fuzzy for entry in changed.values()),
        kept=importer.kept,
        skipped=tuple(sorted(set(importer.skipped))),
    )


def replace_translation(entry: Entry, msgstr: str, fuzzy: bool) -> Entry:
    """Give an entry another translation; unless it is fuzzy, its previous msgid goes."""
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    changed = replace(
        entry,
        msgstrs=(msgstr,),
        flags=(FUZZY, *flags) if fuzzy else flags,
        workflow=tuple(flag for flag in entry.workflow if flag != FUZZY),
        raw="",
    )
    if fuzzy:
        return changed
    return replace(changed, previous_msgid=None, previous_msgctxt=None, previous_msgid_plural=None)


class _Importer:
    def __init__(self, catalog: Catalog, file: str) -> None:
        self.catalog_file = catalog.file
        self.file = file
        self.entries = {
            compute_unit_id(entry.key): entry
            for entry in catalog.iter_messages()
            if entry.msgid_plural is None and entry.msgid
        }
        self.reworded = {
            entry.previous_msgid: entry
            for entry in catalog.iter_messages()
            if entry.previous_msgid is not None
        }
        self.obsolete = {compute_unit_id(entry.key): entry for entry in catalog.iter_obsolete()}
        self.kept = 0
        self.skipped: list[Finding] = []

    def update_entry(self, entry: Entry, unit: Unit) -> Entry | None:
        if not _is_same_text(unit.source, entry.msgid):
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
            message = f"its translation was changed here too ({self.catalog_file}:{entry.line})"
            self._skip(unit, message, hint, entry)
            return None
        return replace_translation(entry, target, fuzzy)

    def report_unknown(self, unit: Unit) -> None:
        if unit.id not in _compute_possible_ids(unit):
            hint = "See that it is a file of this guide, and that its ids are as they were sent."
            self._skip(unit, f"there is no message {unit.id}", hint)
        elif unit.base == compute_base(unit.target, unit.state == "fuzzy"):
            return
        elif entry := self.reworded.get(unit.source):
            hint = "Bring its translation to the new text, or send the new text out."
            message = f"its text has changed since it was sent ({self.catalog_file}:{entry.line})"
            self._skip(unit, message, hint, entry)
        else:
            hint = "Send the text out as it is now."
            if unit.id in self.obsolete:
                hint = "Nothing is to be done, unless the text comes back."
            self._skip(unit, "the guide no longer has this text", hint)

    def _skip(self, unit: Unit, message: str, hint: str, entry: Entry | None = None) -> None:
        detail = [f"came   {unit.source!r}", f"       {unit.target!r}"]
        if entry is not None:
            detail += [f"msgid  {entry.msgid!r}", f"msgstr {entry.msgstr!r}"]
        message = f"not taken: {message}"
        self.skipped.append(Finding(self.file, unit.line, message, hint, "warning", tuple(detail)))


def _is_same_text(sent: str, msgid: str) -> bool:
    return sent == msgid or sent.replace("\r\n", "\n") == msgid


def _compute_possible_ids(unit: Unit) -> tuple[str, ...]:
    contexts = (None, "", unit.context, "term")
    texts = (unit.source, unit.source.replace("\r\n", "\n"))
    return tuple(compute_unit_id((context, text)) for context in contexts for text in texts)
