"""What a speech recogniser is here, and which one listens. Another takes its place in this file."""

from __future__ import annotations

from typing import Protocol

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...languages import Language
from .whisper import HINT, WhisperRecogniser


class Recogniser(Protocol):
    """Writes down what it hears: the same for the same sound, whatever it heard before."""

    @property
    def name(self) -> str:
        """As people are told it."""

    @property
    def cache_key(self) -> str:
        """All that its words depend on, but for the sound and its language."""

    def find_lack(self) -> str:
        """What of it is not installed; empty: nothing."""

    def knows(self, language: Language) -> bool:
        """Whether it understands a language."""

    def prepare(self) -> None:
        """Load what it needs, once in a process. Raises VoiceError: it is not what it should be."""

    def hear(self, sound: bytes, language: Language, sentences: int = 1) -> str:
        """The words of at most half a minute of PCM of 16 bits at `narration.RATE`, which holds so
        many sentences.
        """


def find_recogniser() -> Recogniser:
    """The recogniser that listens. Raises VoiceError: it is not installed."""
    recogniser = WhisperRecogniser()
    if lack := recogniser.find_lack():
        message = f"{recogniser.name}, which hears the sound back, is {lack}"
        raise VoiceError([Finding("", 0, message, HINT)])
    return recogniser
