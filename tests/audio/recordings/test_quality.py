"""A recording is judged by how it sounds, and by how long its text takes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from plainspoken.audio.recordings.quality import judge, trim_speech
from plainspoken.audio.recordings.sound import Sound
from plainspoken.languages import load
from plainspoken.narration import RATE

from .conftest import in_room, speak

TEXT = "Wash your hands with soap before you eat, and dry them well."


def judged(samples: NDArray[Any], words: str = TEXT, lang: str = "en") -> list[tuple[bool, str]]:
    sound = Sound(samples.astype("float32"), RATE)
    return [(found.is_error, found.message) for found in judge(sound, words, load(lang))]


def test_a_calm_reading_in_a_quiet_room_is_fine() -> None:
    assert judged(in_room(speak(TEXT))) == []


def test_a_recording_without_a_voice_is_refused() -> None:
    assert judged(np.zeros(3 * RATE)) == [(True, "is silent")]
    assert judged(np.random.default_rng(1).normal(0, 0.0005, 3 * RATE)) == [(True, "is silent")]


def test_a_recording_that_was_too_loud_is_refused() -> None:
    ((is_error, message),) = judged(np.clip(in_room(speak(TEXT)) * 12, -1, 1))
    assert is_error
    assert message.startswith("is cut off at full volume in ")


def test_noise_is_told() -> None:
    assert judged(in_room(speak(TEXT), noise=0.03)) == [(False, "is noisy")]


@pytest.mark.parametrize(
    "words", ["Yes.", TEXT * 4, "Take one tablet. " * 25], ids=["shorter", "longer", "another"]
)
def test_the_wrong_length_for_a_text_is_refused(words: str) -> None:
    ((is_error, message),) = judged(in_room(speak(TEXT)), words)
    assert is_error
    assert message.startswith("lasts ")


def test_characters_of_chinese_take_longer_than_letters() -> None:
    words = "吃饭之前要用肥皂洗手然后把手擦干净"
    assert judged(in_room(speak(TEXT)), words, "zh-Hans") == []
    assert judged(in_room(speak(TEXT)), words * 5, "zh-Hans")[0][0]


def test_rests_before_and_after_are_cut_and_nothing_of_the_speech() -> None:
    voice = speak(TEXT)
    trimmed = trim_speech(Sound(in_room(voice, rest=1.5), RATE))
    assert len(voice) / RATE - 0.1 < trimmed.seconds < len(voice) / RATE + 0.2
    assert trimmed.samples[0] == trimmed.samples[-1] == 0
