"""Select locales of a guide by the language tags that people write."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics.errors import PlainspokenError, ProjectError
from ..diagnostics.finding import Finding
from .project import LocaleSettings, Project


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
