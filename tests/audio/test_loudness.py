"""Loudness is that of ITU-R BS.1770-4, by the test signals of EBU Tech 3341 in one channel."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from plainspoken.audio.loudness import SILENCE, measure_loudness
from plainspoken.narration import RATE

ONE_CHANNEL = -3.01
"""What a tone is softer in one channel than in two."""


def make_tone(seconds: float, decibels: float, hertz: float = 1000) -> NDArray[np.int16]:
    times = np.arange(round(RATE * seconds)) / RATE
    tone = 10 ** (decibels / 20) * np.sin(2 * np.pi * hertz * times)
    return np.rint(tone * 32_768).clip(-32_768, 32_767).astype(np.int16)


@pytest.mark.parametrize(
    ("parts", "loudness"),
    [
        ([(20, -23)], -23),
        ([(20, -33)], -33),
        ([(10, -36), (60, -23), (10, -36)], -23),
        ([(5, -72), (10, -36), (60, -23), (10, -36), (5, -72)], -23),
        ([(20, -26), (20.1, -20), (20, -26)], -23),
        ([(20, -20), (20, -32)], -22.74),  # 9.3 decibels below all of it: it counts
        ([(20, -20), (20, -33.2)], -20),  # 10.4 below: it does not
    ],
)
def test_the_signals_of_the_standard_have_the_loudness_that_it_says(
    parts: list[tuple[float, float]], loudness: float
) -> None:
    pcm = np.concatenate([make_tone(*part) for part in parts])
    assert measure_loudness(pcm) == pytest.approx(loudness + ONE_CHANNEL, abs=0.1)


@pytest.mark.parametrize(
    ("hertz", "told"),
    [(30, -32.0), (50, -27.6), (70, -25.9), (100, -24.8), (200, -23.9), (500, -23.6), (1000, -23.0),
     (1500, -21.6), (2000, -20.6), (3000, -19.8), (4000, -19.7), (8000, -19.6), (10_000, -19.6)],
)  # fmt: skip
def test_high_tones_count_more_and_low_ones_less_as_ffmpeg_tells(hertz: float, told: float) -> None:
    """It leaves out the second digit."""
    assert measure_loudness(make_tone(20, -20, hertz)) == pytest.approx(told - 0.1, abs=0.1)


def test_what_is_softer_than_70_below_full_scale_is_silence() -> None:
    assert measure_loudness(make_tone(5, -66)) == pytest.approx(-69, abs=0.3)
    assert measure_loudness(make_tone(5, -68)) == SILENCE == -70
    assert measure_loudness(np.zeros(0, np.int16)) == SILENCE


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.1, -29.0), (0.2, -27.0), (0.35, -26.0), (0.4, -25.4), (0.5, -25.0), (1, -24.1), (2, -23.6)],
)
def test_silence_round_a_short_tone_counts_as_ffmpeg_tells(seconds: float, told: float) -> None:
    assert measure_loudness(make_tone(seconds, -20)) == pytest.approx(told, abs=0.06)


@pytest.mark.parametrize("seconds", [59.7, 60, 60.1, 60.4, 125])
def test_a_long_tone_is_as_loud_however_long_it_is(seconds: float) -> None:
    assert measure_loudness(make_tone(seconds, -20)) == pytest.approx(-23.02, abs=0.02)


def test_numpy_is_loaded_without_threads_of_its_own_unless_somebody_wants_them() -> None:
    code = (
        "from plainspoken.audio.loudness import load_numpy; load_numpy(); import os, sys;"
        "print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'])"
    )
    for variables, told in (({}, "True 1"), ({"OPENBLAS_NUM_THREADS": "3"}, "True 3")):
        usual = {name: text for name, text in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
        done = subprocess.run(
            [sys.executable, "-c", code], env=usual | variables, capture_output=True, check=True,
            text=True, timeout=60,
        )  # fmt: skip
        assert done.stdout.strip() == told
