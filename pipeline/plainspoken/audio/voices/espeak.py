"""espeak-ng, out of the wheel `espeakng-loader`: offline, small, robotic, in many languages."""

from __future__ import annotations

import ctypes
from functools import cache
from importlib.metadata import version
from typing import Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...languages import load
from ...narration import RATE
from ..pcm import trimmed

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_PHONEMES = 0x100
_PARAMETER_RATE = 1
_PARAMETER_VOLUME = 2
_VOLUME = 60
"""Its own 100 reaches full scale; 60 leaves room."""

# BCP 47 to espeak-ng's names, where they differ.
_NAMES = {
    "en": "en-us",
    "es": "es-419",
    "pt": "pt-br",
    "pt-PT": "pt",
    "zh": "cmn",
    "zh-Hans": "cmn",
    "zh-Hant": "cmn",
    "yue": "yue",
}
_SAME = (
    "am", "ar", "bn", "de", "fa", "fr", "hi", "ht", "it", "ko", "pl", "ru", "sw", "tr", "uk", "ur",
    "vi",
)  # fmt: skip

_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class EspeakVoice:
    """The embedded voice. Speak each sentence in a fresh process: its sound has a memory."""

    engine = "espeak"
    credit = "espeak-ng"

    def settings(self, lang: str) -> str:
        """Version, voice, rate and volume; empty if it does not speak `lang`."""
        name = _name(lang)
        if not name:
            return ""
        return f"espeak {_release()} {name} {_pace(lang)} {_VOLUME} cut-1"

    def prepare(self) -> None:
        """Load the library and its data."""
        _library()

    def speak(self, text: str, lang: str) -> bytes:
        """The sound of `text`, without the silence before and after it."""
        library = _library()
        heard = bytearray()

        def hear(samples: Any, count: int, _: Any) -> int:
            if samples and count > 0:
                heard.extend(ctypes.string_at(samples, count * 2))
            return 0

        callback = _Callback(hear)
        library.espeak_SetSynthCallback(callback)
        errors = library.espeak_SetVoiceByName(_name(lang).encode())
        errors |= library.espeak_SetParameter(_PARAMETER_RATE, _pace(lang), 0)
        errors |= library.espeak_SetParameter(_PARAMETER_VOLUME, _VOLUME, 0)
        content = text.encode() + b"\0"
        errors |= library.espeak_Synth(
            content, len(content), 0, 0, 0, _UTF8 | _PHONEMES, None, None
        )
        errors |= library.espeak_Synchronize()
        sound = trimmed(bytes(heard))
        if errors or not sound:
            hint = "Change the sentence, or its words in source/lexicon.toml."
            raise VoiceError([Finding("", 0, f"espeak-ng cannot speak “{text}”", hint)])
        return sound


def _pace(lang: str) -> int:
    return load(lang).pace.get("espeak", 150)


def _name(lang: str) -> str:
    """espeak-ng's voice for a language: its own, or that of the tag with subtags dropped."""
    tag = lang
    while tag:
        if tag in _NAMES or tag in _SAME:
            return _NAMES.get(tag, tag)
        tag = tag.rpartition("-")[0]
    return ""


@cache
def _release() -> str:
    return version("espeakng-loader")


@cache
def _library() -> Any:
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = espeakng_loader.get_data_path().encode()
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DO_NOT_EXIT) != RATE:
        hint = "Install the wheel espeakng-loader again."
        raise VoiceError([Finding("", 0, "espeak-ng does not start", hint)])
    # The first choice of a voice reads all voices' files: once here, not in each process.
    library.espeak_ListVoices.restype = ctypes.c_void_p
    library.espeak_ListVoices(None)
    return library
