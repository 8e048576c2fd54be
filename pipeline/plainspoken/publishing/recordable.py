"""What people can record of a guide: its sentences, and what is said before each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..audio.casting import Reading, join_text
from ..audio.cues import list_cues
from ..audio.recordings.folder import RecordableText, locate_recordings
from ..audio.script import write_scripts
from ..audio.voices import Voice, find_speaker
from ..config.project import LocaleSettings, Project
from ..diagnostics.finding import Finding
from ..languages import load
from ..narration import SpokenPart

_ENGINE = "recorded"


def has_recordings(project: Project, reading: Reading) -> bool:
    """Whether people read a guide, and something stands where their recordings belong."""
    folder = locate_recordings(project.root, reading.guide.lang)
    is_there = folder.parent.is_file() or project.files.exists(folder)
    return is_there and any(voice.engine == _ENGINE for voice in reading.voices)


def find_voice_before_recordings(reading: Reading) -> Voice | None:
    """The voice that says all that people have recorded, because it goes before them."""
    engines = [voice.engine for voice in reading.voices]
    if _ENGINE not in engines:
        return None
    return find_speaker(reading.voices[: engines.index(_ENGINE)], load(reading.guide.lang))


def find_second_reader(project: Project, locale: LocaleSettings) -> Iterator[Finding]:
    """An error where a locale has two voices for the recordings of one folder."""
    if sum(settings.engine == _ENGINE for settings in locale.voices) > 1:
        message = f"`{_ENGINE}` stands more than once: a locale has one folder of recordings"
        hint = "Keep one of them, and name all who have recorded in its `name`."
        yield project.config.error(("locales", locale.lang, "voices"), message, hint)


def list_recordable_texts(reading: Reading, jobs: int, cache: Path) -> dict[str, RecordableText]:
    """All that can be recorded of a guide, by the ids of its sentences, in their order."""
    others = tuple(voice for voice in reading.voices if voice.engine != _ENGINE)
    (script,) = write_scripts([replace(reading, voices=others)], jobs, cache, "recordable")
    texts = {}
    for section in reading.guide.sections:
        cues = list_cues(section, reading.guide, reading.language_cue)
        for sentence in section.sentences():
            spoken = script[sentence.id].spoken
            words = f"{_join_words(spoken.cue)} {_join_words(spoken.parts)}".strip()
            text = join_text(cues.get(sentence.id), sentence)
            if words:
                texts[sentence.id] = RecordableText(text, words, load(sentence.lang))
    return texts


def _join_words(parts: Iterable[SpokenPart]) -> str:
    return "".join(words for part in parts for _, words in part.stretches).strip()
