"""Gather what people have reviewed of a locale: which reviews, how old, and of how much."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from ..catalogs.critical import CriticalParts
from ..catalogs.review import find_review_date, is_reviewed, list_reviews, make_terms
from ..config.project import LocaleSettings, Project
from ..guide import ReviewSummary
from ..po.model import Catalog, Entry, Key
from .reviews import UNKNOWN, Review


def find_reviews(
    project: Project, locale: LocaleSettings, catalog: Catalog | None, critical: CriticalParts
) -> Iterator[Review]:
    """The reviews of a locale's edition: of the guide, and of its translation."""
    if project.reviewed_by:
        hint = "A clinician reads it again; then change `reviewed` below [dates]."
        yield _make_review(project, "the guide", project.reviewed, ("dates", "reviewed"), hint)
    if catalog is None:
        return
    if locale.reviewed_by:
        path = ("locales", locale.lang, "reviewed")
        hint = "A qualified translator reads it again; then write the day as `reviewed` below "
        hint += f"[locales.{locale.lang}]."
        yield _make_review(project, "the translation", locale.reviewed, path, hint)
    terms, keys = make_terms(project, locale, catalog), {m.key for m in critical.messages}
    entries = (entry for entry in catalog.iter_messages() if entry.key in keys)
    dated = [
        (find_review_date(reviews), entry)
        for entry in entries
        if (reviews := list_reviews(entry, terms))
    ]
    if dated:
        date, oldest = min(dated, key=lambda pair: pair[0] or datetime.date.min)
        until = _find_end(project, date)
        hint = f"See all: plainspoken catalogs review {locale.lang} --list"
        place = catalog.file, oldest.line
        yield Review("a critical message", _format(date), until, *place, hint, is_of_whole=False)


def summarize_reviews(
    project: Project,
    locale: LocaleSettings,
    catalog: Catalog | None,
    keys: Sequence[Key],
    critical: CriticalParts,
    reviews: Iterable[Review],
) -> ReviewSummary:
    """What an edition says of its reviews; `keys` are those of all messages of the guide, and
    `critical` has those that are critical.
    """
    ends = [review.until for review in reviews if review.until]
    until = None
    if ends and UNKNOWN not in ends:
        until = datetime.date.fromisoformat(min(ends))
    if catalog is None:
        return ReviewSummary(until=until)
    terms = make_terms(project, locale, catalog)
    entries: dict[Key, Entry] = {entry.key: entry for entry in catalog.iter_messages()}
    signed = {key for key in keys if key in entries and is_reviewed(entries[key], terms)}
    critical_keys = {message.key for message in critical.messages}
    counts = len(signed & critical_keys), len(critical_keys)
    return ReviewSummary(len(signed), len(keys), until, *counts)


def _make_review(
    project: Project, of: str, date: datetime.date | None, path: Sequence[str], hint: str
) -> Review:
    config = project.config
    until = _find_end(project, date)
    return Review(of, _format(date), until, config.display_path, config.line(*path), hint)


def _find_end(project: Project, date: datetime.date | None) -> str:
    if not project.review_every:
        return ""
    return project.review_every.add_to(date).isoformat() if date else UNKNOWN


def _format(date: datetime.date | None) -> str:
    return date.isoformat() if date else ""
