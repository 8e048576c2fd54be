"""Merge two versions of a catalog that began as one, message by message, as git calls for it.

What only one side changed is taken from there. A message that both sides translate in different
ways is a conflict: both stand in the file, between the marks that git writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..input_files import CATALOG, read_file
from ..po.model import FUZZY, Catalog, Entry, Key
from ..po.reader import parse_catalog
from ..po.writer import format_catalog, format_entry, replace_notes
from .merge_headers import is_newer_template, merge_headers

_T = TypeVar("_T")
_get_content = attrgetter(
    "msgstrs", "msgid_plural", "comments", "extracted", "references", "flags", "workflow",
    "previous_msgid", "previous_msgctxt", "previous_msgid_plural", "obsolete",
)  # fmt: skip
_OURS, _BETWEEN, _THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


@dataclass(frozen=True, slots=True)
class ThreeWayMerge:
    """A merged catalog as text, and a finding for each conflict in it."""

    text: str
    conflicts: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Translation:
    """What a translator decides on as a whole."""

    msgstrs: tuple[str, ...]
    msgid_plural: str | None
    is_fuzzy: bool
    previous: tuple[str | None, str | None, str | None]

    @property
    def is_empty(self) -> bool:
        return not any(self.msgstrs)


def read_version(path: Path, file: str) -> Catalog:
    """Read one version of a file that messages call `file`. Raises CatalogError."""
    raw = read_file(path, file, CATALOG)
    if isinstance(raw, Finding):
        raise CatalogError([raw])
    return parse_catalog(raw, file, "template" if file.endswith(".pot") else "any")


def merge_three(base: Catalog | None, ours: Catalog, theirs: Catalog, file: str) -> ThreeWayMerge:
    """Merge our version and theirs; `base` is None where they have no common one."""
    theirs = _convert_newlines(theirs, ours.newline)
    olds, mine, other = (_index(catalog) for catalog in (base, ours, theirs))
    known = {entry.msgstrs for entry in olds.values() if entry.is_translated}
    ours_is_newer = not is_newer_template(theirs.header, ours.header)
    merger = _EntryMerger(known, ours_is_newer, ours.newline, ours.is_wrapped)
    ours_leads = [*other] == [*olds] or (ours_is_newer and [*mine] != [*olds])
    first, second = (mine, other) if ours_leads else (other, mine)
    merged = [
        merger.merge(olds.get(key), mine.get(key), other.get(key))
        for key in _merge_order([*first], [*second])
    ]
    entries = [entry for entry in merged if entry is not None]
    entries = [_follow(entry, olds, mine, other) for entry in entries]
    entries.sort(key=lambda entry: entry.obsolete)
    header = merge_headers(base.header if base else None, ours.header, theirs.header)
    tail = ours.tail or theirs.tail
    text = format_catalog(replace(ours, entries=(header, *entries), tail=tail))
    return ThreeWayMerge(text, tuple(_list_conflicts(text, file)))


def _index(catalog: Catalog | None) -> dict[Key, Entry]:
    return {entry.key: entry for entry in catalog.entries[1:]} if catalog else {}


def _convert_newlines(catalog: Catalog, newline: str) -> Catalog:
    if catalog.newline == newline:
        return catalog
    entries = (
        replace(entry, raw=entry.raw.replace("\r\n", "\n").replace("\n", newline), gap=None)
        for entry in catalog.entries
    )
    return replace(catalog, entries=tuple(entries), newline=newline)


def _merge_order(first: Sequence[Key], second: Sequence[Key]) -> list[Key]:
    """Order the keys as the first does; others follow what they follow in the second."""
    known = set(first)
    followers: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in second:
        if key in known:
            last = key
        else:
            followers.setdefault(last, []).append(key)
    order = followers.get(None, [])
    for key in first:
        order += [key, *followers.get(key, ())]
    return order


@dataclass(frozen=True, slots=True)
class _EntryMerger:
    known: set[tuple[str, ...]]
    """The translations of the common version: a fuzzy one of these is a program's suggestion."""
    ours_is_newer: bool
    newline: str
    is_wrapped: bool

    def merge(self, base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Entry | None:
        if ours is None or theirs is None:
            left = ours or theirs
            return left if base is None or left is None else _keep_work(base, left)
        if _get_content(ours) == _get_content(theirs):
            return theirs if base and base.raw == ours.raw else ours
        begin = base or Entry(ours.msgid, ("",), ours.msgctxt, obsolete=ours.obsolete)
        sides = [_read_translation(entry) for entry in (begin, ours, theirs)]
        translation = self._choose(*sides)
        if translation is not None:
            return self._build(begin, ours, theirs, translation)
        bodies = [self._build(begin, ours, theirs, side) for side in sides[1:]]
        texts = [body.raw or format_entry(body, self.newline, self.is_wrapped) for body in bodies]
        ends = ["" if text.endswith("\n") else self.newline for text in texts]
        marks = [mark + self.newline for mark in (_OURS, _BETWEEN, _THEIRS)]
        raw = f"{marks[0]}{texts[0]}{ends[0]}{marks[1]}{texts[1]}{ends[1]}{marks[2]}"
        return replace(bodies[0], raw=raw)

    def _choose(
        self, base: _Translation, ours: _Translation, theirs: _Translation
    ) -> _Translation | None:
        """Choose a translation, or None where only a person can."""
        if theirs in (base, ours):
            return ours
        if ours == base:
            return theirs
        if ours.msgstrs == theirs.msgstrs:
            return ours if ours.is_fuzzy else theirs
        for one, other in ((ours, theirs), (theirs, ours)):
            is_suggestion = other.is_fuzzy and other.msgstrs in self.known
            if other.is_empty or (is_suggestion and not one.is_empty):
                return one
        return None

    def _build(self, base: Entry, ours: Entry, theirs: Entry, translation: _Translation) -> Entry:
        newer = ours if self.ours_is_newer else theirs
        own = [[flag for flag in entry.flags if flag != FUZZY] for entry in (base, ours, theirs)]
        merged = Entry(
            ours.msgid,
            translation.msgstrs,
            ours.msgctxt,
            translation.msgid_plural,
            comments=_merge_items(base.comments, ours.comments, theirs.comments),
            extracted=_pick(base.extracted, ours.extracted, theirs.extracted, newer.extracted),
            references=_pick(base.references, ours.references, theirs.references, newer.references),
            flags=(FUZZY,) * translation.is_fuzzy + _merge_items(*own),
            workflow=_merge_items(base.workflow, ours.workflow, theirs.workflow),
            previous_msgid=translation.previous[0],
            previous_msgctxt=translation.previous[1],
            previous_msgid_plural=translation.previous[2],
            obsolete=_pick(base.obsolete, ours.obsolete, theirs.obsolete, newer.obsolete),
        )
        for side in (ours, theirs):
            noted = replace(
                merged, extracted=side.extracted, references=side.references, flags=side.flags
            )
            if side.raw and _get_content(noted) == _get_content(side):
                return replace_notes(side, merged.extracted, merged.references, merged.flags)
        return merged


def _read_translation(entry: Entry) -> _Translation:
    previous = (entry.previous_msgid, entry.previous_msgctxt, entry.previous_msgid_plural)
    return _Translation(entry.msgstrs, entry.msgid_plural, FUZZY in entry.flags, previous)


def _keep_work(base: Entry, left: Entry) -> Entry | None:
    """What stays of a message that one side has removed: what the other did to it meanwhile."""
    is_same = _read_translation(base) == _read_translation(left)
    if is_same and base.comments == left.comments:
        return None
    if left.obsolete:
        return left
    return replace(left, obsolete=True, extracted=(), references=(), raw="", gap=None)


def _follow(
    entry: Entry, olds: Mapping[Key, Entry], ours: Mapping[Key, Entry], theirs: Mapping[Key, Entry]
) -> Entry:
    """Give a suggestion the words that the other side found meanwhile for the text before it."""
    sides = [side for side in (ours, theirs) if entry.key not in side]
    if entry.key in olds or len(sides) != 1 or not entry.is_fuzzy or entry.previous_msgid is None:
        return entry
    context = entry.msgctxt if entry.previous_msgctxt is None else entry.previous_msgctxt
    key = context, entry.previous_msgid
    old, new = olds.get(key), sides[0].get(key)
    if old is None or new is None or new.is_fuzzy or not new.is_translated:
        return entry
    if old.msgstrs != entry.msgstrs or new.msgstrs == old.msgstrs:
        return entry
    return replace(entry, msgstrs=new.msgstrs, raw="")


def _pick(base: _T, ours: _T, theirs: _T, newer: _T) -> _T:
    """Take what one side changed; where both did, what the newer has."""
    if ours == base:
        return theirs
    return ours if theirs == base else newer


def _merge_items(
    base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]
) -> tuple[str, ...]:
    """Take what either side added, and leave out what either removed."""
    old, mine, other = (dict.fromkeys(items) for items in (base, ours, theirs))
    every = dict.fromkeys([*mine, *other])
    return tuple(item for item in every if item not in old or (item in mine and item in other))


def _list_conflicts(text: str, file: str) -> Iterator[Finding]:
    hint = "Keep one side of what stands between the marks, and remove the marks."
    for number, line in enumerate(text.splitlines(), 1):
        if line == _OURS:
            yield Finding(file, number, "both sides translate this message, each its own way", hint)
