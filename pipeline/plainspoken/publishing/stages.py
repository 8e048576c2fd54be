"""Lead a guide through all stages: narration, editions, and their place in `dist/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from ..audio.casting import Reading
from ..audio.narrate import narrate
from ..audio.progress import Progress, count_steps
from ..catalogs.second_person import list_translators
from ..config.project import LocaleSettings, Project
from ..diagnostics.finding import Finding
from ..editions import Edition, check_settings, choose_editions
from ..editions.cover import find_undrawn
from ..guide import Block, Guide
from ..locks import CATALOGS, hold_lock
from ..narration import Narration
from ..worker_pool import WorkerPool
from ..workers import run_tasks
from . import build_state, staging
from .build_state import BuildResult, EditionFile
from .completion import CompletedReading, complete_readings
from .examination import Examination, examine, select_text
from .inputs import EditionInputs, read_inputs
from .learned_processes import LearnedProcesses, learn_beside
from .publication import LocaleOutput, publish
from .release_names import RELEASE
from .staging import SOUND, StagedFile
from .staging_folder import StagingFolder, open_staging


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to make, and how."""

    project: Project
    voice: str
    """The only voice to use; empty for those that guide.toml names."""
    jobs: int
    progress: Progress
    editions: Mapping[str, tuple[Edition, ...]]
    """Those of each locale, by language."""
    sound: bool
    """Whether the sound files are published beside all editions; else only beside those that follow
    the sound."""
    pool: WorkerPool | None = None
    """Processes to speak in, forked while this one was small."""
    release: bool = False
    """Whether whole books get names that carry their version too."""

    def has_sound(self, lang: str) -> bool:
        """Whether the sound files of a language are published."""
        return self.sound or any(edition.follows_sound() for edition in self.editions[lang])


@dataclass(frozen=True, slots=True)
class _StagedLocale:
    inputs: EditionInputs
    """With the guide as it is read and translated: the front matter is not scored."""
    narration: Narration
    files: tuple[StagedFile, ...]
    warnings: tuple[str, ...]
    """Of recordings."""

    @property
    def lang(self) -> str:
        return self.inputs.locale.lang


def make_locales(
    request: BuildRequest,
    locales: Sequence[LocaleSettings],
    known_findings: Mapping[str, Sequence[Finding]] | None = None,
    narrations: Sequence[Narration] | None = None,
) -> dict[str, BuildResult]:
    """Make all that is asked for, then publish it. A child process finds what checks say.
    `narrations`, one for each locale, are published where they are given; else they are made.
    """
    project = request.project
    check_settings(project, request.editions)
    langs = [locale.lang for locale in locales]
    with learn_beside(project.language, langs, known_findings is None) as learned:
        return _make_locales(request, locales, known_findings, narrations, learned)


def _make_locales(
    request: BuildRequest,
    locales: Sequence[LocaleSettings],
    known_findings: Mapping[str, Sequence[Finding]] | None,
    narrations: Sequence[Narration] | None,
    learned: LearnedProcesses,
) -> dict[str, BuildResult]:
    project = request.project
    with hold_lock(CATALOGS, project.cache, project.root):
        all_inputs = read_inputs(project, locales, request.voice)
        completed = complete_readings(project, all_inputs, request.jobs)
    # Of what was just read: text that is saved meanwhile is built next time.
    fingerprints = {
        locale.lang: build_state.compute_fingerprint(project, locale, request.voice)
        for locale in locales
    }
    texts = [select_text(project, inputs) for inputs in all_inputs]
    examination = partial(examine, texts, project.cache, known_findings)
    with (
        open_staging(project) as folder,
        learned.begin_examination(examination) as answer,
    ):
        if narrations is None:
            readings = [one.reading for one in completed]
            narrations = narrate_readings(request, readings, learned.writer)
        staged = make_files(request, all_inputs, completed, narrations, folder)
        examined = answer.get()
        outputs = [
            _describe(request, locale, fingerprints[locale.lang], examined[locale.lang])
            for locale in staged
        ]
        publish(project, outputs, folder)
    return {output.locale.lang: output.result for output in outputs}


def make_files(
    request: BuildRequest,
    all_inputs: Sequence[EditionInputs],
    completed: Sequence[CompletedReading],
    narrations: Sequence[Narration],
    folder: StagingFolder,
) -> list[_StagedLocale]:
    """Make all files of each locale below `folder`."""
    project = request.project
    guides = [one.reading.guide for one in completed]
    tasks = [
        staging.make_task(edition, replace(inputs, guide=guide), narration, project, folder)
        for inputs, guide, narration in zip(all_inputs, guides, narrations, strict=True)
        for edition in request.editions[inputs.locale.lang]
    ]
    count = count_steps("editions packed", len(tasks), request.progress)
    books = iter(run_tasks(tasks, request.jobs, count))
    staged = []
    for inputs, one, narration in zip(all_inputs, completed, narrations, strict=True):
        lang = inputs.locale.lang
        files = staging.copy_tracks(narration, lang, folder) if request.has_sound(lang) else []
        for _ in request.editions[lang]:
            files += next(books)
        if request.release:
            files += staging.copy_released(project, lang, files, folder)
        staging.check_names(files)
        staged.append(_StagedLocale(inputs, narration, tuple(files), one.list_warnings()))
    return staged


def narrate_readings(
    request: BuildRequest, readings: Sequence[Reading], writer: WorkerPool | None = None
) -> list[Narration]:
    """Read completed guides aloud; a `writer` knows the words of their languages."""
    cache, jobs = request.project.cache, request.jobs
    editions = [*chain.from_iterable(request.editions.values())]
    needs_clips = any(edition.needs_clips() for edition in editions)
    needs_words = any(edition.needs_words() for edition in editions)
    options = needs_clips, needs_words, writer
    return narrate(readings, cache, jobs, request.progress, request.pool, *options)


def _describe(
    request: BuildRequest, staged: _StagedLocale, fingerprint: str, examined: Examination
) -> LocaleOutput:
    editions = request.editions[staged.lang]
    makers = [edition.name for edition in editions]
    if request.has_sound(staged.lang):
        makers.append(SOUND)
    if request.release:
        makers.append(RELEASE)
    # All that a locale has in dist/: not the sound alone, nor a script.
    usual = choose_editions(request.project, [staged.inputs.locale])[staged.lang]
    is_whole = SOUND in makers and editions == usual
    return LocaleOutput(
        locale=staged.inputs.locale,
        files=staged.files,
        makers=tuple(makers),
        fingerprint=fingerprint if is_whole else "",
        result=_summarize(staged, request.project, examined),
    )


def _list_texts(guide: Guide) -> Iterator[Block]:
    """All that readers see of a guide's text."""
    for section in guide.sections:
        yield from section.leaves()
    yield from guide.labels()


def _find_undrawn(staged: _StagedLocale, project: Project) -> tuple[str, ...]:
    """Letters that the cover lacks, where one is made."""
    if not {"cover", "epub"} & {file.made_by for file in staged.files}:
        return ()
    return find_undrawn(staged.inputs.guide, project, staged.inputs.locale)


def _summarize(staged: _StagedLocale, project: Project, examined: Examination) -> BuildResult:
    inputs, narration = staged.inputs, staged.narration
    return BuildResult(
        locale=staged.lang,
        files=tuple(
            EditionFile(file.name, file.path.stat().st_size)
            for file in staged.files
            if file.made_by != SOUND
        ),
        seconds=round(narration.seconds, 3),
        tracks=len(narration.tracks),
        readers=narration.readers,
        score=examined.score,
        scale=examined.scale,
        untranslated=sum(block.lang != staged.lang for block in _list_texts(inputs.guide)),
        draft=project.is_draft(inputs.locale),
        critical_open=len(inputs.open_findings),
        check_errors=examined.check_errors,
        check_warnings=examined.check_warnings,
        signed=inputs.guide.review.signed,
        messages=inputs.guide.review.messages,
        has_translator=bool(
            inputs.catalog and list_translators(inputs.catalog, inputs.locale.translators)
        ),
        reviews=inputs.reviews,
        starter_words=tuple(
            f"{finding.location}: {finding.message}" for finding in inputs.starter_words
        ),
        without_voice=narration.unspoken,
        recordings=staged.warnings,
        unsaid=tuple(f"{finding.location}: {finding.message}" for finding in narration.warnings),
        undrawn=_find_undrawn(staged, project),
    )
