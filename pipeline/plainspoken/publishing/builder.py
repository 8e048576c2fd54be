"""Build what is out of date. What is up to date is found without importing a stage, to be quick.
Whoever calls these functions holds the guide's build lock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..config.project import Project, select_locales
from ..diagnostics.finding import Finding
from ..editions import Edition, choose_editions
from ..worker_pool import WorkerPool
from .build_state import BuildResult, find_current_result
from .release_names import name_release_files

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


def build(
    project: Project,
    langs: Sequence[str],
    voice: str,
    jobs: int,
    progress: Progress,
    release: Mapping[str, Sequence[Finding]] | None = None,
    pool: WorkerPool | None = None,
    editions: Sequence[str] = (),
) -> list[BuildResult]:
    """Make what is out of date; `editions` names the only ones to make. A `release` has its version
    in names of files; it is given as what checks found in the translations already. Raises
    PlainspokenError: with every error; `dist/` is as it was.
    """
    locales = select_locales(project, langs)
    chosen = choose_editions(project, locales, editions)
    usual = choose_editions(project, locales)
    results: dict[str, BuildResult] = {}
    for locale in locales:
        is_usual = chosen[locale.lang] == usual[locale.lang]
        result = find_current_result(project, locale, voice) if is_usual else None
        if result and (release is None or _is_released(project, result)):
            results[locale.lang] = result
    stale = [locale for locale in locales if locale.lang not in results]
    if stale:
        if pool:  # what speaking needs takes as long to load as the stages do
            from ..audio.loudness import load_numpy

            pool.begin_in_each(load_numpy)
        from .stages import BuildRequest, make_locales

        request = BuildRequest(
            project, voice, jobs, progress, chosen, True, pool, release is not None
        )
        results |= make_locales(request, stale, release)
    return [results[locale.lang] for locale in locales]


def _is_released(project: Project, result: BuildResult) -> bool:
    """Whether what was built has the names of a release too."""
    names = {file.file for file in result.files}
    released = {second for _, second in name_release_files(project, result.locale, names)}
    return released <= names


def speak(
    project: Project,
    langs: Sequence[str],
    voice: str,
    jobs: int,
    progress: Progress,
    pool: WorkerPool | None = None,
    beside: tuple[Edition, ...] = (),
) -> list[BuildResult]:
    """Make the sound files, `dist/<locale>/audio/NN-section.mp3`, and what is to stand beside."""
    from .stages import BuildRequest, make_locales

    locales = select_locales(project, langs)
    editions = {locale.lang: beside for locale in locales}
    request = BuildRequest(project, voice, jobs, progress, editions, True, pool)
    return list(make_locales(request, locales).values())


def pack(
    project: Project,
    langs: Sequence[str],
    voice: str,
    jobs: int,
    progress: Progress,
    pool: WorkerPool | None = None,
    editions: Sequence[str] = (),
) -> list[BuildResult]:
    """Make the editions alone, or those named: with sound files only where one follows these."""
    from .stages import BuildRequest, make_locales

    locales = select_locales(project, langs)
    chosen = choose_editions(project, locales, editions)
    request = BuildRequest(project, voice, jobs, progress, chosen, False, pool)
    return list(make_locales(request, locales).values())
