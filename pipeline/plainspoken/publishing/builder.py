"""Make the editions of a guide in each of its languages, and publish them in `dist/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from ..audio import Narration, Reading, narrate
from ..audio.narrate import count_steps, list_credits
from ..config.project import LocaleSettings, Project
from ..editions import Edition, find_editions
from ..front_matter import add_front_matter
from ..localized_guides import select_locales
from ..workers import delay_interrupts, run_in_child, run_tasks
from .artifacts import SOUND, StagedFile, check_names, collect_files, copy_tracks, make_task
from .build_state import Record, fingerprint, is_current, read_record, sha256, write_record
from .inputs import EditionInputs, read_inputs
from .release_checks import FindErrors, find_check_errors
from .results import BuildResult, restore_result, summarize
from .staging import make_folders, move_files, open_staging, remove_files

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Order:
    """What to make, and how."""

    project: Project
    voice: str
    """The only voice to use; empty for those that guide.toml names."""
    jobs: int
    progress: Progress
    editions: tuple[Edition, ...]
    sound: bool
    """Whether the sound files are published beside the editions."""

    @property
    def makers(self) -> tuple[str, ...]:
        """Whose files are published: the editions' and the sound's."""
        return (*(edition.name for edition in self.editions), *((SOUND,) if self.sound else ()))

    @property
    def is_whole(self) -> bool:
        """Whether all is made that a locale has in `dist/`."""
        return self.sound and bool(self.editions)


def build(
    project: Project,
    langs: Sequence[str],
    voice: str,
    jobs: int,
    progress: Progress,
    check: FindErrors = find_check_errors,
) -> list[BuildResult]:
    """Make every edition that is out of date, and the sound files beside them.

    `check` finds the errors in the translations; it runs in another process meanwhile.

    Raises:
        PlainspokenError: with every error; `dist/` is as it was.
    """
    locales = select_locales(project, langs)
    results: dict[str, BuildResult] = {}
    for locale in locales:
        record = read_record(project, locale)
        if is_current(project, locale, fingerprint(project, locale, voice), record):
            results[locale.lang] = restore_result(record)
    stale = [locale for locale in locales if locale.lang not in results]
    if stale:
        order = _Order(project, voice, jobs, progress, find_editions(), sound=True)
        results |= _make(order, stale, check)
    return [results[locale.lang] for locale in locales]


def speak(
    project: Project, langs: Sequence[str], voice: str, jobs: int, progress: Progress
) -> list[BuildResult]:
    """Make the sound files alone: `dist/<locale>/audio/NN-section.mp3`."""
    order = _Order(project, voice, jobs, progress, (), sound=True)
    return list(_make(order, select_locales(project, langs)).values())


def pack(
    project: Project, langs: Sequence[str], voice: str, jobs: int, progress: Progress
) -> list[BuildResult]:
    """Make the editions alone, without the sound files beside them."""
    order = _Order(project, voice, jobs, progress, find_editions(), sound=False)
    return list(_make(order, select_locales(project, langs)).values())


def _make(
    order: _Order, locales: Sequence[LocaleSettings], check: FindErrors = find_check_errors
) -> dict[str, BuildResult]:
    project = order.project
    prepared = read_inputs(project, locales, order.voice)
    # Before anything is made of it: whoever edits the text meanwhile has it made again.
    fingerprints = [fingerprint(project, each.locale, order.voice) for each in prepared]
    with (
        open_staging(project) as folder,
        run_in_child(partial(check, project, prepared)) as errors,
    ):
        narrations, staged = _stage(order, prepared, folder)
        found = errors.get()
        results = {
            inputs.locale.lang: summarize(
                inputs, narration, project, files, len(found.get(inputs.locale.lang, ()))
            )
            for inputs, narration, files in zip(prepared, narrations, staged, strict=True)
        }
        _publish(order, prepared, fingerprints, staged, results)
    return results


def _stage(
    order: _Order, prepared: Sequence[EditionInputs], folder: Path
) -> tuple[list[Narration], list[list[StagedFile]]]:
    """Make all files of all locales below `folder`."""
    completed = [_add_front_matter(inputs, order.project) for inputs in prepared]
    readings = [Reading(inputs.guide, inputs.voices) for inputs in completed]
    narrations = narrate(readings, order.project.cache, order.jobs, order.progress)
    tasks = [
        make_task(edition, inputs, narration, order.project, folder)
        for inputs, narration in zip(completed, narrations, strict=True)
        for edition in order.editions
    ]
    run_tasks(tasks, order.jobs, count_steps("editions packed", len(tasks), order.progress))
    staged = []
    for inputs, narration in zip(completed, narrations, strict=True):
        lang = inputs.locale.lang
        files = copy_tracks(narration, lang, folder) if order.sound else []
        for edition in order.editions:
            files += collect_files(edition, lang, folder)
        check_names(files)
        staged.append(files)
    return narrations, staged


def _add_front_matter(inputs: EditionInputs, project: Project) -> EditionInputs:
    """The guide with all that its editions say of themselves."""
    names = list_credits(inputs.guide, inputs.voices)
    return replace(inputs, guide=add_front_matter(inputs.guide, project, inputs.locale, names))


def _publish(
    order: _Order,
    prepared: Sequence[EditionInputs],
    fingerprints: Sequence[str],
    staged: Sequence[Sequence[StagedFile]],
    results: Mapping[str, BuildResult],
) -> None:
    """Put all files into `dist/`; nothing in it changes before everything is made."""
    project = order.project
    digests = [{file.name: sha256(file.path) for file in files} for files in staged]
    with delay_interrupts():
        for files in staged:
            make_folders(project, files)
        for inputs, inputs_digest, outputs, files in zip(
            prepared, fingerprints, digests, staged, strict=True
        ):
            record = _publish_locale(order, inputs.locale, files)
            if order.is_whole:
                summary = asdict(results[inputs.locale.lang])
                record = replace(record, inputs=inputs_digest, outputs=outputs, summary=summary)
            write_record(project, inputs.locale, record)


def _publish_locale(order: _Order, locale: LocaleSettings, files: Sequence[StagedFile]) -> Record:
    """Move a locale's files into `dist/`, and remove what earlier builds made in their stead."""
    project = order.project
    record = read_record(project, locale)
    now = {
        maker: tuple(file.name for file in files if file.made_by == maker) for maker in order.makers
    }
    before = {maker: record.made_by.get(maker, ()) for maker in now}
    # Written first, so that a build that is killed leaves no file that nobody knows of.
    both = {maker: tuple(dict.fromkeys((*before[maker], *names))) for maker, names in now.items()}
    write_record(project, locale, replace(record, made_by={**record.made_by, **both}))
    move_files(project, files)
    record = replace(record, made_by={**record.made_by, **now})
    kept = {name for names in record.made_by.values() for name in names}
    remove_files(project, [name for names in before.values() for name in names if name not in kept])
    return record
