"""An entry and a name go in; the entry with a signature comes out, and what signatures it has.

A signature is a translator's comment, since only those survive every tool:

    # reviewed: Ana Ruiz, clinician, 4f1a9c2b

Its last part is a short hash of text and translation. When either changes, it no longer fits, and
the review is void. It says who read what; it proves nothing about who wrote it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..po.model import Catalog, Entry

ROLES = ("translator", "second translator", "clinician")
INDEPENDENT = ("second translator", "clinician")
"""Those whose signature counts as a review: they read what another person wrote."""
LONGEST_NAME = 100
_HEAD = "reviewed:"
# Tools may wrap a long comment: the parts may stand in several lines.
_MARK = re.compile(
    rf"(?:^|(?<=\n)){_HEAD}\s+(?P<name>(?:(?!\n{_HEAD})[\s\S]){{1,200}}?),"
    r"\s+(?P<role>translator|second\s+translator|clinician),\s+(?P<digest>[0-9a-f]{8})(?=\n|$)"
)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who signs, and as what."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What one person signed."""

    reviewer: Reviewer
    digest: str
    valid: bool
    """Whether text and translation are still those that were read."""
    lines: tuple[int, ...] = ()
    """Which of the entry's comments it stands in."""


def parse_reviewer(said: str) -> Reviewer:
    """`Ana Ruiz, clinician`: a name and a role.

    Raises:
        CatalogError: there is no name, or the role is not one of the three.
    """
    name, _, role = (" ".join(part.split()) for part in said.rpartition(","))
    role = role.lower()
    known = ", ".join(ROLES)
    if not name or role not in ROLES:
        what = f"{said!r} is not a name and a role"
        hint = (
            name and suggest_nearest(role, ROLES)
        ) or f'Write "Name, role". The roles are: {known}.'
        raise CatalogError([Finding("", 0, what, hint)])
    if len(name) > LONGEST_NAME or not name.isprintable() or name.startswith(_HEAD):
        hint = f"Use at most {LONGEST_NAME} letters, all in one line."
        raise CatalogError([Finding("", 0, f"{name!r} is not a name", hint)])
    return Reviewer(name, role)


def compute_digest(entry: Entry) -> str:
    """A short hash of all that a reviewer reads: context, text and translation."""
    parts = (repr(entry.msgctxt), entry.msgid, entry.msgid_plural or "", *entry.msgstrs)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]


def read_signatures(entry: Entry) -> tuple[Signature, ...]:
    """Every signature of an entry, valid or void, as they stand in it."""
    if not entry.comments:
        return ()
    lines = [comment.removeprefix("#").strip() for comment in entry.comments]
    text = "\n".join(lines)
    now = compute_digest(entry)
    found = []
    for mark in _MARK.finditer(text):
        first = text.count("\n", 0, mark.start())
        last = text.count("\n", 0, mark.end())
        reviewer = Reviewer(_joined(mark["name"]), _joined(mark["role"]))
        valid = mark["digest"] == now and entry.is_usable
        found.append(Signature(reviewer, mark["digest"], valid, tuple(range(first, last + 1))))
    return tuple(found)


def list_signed_roles(entry: Entry) -> frozenset[str]:
    """The roles in which an entry, as it is now, was signed."""
    return frozenset(each.reviewer.role for each in read_signatures(entry) if each.valid)


def is_reviewed(entry: Entry) -> bool:
    """Whether someone other than its translator has read an entry as it is now."""
    return bool(list_signed_roles(entry) & set(INDEPENDENT))


def is_void(entry: Entry) -> bool:
    """Whether an entry was signed, and has changed since."""
    found = read_signatures(entry)
    return bool(found) and not any(each.valid for each in found)


def explain_refusal(entry: Entry, who: Reviewer) -> tuple[str, str] | None:
    """Why a person cannot sign an entry, and what to do; nothing where they can."""
    if not entry.is_translated or not entry.msgstr.strip():
        return "it is not translated", "Translate it first; then read and sign it."
    if not entry.is_usable:
        return "it is fuzzy", "Bring the translation to the text and remove the fuzzy mark first."
    others = {"translator": ("second translator",), "second translator": ("translator",)}
    for each in read_signatures(entry):
        same = each.reviewer.name.casefold() == who.name.casefold()
        if each.valid and same and each.reviewer.role in others.get(who.role, ()):
            what = f"{who.name} has signed it as {each.reviewer.role}"
            return what, "A second translator is another person than the translator."
    return None


def sign(entry: Entry, who: Reviewer) -> Entry:
    """The entry with a person's signature; one that they or their role left void goes.

    Every other byte of it stays.
    """
    found = read_signatures(entry)
    mine = [each for each in found if each.reviewer.role == who.role]
    if any(each.valid and each.reviewer == who for each in mine):
        return entry
    gone = {line for each in mine if not each.valid or each.reviewer == who for line in each.lines}
    line = f"# {_HEAD} {who.name}, {who.role}, {compute_digest(entry)}"
    comments = list(entry.comments)
    at = min(gone, default=len(comments))
    kept = [comment for place, comment in enumerate(comments) if place not in gone]
    kept.insert(at, line)
    raw = _edited(entry, gone, at, line) if entry.raw else ""
    return replace(entry, comments=tuple(kept), raw=raw)


def sign_entries(
    catalog: Catalog, entries: Iterable[Entry], who: Reviewer
) -> tuple[Catalog, tuple[Entry, ...]]:
    """The catalog with a person's signature under some entries; and those newly signed.

    Raises:
        CatalogError: with every entry that the person cannot sign.
    """
    errors = []
    signed: dict[int, Entry] = {}
    places = {id(entry): place for place, entry in enumerate(catalog.entries)}
    for entry in entries:
        if reason := explain_refusal(entry, who):
            detail = (f"msgid {entry.msgid!r}",)
            errors.append(
                Finding(catalog.file, entry.line, f"cannot be signed: {reason[0]}", reason[1],
                        detail=detail)
            )  # fmt: skip
        elif (made := sign(entry, who)) is not entry:
            signed[places[id(entry)]] = made
    if errors:
        raise CatalogError(sorted(set(errors)))
    after = tuple(signed.get(place, each) for place, each in enumerate(catalog.entries))
    return replace(catalog, entries=after), tuple(signed.values())


def find_entries(catalog: Catalog, names: Sequence[str]) -> tuple[Entry, ...]:
    """The entries that these ids name: a block's, as after `#:`, with its file or without.

    Raises:
        CatalogError: with every id that names no message.
    """
    known = dict(_names(catalog))
    errors = []
    for name in names:
        if name not in known:
            hint = suggest_nearest(name, known) or "Take the id from the `#:` line of the message."
            errors.append(Finding(catalog.file, 0, f"there is no message {name!r}", hint))
    if errors:
        raise CatalogError(errors)
    found: Mapping[int, Entry] = {id(known[name]): known[name] for name in names}
    return tuple(found.values())


def _names(catalog: Catalog) -> Iterator[tuple[str, Entry]]:
    for entry in catalog.iter_messages():
        for reference in entry.references:
            yield reference, entry
            yield reference.rpartition(":")[2], entry


def _edited(entry: Entry, gone: set[int], at: int, line: str) -> str:
    """The lines of an entry without some of its comments, and with one more in their place."""
    newline = "\r\n" if "\r\n" in entry.raw else "\n"
    out: list[str] = []
    seen = 0
    to = None
    for each in re.findall(r"[^\n]*\n|[^\n]+", entry.raw):
        if seen == len(entry.comments) or each.strip() != entry.comments[seen]:
            out.append(each)
            continue
        to = len(out) if seen == at else to
        if seen not in gone:
            out.append(each)
        seen += 1
        to = len(out) if seen == at == len(entry.comments) else to
    if to is None:
        to = next(place for place, each in enumerate(out) if each.strip())
    out.insert(to, line + newline)
    return "".join(out)


def _joined(text: str) -> str:
    return " ".join(text.split())
