"""Read a guide in all of its languages, or report every error of every file at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .catalogs.translate import translate_guide
from .config.project import LocaleSettings, Project
from .diagnostics.errors import PlainspokenError, collect_errors
from .diagnostics.finding import Finding
from .guide import Guide
from .parsing import parse
from .po.model import Catalog
from .po.reader import read_catalog


def read_guides(project: Project, locales: Sequence[LocaleSettings]) -> dict[str, Guide]:
    """Read the guide in each language. Raises PlainspokenError with all errors."""
    source, errors = read_source(project)
    return add_translations(project, source, errors, locales)[0]


def read_source(project: Project) -> tuple[Guide | None, list[Finding]]:
    """The guide in its own language, or None and the errors of its source."""
    try:
        return parse(project), []
    except PlainspokenError as error:
        return None, list(error.findings)


def add_translations(
    project: Project,
    source: Guide | None,
    known_errors: Sequence[Finding],
    locales: Sequence[LocaleSettings],
) -> tuple[dict[str, Guide], dict[str, Catalog]]:
    """Translate a source that was read; give guides and catalogs. Raises PlainspokenError."""
    errors = list(known_errors)
    catalogs = read_locale_catalogs(project, locales, errors)
    return translate_source(source, catalogs, locales, errors), catalogs


def read_locale_catalogs(
    project: Project, locales: Sequence[LocaleSettings], errors: list[Finding]
) -> dict[str, Catalog]:
    """The catalogs of locales that have one; to `errors` is added what is wrong with them."""
    catalogs: dict[str, Catalog] = {}
    for locale in locales:
        if locale.lang != project.language:
            path = project.locate_catalog(locale.lang)
            with collect_errors(errors):
                catalogs[locale.lang] = read_catalog(path, project.files)
    return catalogs


def translate_source(
    source: Guide | None,
    catalogs: Mapping[str, Catalog],
    locales: Sequence[LocaleSettings],
    known_errors: Sequence[Finding] = (),
) -> dict[str, Guide]:
    """Translate into each language that has a catalog. Raises PlainspokenError."""
    guides: dict[str, Guide] = {}
    errors = list(known_errors)
    for locale in locales:
        if source and locale.lang == source.lang:
            guides[locale.lang] = source
        elif source and locale.lang in catalogs:
            with collect_errors(errors):
                guides[locale.lang] = translate_guide(source, catalogs[locale.lang], locale)
    PlainspokenError.raise_if(errors)
    return guides
