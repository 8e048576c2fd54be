"""Sign translations that were reviewed, and read the signatures of an entry.

A signature is a translator comment, since only those survive every tool:
`# reviewed: Ana Ruiz, clinician, 2026-01-31, 4f1a9c2b`. Its last part is a hash of text and
translation: when either changes, the review is void. It says who read what and when; it is no proof
of who wrote it.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from ..config.project import LocaleSettings, Project
from ..config.review_period import ReviewPeriod
from ..config.text_files import HIDDEN_CHARACTER
from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..po.comments import edit_comments
from ..po.model import Catalog, Entry, Key
from .second_person import find_same_person, list_translators

ROLES = ("translator", "second translator", "clinician")
INDEPENDENT = ("second translator", "clinician")
"""The roles whose signature counts as a review: they read what another person wrote."""
MAX_NAME_LENGTH = 100
_HEAD = "reviewed:"
# Tools may wrap a long comment: a signature may extend over several lines.
_SIGNATURE = re.compile(
    rf"(?:^|(?<=\n)){_HEAD}\s+(?P<name>(?:(?!\n{_HEAD})[\s\S]){{1,200}}?),"
    r"\s+(?P<role>translator|second\s+translator|clinician),"
    r"(?:\s+(?P<date>\d{4}-\d\d-\d\d),)?\s+(?P<digest>[0-9a-f]{8})(?=\n|$)"
)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who signs, and their role."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature of one person."""

    reviewer: Reviewer
    digest: str
    valid: bool
    lines: tuple[int, ...] = ()
    date: datetime.date | None = None
    """The day on which it was signed; None where it does not say, or names no day."""


@dataclass(frozen=True, slots=True)
class ReviewTerms:
    """What else a signature must be, to count as a review: another person's, and not too old."""

    translators: tuple[str, ...] = ()
    """Who translated, where no signature of a message says so."""
    period: ReviewPeriod | None = None
    """How long a review holds."""
    today: datetime.date | None = None
    """None: however old it is. What goes into an edition must not ask for the day."""

    def has_lapsed(self, date: datetime.date | None) -> bool:
        """Whether a review of some day holds no more: where it must lapse, nor does an undated."""
        if not self.period or not self.today:
            return False
        return date is None or self.period.add_to(date) < self.today


def make_terms(
    project: Project,
    locale: LocaleSettings,
    catalog: Catalog,
    today: datetime.date | None = None,
) -> ReviewTerms:
    """The terms of a locale."""
    translators = list_translators(catalog, locale.translators)
    return ReviewTerms(translators, project.review_every, today)


_ANY = ReviewTerms()


def parse_reviewer(text: str) -> Reviewer:
    """Parse a name and a role, `Ana Ruiz, clinician`, or raise CatalogError if one is missing."""
    name, _, role = (" ".join(part.split()) for part in text.rpartition(","))
    role = role.lower()
    if not name or role not in ROLES:
        message = f"{text!r} is not a name and a role"
        nearest = suggest_nearest(role, ROLES) if name else ""
        hint = nearest or f'Write "Name, role". The roles are: {", ".join(ROLES)}.'
        raise CatalogError([Finding("", 0, message, hint)])
    check_name(name)
    return Reviewer(name, role)


def check_name(name: str) -> None:
    """Raise CatalogError where a text cannot be the name of somebody who signs."""
    is_line = name.isprintable() and not HIDDEN_CHARACTER.search(name)
    if not name or len(name) > MAX_NAME_LENGTH or not is_line or name.startswith(_HEAD):
        hint = f"Use at most {MAX_NAME_LENGTH} letters, all in one line."
        raise CatalogError([Finding("", 0, f"{name!r} is not a name", hint)])


def compute_digest(entry: Entry) -> str:
    """Hash all that a reviewer reads, context, text and translation, to 8 hexadecimal digits."""
    parts = (repr(entry.msgctxt), entry.msgid, entry.msgid_plural or "", *entry.msgstrs)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]


def read_signatures(entry: Entry) -> tuple[Signature, ...]:
    """Read every signature of an entry, valid or void, in the order of its comments."""
    if not entry.comments:
        return ()
    lines = [comment.removeprefix("#").strip() for comment in entry.comments]
    text = "\n".join(lines)
    digest = compute_digest(entry)
    signatures = []
    for match in _SIGNATURE.finditer(text):
        first = text.count("\n", 0, match.start())
        last = text.count("\n", 0, match.end())
        reviewer = Reviewer(_fold_spaces(match["name"]), _fold_spaces(match["role"]))
        valid = match["digest"] == digest and entry.is_usable
        indices = tuple(range(first, last + 1))
        date = None
        with suppress(ValueError):
            date = datetime.date.fromisoformat(match["date"] or "")
        signatures.append(Signature(reviewer, match["digest"], valid, indices, date))
    return tuple(signatures)


def list_signed_roles(entry: Entry) -> frozenset[str]:
    """List the roles whose signature of an entry is valid."""
    signatures = read_signatures(entry)
    return frozenset(signature.reviewer.role for signature in signatures if signature.valid)


def list_reviews(entry: Entry, terms: ReviewTerms = _ANY) -> tuple[Signature, ...]:
    """List the valid signatures of people who did not translate an entry. Who signed it as its
    translator did; where nobody has, all who translated the catalog may have.
    """
    signatures = [signature for signature in read_signatures(entry) if signature.valid]
    translators = _list_entry_translators(signatures, terms)
    return tuple(
        signature
        for signature in signatures
        if signature.reviewer.role in INDEPENDENT
        and not find_same_person(signature.reviewer.name, translators)
    )


def _list_entry_translators(signatures: Iterable[Signature], terms: ReviewTerms) -> tuple[str, ...]:
    signed = (s.reviewer.name for s in signatures if s.valid and s.reviewer.role == "translator")
    return tuple(signed) or terms.translators


def is_reviewed(entry: Entry, terms: ReviewTerms = _ANY) -> bool:
    """Whether someone other than its translator has a valid signature."""
    return bool(list_reviews(entry, terms))


def find_review_date(reviews: Iterable[Signature]) -> datetime.date | None:
    """The day of the latest of some reviews; None where none has a date."""
    return max((review.date for review in reviews if review.date), default=None)


def is_void(entry: Entry) -> bool:
    """Whether an entry has changed since it was signed, and no signature is valid."""
    signatures = read_signatures(entry)
    return bool(signatures) and not any(signature.valid for signature in signatures)


def explain_refusal(
    entry: Entry, reviewer: Reviewer, terms: ReviewTerms = _ANY
) -> tuple[str, str] | None:
    """Explain why a person cannot sign an entry, with a hint; None if they can."""
    if not entry.is_translated or not entry.msgstr.strip():
        return "it is not translated", "Translate it first; then read and sign it."
    if not entry.is_usable:
        return "it is fuzzy", "Bring the translation to the text and remove the fuzzy mark first."
    signatures = [signature for signature in read_signatures(entry) if signature.valid]
    for signature in signatures:
        name, role = signature.reviewer.name, signature.reviewer.role
        is_other_side = (role in INDEPENDENT) != (reviewer.role in INDEPENDENT)
        if is_other_side and find_same_person(reviewer.name, [name]):
            message = f"{reviewer.name} has signed it as {role}"
            return message, "A second translator is another person than the translator."
    translators = _list_entry_translators(signatures, terms)
    same = find_same_person(reviewer.name, translators)
    if same and reviewer.role in INDEPENDENT:
        hint = (
            "Another person reviews it. If they did not translate it, whoever did signs it first."
        )
        return f"{same} is named as its translator", hint
    return None


def sign_entry(entry: Entry, reviewer: Reviewer, date: datetime.date | None = None) -> Entry:
    """Add a signature in place of void ones of its role and older ones; all other bytes stay."""
    same_role = [s for s in read_signatures(entry) if s.reviewer.role == reviewer.role]
    if any(_is_as_new(signature, reviewer, date) for signature in same_role):
        return entry
    replaced = [s for s in same_role if not s.valid or s.reviewer == reviewer]
    removed = {line for signature in replaced for line in signature.lines}
    day = [date.isoformat()] if date else []
    parts = ", ".join((reviewer.name, reviewer.role, *day, compute_digest(entry)))
    line = f"# {_HEAD} {parts}"
    index = min(removed, default=len(entry.comments))
    comments = [comment for i, comment in enumerate(entry.comments) if i not in removed]
    comments.insert(index, line)
    raw = edit_comments(entry, removed, index, line) if entry.raw else ""
    return replace(entry, comments=tuple(comments), raw=raw)


def _is_as_new(signature: Signature, reviewer: Reviewer, date: datetime.date | None) -> bool:
    """Whether a person has signed already, on this day or later."""
    is_dated = not date or (signature.date is not None and signature.date >= date)
    return signature.valid and signature.reviewer == reviewer and is_dated


def sign_entries(
    catalog: Catalog,
    entries: Iterable[Entry],
    reviewer: Reviewer,
    date: datetime.date | None = None,
    terms: ReviewTerms = _ANY,
) -> tuple[Catalog, tuple[Entry, ...]]:
    """Sign entries; return the catalog and those newly signed. Raises CatalogError for refusals."""
    errors = []
    signed: dict[Key, Entry] = {}
    for entry in entries:
        if refusal := explain_refusal(entry, reviewer, terms):
            message, hint = f"cannot be signed: {refusal[0]}", refusal[1]
            detail = (f"msgid {entry.msgid!r}",)
            errors.append(Finding(catalog.file, entry.line, message, hint, detail=detail))
        elif (signed_entry := sign_entry(entry, reviewer, date)) is not entry:
            signed[entry.key] = signed_entry
    CatalogError.raise_if(errors)
    after = tuple(signed.get(entry.key, entry) for entry in catalog.entries)
    return replace(catalog, entries=after), tuple(signed.values())


def find_entries(catalog: Catalog, ids: Sequence[str]) -> tuple[Entry, ...]:
    """Find entries by block, named as after `#:`, with or without file. Raises CatalogError."""
    by_id = {
        name: entry
        for entry in catalog.iter_messages()
        for reference in entry.references
        for name in (reference, reference.rpartition(":")[2])
    }
    errors = []
    for name in ids:
        if name not in by_id:
            hint = suggest_nearest(name, by_id) or "Take the id from the `#:` line of the message."
            errors.append(Finding(catalog.file, 0, f"there is no message {name!r}", hint))
    if errors:
        raise CatalogError(errors)
    return tuple({by_id[name].key: by_id[name] for name in ids}.values())


def _fold_spaces(text: str) -> str:
    return " ".join(text.split())


def explain_open(entry: Entry | None, terms: ReviewTerms = _ANY) -> str:
    """Why a critical message is not ready; nothing where it is."""
    if entry is None or not entry.is_translated:
        return "not translated"
    if not entry.is_usable:
        return "fuzzy"
    reviews = list_reviews(entry, terms)
    if not reviews:
        is_signed = list_signed_roles(entry) & set(INDEPENDENT)
        return "signed by its translator alone" if is_signed else "not reviewed"
    date = find_review_date(reviews)
    if not terms.has_lapsed(date):
        return ""
    return f"reviewed too long ago ({date})" if date else "reviewed without a date"
