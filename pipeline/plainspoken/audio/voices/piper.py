"""Voices of Piper: natural, offline, several times as quick as Kokoro. Somebody has got the voice,
a model with a JSON file beside it, and knows its licence; onnxruntime alone runs it. It reads the
phonemes of espeak-ng, so that a lexicon serves both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import ClassVar

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import quote
from ...languages import Language
from ..pcm import encode, trim
from . import Option, VoiceFacts
from .espeak_clauses import divide, report_obstacle, write_sounds
from .espeak_respelling import digest_respelling, respell
from .onnx_session import find_runtime_lack, find_versions
from .piper_config import PiperConfig
from .piper_model import (
    PiperModel,
    check_size,
    find_links_out,
    find_model,
    hash_file,
    load_config,
    load_model,
)
from .piper_phonemes import LONGEST, number_phonemes, write_phonemes

_USUAL_SPEED = 0.67
"""Measured: voices learn from people who read fast."""
_DIGEST = re.compile("[0-9a-f]{64}")
_ADD = "Put it there with its file .onnx.json, or add both: plainspoken voices add NAME.onnx"


@dataclass(frozen=True, slots=True)
class PiperVoice:
    """A voice of Piper that guide.toml names."""

    model: str
    """Its file, below the guide's folder or kept by `voices add`."""
    licence: str
    """Of the voice: editions name it."""
    name: str = ""
    """How editions name who reads; empty: by the file."""
    sha256: str = ""
    """Of the file; empty: any will do."""
    speaker: str = ""
    """The name or number of one, where the voice has several; empty: the first."""
    speed: float = _USUAL_SPEED
    """Against the voice's own pace."""
    folder: Path = Path()
    """The guide's."""

    options: ClassVar[Mapping[str, Option]] = {
        "model": Option(str, is_required=True),
        "licence": Option(str, is_required=True),
        "name": Option(str),
        "sha256": Option(str),
        "speaker": Option(str),
        "speed": Option(float, least=0.5, most=1.5),
    }
    engine: ClassVar[str] = "piper"
    phonemes_of: ClassVar[str] = "espeak"
    stateless: ClassVar[bool] = True
    takes_folder: ClassVar[bool] = True

    @property
    def credit(self) -> str:
        """The voice and its licence."""
        return f"Piper, {self.name or PurePosixPath(self.model).stem} ({self.licence})"

    @property
    def facts(self) -> VoiceFacts:
        """Its licence and its size."""
        return VoiceFacts("natural", self.licence, round(self._path.stat().st_size / 1e6))

    def speaks(self, language: Language) -> bool:
        """Whether the voice has learnt the language, in whatever region."""
        return self._config.base == language.base

    def cache_key(self, language: Language) -> str:
        """Both files, speaker and speed, and what gives phonemes and runs them."""
        files = f"{hash_file(self._path)} {hash_file(self._path, '.json')}"
        signs = "signs-1"
        if self._is_spoken_as_usual(language):
            signs += digest_respelling(language)
        return f"piper {files} {self._speaker} {self.speed:g} {find_versions()} {signs}"

    def find_faults(self, language: Language) -> Iterator[tuple[str, str]]:
        """What is wrong with the files, and that they are of another language."""
        if links := [*find_links_out(self.model, self.folder)]:
            for link in links:
                message = f"{link} is a link that leads out of the guide's folder"
                yield message, "Put the file itself there."
            return
        if not find_model(self.model, self.folder):
            yield f"`model` is {quote(self.model)}, which is no file below the guide's folder", _ADD
            return
        try:
            check_size(self._path)
            yield from self._compare_digest()
            config = self._config
        except VoiceError as error:
            yield from ((f"{each.file} {each.message}", each.hint) for each in error.findings)
            return
        if config.base != language.base:
            message = f"{self.model} speaks {config.tag}, not {language.tag}"
            yield message, f"Move it to the locale {config.base}, or get another voice."
        if self.speaker and self.speaker not in config.speakers:
            names = ", ".join([*config.speakers][-20:])
            hint = f"Use one of: {names}." if names else "Remove it: the voice has one speaker."
            yield f"`speaker` is {quote(self.speaker)}, whom {self.model} does not have", hint

    def _compare_digest(self) -> Iterator[tuple[str, str]]:
        """That the model is another one than guide.toml says."""
        if self.sha256 and not _DIGEST.fullmatch(self.sha256):
            hint = "Write 64 digits and letters a to f, as sha256sum tells them."
            yield f"`sha256` is {quote(self.sha256)}, which is none", hint
        elif self.sha256 and self.sha256 != (found := hash_file(self._path)):
            message = f"{self.model} is another file than it should be: its sha256 is {found}"
            yield message, "Get the voice anew, or change `sha256` if this one is right."

    def find_lack(self, _language: Language) -> str:
        """What runs it, where that is not installed."""
        lack = find_runtime_lack()
        return f"not installed: {lack}" if lack else ""

    def find_obstacle(self, text: str, language: Language) -> str:
        """A sound that the voice has no number for, or that there is none."""
        return self._write_phonemes(text, language)[1]

    def prepare(self) -> None:
        """Load the model, and check it. Raises VoiceError: it is none of Piper."""
        self._load()

    def speak(self, text: str, language: Language) -> bytes:
        """The sound of `text`, without the silence before and after it."""
        import numpy as np

        phonemes, obstacle = self._write_phonemes(text, language)
        if obstacle:
            raise report_obstacle(self.credit, obstacle, text)
        model, config = self._load(), self._config
        length = config.length / self.speed
        pieces = [
            model.speak(number_phonemes(piece, config), length, self._speaker)
            for piece in divide(phonemes, LONGEST)
        ]
        return trim(encode(np.concatenate(pieces), config.rate))

    @property
    def _path(self) -> Path:
        if path := find_model(self.model, self.folder):
            return path
        raise VoiceError([Finding("", 0, f"the voice {self.model} is gone", _ADD)])

    @property
    def _config(self) -> PiperConfig:
        return load_config(self._path, self.model)

    @property
    def _speaker(self) -> int | None:
        """The number of the speaker; None where there is but one."""
        speakers = self._config.speakers
        return speakers.get(self.speaker, 0) if speakers else None

    def _load(self) -> PiperModel:
        digest = self.sha256 or hash_file(self._path)
        return load_model(self._path, self.model, digest, bool(self._config.speakers))

    def _is_spoken_as_usual(self, language: Language) -> bool:
        """Whether its phonemes are of espeak-ng's voice for the language."""
        return self._config.espeak_voice == language.voice("espeak").get("voice")

    def _write_phonemes(self, text: str, language: Language) -> tuple[str, str]:
        """The phonemes of a text, and what keeps the voice from reading them."""
        config, is_usual = self._config, self._is_spoken_as_usual(language)

        def write(said: str) -> str:
            return write_phonemes(respell(said, language) if is_usual else said, config)

        return write_sounds(text, write)
