"""A project goes in; the errors that checks find in its catalogs come out, by locale."""

from __future__ import annotations

from collections.abc import Sequence

from ..catalogs import check, read_locales
from ..catalogs.renderings import read_terms, renderings
from ..findings import Finding
from ..parsing import parse
from ..project import LocaleSettings, Project


def check_errors(
    project: Project, locales: Sequence[LocaleSettings]
) -> dict[str, tuple[Finding, ...]]:
    """The errors in the catalogs of some locales; the source's own language has none.

    Raises:
        PlainspokenError: the source or a catalog cannot be read.
    """
    langs = [each.lang for each in locales if each.lang != project.language]
    if not langs:
        return {}
    guide = parse(project)
    found = {
        lang: check(guide, each, project.locale(lang), renderings(read_terms(project, lang)))
        for lang, each in read_locales(project, langs).items()
    }
    return {
        lang: tuple(one for one in each if one.level == "error") for lang, each in found.items()
    }
