"""espeak-ng, from the wheel `espeakng-loader`: offline, small, robotic, in many languages."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any, ClassVar

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import quote
from ...languages import Language
from ..pcm import LONGEST, find_audible, is_silent, trim
from ..unspeakable import replace_unspeakable
from . import Option, VoiceFacts
from .espeak_library import (
    PHONEMES,
    UTF8,
    Callback,
    find_data_folder,
    is_loaded,
    is_unloaded_when_closed,
    list_voices,
    open_library,
)
from .espeak_respelling import digest_respelling, place_in_original, respell
from .espeak_text import divide_text
from .espeak_words import place_in_text, read_starts

_PARAMETER_RATE = 1
_PARAMETER_VOLUME = 2
_PARAMETER_PITCH = 3
_VOLUME = 60
"""Its own 100 reaches full scale; 60 leaves room."""
_LONGEST_TEXT = 50_000
"""Characters of one sentence: a thousand long words. Much more takes minutes."""
_USUAL_RATE = 150
"""Where a language's voice.toml names none."""

_find_version = cache(version)


def _accents(language: Language) -> list[str]:
    """The names of espeak-ng's voices for a language, its usual one among them."""
    usual = str(language.voice("espeak").get("voice", ""))
    base = usual.partition("-")[0]
    return sorted({usual, *(name for name in list_voices() if name.partition("-")[0] == base)})


def _speakers(_: Language) -> list[str]:
    """The names of espeak-ng's variants of all voices: other sounds of the throat."""
    return sorted(path.name for path in (find_data_folder() / "voices" / "!v").iterdir())


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """The embedded voice."""

    rate: int = 0
    """Words a minute, as espeak-ng counts them; 0: what the language's voice.toml says."""
    voice: str = ""
    """Another of espeak-ng's voices, for the languages that it speaks; empty: the usual one."""
    speaker: str = ""
    """One of its variants: `f2`; empty: none."""
    pitch: int | None = None
    """From 0 to 99; None: the voice's own."""

    options: ClassVar[Mapping[str, Option]] = {
        "rate": Option(int, least=80, most=450),
        "voice": Option(str, choices=_accents),
        "speaker": Option(str, choices=_speakers),
        "pitch": Option(int, least=0, most=99),
    }
    facts: ClassVar[VoiceFacts] = VoiceFacts("draft", "GPL-3.0-or-later", 21)
    engine: ClassVar[str] = "espeak"
    credit: ClassVar[str] = "espeak-ng"

    def speaks(self, language: Language) -> bool:
        """Whether the language's voice.toml names a voice of espeak-ng."""
        return bool(language.voice("espeak").get("voice"))

    def cache_key(self, language: Language) -> str:
        """Version, voice, rate, volume, respellings, and pitch where it is set."""
        pitch = "" if self.pitch is None else f" pitch-{self.pitch}"
        name, rate = self._name(language), self._rate(language)
        spelling = f"cut-2{digest_respelling(language)}"
        return (
            f"espeak {_find_version('espeakng-loader')} {name} {rate} {_VOLUME} {spelling}{pitch}"
        )

    @staticmethod
    def write_ipa(ipa: str, language: Language) -> str:
        """IPA in the notation of espeak-ng. Raises ValueError: with the sign that it cannot say."""
        from .espeak_ipa import write_phonemes

        return write_phonemes(ipa, str(language.voice("espeak")["voice"]))

    @staticmethod
    def read_ipa(phonemes: Sequence[str], language: Language) -> Sequence[str]:
        """The IPA of texts in the notation of espeak-ng."""
        from .espeak_ipa import read_phonemes

        return read_phonemes(phonemes, str(language.voice("espeak")["voice"]))

    def prepare(self) -> None:
        """List the voices of the engine, and find out whether it can be unloaded."""
        list_voices()
        is_unloaded_when_closed()

    @property
    def stateless(self) -> bool:
        """Whether its sound depends on the text alone: where the engine can be unloaded, and nobody
        else has it open.
        """
        return is_unloaded_when_closed() and not is_loaded()

    def speak(self, text: str, language: Language) -> bytes:
        """The sound of `text`, without the silence before and after it."""
        return trim(self._synthesize(text, language, lambda _: None))

    def find_words(self, text: str, language: Language) -> tuple[bytes, list[tuple[int, int]]]:
        """The same sound, and where its words and clauses begin: character and sample."""
        found = [(0, 0)]
        pieces = self._synthesize(text, language, lambda events: found.extend(read_starts(events)))
        before, end = find_audible(memoryview(pieces).cast("h"))
        prepared = _prepare_text(text)
        found = place_in_original(found, prepared, language)
        starts = place_in_text(found, prepared, replace_unspeakable(text))
        inner = [(place, max(sample - before, 0)) for place, sample in starts]
        return bytes(pieces[2 * before : 2 * end]), inner

    def _synthesize(
        self, text: str, language: Language, note: Callable[[int | None], object]
    ) -> bytearray:
        """All sound; `note` is called with the events of each piece, while they are there."""
        if len(text) > _LONGEST_TEXT:
            raise _report_length(text)
        pieces = bytearray()

        def receive(samples: Any, length: int, events: int | None) -> int:
            if samples and length > 0:
                pieces.extend(ctypes.string_at(samples, length * 2))
            note(events)
            return int(len(pieces) > LONGEST * 2)  # 1 ends it

        callback = Callback(receive)
        list_voices()  # before the library is open: one at a time
        with open_library() as library:
            library.espeak_SetSynthCallback(callback)
            errors = self._set_up(library, language)
            content = respell(_prepare_text(text), language).encode() + b"\0"
            flags = UTF8 | PHONEMES
            errors |= library.espeak_Synth(content, len(content), 0, 0, 0, flags, None, None)
            errors |= library.espeak_Synchronize()
        if len(pieces) > LONGEST * 2:
            raise _report_length(text)
        if errors or is_silent(pieces):
            hint = "Change the sentence, or its words in source/lexicon.toml."
            raise VoiceError([Finding("", 0, f"espeak-ng cannot speak {quote(text)}", hint)])
        return pieces

    def _set_up(self, library: Any, language: Language) -> int:
        """Choose voice, rate, volume and pitch; give espeak-ng's error code, 0 for none."""
        name, plus, speaker = self._name(language).partition("+")
        known = list_voices().get(name, name) + plus + speaker
        code: int = library.espeak_SetVoiceByName(known.encode())
        code |= library.espeak_SetParameter(_PARAMETER_RATE, self._rate(language), 0)
        code |= library.espeak_SetParameter(_PARAMETER_VOLUME, _VOLUME, 0)
        if self.pitch is not None:
            code |= library.espeak_SetParameter(_PARAMETER_PITCH, self.pitch, 0)
        return code

    def _rate(self, language: Language) -> int:
        return self.rate or int(language.voice("espeak").get("rate", _USUAL_RATE))

    def _name(self, language: Language) -> str:
        name = str(language.voice("espeak")["voice"])
        if self.voice and self.voice in _accents(language):
            name = self.voice
        return f"{name}+{self.speaker}" if self.speaker else name


def _prepare_text(text: str) -> str:
    """A text as the engine can take it, before it is respelled."""
    return divide_text(replace_unspeakable(text))


def _report_length(text: str) -> VoiceError:
    message = f"espeak-ng cannot speak so long a sentence: {quote(text)}"
    return VoiceError([Finding("", 0, message, "Divide the sentence.")])
