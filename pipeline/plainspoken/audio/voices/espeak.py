"""espeak-ng, from the wheel `espeakng-loader`: offline, small, robotic, in many languages."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import count, takewhile
from pathlib import Path
from typing import Any, ClassVar

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import quote
from ...languages import Language
from ...narration import RATE
from ..pcm import LONGEST, trim
from ..unspeakable import replace_unspeakable
from . import Option
from .espeak_text import divide_text

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_PHONEMES = 0x100
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
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.POINTER(ctypes.c_char)),
        ("identifier", ctypes.c_char_p),
    )


def _accents(language: Language) -> list[str]:
    """The names of espeak-ng's voices for a language, its usual one among them."""
    usual = str(language.voice("espeak").get("voice", ""))
    base = usual.partition("-")[0]
    return sorted({usual, *(name for name in _identifiers() if name.partition("-")[0] == base)})


def _speakers(_: Language) -> list[str]:
    """The names of espeak-ng's variants of all voices: other sounds of the throat."""
    return sorted(path.name for path in (_data_folder() / "voices" / "!v").iterdir())


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """The embedded voice. Speak each sentence in a fresh process: its sound has a memory."""

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
    engine: ClassVar[str] = "espeak"
    credit: ClassVar[str] = "espeak-ng"

    def speaks(self, language: Language) -> bool:
        """Whether the language's voice.toml names a voice of espeak-ng."""
        return bool(language.voice("espeak").get("voice"))

    def cache_key(self, language: Language) -> str:
        """Version, voice, rate, volume, and pitch where it is set."""
        pitch = "" if self.pitch is None else f" pitch-{self.pitch}"
        name, rate = self._name(language), self._rate(language)
        return f"espeak {_find_version('espeakng-loader')} {name} {rate} {_VOLUME} cut-2{pitch}"

    def prepare(self) -> None:
        """Load the library, its data, and the list of its voices."""
        _identifiers()

    def speak(self, text: str, language: Language) -> bytes:
        """The sound of `text`, without the silence before and after it."""
        if len(text) > _LONGEST_TEXT:
            raise _report_length(text)
        library = _library()
        pieces = bytearray()

        def receive(samples: Any, length: int, _: Any) -> int:
            if samples and length > 0:
                pieces.extend(ctypes.string_at(samples, length * 2))
            return int(len(pieces) > LONGEST * 2)  # 1 ends it

        callback = _Callback(receive)
        library.espeak_SetSynthCallback(callback)
        errors = self._set_up(library, language)
        content = divide_text(replace_unspeakable(text)).encode() + b"\0"
        errors |= library.espeak_Synth(
            content, len(content), 0, 0, 0, _UTF8 | _PHONEMES, None, None
        )
        errors |= library.espeak_Synchronize()
        if len(pieces) > LONGEST * 2:
            raise _report_length(text)
        sound = trim(pieces)
        if errors or not sound:
            hint = "Change the sentence, or its words in source/lexicon.toml."
            raise VoiceError([Finding("", 0, f"espeak-ng cannot speak {quote(text)}", hint)])
        return sound

    def _set_up(self, library: Any, language: Language) -> int:
        """Choose voice, rate, volume and pitch; give espeak-ng's error code, 0 for none."""
        name, plus, speaker = self._name(language).partition("+")
        known = _identifiers().get(name, name) + plus + speaker
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


def _report_length(text: str) -> VoiceError:
    message = f"espeak-ng cannot speak so long a sentence: {quote(text)}"
    return VoiceError([Finding("", 0, message, "Divide the sentence.")])


@cache
def _identifiers() -> Mapping[str, str]:
    """espeak-ng's voices by language tag: listed once in `prepare`, as all their files are read."""
    library = _library()
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
    records = library.espeak_ListVoices(None)
    found: dict[str, str] = {}
    for pointer in takewhile(bool, map(records.__getitem__, count())):
        record = pointer.contents
        # A byte of priority stands before each tag.
        tag = ctypes.string_at(ctypes.addressof(record.languages.contents) + 1).decode()
        found.setdefault(tag, record.identifier.decode())
    return found


def _data_folder() -> Path:
    import espeakng_loader

    return Path(espeakng_loader.get_data_path())


@cache
def _library() -> Any:
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(_data_folder()).encode()
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DO_NOT_EXIT) != RATE:
        hint = "Install the wheel espeakng-loader again."
        raise VoiceError([Finding("", 0, "espeak-ng does not start", hint)])
    return library
