"""A person's own voice: recordings of single sentences, in `recordings/<locale>/`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...input_files import InputFiles
from ...languages import Language
from .. import pcm
from ..recordings.folder import RECORDING, locate_recordings, read_valid
from ..recordings.quality import trim_speech
from ..recordings.sound import decode_sound
from ..recordings.texts import RecordedText
from . import Option, VoiceFacts

_MARK = "\0"
"""Between the parts of the name of a recording: no text that is to be said has it."""


@dataclass(frozen=True, slots=True)
class RecordedVoice:
    """Whoever has recorded sentences of the guide."""

    name: str
    """How editions name the person."""
    folder: Path = Path()
    """Of the guide."""
    licence: str = ""
    _found: dict[str, Mapping[str, RecordedText]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The recordings of each locale, once they are asked for."""

    options: ClassVar[Mapping[str, Option]] = {
        "name": Option(str, is_required=True),
        "licence": Option(str),
    }
    facts: ClassVar[VoiceFacts] = VoiceFacts("person", "as the guide says", 0)
    engine: ClassVar[str] = "recorded"
    takes_folder: ClassVar[bool] = True
    stateless: ClassVar[bool] = True

    @property
    def credit(self) -> str:
        """The person's name, with the licence of the recordings where it has one of its own."""
        return f"{self.name} ({self.licence})" if self.licence else self.name

    def find_faults(self, language: Language) -> Iterator[tuple[str, str]]:
        """A name that nobody could read."""
        del language
        if not any(character.isalnum() for character in self.name):
            yield "`name` has no letter in it", "Give the name of who has recorded the sentences."

    def speaks(self, language: Language) -> bool:
        """A person may have recorded any language; `find_obstacle` says what is missing."""
        del language
        return True

    def cache_key(self, language: Language) -> str:
        """How recordings are made fit; each is named with the checksum of its content."""
        del language
        return "recorded 2"

    def find_recording(self, name: str, text: str, lang: str) -> str | None:
        """The recording of a sentence of the guide in `lang`, if it was made for this very text."""
        if lang not in self._found:
            self._found[lang] = read_valid(self.folder, lang)
        entry = self._found[lang].get(name)
        if entry is None or entry.text != text:
            return None
        return _MARK.join((lang, entry.file, entry.sha256))

    def find_obstacle(self, text: str, language: Language) -> str:
        """Nothing is said that was not recorded."""
        del language
        return "" if _MARK in text else "has not recorded it"

    def prepare(self) -> None:
        """Nothing to load."""

    def speak(self, text: str, language: Language) -> bytes:
        """The recording that `find_recording` has named."""
        del language
        if _MARK not in text:
            message = f"{self.name} has not recorded it"
            hint = "Use another voice, or record it: plainspoken recordings script"
            raise VoiceError([Finding("", 0, message, hint)])
        lang, file, digest = text.split(_MARK)
        files, path = InputFiles(self.folder), locate_recordings(self.folder, lang) / file
        where, content = files.format_path(path), files.read_once(path, RECORDING)
        if isinstance(content, Finding):
            raise VoiceError([content])
        if hashlib.sha256(content).hexdigest() != digest:
            raise VoiceError(
                [Finding(where, 0, "was saved while the command ran", "Run it again.")]
            )
        sound = trim_speech(decode_sound(content, where))
        return pcm.encode(sound.samples, sound.rate)
