"""Choose the editions of a guide: those that a command names, those of the locale or the guide in
guide.toml, or those that are made of every guide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..config.project import LocaleSettings, Project
from ..diagnostics.errors import ProjectError
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from .base import Edition, find_editions


def choose_editions(
    project: Project, locales: Sequence[LocaleSettings], names: Sequence[str] = ()
) -> Mapping[str, tuple[Edition, ...]]:
    """The editions to make of each locale, by language; `names` are those that a command names.
    Raises ProjectError: with every name that no edition has, in the command and in guide.toml.
    """
    known = {edition.name: edition for edition in find_editions()}
    ProjectError.raise_if(_find_errors(project, names, known))
    return {
        locale.lang: tuple(
            edition for edition in known.values() if _is_wanted(edition, project, locale, names)
        )
        for locale in locales
    }


def check_settings(project: Project, chosen: Mapping[str, Sequence[Edition]]) -> None:
    """Raise a ProjectError if guide.toml lacks what an edition on request needs. The others, which
    need nothing, are not imported so early.
    """
    editions = dict.fromkeys(edition for editions in chosen.values() for edition in editions)
    functions = [edition.load() for edition in editions if not edition.by_default]
    checks = [getattr(function, "find_errors", None) for function in functions]
    ProjectError.raise_if(error for check in checks if check for error in check(project))


def _is_wanted(
    edition: Edition, project: Project, locale: LocaleSettings, names: Sequence[str]
) -> bool:
    if names:
        return edition.name in names
    chosen = project.editions if locale.editions is None else locale.editions
    return edition.by_default if chosen is None else edition.name in chosen


def _find_errors(
    project: Project, names: Sequence[str], known: Mapping[str, Edition]
) -> Iterator[Finding]:
    for message, hint in _check_names(names, known):
        yield Finding("", 0, message, hint)
    for error in _check_names(project.editions or (), known):
        yield project.config.error(["editions"], *error)
    for locale in project.locales:
        for error in _check_names(locale.editions or (), known):
            yield project.config.error(["locales", locale.lang, "editions"], *error)


def _check_names(names: Sequence[str], known: Mapping[str, Edition]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name not in known:
            hint = suggest_nearest(name, known) or f"Use one of: {', '.join(known)}."
            yield f"there is no edition {name!r}", hint
