"""The recordings of a locale: which there are, and which of them say what the guide says today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...diagnostics.errors import PlainspokenError, VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...input_files import FileKind, InputFiles, read_file
from ...languages import Language
from .quality import judge
from .sound import SUFFIXES, Sound, decode_sound
from .texts import TABLE, RecordedText, format_table, parse_table

RECORDING = FileKind("a recording", 64_000_000)


@dataclass(frozen=True, slots=True)
class RecordableText:
    """A sentence that somebody can record."""

    text: str
    """As written, with what is said before it."""
    words: str
    """What is to be said."""
    language: Language


@dataclass(frozen=True, slots=True)
class RecordingStatus:
    """The recordings of a locale, by the ids of their sentences."""

    valid: Mapping[str, RecordedText]
    stale: Mapping[str, RecordedText]
    """Made for a text that has changed or is gone: kept, and not used."""
    remarks: tuple[Finding, ...] = ()
    """What is not good about new ones, and yet good enough."""


def locate_recordings(root: Path, lang: str) -> Path:
    """The folder of a locale's recordings, there or not."""
    return root / "recordings" / lang


def read_valid(root: Path, lang: str) -> dict[str, RecordedText]:
    """The recordings that are as they were when their text was noted, whatever it is. Raises
    VoiceError: the note cannot be read.
    """
    files, folder = InputFiles(root), locate_recordings(root, lang)
    return {
        name: entry
        for name, entry in read_recorded_texts(files, folder).items()
        if files.hash_file(folder / entry.file) == entry.sha256
    }


def bind_recordings(
    files: InputFiles, root: Path, lang: str, texts: Mapping[str, RecordableText]
) -> RecordingStatus:
    """Note which text each new recording says, and judge it; tell what is stale. Raises VoiceError:
    with every recording that cannot be used; then nothing is noted.
    """
    folder = locate_recordings(root, lang)
    table = read_recorded_texts(files, folder)
    errors: list[Finding] = []
    remarks: list[Finding] = []
    bound: dict[str, RecordedText] = {}
    for name, path in _list_recordings(files, folder, errors).items():
        digest, entry = files.hash_file(path), table.get(name)
        if entry and (entry.file, entry.sha256) == (path.name, digest):
            bound[name] = entry
        elif name in texts:
            found = _judge(path, files.format_path(path), texts[name])
            errors += [finding for finding in found if finding.level == "error"]
            remarks += [finding for finding in found if finding.level != "error"]
            bound[name] = RecordedText(path.name, digest, texts[name].text)
        else:
            hint = suggest_nearest(name, texts) or f"plainspoken recordings script {lang} has them."
            where = files.format_path(path)
            errors.append(Finding(where, 0, f"no sentence has the id “{name}”", hint))
    VoiceError.raise_if(errors)
    if bound != table:
        files.write({folder / TABLE: format_table(bound)})
    valid = {
        name: entry
        for name, entry in bound.items()
        if name in texts and texts[name].text == entry.text
    }
    stale = {name: entry for name, entry in bound.items() if name not in valid}
    return RecordingStatus(valid, stale, tuple(remarks))


def read_recorded_texts(files: InputFiles, folder: Path) -> dict[str, RecordedText]:
    """What is noted of the recordings of a folder. Raises VoiceError: the note cannot be read."""
    path = folder / TABLE
    if not files.exists(path):
        return {}
    content = files.read(path)
    if isinstance(content, Finding):
        raise VoiceError([content])
    return parse_table(content, files.format_path(path))


def _list_recordings(files: InputFiles, folder: Path, errors: list[Finding]) -> dict[str, Path]:
    """The files of recordings by the ids of their sentences. What has another ending, or none, is
    a note of those who record.
    """
    listed = files.list_folder(folder)
    if isinstance(listed, Finding):
        errors.append(listed)
        return {}
    found: dict[str, Path] = {}
    for path in listed:
        name, _, suffix = path.name.rpartition(".")
        if suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        if name in found:
            message = f"is a second recording of one sentence, beside {found[name].name}"
            errors.append(Finding(files.format_path(path), 0, message, "Keep one of them."))
        found[name] = path
    return found


def _judge(path: Path, where: str, text: RecordableText) -> list[Finding]:
    content = read_file(path, where, RECORDING)
    if isinstance(content, Finding):
        return [content]
    return judge_recording(content, where, text)


def judge_recording(
    sound: bytes | Sound, where: str, text: RecordableText, line: int = 0
) -> list[Finding]:
    """What is wrong with a recording, as errors and warnings of a line of a file."""
    try:
        found = sound if isinstance(sound, Sound) else decode_sound(sound, where)
        return [
            Finding(
                where, line, remark.message, remark.hint, "error" if remark.is_error else "warning"
            )
            for remark in judge(found, text.words, text.language)
        ]
    except PlainspokenError as error:
        return list(error.findings)
