"""Put recordings in place: by the numbers of a printed script, judged, with the texts they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...audio.recordings.folder import (
    RECORDING,
    RecordableText,
    judge_recording,
    locate_recordings,
    read_recorded_texts,
)
from ...audio.recordings.sound import GIVE_ONE, OTHER_SUFFIXES, decode_sound
from ...audio.recordings.takes import (
    Take,
    cut_takes,
    find_number,
    is_recording_name,
    parse_labels,
)
from ...audio.recordings.texts import TABLE, RecordedText, format_table
from ...config.project import LocaleSettings, Project
from ...diagnostics.errors import OutputError, VoiceError
from ...diagnostics.finding import Finding
from ...input_files import IMPORT, FileKind, read_file
from ...interrupts import delay_interrupts
from ...languages import Language, load
from ...locks import CATALOGS, hold_lock
from .script import FILE, read_numbers, read_script

LONG_TAKE = FileKind("a long recording", 1_000_000_000)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was put in place."""

    ids: tuple[str, ...]
    stale: int
    """How many of them say a text that has changed since its number was printed."""
    warnings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Meant:
    """A take with what its number means."""

    take: Take
    id: str
    text: str


def read_numbered_files(folder: Path) -> list[Take]:
    """The recordings of a folder, each by the number that its name begins with. Raises VoiceError:
    with every file that has none.
    """
    takes: list[Take] = []
    errors: list[Finding] = []
    for path in sorted(folder.iterdir()):
        number, suffix = find_number(path.name), path.suffix[1:].lower()
        if suffix in OTHER_SUFFIXES and number is not None:
            message = f"is a sound in {suffix}, which is not read"
            errors.append(Finding(str(path), 0, message, GIVE_ONE))
        if not is_recording_name(path.name):
            continue
        content = read_file(path, str(path), RECORDING)
        if isinstance(content, Finding):
            errors.append(content)
        elif number is None:
            hint = "Name it by its number in the script: 12.wav"
            errors.append(Finding(str(path), 0, "begins with no number", hint))
        else:
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
    locale: LocaleSettings,
    takes: Sequence[Take],
    may_replace: bool,
    jobs: int,
) -> TakenIn:
    """Put takes in place, by the ids and texts that their numbers had when the script was printed.
    Raises VoiceError: with all that cannot be used; then nothing is written.
    """
    with hold_lock(CATALOGS, project.cache, project.root):
        numbers = read_numbers(project, locale.lang)
        if not numbers:
            where = locate_recordings(project.root, locale.lang) / FILE
            hint = f"Run plainspoken recordings script {locale.lang}, and record from its page."
            message = "is not there: no numbers were given yet"
            raise VoiceError([Finding(project.files.format_path(where), 0, message, hint)])
        VoiceError.raise_if(_check_numbers(takes, numbers))
        meant = [_Meant(take, *numbers[take.number - 1]) for take in takes]
        ids = tuple(each.id for each in meant)
        script = read_script(project, locale, jobs, ids if may_replace else ())
        found = [
            *(() if may_replace else _find_recorded(project, locale.lang, meant)),
            *_judge(meant, script.texts, load(locale.lang)),
        ]
        VoiceError.raise_if(finding for finding in found if finding.level == "error")
        _put(project, locale.lang, meant)
    texts = {name: text.text for name, text in script.texts.items()}
    stale = sum(texts.get(each.id) != each.text for each in meant)
    return TakenIn(ids, stale, tuple(found))


def _judge(
    meant: Iterable[_Meant], texts: Mapping[str, RecordableText], language: Language
) -> Iterator[Finding]:
    """What is wrong with takes; `language` is that of sentences that are gone."""
    for each in meant:
        take, known = each.take, texts.get(each.id)
        words = known.words if known and known.text == each.text else each.text
        said = RecordableText(each.text, words, known.language if known else language)
        for finding in judge_recording(take.sound, take.name, said, take.line):
            message = f"number {take.number} {finding.message}" if take.line else finding.message
            yield replace(finding, message=message)


def _find_recorded(project: Project, lang: str, meant: Iterable[_Meant]) -> Iterator[Finding]:
    """The takes of sentences that are recorded already."""
    for each in meant:
        if before := _find_recordings(project, lang, each.id):
            message = f"number {each.take.number} is recorded already, in {before[0].name}"
            hint = "Add --replace to put it in its place."
            yield Finding(each.take.name, each.take.line, message, hint)


def _put(project: Project, lang: str, meant: Iterable[_Meant]) -> None:
    """Write the files of takes, note their texts, and remove what they replace."""
    folder = locate_recordings(project.root, lang)
    table = read_recorded_texts(project.files, folder)
    files: dict[Path, str | bytes] = {}
    old: dict[Path, Path] = {}
    for each in meant:
        path = folder / f"{each.id}.{each.take.suffix}"
        old |= dict.fromkeys(_find_recordings(project, lang, each.id), path)
        files[path] = content = each.take.content
        digest = hashlib.sha256(content).hexdigest()
        table[each.id] = RecordedText(path.name, digest, each.text)
    files[folder / TABLE] = format_table(table)
    with delay_interrupts():  # two recordings of one sentence would be an error from then on
        project.files.write(files)
        for path, new in old.items():
            # Where capitals do not count, a name in capitals is the new file itself.
            if not (path.exists() and path.samefile(new)):
                _remove(project, path)


def _remove(project: Project, path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot be removed: {error.strerror}"
        hint = "Remove it: another recording has taken its place."
        raise OutputError([Finding(project.files.format_path(path), 0, message, hint)]) from error


def _find_recordings(project: Project, lang: str, name: str) -> list[Path]:
    """The recordings of a sentence that are there."""
    listed = project.files.list_folder(locate_recordings(project.root, lang))
    if isinstance(listed, Finding):
        raise VoiceError([listed])
    return [path for path in listed if path.stem == name and is_recording_name(path.name)]


def _check_numbers(takes: Iterable[Take], numbers: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """The takes whose numbers do not stand in the script, or that are of one sentence."""
    places: dict[str, str] = {}
    for take in takes:
        if not 1 <= take.number <= len(numbers):
            message = f"has the number {take.number}, and the script goes from 1 to {len(numbers)}"
            hint = "Give it the number that stands in the script."
            yield Finding(take.name, take.line, message, hint)
            continue
        name, _ = numbers[take.number - 1]
        if name in places:
            message = f"has the number {take.number}, of the same sentence as {places[name]}"
            yield Finding(take.name, take.line, message, "Keep one of them.")
        places.setdefault(name, f"line {take.line}" if take.line else take.name)
