"""Lead a guide through all stages: narration, editions, and their place in `dist/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from ..audio.narrate import Reading, count_steps, list_credits, narrate
from ..config.project import LocaleSettings, Project
from ..diagnostics.finding import Finding
from ..editions import Edition
from ..front_matter import add_front_matter
from ..narration import Narration
from ..readability import score
from ..workers import delay_interrupts, run_in_child, run_tasks
from .artifacts import SOUND, StagedFile, check_names, copy_tracks, make_task
from .build_state import Record, compute_fingerprint, hash_file, read_record, write_record
from .inputs import EditionInputs, read_inputs
from .release_checks import find_check_errors
from .results import BuildResult, EditionFile
from .staging import find_similar, make_folders, move_files, open_staging, remove_files


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to make, and how."""

    project: Project
    voice: str
    """The only voice to use; empty for those that guide.toml names."""
    jobs: int
    progress: Callable[[str, int, int], None]
    editions: tuple[Edition, ...]
    sound: bool
    """Whether the sound files are published beside the editions."""

    @property
    def makers(self) -> tuple[str, ...]:
        """Whose files are published: the names of the editions, and `SOUND`."""
        return (*(edition.name for edition in self.editions), *((SOUND,) if self.sound else ()))

    @property
    def is_whole(self) -> bool:
        """Whether all is made that a locale has in `dist/`."""
        return self.sound and bool(self.editions)


@dataclass(frozen=True, slots=True)
class _StagedLocale:
    """A locale whose files are finished, and not published yet."""

    locale: LocaleSettings
    fingerprint: str
    """Of all that the files were made from."""
    files: tuple[StagedFile, ...]
    result: BuildResult


def make_locales(
    request: BuildRequest,
    locales: Sequence[LocaleSettings],
    known_errors: Mapping[str, tuple[Finding, ...]] | None = None,
) -> dict[str, BuildResult]:
    """Make all that is asked for, and publish it when all of it is made.

    Errors in the translations that are not known are found by a child process meanwhile.
    """
    project = request.project
    all_inputs = read_inputs(project, locales, request.voice)
    # Taken before the files are made: text that is edited meanwhile is built again next time.
    fingerprints = [
        compute_fingerprint(project, inputs.locale, request.voice) for inputs in all_inputs
    ]
    find_errors = partial(find_check_errors, project, all_inputs)
    with (
        open_staging(project) as folder,
        run_in_child(find_errors if known_errors is None else lambda: known_errors) as answer,
    ):
        made = _make_files(request, all_inputs, folder)
        errors = answer.get()
        staged = []
        for inputs, digest, (narration, files) in zip(all_inputs, fingerprints, made, strict=True):
            count = len(errors.get(inputs.locale.lang, ()))
            result = _summarize(inputs, narration, project, files, count)
            staged.append(_StagedLocale(inputs.locale, digest, files, result))
        _publish(request, staged)
    return {locale.result.locale: locale.result for locale in staged}


def _make_files(
    request: BuildRequest, all_inputs: Sequence[EditionInputs], folder: Path
) -> list[tuple[Narration, tuple[StagedFile, ...]]]:
    """Make the narration and all files of each locale below `folder`."""
    project = request.project
    completed = [_add_front_matter(inputs, project) for inputs in all_inputs]
    readings = [Reading(inputs.guide, inputs.voices) for inputs in completed]
    narrations = narrate(readings, project.cache, request.jobs, request.progress)
    tasks = [
        make_task(edition, inputs, narration, project, folder)
        for inputs, narration in zip(completed, narrations, strict=True)
        for edition in request.editions
    ]
    count = count_steps("editions packed", len(tasks), request.progress)
    books = iter(run_tasks(tasks, request.jobs, count))
    made = []
    for inputs, narration in zip(completed, narrations, strict=True):
        files = copy_tracks(narration, inputs.locale.lang, folder) if request.sound else []
        for _ in request.editions:
            files += next(books)
        check_names(files)
        made.append((narration, tuple(files)))
    return made


def _add_front_matter(inputs: EditionInputs, project: Project) -> EditionInputs:
    """The guide with all that its editions say of themselves."""
    names = list_credits(inputs.guide, inputs.voices)
    return replace(inputs, guide=add_front_matter(inputs.guide, project, inputs.locale, names))


def _publish(request: BuildRequest, staged: Sequence[_StagedLocale]) -> None:
    """Put the files of all locales into `dist/`, and record them. A Ctrl-C waits for its end."""
    digests = [{file.name: hash_file(file.path) for file in locale.files} for locale in staged]
    with delay_interrupts():
        for locale in staged:
            make_folders(request.project, locale.files)
        for locale, outputs in zip(staged, digests, strict=True):
            record = _publish_locale(request, locale)
            if request.is_whole:
                summary = asdict(locale.result)
                record = Record(locale.fingerprint, outputs, summary, record.made_by)
            write_record(request.project, locale.locale, record)


def _publish_locale(request: BuildRequest, staged: _StagedLocale) -> Record:
    """Move a locale's files into `dist/`; remove those of earlier builds that are made no more."""
    project = request.project
    record = read_record(project, staged.locale)
    new = {
        maker: tuple(file.name for file in staged.files if file.made_by == maker)
        for maker in request.makers
    }
    old = {maker: record.made_by.get(maker, ()) for maker in new}
    if record == Record():
        old = {maker: find_similar(project, names) for maker, names in new.items()}
    # Recorded first: a build that is killed now leaves no file that the next one does not know.
    both = {maker: tuple(dict.fromkeys((*old[maker], *names))) for maker, names in new.items()}
    write_record(project, staged.locale, replace(record, made_by={**record.made_by, **both}))
    move_files(project, staged.files)
    record = replace(record, made_by={**record.made_by, **new})
    kept = {name for names in record.made_by.values() for name in names}
    remove_files(project, [name for names in old.values() for name in names if name not in kept])
    return record


def _summarize(
    inputs: EditionInputs,
    narration: Narration,
    project: Project,
    files: Sequence[StagedFile],
    check_errors: int,
) -> BuildResult:
    """The result of a locale whose files are made.

    `inputs` holds the guide without what editions say of themselves: that is not scored.
    """
    locale = inputs.locale
    card = score(inputs.guide)
    return BuildResult(
        locale=locale.lang,
        files=tuple(
            EditionFile(file.name, file.path.stat().st_size)
            for file in files
            if file.made_by != SOUND
        ),
        seconds=round(narration.seconds, 3),
        tracks=len(narration.tracks),
        score=card.whole.terms_aside.value if card.whole.terms_aside else None,
        scale=card.formula.title if card.formula else "",
        untranslated=_count_untranslated(inputs),
        draft=project.is_draft(locale),
        critical_open=len(inputs.open_findings),
        check_errors=check_errors,
        without_voice=narration.unspoken,
    )


def _count_untranslated(inputs: EditionInputs) -> int:
    lang = inputs.locale.lang
    return sum(
        block.lang != lang for section in inputs.guide.sections for block in section.leaves()
    )
