"""Lead a guide through all stages: narration, editions, and their place in `dist/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
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
from . import build_state, staging
from .build_state import BuildResult, EditionFile, Record
from .inputs import EditionInputs, find_check_errors, read_inputs
from .staging import SOUND, StagedFile, open_staging


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


@dataclass(frozen=True, slots=True)
class _StagedLocale:
    inputs: EditionInputs
    """With the guide as it is read and translated: the front matter is not scored."""
    narration: Narration
    files: tuple[StagedFile, ...]

    @property
    def lang(self) -> str:
        return self.inputs.locale.lang


def make_locales(
    request: BuildRequest,
    locales: Sequence[LocaleSettings],
    known_errors: Mapping[str, tuple[Finding, ...]] | None = None,
) -> dict[str, BuildResult]:
    """Make all that is asked for, then publish it. A child process finds errors not known yet."""
    project = request.project
    all_inputs = read_inputs(project, locales, request.voice)
    # Of what was just read: text that is saved meanwhile is built next time.
    fingerprints = {
        locale.lang: build_state.compute_fingerprint(project, locale, request.voice)
        for locale in locales
    }
    find_errors = partial(find_check_errors, project, all_inputs)
    with (
        open_staging(project) as folder,
        run_in_child(find_errors if known_errors is None else lambda: known_errors) as answer,
    ):
        staged = _make_files(request, all_inputs, folder)
        errors = answer.get()
        results = {
            locale.lang: _summarize(locale, project, len(errors.get(locale.lang, ())))
            for locale in staged
        }
        _publish(request, staged, fingerprints, results)
    return results


def _make_files(
    request: BuildRequest, all_inputs: Sequence[EditionInputs], folder: Path
) -> list[_StagedLocale]:
    """Make the narration and all files of each locale below `folder`."""
    project = request.project
    completed = [_add_front_matter(inputs, project) for inputs in all_inputs]
    readings = [Reading(inputs.guide, inputs.voices) for inputs in completed]
    narrations = narrate(readings, project.cache, request.jobs, request.progress)
    tasks = [
        staging.make_task(edition, inputs, narration, project, folder)
        for inputs, narration in zip(completed, narrations, strict=True)
        for edition in request.editions
    ]
    count = count_steps("editions packed", len(tasks), request.progress)
    books = iter(run_tasks(tasks, request.jobs, count))
    staged = []
    for inputs, narration in zip(all_inputs, narrations, strict=True):
        files = staging.copy_tracks(narration, inputs.locale.lang, folder) if request.sound else []
        for _ in request.editions:
            files += next(books)
        staging.check_names(files)
        staged.append(_StagedLocale(inputs, narration, tuple(files)))
    return staged


def _add_front_matter(inputs: EditionInputs, project: Project) -> EditionInputs:
    """The guide with all that its editions say of themselves."""
    names = list_credits(inputs.guide, inputs.voices)
    return replace(inputs, guide=add_front_matter(inputs.guide, project, inputs.locale, names))


def _publish(
    request: BuildRequest,
    staged: Sequence[_StagedLocale],
    fingerprints: Mapping[str, str],
    results: Mapping[str, BuildResult],
) -> None:
    """Put the files of all locales into `dist/`, and record them. A Ctrl-C waits for its end."""
    digests = [
        {file.name: build_state.hash_file(file.path) for file in locale.files} for locale in staged
    ]
    with delay_interrupts():
        for locale in staged:
            staging.make_folders(request.project, locale.files)
        for locale, outputs in zip(staged, digests, strict=True):
            record = _publish_locale(request, locale)
            if request.editions and request.sound:  # all that a locale has in dist/
                lang = locale.lang
                record = Record(fingerprints[lang], outputs, results[lang], record.made_by)
            build_state.write_record(request.project, locale.inputs.locale, record)


def _publish_locale(request: BuildRequest, staged: _StagedLocale) -> Record:
    """Move a locale's files into `dist/`; remove those of earlier builds that are made no more."""
    project, locale = request.project, staged.inputs.locale
    record = build_state.read_record(project, locale)
    makers = [edition.name for edition in request.editions]
    if request.sound:
        makers.append(SOUND)
    new = {
        maker: tuple(file.name for file in staged.files if file.made_by == maker)
        for maker in makers
    }
    has_record = record != Record()
    old = {
        maker: record.made_by.get(maker, ()) if has_record else staging.find_similar(project, names)
        for maker, names in new.items()
    }
    # Recorded first: a build that is killed now leaves no file that the next one does not know.
    both = {maker: (*old[maker], *names) for maker, names in new.items()}
    build_state.write_record(project, locale, replace(record, made_by={**record.made_by, **both}))
    for file in staged.files:
        file.path.replace(project.dist / file.name)
    made_by = {**record.made_by, **new}
    kept = {name for names in made_by.values() for name in names}
    staging.remove_files(
        project, [name for names in old.values() for name in names if name not in kept]
    )
    return replace(record, made_by=made_by)


def _summarize(staged: _StagedLocale, project: Project, check_errors: int) -> BuildResult:
    inputs, narration = staged.inputs, staged.narration
    card = score(inputs.guide)
    return BuildResult(
        locale=staged.lang,
        files=tuple(
            EditionFile(file.name, file.path.stat().st_size)
            for file in staged.files
            if file.made_by != SOUND
        ),
        seconds=round(narration.seconds, 3),
        tracks=len(narration.tracks),
        score=card.whole.terms_aside.value if card.whole.terms_aside else None,
        scale=card.formula.title if card.formula else "",
        untranslated=sum(
            block.lang != staged.lang
            for section in inputs.guide.sections
            for block in section.leaves()
        ),
        draft=project.is_draft(inputs.locale),
        critical_open=len(inputs.open_findings),
        check_errors=check_errors,
        without_voice=narration.unspoken,
    )
