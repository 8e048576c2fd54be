"""Make the guide of a project in each of its languages, or report all errors of all files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .catalogs.translate import translate_guide
from .config.project import LocaleSettings, Project
from .diagnostics.errors import PlainspokenError, ProjectError
from .diagnostics.finding import Finding
from .guide import Guide
from .parsing import parse
from .po.model import Catalog
from .po.reader import read_catalog


def select_locales(project: Project, langs: Sequence[str]) -> tuple[LocaleSettings, ...]:
    """The settings of the locales named, in the order of guide.toml; all where none is named.

    Raises:
        ProjectError: the guide has no such locale.
    """
    wanted = set()
    errors: list[Finding] = []
    for lang in langs:
        try:
            wanted.add(project.find_locale(lang).lang)
        except PlainspokenError as error:
            errors += error.findings
    if errors:
        raise ProjectError(errors)
    return tuple(locale for locale in project.locales if not wanted or locale.lang in wanted)


def read_guides(project: Project, locales: Sequence[LocaleSettings]) -> dict[str, Guide]:
    """The guide in each language, as its catalog has it now.

    Raises:
        PlainspokenError: with every error of the source and of the catalogs.
    """
    return add_translations(project, *read_source(project), locales)


def add_translations(
    project: Project,
    source: Guide | None,
    errors: Sequence[Finding],
    locales: Sequence[LocaleSettings],
) -> dict[str, Guide]:
    """The guide in each language, when its source was parsed already, with these errors.

    Raises:
        PlainspokenError: with every error of the source and of the catalogs.
    """
    read, more = read_translations(project, locales)
    made, still_more = translate_source(source, read, locales)
    if errors or more or still_more:
        raise PlainspokenError(sorted({*errors, *more, *still_more}))
    return made


def read_source(project: Project) -> tuple[Guide | None, list[Finding]]:
    """The guide in its own language; none where its source has errors."""
    try:
        return parse(project), []
    except PlainspokenError as error:
        return None, list(error.findings)


def read_translations(
    project: Project, locales: Sequence[LocaleSettings]
) -> tuple[dict[str, Catalog], list[Finding]]:
    """The catalogs that could be read, and what was wrong with the others."""
    read: dict[str, Catalog] = {}
    errors: list[Finding] = []
    for locale in locales:
        if locale.lang == project.language:
            continue
        path = project.locate_catalog(locale.lang)
        try:
            read[locale.lang] = read_catalog(path, project.format_path(path))
        except PlainspokenError as error:
            errors += error.findings
    return read, errors


def translate_source(
    source: Guide | None, read: Mapping[str, Catalog], locales: Sequence[LocaleSettings]
) -> tuple[dict[str, Guide], list[Finding]]:
    """The guides that could be made of the source and its catalogs, and what was wrong."""
    made: dict[str, Guide] = {}
    errors: list[Finding] = []
    for locale in locales if source else ():
        if source and locale.lang == source.lang:
            made[locale.lang] = source
        elif source and locale.lang in read:
            try:
                made[locale.lang] = translate_guide(source, read[locale.lang], locale)
            except PlainspokenError as error:
                errors += error.findings
    return made, errors
