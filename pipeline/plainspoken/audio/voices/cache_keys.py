"""Tell what the sound of voices depends on besides the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...languages import Language, load
from . import Voice, list_speakers
from .faults import HINT, report_faults


def find_cache_key(voice: Voice, language: Language) -> str:
    """A voice's `cache_key`. Raises VoiceError: it gives none."""
    with report_faults(voice.credit, f"name what its sound depends on in {language.tag}"):
        key: object = voice.cache_key(language)
    if isinstance(key, str):
        return key
    message = f"{voice.credit} names what its sound depends on by {type(key).__name__}, not text"
    raise VoiceError([Finding("", 0, message, HINT)])


def list_cache_keys(voices: Sequence[Voice], tags: Sequence[str]) -> Iterator[str]:
    """The keys of some voices for each of some languages that they speak. Raises VoiceError."""
    for language in map(load, dict.fromkeys(tags)):
        for voice in list_speakers(voices, language):
            yield find_cache_key(voice, language)
