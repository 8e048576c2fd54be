"""A project goes in; the guide in each locale's language comes out, or all faults of all files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..audio.voices import Voice, find_voice, locale_voices
from ..catalogs.critical import find_open_critical, report_open, report_unreviewed
from ..config.project import LocaleSettings, Project
from ..diagnostics.errors import PlainspokenError
from ..diagnostics.finding import Finding
from ..guide import Guide
from ..localized_guides import read_source, read_translations, translate_source
from ..po.model import Catalog


@dataclass(frozen=True, slots=True)
class EditionInputs:
    """What one locale's editions are made from."""

    locale: LocaleSettings
    """Without its reviewer while critical blocks are open: the edition says that it is a draft."""
    guide: Guide
    source: Guide
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
        PlainspokenError: with every fault of the source, the catalogs and the voices; then
            nothing was written.
    """
    from ..catalogs.sync import update_catalogs

    source, errors = read_source(project)
    before, more = read_translations(project, locales)
    made, still_more = translate_source(source, before, locales)
    voices, wrong_voices = _find_voices(project, locales, voice)
    errors += [*more, *still_more, *wrong_voices]
    if errors or source is None:
        raise PlainspokenError(sorted(set(errors)))
    after = update_catalogs(project, source, before)
    moved = [each for each in locales if after.get(each.lang) is not before.get(each.lang)]
    again, errors = translate_source(source, after, moved)
    if errors:
        raise PlainspokenError(sorted(set(errors)))
    guides = {**made, **again}
    prepared = []
    for locale in locales:
        catalog = after.get(locale.lang)
        found = _find_open(project, source, catalog, locale.lang)
        said = replace(locale, reviewed_by="") if found else locale
        guide = guides[locale.lang]
        prepared.append(EditionInputs(said, guide, source, catalog, voices[locale.lang], found))
    return tuple(prepared)


def _find_open(
    project: Project, source: Guide, catalog: Catalog | None, lang: str
) -> tuple[Finding, ...]:
    """The open critical blocks of an edition; those of the source wait for its clinician."""
    if catalog is None:
        return () if project.reviewed_by else tuple(report_unreviewed(source))
    return tuple(report_open(catalog, find_open_critical(source, catalog), lang))


def _find_voices(
    project: Project, locales: Sequence[LocaleSettings], voice: str
) -> tuple[dict[str, tuple[Voice, ...]], list[Finding]]:
    """Each locale's voices, or the one that was asked for; and those that are not known."""
    voices: dict[str, tuple[Voice, ...]] = {}
    errors: list[Finding] = []
    for locale in locales:
        try:
            named = (find_voice(voice),) if voice else locale_voices(project, locale)
            voices[locale.lang] = named
        except PlainspokenError as error:
            errors += error.findings
    return voices, errors
