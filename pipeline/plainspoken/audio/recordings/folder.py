"""The recordings of a locale: which there are, and which of them say what the guide says today."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...diagnostics.errors import PlainspokenError, VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...input_files import FileKind, InputFiles
from ...languages import Language
from .quality import judge
from .sound import GIVE_ONE, OTHER_SUFFIXES, SUFFIXES, Sound, decode_sound
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
    files: InputFiles,
    root: Path,
    lang: str,
    texts: Mapping[str, RecordableText],
    replaced: Collection[str] = (),
) -> RecordingStatus:
    """Note which text each new recording says, and judge it; tell what is stale. Those that are
    about to be `replaced` are left as they are. Raises VoiceError: with every recording that cannot
    be used; then nothing is noted.
    """
    folder = locate_recordings(root, lang)
    hint = "Put a folder of that name there, with the recordings in it."
    VoiceError.raise_if(
        Finding(files.format_path(place), 0, "is no folder", hint)
        for place in (folder.parent, folder)
        if files.exists(place) and not place.is_dir()
    )
    table = read_recorded_texts(files, folder)
    found: list[Finding] = []
    paths = _list_recordings(files, folder, {*texts, *table}, replaced, found)
    bound = {name: entry for name, entry in table.items() if name in replaced}
    for name in sorted({*paths, *table} - {*replaced}):
        if entry := _bind(files, folder, name, paths.get(name), table.get(name), texts, found):
            bound[name] = entry
    VoiceError.raise_if(finding for finding in found if finding.level == "error")
    if bound != table:
        files.write({folder / TABLE: format_table(bound)})
    valid = {
        name: entry
        for name, entry in bound.items()
        if name in texts and texts[name].text == entry.text
    }
    stale = {name: entry for name, entry in bound.items() if name not in valid}
    return RecordingStatus(valid, stale, tuple(found))


def _bind(
    files: InputFiles,
    folder: Path,
    name: str,
    path: Path | None,
    entry: RecordedText | None,
    texts: Mapping[str, RecordableText],
    found: list[Finding],
) -> RecordedText | None:
    """What is to be noted of a recording, with what is wrong with it added to `found`."""
    if path is None:
        where = files.format_path(folder / entry.file) if entry else ""
        hint = f"Restore it, or remove its entry from {TABLE}."
        found.append(Finding(where, 0, f"is noted in {TABLE}, and not there", hint))
        return entry
    if entry and (entry.file, entry.sha256) == (path.name, files.hash_file(path)):
        return entry
    where, content = files.format_path(path), files.read_once(path, RECORDING)
    if isinstance(content, Finding):
        found.append(content)
        return entry
    digest = files.hash_file(path)  # of what was just read
    if entry and (entry.file, entry.sha256) == (path.name, digest):
        return entry
    if entry and (name not in texts or texts[name].text != entry.text):
        # Which text the new bytes say, nobody knows: a file may be louder, and no new take.
        message = f"is another file than is noted, for text that has changed since: see {TABLE}"
        hint = f"If it says the text of today, remove its entry from {TABLE}."
        found.append(Finding(where, 0, message, hint, "warning"))
        return entry
    if name not in texts:
        hint = suggest_nearest(name, texts) or (
            f"plainspoken recordings script {folder.name} has them."
        )
        found.append(Finding(where, 0, f"no sentence has the id “{name}”", hint))
        return None
    found += judge_recording(content, where, texts[name])
    return RecordedText(path.name, digest, texts[name].text)


def read_recorded_texts(files: InputFiles, folder: Path) -> dict[str, RecordedText]:
    """What is noted of the recordings of a folder. Raises VoiceError: the note cannot be read."""
    path = folder / TABLE
    if not files.exists(path):
        return {}
    content = files.read(path)
    if isinstance(content, Finding):
        raise VoiceError([content])
    return parse_table(content, files.format_path(path))


def _list_recordings(
    files: InputFiles,
    folder: Path,
    names: Collection[str],
    replaced: Collection[str],
    errors: list[Finding],
) -> dict[str, Path]:
    """The files of recordings by the ids of their sentences. What has another ending, or none, is
    a note of those who record, unless it is a sound that is named by one of the ids.
    """
    listed = files.list_folder(folder)
    if isinstance(listed, Finding):
        errors.append(listed)
        return {}
    found: dict[str, Path] = {}
    for path in listed:
        name, _, suffix = path.name.rpartition(".")
        if suffix.lower() in OTHER_SUFFIXES and name in names:
            message = f"is a sound in {suffix}, which is not read"
            errors.append(Finding(files.format_path(path), 0, message, GIVE_ONE))
        if suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        if name in found and name not in replaced:
            message = f"is a second recording of one sentence, beside {found[name].name}"
            errors.append(Finding(files.format_path(path), 0, message, "Keep one of them."))
        found[name] = path
    return found


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
