"""Put recordings in place: by the numbers of a printed script, judged, with the texts they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...audio.recordings.folder import (
    RECORDING,
    RecordableText,
    judge_recording,
    locate_recordings,
    read_recorded_texts,
)
from ...audio.recordings.sound import decode_sound
from ...audio.recordings.takes import (
    Take,
    cut_takes,
    find_number,
    is_recording_name,
    parse_labels,
)
from ...audio.recordings.texts import TABLE, RecordedText, format_table
from ...config.project import Project
from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...input_files import IMPORT, FileKind, read_file
from ...languages import Language

LONG_TAKE = FileKind("a long recording", 1_000_000_000)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was put in place."""

    ids: tuple[str, ...]
    warnings: tuple[Finding, ...]


def read_numbered_files(folder: Path) -> list[Take]:
    """The recordings of a folder, each by the number that its name begins with. Raises VoiceError:
    with every file that has none.
    """
    takes: list[Take] = []
    errors: list[Finding] = []
    for path in sorted(folder.iterdir()):
        if not is_recording_name(path.name):
            continue
        number, content = find_number(path.name), read_file(path, str(path), RECORDING)
        if isinstance(content, Finding):
            errors.append(content)
        elif number is None:
            hint = "Name it by its number in the script: 12.wav"
            errors.append(Finding(str(path), 0, "begins with no number", hint))
        else:
            suffix = path.suffix[1:].lower()
            takes.append(Take(number, content, suffix, str(path)))
    VoiceError.raise_if(errors)
    if not takes:
        hint = "Give it recordings, such as 12.wav."
        raise VoiceError([Finding(str(folder), 0, "has no recording in it", hint)])
    return takes


def read_labelled_take(path: Path, labels: Path) -> list[Take]:
    """The stretches of one long recording. Raises VoiceError: one of both files is not fit."""
    contents = (
        read_file(path, str(path), LONG_TAKE), read_file(labels, str(labels), IMPORT)
    )  # fmt: skip
    VoiceError.raise_if(content for content in contents if isinstance(content, Finding))
    sound, text = (content for content in contents if isinstance(content, bytes))
    found = parse_labels(text, str(labels))
    if not found:
        hint = "Label each sentence with its number, and export the labels."
        raise VoiceError([Finding(str(labels), 0, "has no label in it", hint)])
    return list(cut_takes(decode_sound(sound, str(path)), found, str(labels)))


def take_in(
    project: Project,
    language: Language,
    takes: Sequence[Take],
    numbers: Sequence[tuple[str, str]],
    texts: Mapping[str, RecordableText],
    may_replace: bool,
) -> TakenIn:
    """Put takes in place, by the ids and texts that their numbers had when the script was printed.
    Raises VoiceError: with all that cannot be used; then nothing is written.
    """
    folder = locate_recordings(project.root, language.tag)
    table = read_recorded_texts(project.files, folder)
    findings = [*_check_numbers(takes, len(numbers))]
    VoiceError.raise_if(findings)
    files: dict[Path, str | bytes] = {}
    old: list[Path] = []
    for take in takes:
        name, text = numbers[take.number - 1]
        known = texts.get(name)
        words = known.words if known and known.text == text else text
        said = RecordableText(text, words, known.language if known else language)
        findings += [
            replace(found, message=f"number {take.number} {found.message}") if take.line else found
            for found in judge_recording(take.sound, take.name, said, take.line)
        ]
        path = folder / f"{name}.{take.suffix}"
        before = _find_recordings(project, folder, name)
        if before and not may_replace:
            message = f"number {take.number} is recorded already, in {before[0].name}"
            findings.append(
                Finding(take.name, take.line, message, "Add --replace to put it in its place.")
            )
        old += [other for other in before if other != path]
        files[path] = content = take.content
        table[name] = RecordedText(path.name, hashlib.sha256(content).hexdigest(), text)
    VoiceError.raise_if(finding for finding in findings if finding.level == "error")
    files[folder / TABLE] = format_table(table)
    project.files.write(files)
    for path in old:
        path.unlink(missing_ok=True)
    ids = tuple(numbers[take.number - 1][0] for take in takes)
    return TakenIn(ids, tuple(findings))


def _find_recordings(project: Project, folder: Path, name: str) -> list[Path]:
    """The recordings of a sentence that are there."""
    listed = project.files.list_folder(folder)
    if isinstance(listed, Finding):
        raise VoiceError([listed])
    return [path for path in listed if path.stem == name and is_recording_name(path.name)]


def _check_numbers(takes: Iterable[Take], count: int) -> Iterable[Finding]:
    names: dict[int, str] = {}
    for take in takes:
        if not 1 <= take.number <= count:
            message = f"has the number {take.number}, and the script goes from 1 to {count}"
            yield Finding(
                take.name, take.line, message, "Give it the number that stands in the script."
            )
        elif take.number in names:
            message = f"has the number {take.number}, as {names[take.number]} has"
            yield Finding(take.name, take.line, message, "Keep one of them.")
        place = f"line {take.line}" if take.line else take.name
        names.setdefault(take.number, place)
