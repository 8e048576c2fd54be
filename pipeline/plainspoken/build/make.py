"""A project goes in; editions stand in `dist/`, and what they are is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ..audio import Narration, narrate
from ..audio.narrate import credits
from ..editions import epub
from ..opening import complete
from ..project import LocaleSettings, Project
from ..readability import score
from .prepare import Prepared, chosen, prepare
from .publish import publish, staging
from .record import Record, fingerprint, is_current, read_record, write_record

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What people are told of one locale."""

    locale: str
    file: str
    """The EPUB, below `dist/`; empty where only sound was made."""
    bytes: int
    seconds: float
    tracks: int
    score: float | None
    """Known terms set aside, on the language's own scale."""
    scale: str
    untranslated: int
    """Blocks that stand in the source's language."""
    draft: bool
    """A clinician, or for a translation a qualified translator, has not reviewed it."""
    without_voice: tuple[str, ...]
    """Languages that no voice speaks: the edition is text only."""
    unchanged: bool = False


def build(
    project: Project, langs: Sequence[str], voice: str, jobs: int, progress: Progress
) -> list[Made]:
    """Make every edition that is stale: sound files and EPUB of each locale.

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
    made = _make(project, stale, voice, jobs, progress, ("audio", "epub")) if stale else {}
    return [current.get(locale.lang) or made[locale.lang] for locale in locales]


def speak(
    project: Project, langs: Sequence[str], voice: str, jobs: int, progress: Progress
) -> list[Made]:
    """Make the sound files alone: `dist/<locale>/audio/NN-section.mp3`."""
    made = _make(project, chosen(project, langs), voice, jobs, progress, ("audio",))
    return list(made.values())


def pack(
    project: Project, langs: Sequence[str], voice: str, jobs: int, progress: Progress
) -> list[Made]:
    """Make the EPUBs alone."""
    made = _make(project, chosen(project, langs), voice, jobs, progress, ("epub",))
    return list(made.values())


def _told(record: Record) -> Made:
    facts = dict(record.summary)
    return Made(**{**facts, "without_voice": tuple(facts["without_voice"]), "unchanged": True})


def _make(
    project: Project,
    locales: Sequence[LocaleSettings],
    voice: str,
    jobs: int,
    progress: Progress,
    kinds: Sequence[str],
) -> dict[str, Made]:
    prepared = prepare(project, locales, voice)
    made: dict[str, Made] = {}
    outputs: dict[str, list[str]] = {}
    with staging(project) as aside:
        for number, each in enumerate(prepared, 1):
            lang = each.locale.lang
            made[lang], outputs[lang] = _make_one(each, project, aside, jobs, progress, kinds)
            progress("editions", number, len(prepared))
        for each in prepared:
            lang = each.locale.lang
            digests = publish(project, aside, lang, outputs[lang], kinds)
            if len(kinds) > 1:
                inputs = fingerprint(project, each.locale, voice)
                write_record(project, each.locale, Record(inputs, digests, asdict(made[lang])))
    return made


def _make_one(
    prepared: Prepared,
    project: Project,
    aside: Path,
    jobs: int,
    progress: Progress,
    kinds: Sequence[str],
) -> tuple[Made, list[str]]:
    """Make one locale's files in the staging folder; give their names below it."""
    locale = prepared.locale
    names = credits(prepared.guide, prepared.voices)
    guide = complete(prepared.guide, project, locale, names)
    narration = narrate(guide, prepared.voices, project.cache, jobs, progress)
    outputs = _copy_tracks(narration, aside, locale.lang) if "audio" in kinds else []
    card = score(prepared.guide)
    facts = Made(
        locale=locale.lang,
        file="",
        bytes=0,
        seconds=round(narration.seconds, 3),
        tracks=len(narration.tracks),
        score=card.whole.terms_aside,
        scale=card.formula.title if card.formula else "",
        untranslated=_untranslated(prepared),
        draft=not project.reviewed_by
        or (locale.lang != project.language and not locale.reviewed_by),
        without_voice=narration.unspoken,
    )
    if "epub" not in kinds:
        return facts, outputs
    name = f"{locale.lang}/{project.id}.{locale.lang}.epub"
    edition = epub.pack(guide, narration, project, locale, aside / name)
    return replace(facts, file=name, bytes=edition.size), [*outputs, name]


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
