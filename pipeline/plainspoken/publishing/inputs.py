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
from ..catalogs.extract import extract_messages
from ..catalogs.review import make_terms
from ..catalogs.sync import update_catalogs
from ..catalogs.termbase import read_renderings
from ..config.project import LocaleSettings, Project
from ..config.release_date import read_release_date
from ..diagnostics.errors import PlainspokenError, collect_errors
from ..diagnostics.finding import Finding
from ..editions.cover import find_cover_errors
from ..editions.images import find_image_errors
from ..guide import Guide
from ..localized_guides import add_translations, read_source, translate_source
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
        guides, old = add_translations(project, source, errors, locales)
        if source is None:
            raise PlainspokenError(errors)
        new = update_catalogs(project, source, old)
        updated = [locale for locale in locales if new.get(locale.lang) is not old.get(locale.lang)]
        guides |= translate_source(source, new, updated)
        facts = _describe_source(project, source, critical_blocks.get())
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


def _describe_source(project: Project, source: Guide, critical: frozenset[str]) -> _SourceFacts:
    messages = extract_messages(source)
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


def find_check_findings(
    project: Project, all_inputs: Sequence[EditionInputs]
) -> dict[str, tuple[Finding, ...]]:
    """The errors and warnings that checks find in the catalogs of some locales, by language. Raises
    PlainspokenError: the glossary cannot be read.
    """
    # Here and not above: the checks bring much with them, and mostly run in another process.
    from ..catalogs.checks import list_open_findings

    found: dict[str, tuple[Finding, ...]] = {}
    for inputs in all_inputs:
        lang = inputs.locale.lang
        if inputs.catalog:
            terms = read_renderings(project, lang)
            findings = list_open_findings(
                inputs.source, inputs.catalog, project.find_locale(lang), terms, project.cache
            )
            found[lang] = tuple(finding for finding in findings if finding.level != "info")
    return found
