"""Kokoro-82M: a natural voice that runs offline, some ten times slower than espeak-ng. It reads the
phonemes of espeak-ng, so that a lexicon serves both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from ...languages import Language
from ...narration import RATE
from ..pcm import encode, trim
from . import Option, VoiceFacts, kokoro_model
from .espeak_clauses import divide, report_obstacle, write_sounds
from .espeak_respelling import digest_respelling, respell
from .kokoro_phonemes import write_letters
from .kokoro_syllables import digest_notation, write_syllables
from .onnx_session import find_versions

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_LETTERS = 110
"""Letters at a time: the model takes more, and then more than 600 MB of memory."""
_REST = 0.3
"""Seconds between the pieces of a longer sentence, as at a comma."""


def _list_speakers(language: Language) -> list[str]:
    """The speakers of a language: their first letter says which it is."""
    letters = tuple(str(language.voice("kokoro").get("letters", "")))
    return sorted(name for name in kokoro_model.read_digests()["speakers"] if name[0] in letters)


@dataclass(frozen=True, slots=True)
class KokoroVoice:
    """The natural voice."""

    speaker: str = ""
    """One of the model's; empty: the usual one of the language."""
    speed: float = 0.0
    """Against the model's own pace; 0: what the language's voice.toml says."""

    options: ClassVar[Mapping[str, Option]] = {
        "speaker": Option(str, choices=_list_speakers),
        "speed": Option(float, least=0.5, most=1.5),
    }
    facts: ClassVar[VoiceFacts] = VoiceFacts("natural", "Apache-2.0", 180)
    engine: ClassVar[str] = "kokoro"
    credit: ClassVar[str] = "Kokoro"
    phonemes_of: ClassVar[str] = "espeak"
    stateless: ClassVar[bool] = True

    def speaks(self, language: Language) -> bool:
        """Whether the language's voice.toml names a speaker."""
        return bool(language.voice("kokoro").get("voice"))

    def cache_key(self, language: Language) -> str:
        """Model, speaker and speed, and the versions of what runs it and of what gives phonemes."""
        digests, name = kokoro_model.read_digests(), self._name(language)
        files = f"{digests['model'][:16]} {digests['speakers'][name][:16]}"
        phonemes = f"{language.voice('espeak')['voice']}{digest_respelling(language)}"
        style = _find_style_length(language)
        notation = f"letters-3{f' style-{style}' if style else ''}{digest_notation(language)}"
        return f"kokoro {files} {self._speed(language)} {phonemes} {find_versions()} {notation}"

    def find_lack(self, language: Language) -> str:
        """What of the voice is not installed."""
        return kokoro_model.find_lack(self._name(language))

    def find_obstacle(self, text: str, language: Language) -> str:
        """A sound that the model has no letter for, or that there is none."""
        return _write_letters(text, language)[1]

    def prepare(self) -> None:
        """Load the model, and check it. Raises VoiceError: it is not installed or another."""
        _load_model()

    def speak(self, text: str, language: Language) -> bytes:
        """The sound of `text`, without the silence before and after it."""
        letters, obstacle = _write_letters(text, language)
        if obstacle:
            raise report_obstacle(self.credit, obstacle, text)
        speaker = _load_speaker(self._name(language))
        speed, style = self._speed(language), _find_style_length(language)
        pieces = list(divide(letters, MOST_LETTERS))
        # The longest first: what it takes of memory is enough for the others.
        sounds = {
            piece: trim(
                encode(_load_model().speak(piece, speaker, speed, style), kokoro_model.RATE)
            )
            for piece in sorted(pieces, key=len, reverse=True)
        }
        return bytes(2 * round(_REST * RATE)).join(sounds[piece] for piece in pieces)

    def _name(self, language: Language) -> str:
        speakers = _list_speakers(language)
        usual = str(language.voice("kokoro")["voice"])
        return self.speaker if self.speaker in speakers else usual

    def _speed(self, language: Language) -> float:
        return self.speed or float(language.voice("kokoro").get("speed", 1.0))


def _find_style_length(language: Language) -> int:
    return int(language.voice("kokoro").get("style_length", 0))


def _write_letters(text: str, language: Language) -> tuple[str, str]:
    """The letters of a text, and what keeps the model from reading them."""
    voice = str(language.voice("espeak")["voice"])

    def write(said: str) -> str:
        said = respell(said, language)
        if language.voice("kokoro").get("syllables"):
            return write_syllables(said, language)
        return write_letters(said, voice)

    return write_sounds(text, write)


@cache
def _load_model() -> kokoro_model.KokoroModel:
    return kokoro_model.KokoroModel()


@cache
def _load_speaker(name: str) -> NDArray[Any]:
    return kokoro_model.read_speaker(name)
