"""The numbered sentences of a locale, and which of them are recorded."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...audio.casting import Reading
from ...audio.credits import guess_readers
from ...audio.recordings.folder import (
    RecordableText,
    RecordingStatus,
    bind_recordings,
    locate_recordings,
)
from ...audio.recordings.texts import parse_json
from ...config.project import LocaleSettings, Project
from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...guide import Guide
from ...locks import CATALOGS, hold_lock
from ..completion import complete_guide, list_warnings
from ..inputs import read_inputs
from ..recordable import list_recordable_texts

FILE = "script.json"
_SCHEMA = 1

State = Literal["recorded", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One sentence to record. The fields are keys of the command's JSON."""

    number: int
    """From 1. A sentence keeps its number as long as its text stays the same, so that whoever reads
    from an older page says what its numbers mean."""
    id: str
    section: str
    """The title of its section."""
    text: str
    """As written, with what is said before it."""
    words: str
    """What is to be said."""
    state: State


@dataclass(frozen=True, slots=True)
class RecordingScript:
    """All sentences of a locale that can be recorded."""

    guide: Guide
    texts: Mapping[str, RecordableText]
    lines: tuple[ScriptLine, ...]
    status: RecordingStatus
    numbers: tuple[tuple[str, str], ...]
    """The id and text of every number that was ever given, in their order."""
    warnings: tuple[str, ...]
    """What is not good about recordings, or keeps them from being used."""


def read_script(
    project: Project, locale: LocaleSettings, jobs: int, replaced: Collection[str] = ()
) -> RecordingScript:
    """Number the sentences of a locale, and note which of them are recorded; the recordings of ids
    that are about to be `replaced` may have faults. Whoever calls this holds the guide's catalogs
    lock. Raises PlainspokenError: with every error of the guide, or of its recordings.
    """
    (inputs,) = read_inputs(project, [locale], "")
    reading = complete_guide(project, inputs, guess_readers(inputs.guide, inputs.voices))
    texts = list_recordable_texts(reading, jobs, project.cache)
    status = bind_recordings(project.files, project.root, locale.lang, texts, replaced)
    known = read_numbers(project, locale.lang)
    new = ((name, text.text) for name, text in texts.items())
    numbers = (*known, *(line for line in new if line not in {*known}))
    lines = tuple(_number(reading, texts, status, numbers))
    warnings = tuple(list_warnings(reading, status))
    return RecordingScript(reading.guide, texts, lines, status, numbers, warnings)


def find_script(project: Project, locale: LocaleSettings, jobs: int) -> RecordingScript:
    """As `read_script` does, for who holds no lock."""
    with hold_lock(CATALOGS, project.cache, project.root):
        return read_script(project, locale, jobs)


def _number(
    reading: Reading,
    texts: Mapping[str, RecordableText],
    status: RecordingStatus,
    numbers: Sequence[tuple[str, str]],
) -> list[ScriptLine]:
    by_line = {line: number for number, line in enumerate(numbers, 1)}
    titles = {
        sentence.id: section.title
        for section in reading.guide.sections
        for sentence in section.sentences()
    }
    return [
        ScriptLine(
            by_line[name, text.text],
            name,
            titles[name],
            text.text,
            text.words,
            _find_state(name, status),
        )
        for name, text in texts.items()
    ]


def _find_state(name: str, status: RecordingStatus) -> State:
    if name in status.valid:
        return "recorded"
    return "stale" if name in status.stale else "missing"


def format_numbers(script: RecordingScript) -> str:
    """The content of `script.json`: which sentence each number of a printed script is."""
    table = {"schema": _SCHEMA, "lines": script.numbers}
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"


def read_numbers(project: Project, lang: str) -> list[tuple[str, str]]:
    """The ids and texts of printed scripts, in the order of their numbers; none were printed where
    there are none. Raises VoiceError: their note cannot be read.
    """
    path = locate_recordings(project.root, lang) / FILE
    where = project.files.format_path(path)
    if not project.files.exists(path):
        return []
    content = project.files.read(path)
    if isinstance(content, Finding):
        raise VoiceError([content])
    try:
        table = parse_json(content)
    except ValueError:
        table = None
    match table:
        case {"schema": 1, "lines": [*lines]} if all(map(_is_line, lines)):
            return [(name, text) for name, text in lines]
    hint = "Take the file back from your history, or remove it: pages printed before are then void."
    raise VoiceError([Finding(where, 0, "does not have the shape that was written", hint)])


def _is_line(line: object) -> bool:
    match line:
        case [str(), str()]:
            return True
    return False
