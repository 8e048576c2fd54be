"""Read a guide in all of its languages, or report every error of every file at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .catalogs.translate import translate_guide
from .config.project import LocaleSettings, Project
from .diagnostics.errors import PlainspokenError
from .diagnostics.finding import Finding
from .guide import Guide
from .parsing import parse
from .po.model import Catalog
from .po.reader import read_catalog


def read_guides(project: Project, locales: Sequence[LocaleSettings]) -> dict[str, Guide]:
    """The guide in each language, as its catalog has it now.

    Raises:
        PlainspokenError: with every error of the source and of the catalogs.
    """
    source, errors = read_source(project)
    return add_translations(project, source, errors, locales)


def add_translations(
    project: Project,
    source: Guide | None,
    source_errors: Sequence[Finding],
    locales: Sequence[LocaleSettings],
) -> dict[str, Guide]:
    """The guide in each language, where its source was read already, with these errors.

    Raises:
        PlainspokenError: with every error of the source and of the catalogs.
    """
    catalogs, catalog_errors = read_translations(project, locales)
    guides, translation_errors = translate_source(source, catalogs, locales)
    errors = {*source_errors, *catalog_errors, *translation_errors}
    if errors:
        raise PlainspokenError(sorted(errors))
    return guides


def read_source(project: Project) -> tuple[Guide | None, list[Finding]]:
    """The guide in its own language, or None and the errors of its source."""
    try:
        return parse(project), []
    except PlainspokenError as error:
        return None, list(error.findings)


def read_translations(
    project: Project, locales: Sequence[LocaleSettings]
) -> tuple[dict[str, Catalog], list[Finding]]:
    """The catalogs that can be read, by language, and the errors of the others."""
    catalogs: dict[str, Catalog] = {}
    errors: list[Finding] = []
    for locale in locales:
        if locale.lang == project.language:
            continue
        path = project.locate_catalog(locale.lang)
        try:
            catalogs[locale.lang] = read_catalog(path, project.format_path(path))
        except PlainspokenError as error:
            errors += error.findings
    return catalogs, errors


def translate_source(
    source: Guide | None, catalogs: Mapping[str, Catalog], locales: Sequence[LocaleSettings]
) -> tuple[dict[str, Guide], list[Finding]]:
    """The guide in each language whose catalog was read, and the errors of the translations."""
    guides: dict[str, Guide] = {}
    errors: list[Finding] = []
    if source is None:
        return guides, errors
    for locale in locales:
        if locale.lang == source.lang:
            guides[locale.lang] = source
        elif locale.lang in catalogs:
            try:
                guides[locale.lang] = translate_guide(source, catalogs[locale.lang], locale)
            except PlainspokenError as error:
                errors += error.findings
    return guides, errors
