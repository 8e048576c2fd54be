"""One file a voice. A voice is found by its entry point in the group `plainspoken.voices`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest

GROUP = "plainspoken.voices"


class Voice(Protocol):
    """Somebody who speaks one or more languages."""

    @property
    def engine(self) -> str:
        """The name of its notation of phonemes in `source/lexicon.toml`."""

    @property
    def credit(self) -> str:
        """How editions name it: `espeak-ng`."""

    def settings(self, lang: str) -> str:
        """All that its sound depends on besides the words; empty if it does not speak `lang`."""

    def prepare(self) -> None:
        """Load what speaking needs, once, before processes are made."""

    def speak(self, text: str, lang: str) -> bytes:
        """The sound of `text`: mono PCM of 16 bits at `narration.RATE`.

        Raises:
            VoiceError: it cannot be spoken now.
        """


@cache
def find_voice(name: str) -> Voice:
    """The voice of that name.

    Raises:
        VoiceError: there is none.
    """
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        hint = suggest_nearest(name, found) or f"Use one of: {', '.join(sorted(found))}."
        raise VoiceError([Finding("", 0, f"there is no voice {name!r}", hint)])
    voice: Voice = found[name].load()()
    return voice


def speaker(voices: Sequence[Voice], lang: str) -> Voice | None:
    """The first voice that speaks a language."""
    return next((voice for voice in voices if voice.settings(lang)), None)
