"""A project goes in; editions stand in `dist/`, and what they are is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from ..audio import Narration, Reading, narrate
from ..audio.narrate import counted, credits
from ..audio.tasks import Task, run_tasks
from ..config.project import LocaleSettings, Project
from ..editions import Format, formats
from ..front_matter import complete
from ..localized_guides import chosen
from ..readability import score
from ..workers import asked
from .build_state import Record, fingerprint, is_current, read_record, write_record
from .inputs import Prepared, prepare
from .release_checks import Check, check_errors
from .staging import publish, staging

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One edition."""

    file: str
    """Below `dist/`."""
    bytes: int


@dataclass(frozen=True, slots=True)
class Made:
    """What people are told of one locale."""

    locale: str
    files: tuple[MadeFile, ...]
    """Its editions; none where only sound was made."""
    seconds: float
    tracks: int
    score: float | None
    """Known terms set aside, on the language's own scale."""
    scale: str
    untranslated: int
    """Blocks that stand in the source's language."""
    draft: bool
    """A clinician, or for a translation a qualified translator, has not reviewed it."""
    critical_open: int
    """Doses, warnings and contacts that are not translated or not reviewed."""
    check_errors: int
    """Errors that checks find in its translation."""
    without_voice: tuple[str, ...]
    """Languages that no voice speaks: the edition is text only."""
    unchanged: bool = False


def build(
    project: Project,
    langs: Sequence[str],
    voice: str,
    jobs: int,
    progress: Progress,
    check: Check = check_errors,
) -> list[Made]:
    """Make every edition that is stale: sound files and EPUB of each locale.

    `check` gives the errors in the translations; another process asks it meanwhile.

    Raises:
        PlainspokenError: with every fault; `dist/` is as it was.
    """
    locales = chosen(project, langs)
    current: dict[str, Made] = {}
    for locale in locales:
        record = read_record(project, locale)
        if record and is_current(project, locale, fingerprint(project, locale, voice), record):
            current[locale.lang] = _told(record)
    stale = [locale for locale in locales if locale.lang not in current]
    made: dict[str, Made] = {}
    if stale:
        made = _make(project, stale, voice, jobs, progress, formats(), sound=True, check=check)
    return [current.get(locale.lang) or made[locale.lang] for locale in locales]


def speak(
    project: Project, langs: Sequence[str], voice: str, jobs: int, progress: Progress
) -> list[Made]:
    """Make the sound files alone: `dist/<locale>/audio/NN-section.mp3`."""
    made = _make(project, chosen(project, langs), voice, jobs, progress, (), sound=True)
    return list(made.values())


def pack(
    project: Project, langs: Sequence[str], voice: str, jobs: int, progress: Progress
) -> list[Made]:
    """Make the editions alone, without the sound files beside them."""
    made = _make(project, chosen(project, langs), voice, jobs, progress, formats(), sound=False)
    return list(made.values())


def _told(record: Record) -> Made:
    facts = dict(record.summary)
    files = tuple(MadeFile(**each) for each in facts.pop("files"))
    without = tuple(facts.pop("without_voice"))
    return Made(**{**facts, "files": files, "without_voice": without, "unchanged": True})


def _make(
    project: Project,
    locales: Sequence[LocaleSettings],
    voice: str,
    jobs: int,
    progress: Progress,
    kinds: Sequence[Format],
    sound: bool,
    check: Check = check_errors,
) -> dict[str, Made]:
    prepared = prepare(project, locales, voice)
    patterns = [f"*.{each.ending}" for each in kinds] + (["audio/*.mp3"] if sound else [])
    with staging(project) as aside, asked(partial(check, project, prepared)) as errors:
        planned = [_complete(each, project) for each in prepared]
        readings = [Reading(each.guide, each.voices) for each in planned]
        narrations = narrate(readings, project.cache, jobs, progress)
        _pack(planned, narrations, project, aside, jobs, progress, kinds)
        made: dict[str, Made] = {}
        names: dict[str, list[str]] = {}
        wrong = errors.get()
        for each, narration in zip(prepared, narrations, strict=True):
            lang = each.locale.lang
            tracks = _copy_tracks(narration, aside, lang) if sound else []
            found = len(wrong.get(lang, ()))
            made[lang] = _facts(each, narration, project, aside, kinds, found)
            names[lang] = [*tracks, *(edition.file for edition in made[lang].files)]
        # Only now, when all is made, anything in `dist/` changes.
        for each in prepared:
            lang = each.locale.lang
            digests = publish(project, aside, lang, names[lang], patterns)
            if kinds and sound:
                inputs = fingerprint(project, each.locale, voice)
                write_record(project, each.locale, Record(inputs, digests, asdict(made[lang])))
    return made


def _complete(prepared: Prepared, project: Project) -> Prepared:
    """The guide with all that its edition says of itself."""
    names = credits(prepared.guide, prepared.voices)
    return replace(prepared, guide=complete(prepared.guide, project, prepared.locale, names))


def _pack(
    planned: Sequence[Prepared],
    narrations: Sequence[Narration],
    project: Project,
    aside: Path,
    jobs: int,
    progress: Progress,
    kinds: Sequence[Format],
) -> None:
    """Pack the editions, each in a process of its own."""
    tasks = []
    for each, narration in zip(planned, narrations, strict=True):
        for kind in kinds:
            path = aside / kind.name(project, each.locale)
            do = partial(kind.pack, each.guide, narration, project, each.locale, path)
            tasks.append(Task(f"the {kind.ending} in {each.locale.lang}", do))
    run_tasks(tasks, jobs, counted("editions packed", len(tasks), progress))


def _facts(
    prepared: Prepared,
    narration: Narration,
    project: Project,
    aside: Path,
    kinds: Sequence[Format],
    found: int,
) -> Made:
    """What people are told of a locale whose files are made."""
    locale = prepared.locale
    card = score(prepared.guide)
    names = [kind.name(project, locale) for kind in kinds]
    return Made(
        locale=locale.lang,
        files=tuple(MadeFile(name, (aside / name).stat().st_size) for name in names),
        seconds=round(narration.seconds, 3),
        tracks=len(narration.tracks),
        score=card.whole.terms_aside.value if card.whole.terms_aside else None,
        scale=card.formula.title if card.formula else "",
        untranslated=_untranslated(prepared),
        draft=project.is_draft(locale),
        critical_open=len(prepared.open),
        check_errors=found,
        without_voice=narration.unspoken,
    )


def _untranslated(prepared: Prepared) -> int:
    lang = prepared.locale.lang
    return sum(
        block.lang != lang for section in prepared.guide.sections for block in section.leaves()
    )


def _copy_tracks(narration: Narration, aside: Path, lang: str) -> list[str]:
    names = []
    for track in narration.tracks:
        name = f"{lang}/audio/{track.number:02}-{track.section_id}.mp3"
        (aside / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(track.path, aside / name)
        names.append(name)
    return names
