"""Read all that editions are made from, or report every error of every file at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..audio.voices import Voice
from ..catalogs.critical import report_open, report_unreviewed
from ..catalogs.sync import update_catalogs
from ..config.project import LocaleSettings, Project
from ..diagnostics.errors import PlainspokenError
from ..diagnostics.finding import Finding
from ..guide import Guide
from ..localized_guides import read_source, read_translations, translate_source
from ..po.model import Catalog
from .voice_selection import select_voices


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


def read_inputs(
    project: Project, locales: Sequence[LocaleSettings], voice: str
) -> tuple[EditionInputs, ...]:
    """Bring the catalogs up to date with the source, and read all that editions are made from.

    Raises:
        PlainspokenError: with every error of the source, the catalogs and the voices; then
            nothing was written.
    """
    source, errors = read_source(project)
    old, catalog_errors = read_translations(project, locales)
    guides, translation_errors = translate_source(source, old, locales)
    voices, voice_errors = _find_voices(project, locales, voice)
    errors += [*catalog_errors, *translation_errors, *voice_errors]
    if errors or source is None:
        raise PlainspokenError(sorted(set(errors)))
    new = update_catalogs(project, source, old)
    updated = [locale for locale in locales if new.get(locale.lang) is not old.get(locale.lang)]
    updated_guides, errors = translate_source(source, new, updated)
    if errors:
        raise PlainspokenError(sorted(set(errors)))
    guides |= updated_guides
    inputs = []
    for locale in locales:
        lang = locale.lang
        catalog = new.get(lang)
        findings = _find_open(project, source, catalog, lang)
        settings = replace(locale, reviewed_by="") if findings else locale
        inputs.append(
            EditionInputs(settings, guides[lang], source, catalog, voices[lang], findings)
        )
    return tuple(inputs)


def _find_open(
    project: Project, source: Guide, catalog: Catalog | None, lang: str
) -> tuple[Finding, ...]:
    """The open critical blocks of an edition; those of the source wait for its clinician."""
    if catalog is None:
        return () if project.reviewed_by else tuple(report_unreviewed(source))
    return tuple(report_open(source, catalog, lang))


def _find_voices(
    project: Project, locales: Sequence[LocaleSettings], voice: str
) -> tuple[dict[str, tuple[Voice, ...]], list[Finding]]:
    """The voices of each locale, or the one that was asked for; and those that are not known."""
    voices: dict[str, tuple[Voice, ...]] = {}
    errors: list[Finding] = []
    for locale in locales:
        try:
            voices[locale.lang] = select_voices(project, locale, voice)
        except PlainspokenError as error:
            errors += error.findings
    return voices, errors
