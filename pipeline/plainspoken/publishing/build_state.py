"""Record a fingerprint of what went into a locale's editions and the SHA-256 of each file that
came out: by it a build knows what is up to date, and what to remove from `dist/`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from ..audio.recordings.folder import locate_recordings
from ..audio.recordings.takes import is_recording_name
from ..audio.recordings.texts import TABLE
from ..audio.voices import find_locale_voices
from ..audio.voices.cache_keys import list_cache_keys
from ..cache_files import hash_files, read_sealed, write_sealed
from ..config.project import LocaleSettings, Project
from ..config.text_files import EDITOR_PREFIXES
from ..diagnostics.errors import VoiceError
from ..editions import Artifact, choose_editions
from ..narration import Reader
from ..program import name_program
from .json_shape import has_shape
from .reviews import Review

_UNREAD = {"history", "checklists.toml", "plain-words.toml"}
"""What no edition depends on: only reports of readability read it."""


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One file of an edition. The fields are keys of the command's JSON."""

    file: str
    """Path below `dist/`, with forward slashes."""
    bytes: int


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What people are told of one locale. The fields are keys of the command's JSON."""

    locale: str
    files: tuple[EditionFile, ...]
    """The files of its editions; none where only sound was made."""
    seconds: float
    tracks: int
    readers: tuple[Reader, ...]
    """Who reads it aloud."""
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
    recordings: tuple[str, ...]
    """What is not good about recordings, or keeps them from being used."""
    unsaid: tuple[str, ...]
    """Signs of its text that nobody can say, each with its place."""
    check_warnings: int = 0
    """Warnings that checks find in it and nobody has allowed."""
    signed: int = 0
    """Messages of its translation that a second person has signed."""
    messages: int = 0
    """All messages of its translation."""
    has_translator: bool = False
    """Whether somebody is named as its translator, so that a second person can be told."""
    reviews: tuple[Review, ...] = ()
    """What it rests on, and until when."""
    starter_words: tuple[str, ...] = ()
    """What it still says as the starter does, each with its place."""
    undrawn: tuple[str, ...] = ()
    """Letters of its cover that no font here has."""
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one locale's files in `dist/`."""

    inputs: str = ""
    """The fingerprint of what went into its last whole build; empty where there was none."""
    outputs: Mapping[str, str] = field(default_factory=dict)
    """Path below `dist/` and SHA-256 of each file that came out of it."""
    summary: BuildResult | None = None
    made_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each edition: the paths below `dist/` of all files that a build may have put there."""


def compute_fingerprint(project: Project, locale: LocaleSettings, voice: str) -> str:
    """SHA-256 of all that a locale's editions depend on: text and translation, settings, voices,
    its editions, this package, and every library beside it. What was read of the guide counts as it
    was read, whatever its file holds by now.
    """
    whole = hashlib.sha256()
    editions = choose_editions(project, [locale])[locale.lang]
    facts = (
        voice,
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        locale.lang,
        *_list_voice_keys(project, locale, voice),
        *(f"{edition.name} {edition.origin}" for edition in editions),
        name_program(),
    )
    whole.update("\0".join(facts).encode())
    for name, digest in _list_inputs(project, locale):
        whole.update(f"\0{name}\0{digest}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _list_voice_keys(project: Project, locale: LocaleSettings, voice: str) -> list[str]:
    """What the sound depends on; nothing for an unknown voice: reading the inputs reports it."""
    try:
        voices = find_locale_voices(project, locale, voice)
    except VoiceError:
        return []
    return list(list_cache_keys(voices, (locale.lang, project.language)))


def find_current_result(project: Project, locale: LocaleSettings, voice: str) -> BuildResult | None:
    """The result of a locale's last build, if the same went in, and what came out is there."""
    record = read_record(project, locale)
    if record.inputs != compute_fingerprint(project, locale, voice) or not record.summary:
        return None
    found = hash_files([project.dist / name for name in record.outputs])
    is_whole = found == [*record.outputs.values()]
    return replace(record.summary, unchanged=True) if is_whole else None


def read_record(project: Project, locale: LocaleSettings) -> Record:
    """The record of a locale; an empty one where there is none that is whole."""
    table = read_sealed(_record_path(project, locale))
    if not has_shape(table, Record):
        return Record()
    summary = _restore_result(table["summary"]) if table["summary"] else None
    made_by = {edition: tuple(names) for edition, names in table["made_by"].items()}
    record = Record(table["inputs"], table["outputs"], summary, made_by)
    return record if _belongs_to(record, locale.lang) else Record()


def _restore_result(table: Mapping[str, Any]) -> BuildResult:
    files = tuple(EditionFile(**entry) for entry in table["files"])
    readers = tuple(Reader(**entry) for entry in table["readers"])
    reviews = tuple(Review(**entry) for entry in table["reviews"])
    names = ("without_voice", "recordings", "unsaid", "starter_words", "undrawn")
    lists = {name: tuple(table[name]) for name in names}
    return BuildResult(**{**table, "files": files, "readers": readers, "reviews": reviews, **lists})


def _belongs_to(record: Record, lang: str) -> bool:
    """Whether a record speaks of this locale's files alone: what it names may be removed."""
    paths = {*record.outputs, *chain.from_iterable(record.made_by.values())}
    are_inside = all(
        path.startswith(f"{lang}/") and Artifact(path, "").is_inside() for path in paths
    )
    summary = record.summary
    return are_inside and (
        not summary
        or (summary.locale == lang and all(file.file in record.outputs for file in summary.files))
    )


def write_record(project: Project, locale: LocaleSettings, record: Record) -> None:
    """Keep the record of a locale. Raises OSError: it cannot be written."""
    write_sealed(_record_path(project, locale), asdict(record), project.cache)


def hash_file(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _record_path(project: Project, locale: LocaleSettings) -> Path:
    return project.cache / "builds" / f"{locale.lang}.json"


def _list_inputs(project: Project, locale: LocaleSettings) -> Iterator[tuple[str, str]]:
    """The guide's source and the locale's catalog: name and SHA-256, in order. What is no file has
    a name alone: it is an error where a section of that name is read.
    """
    for path in project.files.walk_folder(project.source):
        unread = _UNREAD & {*path.relative_to(project.source).parts}
        if not (unread or path.name.startswith(EDITOR_PREFIXES)):
            yield project.files.format_path(path), project.files.hash_file(path)
    for path in project.files.walk_folder(locate_recordings(project.root, locale.lang)):
        if path.name != TABLE and not is_recording_name(path.name):
            continue
        yield project.files.format_path(path), project.files.hash_file(path)
    catalog = project.locate_catalog(locale.lang)
    if digest := project.files.hash_file(catalog):
        yield catalog.name, digest
