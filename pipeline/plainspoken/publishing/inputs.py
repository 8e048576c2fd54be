"""Read all that editions are made from, or report every error of every file at once."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..audio.voices import Voice, find_locale_voices
from ..catalogs.critical import (
    CriticalParts,
    find_critical_blocks,
    report_open,
    report_unreviewed,
    select_critical_parts,
)
from ..catalogs.extract import Message
from ..catalogs.review import make_terms
from ..catalogs.sync import plan_update, write_update
from ..config.project import LocaleSettings, Project
from ..config.release_date import read_release_date
from ..diagnostics.errors import PlainspokenError, collect_errors
from ..diagnostics.finding import Finding
from ..editions.cover import find_cover_errors
from ..editions.images import find_image_errors
from ..guide import Guide
from ..localized_guides import read_locale_catalogs, read_source, translate_source
from ..parsing import list_image_files
from ..parsing.image_files import list_images
from ..po.model import Catalog, Key
from ..workers import run_in_child
from .recordable import find_second_reader
from .review_summary import find_reviews, summarize_reviews
from .reviews import Review
from .starter_words import find_starter_words


@dataclass(frozen=True, slots=True)
class EditionInputs:
    """What one locale's editions are made from."""

    locale: LocaleSettings
    """Without its reviewer while critical blocks are open: the edition says that it is a draft."""
    guide: Guide
    """In the language of the locale, without what editions say of themselves."""
    source: Guide
    """In its own language."""
    catalog: Catalog | None
    """None for the guide's own language."""
    voices: tuple[Voice, ...]
    critical: CriticalParts
    open_findings: tuple[Finding, ...] = ()
    """Its critical blocks that are not translated or not reviewed, each at its line."""
    reviews: tuple[Review, ...] = ()
    starter_words: tuple[Finding, ...] = ()
    """What the guide still says as the starter does."""
    has_review_notes: bool = False
    """Whether a copy is made that shows the notes for reviewers."""


@dataclass(frozen=True, slots=True)
class _SourceFacts:
    """What is found once in the guide's own language, for all locales."""

    guide: Guide
    keys: tuple[Key, ...]
    """Those of all messages."""
    critical: CriticalParts
    starter_words: tuple[Finding, ...]


def read_inputs(
    project: Project, locales: Sequence[LocaleSettings], voice: str
) -> tuple[EditionInputs, ...]:
    """Bring the catalogs up to date with the source, and read all that editions are made from.
    Raises PlainspokenError: with every error; then nothing was written.
    """
    source, errors = read_source(project)
    find_blocks = partial(find_critical_blocks, source, project.cache) if source else frozenset[str]
    # In another process: what is critical takes as long to find as all that is read meanwhile.
    with run_in_child(find_blocks) as critical_blocks:
        voices = _find_voices(project, source, locales, voice, errors)
        old = read_locale_catalogs(project, locales, errors)
        if source is None or errors:
            translate_source(source, old, locales, errors)
            raise PlainspokenError(errors)
        plan = plan_update(project, source, old)
        # Before anything is written: a translation may have errors, at the lines of today.
        merged = {lang: result.catalog for lang, result in plan.results.items()}
        guides = translate_source(source, merged, locales)
        new = write_update(project, plan, old)
        facts = _describe_source(project, source, plan.messages, critical_blocks.get())
    return tuple(
        _gather(
            project,
            locale,
            facts,
            guides[locale.lang],
            new.get(locale.lang),
            voices[locale.lang],
        )
        for locale in locales
    )


def _find_voices(
    project: Project,
    source: Guide | None,
    locales: Sequence[LocaleSettings],
    voice: str,
    errors: list[Finding],
) -> dict[str, tuple[Voice, ...]]:
    """The voices of each locale; to `errors` is added what is wrong with them, and with images."""
    with collect_errors(errors):
        images = list_images(source.sentences()) if source else list_image_files(project)
        found = [*find_image_errors(images, project), *find_cover_errors(project, locales)]
        errors += [error for error in found if error not in errors]
    with collect_errors(errors):
        read_release_date()  # now, and not when all has been read aloud
    voices: dict[str, tuple[Voice, ...]] = {}
    for locale in locales:
        with collect_errors(errors):
            voices[locale.lang] = find_locale_voices(project, locale, voice)
        errors += find_second_reader(project, locale)
    return voices


def _describe_source(
    project: Project, source: Guide, messages: Sequence[Message], critical: frozenset[str]
) -> _SourceFacts:
    return _SourceFacts(
        source,
        tuple(message.key for message in messages),
        select_critical_parts(critical, messages),
        tuple(find_starter_words(project, source)),
    )


def _gather(
    project: Project,
    locale: LocaleSettings,
    source: _SourceFacts,
    guide: Guide,
    catalog: Catalog | None,
    voices: tuple[Voice, ...],
) -> EditionInputs:
    """Put together what was read for a locale, and what people have reviewed of it."""
    open_findings = find_open(project, locale, source.critical, catalog)
    if open_findings:
        locale = replace(locale, reviewed_by="", reviewed=None)
    reviews = tuple(find_reviews(project, locale, catalog, source.critical))
    summary = summarize_reviews(project, locale, catalog, source.keys, source.critical, reviews)
    return EditionInputs(
        locale=locale,
        guide=replace(guide, review=summary),
        source=source.guide,
        catalog=catalog,
        voices=voices,
        open_findings=open_findings,
        critical=source.critical,
        reviews=reviews,
        starter_words=source.starter_words,
    )


def find_open(
    project: Project,
    locale: LocaleSettings,
    critical: CriticalParts,
    catalog: Catalog | None,
    today: datetime.date | None = None,
) -> tuple[Finding, ...]:
    """The critical blocks of a locale that are not translated or not reviewed, each at its line; on
    some day, those as well whose review has lapsed by then.
    """
    if catalog:
        terms = make_terms(project, locale, catalog, today)
        return tuple(report_open(critical, catalog, locale.lang, terms))
    return () if project.reviewed_by else tuple(report_unreviewed(critical))
