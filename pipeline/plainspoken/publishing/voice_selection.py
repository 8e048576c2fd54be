"""Select the voices of a locale: those of guide.toml, or the one that the command names."""

from __future__ import annotations

from ..audio.voices import Voice, find_locale_voices, find_voice
from ..config.project import LocaleSettings, Project


def select_voices(project: Project, locale: LocaleSettings, voice: str) -> tuple[Voice, ...]:
    """The voices of a locale, or the one named by `voice`.

    Raises:
        VoiceError: with every voice and every option that is not known.
    """
    return (find_voice(voice),) if voice else find_locale_voices(project, locale)
