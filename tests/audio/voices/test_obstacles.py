"""What a voice cannot speak is found before any sound is made."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.audio.test_options import ToneVoice

from plainspoken.audio.voices import find_obstacle
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.languages import Language, load


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("Call us.", ""),
        ("Ask for [[k'0fi]].", ""),
        ("Say [[t1]].", "has no sound for “1”"),
        ("… — !", "finds nothing to say"),
        ("", "finds nothing to say"),
        ("Wash your hands, " * 200, ""),
    ],
)
def test_the_natural_voice_tells_what_it_cannot_speak_without_its_model(
    text: str, obstacle: str
) -> None:
    assert find_obstacle(KokoroVoice(), text, load("en")) == obstacle


def test_the_natural_voice_speaks_no_part_of_what_it_cannot_speak() -> None:
    with pytest.raises(VoiceError, match=r"Kokoro has no sound for “1”: “Say \[\[t1]].”"):
        KokoroVoice().speak("Say [[t1]].", load("en"))


def test_a_voice_that_looks_for_no_obstacle_has_none() -> None:
    assert find_obstacle(ToneVoice(), "Call us.", load("en")) == ""


@dataclass(frozen=True, slots=True)
class _BrokenVoice(ToneVoice):
    def find_obstacle(self, text: str, language: Language) -> str:
        raise KeyError(language.tag + text)


def test_a_voice_that_breaks_at_the_question_is_at_fault() -> None:
    message = "Tones cannot say whether it can speak “Call us.”: KeyError: 'enCall us.'"
    with pytest.raises(VoiceError) as raised:
        find_obstacle(_BrokenVoice(), "Call us.", load("en"))
    assert raised.value.findings[0].message.startswith(message)
