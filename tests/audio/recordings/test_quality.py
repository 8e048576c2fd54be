"""A recording is judged by how it sounds, and by how long its text takes."""

from __future__ import annotations

import io
import wave
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from plainspoken.audio.recordings.quality import judge, trim_speech
from plainspoken.audio.recordings.sound import Sound, decode_sound
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


@pytest.mark.parametrize("channel", [0, 1])
def test_a_recording_one_of_whose_channels_was_too_loud_is_refused(channel: int) -> None:
    voice = in_room(speak(TEXT))
    channels = [voice, voice]
    channels[channel] = np.clip(voice * 12, -1, 1)
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((2, 2, RATE, 0, "NONE", ""))
        writer.writeframes((np.stack(channels, 1) * 32_767).astype("<i2").tobytes())
    ((is_error, message),) = [
        (found.is_error, found.message)
        for found in judge(decode_sound(file.getvalue(), "a.wav"), TEXT, load("en"))
    ]
    assert is_error
    assert message.startswith("is cut off at full volume in ")


@pytest.mark.parametrize(
    ("samples", "words"),
    [
        (np.ones(100) * 0.1, "Yes."),
        (np.pad(np.ones(RATE // 10) * 0.1, RATE), "Yes."),
        (np.pad(np.ones(RATE // 3) * 0.1, RATE), "Take one tablet each day."),
    ],
    ids=["a moment", "a tenth of a second", "a part of its text"],
)
def test_a_sound_that_is_too_short_for_any_words_or_for_its_own_is_refused(
    samples: NDArray[Any], words: str
) -> None:
    assert [is_error for is_error, _ in judged(samples, words)] == [True]


def test_a_short_word_between_long_rests_is_fine() -> None:
    assert judged(in_room(speak("Yes."), rest=5), "Yes.") == []


def test_a_click_costs_a_quiet_voice_nothing() -> None:
    voice = in_room(speak(TEXT), noise=0.0001) * 0.1
    clicked = voice.copy()
    clicked[len(voice) // 2 : len(voice) // 2 + 20] = 0.9
    assert judged(clicked) == []
    trimmed, whole = (trim_speech(Sound(each, RATE)) for each in (clicked, voice))
    assert trimmed.seconds == pytest.approx(whole.seconds, abs=0.05)


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
