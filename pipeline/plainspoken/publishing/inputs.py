"""Read all that editions are made from, or report every error of every file at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..audio.voices import Voice, find_locale_voices
from ..catalogs.critical import find_critical_blocks, report_open, report_unreviewed
from ..catalogs.review import make_terms
from ..catalogs.sync import update_catalogs
from ..catalogs.termbase import read_renderings
from ..config.project import LocaleSettings, Project
from ..config.release_date import read_release_date
from ..diagnostics.errors import PlainspokenError, collect_errors
from ..diagnostics.finding import Finding
from ..editions.images import find_image_errors
from ..guide import Guide
from ..localized_guides import add_translations, read_source, translate_source
from ..parsing import list_image_files
from ..parsing.image_files import list_images
from ..po.model import Catalog
from .recordable import find_second_reader


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
    open_findings: tuple[Finding, ...] = ()
    """Its critical blocks that are not translated or not reviewed, each at its line."""
    critical: frozenset[str] = frozenset()
    """The ids of all its critical blocks."""


def read_inputs(
    project: Project, locales: Sequence[LocaleSettings], voice: str
) -> tuple[EditionInputs, ...]:
    """Bring the catalogs up to date with the source, and read all that editions are made from.
    Raises PlainspokenError: with every error; then nothing was written.
    """
    source, errors = read_source(project)
    with collect_errors(errors):
        images = list_images(source.sentences()) if source else list_image_files(project)
        errors += find_image_errors(images, project)
    with collect_errors(errors):
        read_release_date()  # now, and not when all has been read aloud
    voices: dict[str, tuple[Voice, ...]] = {}
    for locale in locales:
        with collect_errors(errors):
            voices[locale.lang] = find_locale_voices(project, locale, voice)
        errors += find_second_reader(project, locale)
    guides, old = add_translations(project, source, errors, locales)
    if source is None:
        raise PlainspokenError(errors)
    new = update_catalogs(project, source, old)
    updated = [locale for locale in locales if new.get(locale.lang) is not old.get(locale.lang)]
    guides |= translate_source(source, new, updated)
    inputs = []
    critical = find_critical_blocks(source)
    for locale in locales:
        lang = locale.lang
        catalog = new.get(lang)
        findings: Iterable[Finding] = ()
        if catalog:
            findings = report_open(source, catalog, lang, make_terms(project, locale, catalog))
        elif not project.reviewed_by:
            findings = report_unreviewed(source)
        found = tuple(findings)
        settings = replace(locale, reviewed_by="") if found else locale
        inputs.append(
            EditionInputs(settings, guides[lang], source, catalog, voices[lang], found, critical)
        )
    return tuple(inputs)


def find_check_errors(
    project: Project, all_inputs: Sequence[EditionInputs]
) -> dict[str, tuple[Finding, ...]]:
    """The errors that checks find in the catalogs of some locales, by language. Raises
    PlainspokenError: the glossary cannot be read.
    """
    # Here and not above: the checks bring much with them, and mostly run in another process.
    from ..catalogs.checks import list_open_findings

    errors: dict[str, tuple[Finding, ...]] = {}
    for inputs in all_inputs:
        lang = inputs.locale.lang
        if inputs.catalog:
            terms = read_renderings(project, lang)
            findings = list_open_findings(
                inputs.source, inputs.catalog, project.find_locale(lang), terms
            )
            errors[lang] = tuple(finding for finding in findings if finding.level == "error")
    return errors
