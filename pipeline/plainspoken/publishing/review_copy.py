"""Make copies that show the notes for reviewers. They stand apart from `dist/`, in `review-copy/`,
and no record knows of them: none is ever released.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..config.project import LocaleSettings, Project, select_locales
from ..diagnostics.errors import ProjectError
from ..diagnostics.finding import Finding
from ..editions import Edition, choose_editions
from ..interrupts import delay_interrupts
from ..locks import CATALOGS, hold_lock
from ..real_folders import make_real_folder
from ..review_copy import name_copy
from ..worker_pool import WorkerPool
from .build_state import EditionFile
from .builder import Progress
from .completion import complete_readings
from .exchange import replace_folder
from .inputs import read_inputs
from .stages import BuildRequest, make_files, narrate_readings
from .staging import StagedFile, check_names
from .staging_folder import StagingFolder, open_staging

_FOLDER = "review-copy"


@dataclass(frozen=True, slots=True)
class ReviewCopy:
    """The copy of a locale. The fields are keys of the command's JSON."""

    locale: str
    files: tuple[EditionFile, ...]
    """Paths below the guide's folder."""
    notes: int
    """How many it shows."""


def build_review_copies(
    project: Project,
    langs: Sequence[str],
    voice: str,
    jobs: int,
    progress: Progress,
    pool: WorkerPool | None = None,
    editions: Sequence[str] = (),
) -> list[ReviewCopy]:
    """Make the copy of each locale; that of an earlier build goes. Raises PlainspokenError: with
    every error; what stands in the folder stays.
    """
    locales = select_locales(project, langs)
    chosen = _choose_editions(project, locales, editions)
    request = BuildRequest(name_copy(project), voice, jobs, progress, chosen, False, pool)
    with hold_lock(CATALOGS, project.cache, project.root):
        all_inputs = [
            replace(inputs, has_review_notes=True)
            for inputs in read_inputs(project, locales, voice)
        ]
        completed = complete_readings(request.project, all_inputs, jobs)
    with open_staging(project) as folder:
        narrations = narrate_readings(request, [one.reading for one in completed])
        staged = make_files(request, all_inputs, completed, narrations, folder)
        copies = [
            ReviewCopy(locale.lang, _describe(locale.files), len(locale.inputs.guide.review_notes))
            for locale in staged
        ]
        _publish(project, {locale.lang: locale.files for locale in staged}, folder)
    return copies


def _choose_editions(
    project: Project, locales: Sequence[LocaleSettings], names: Sequence[str]
) -> dict[str, tuple[Edition, ...]]:
    """The editions of each locale that can show notes: not those that hold sound, or go with it.
    Raises ProjectError: one is asked for that cannot, or a locale has none.
    """
    chosen = choose_editions(project, locales, names)
    readable = {
        lang: tuple(edition for edition in editions if not edition.follows_sound())
        for lang, editions in chosen.items()
    }
    errors = [
        Finding("", 0, f"the edition {edition.name!r} shows no notes", "Name another, or none.")
        for edition in dict.fromkeys(edition for found in chosen.values() for edition in found)
        if names and edition.follows_sound()
    ]
    hint = "Name one that does: --edition epub."
    errors += [
        Finding("", 0, f"{lang} has no edition that shows notes", hint)
        for lang, editions in readable.items()
        if not (editions or errors)
    ]
    ProjectError.raise_if(errors)
    return readable


def _describe(files: Sequence[StagedFile]) -> tuple[EditionFile, ...]:
    check_names(files)
    return tuple(EditionFile(f"{_FOLDER}/{file.name}", file.path.stat().st_size) for file in files)


def _publish(
    project: Project, files: dict[str, tuple[StagedFile, ...]], folder: StagingFolder
) -> None:
    """Put the folder of each locale in the place of an earlier one."""
    tree = folder.path / _FOLDER
    for staged in files.values():
        for file in staged:
            place = tree / file.name
            place.parent.mkdir(parents=True, exist_ok=True)
            file.path.rename(place)
    copies = project.root / _FOLDER
    make_real_folder(copies, project.root)
    with delay_interrupts():
        for lang in files:
            replace_folder(tree / lang, copies / lang, folder.path / f"old-{lang}")
