"""The numbered sentences of a locale, and which of them are recorded."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
from ..completion import complete_guide
from ..inputs import read_inputs
from ..recordable import list_recordable_texts

FILE = "script.json"
_SCHEMA = 1

State = Literal["recorded", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One sentence to record. The fields are keys of the command's JSON."""

    number: int
    """From 1, in the order of the guide."""
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


def write_recording_script(project: Project, locale: LocaleSettings) -> RecordingScript:
    """Number the sentences of a locale, and note which of them are recorded. Raises
    PlainspokenError: with every error of the guide, or of its recordings.
    """
    with hold_lock(CATALOGS, project.cache, project.root):
        (inputs,) = read_inputs(project, [locale], "")
        reading = complete_guide(project, inputs, guess_readers(inputs.guide, inputs.voices))
        texts = list_recordable_texts(reading, project.cache)
        status = bind_recordings(project.files, project.root, locale.lang, texts)
    return RecordingScript(reading.guide, texts, tuple(_number(reading, texts, status)), status)


def _number(
    reading: Reading, texts: Mapping[str, RecordableText], status: RecordingStatus
) -> list[ScriptLine]:
    titles = {
        sentence.id: section.title
        for section in reading.guide.sections
        for sentence in section.sentences()
    }
    return [
        ScriptLine(number, name, titles[name], text.text, text.words, _find_state(name, status))
        for number, (name, text) in enumerate(texts.items(), 1)
    ]


def _find_state(name: str, status: RecordingStatus) -> State:
    if name in status.valid:
        return "recorded"
    return "stale" if name in status.stale else "missing"


def format_numbers(script: RecordingScript) -> str:
    """The content of `script.json`: which sentence each number of a printed script is."""
    lines = [[line.id, line.text] for line in script.lines]
    return json.dumps({"schema": _SCHEMA, "lines": lines}, indent=1, ensure_ascii=False) + "\n"


def read_numbers(project: Project, lang: str) -> list[tuple[str, str]]:
    """The ids and texts of a printed script, in the order of their numbers. Raises VoiceError: none
    was printed, or its note cannot be read.
    """
    path = locate_recordings(project.root, lang) / FILE
    where, command = project.files.format_path(path), f"plainspoken recordings script {lang}"
    if not project.files.exists(path):
        message = "is not there: no numbers were given yet"
        raise VoiceError([Finding(where, 0, message, f"Run {command}, and record from its page.")])
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
    hint = f"Take the file back from your history, or run {command}."
    raise VoiceError([Finding(where, 0, "does not have the shape that was written", hint)])


def _is_line(line: object) -> bool:
    match line:
        case [str(), str()]:
            return True
    return False
