"""A project goes in; the guide in each locale's language comes out, or all faults of all files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .. import catalogs
from ..audio.voices import Voice, find_voice
from ..errors import PlainspokenError
from ..findings import Finding
from ..guide import Guide
from ..parsing import parse
from ..project import LocaleSettings, Project


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one locale's editions are made from."""

    locale: LocaleSettings
    guide: Guide
    voices: tuple[Voice, ...]


def chosen(project: Project, langs: Sequence[str]) -> tuple[LocaleSettings, ...]:
    """The settings of the locales named, in the order of guide.toml; all where none is named.

    Raises:
        ProjectError: the guide has no such locale.
    """
    wanted = {project.locale(lang).lang for lang in langs}
    return tuple(each for each in project.locales if not wanted or each.lang in wanted)


def guides(project: Project, locales: Sequence[LocaleSettings]) -> dict[str, Guide]:
    """The guide in each language, as its catalog has it now.

    Raises:
        PlainspokenError: with every fault of the source and of the catalogs.
    """
    source, faults = _source(project)
    made, more = _translated(project, locales, source)
    if faults or more:
        raise PlainspokenError(sorted({*faults, *more}))
    return made


def prepare(
    project: Project, locales: Sequence[LocaleSettings], voice: str
) -> tuple[Prepared, ...]:
    """Bring the catalogs up to date with the source, and read all that editions are made from.

    Raises:
        PlainspokenError: with every fault of the source, the catalogs and the voices; then
            nothing was written.
    """
    source, faults = _source(project)
    faults += _translated(project, locales, source)[1]
    voices: dict[str, tuple[Voice, ...]] = {}
    for locale in locales:
        try:
            names = (voice,) if voice else locale.voices
            voices[locale.lang] = tuple(find_voice(name) for name in names)
        except PlainspokenError as error:
            faults += error.findings
    if faults or source is None:
        raise PlainspokenError(sorted(set(faults)))
    langs = [locale.lang for locale in locales if locale.lang != project.language]
    if langs:
        catalogs.update(project, source, langs)
    else:
        catalogs.write_template(project, source)
    made, faults = _translated(project, locales, source)
    if faults:
        raise PlainspokenError(sorted(set(faults)))
    return tuple(Prepared(locale, made[locale.lang], voices[locale.lang]) for locale in locales)


def _translated(
    project: Project, locales: Sequence[LocaleSettings], source: Guide | None
) -> tuple[dict[str, Guide], list[Finding]]:
    """The guides that could be made, and what was wrong with the catalogs."""
    made: dict[str, Guide] = {}
    faults: list[Finding] = []
    for locale in locales:
        if locale.lang == project.language:
            made |= {locale.lang: source} if source else {}
            continue
        path = project.po(locale.lang)
        try:
            catalog = catalogs.read_catalog(path, project.shown(path))
            if source:
                made[locale.lang] = catalogs.translate(source, catalog, locale)
        except PlainspokenError as error:
            faults += error.findings
    return made, faults


def _source(project: Project) -> tuple[Guide | None, list[Finding]]:
    try:
        return parse(project), []
    except PlainspokenError as error:
        return None, list(error.findings)
