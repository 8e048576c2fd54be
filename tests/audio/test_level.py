"""Sentences at one loudness, measured by ffmpeg's ebur128, and no peak over the ceiling."""

from __future__ import annotations

import re
import subprocess
import wave
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.audio.level import CEILING, SETTINGS, TARGET, level
from plainspoken.audio.loudness import FULL_SCALE, SILENCE, measure_loudness
from plainspoken.audio.mp3 import Tags, encode, write
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.languages import load
from plainspoken.narration import RATE

SENTENCES = (
    "Stop.",
    "Boil the water for three minutes.",
    "Whoever shakes, shivers or sees spots should call at once, whatever the hour of the night is.",
)


def measure_by_ffmpeg(path: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dB."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-i", str(path)]
    command += ["-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stderr
    loudness = re.findall(r"I:\s+(-?[\d.]+) LUFS", told)[-1]
    return float(loudness), float(re.findall(r"Peak:\s+(-?[\d.]+)", told)[-1])


def write_wav(path: Path, sound: bytes) -> Path:
    with wave.open(str(path), "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(sound)
    return path


def speak(text: str) -> bytes:
    return EspeakVoice().speak(text, load("en"))


def to_pcm(samples: np.ndarray[tuple[int], np.dtype[np.float64]]) -> bytes:
    return np.rint(samples * (FULL_SCALE - 1)).astype("<i2").tobytes()


@pytest.mark.parametrize("text", SENTENCES[1:])
def test_loudness_is_what_ffmpeg_measures(text: str, tmp_path: Path) -> None:
    sound = speak(text)
    pause = bytes(RATE)
    measured, _ = measure_by_ffmpeg(write_wav(tmp_path / "one.wav", pause + sound + pause))
    assert measure_loudness(np.frombuffer(sound, "<i2")) == pytest.approx(measured, abs=0.25)


def test_a_full_tone_of_1_khz_has_the_loudness_of_the_standard() -> None:
    # BS.1770-4: a sine of 997 Hz at full scale in one channel measures -3.01 LUFS.
    tone = np.sin(2 * np.pi * 997 * np.arange(RATE * 20) / RATE)
    loudness = measure_loudness(np.frombuffer(to_pcm(tone), "<i2"))
    assert loudness == pytest.approx(-3.01, abs=0.1)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("factor", [0.05, 1.0])
def test_sentences_come_out_at_one_loudness_however_loud_they_were(
    text: str, factor: float
) -> None:
    pcm = np.frombuffer(speak(text), "<i2")
    sound = level(np.rint(pcm * factor).astype("<i2").tobytes())
    assert len(sound) == 2 * len(pcm)
    assert measure_loudness(np.frombuffer(sound, "<i2")) == pytest.approx(TARGET, abs=0.7)


def test_a_track_is_at_minus_20_lufs_and_its_true_peaks_below_minus_3(tmp_path: Path) -> None:
    pause = bytes(RATE)
    pieces = [piece for text in SENTENCES for piece in (pause, level(speak(text)))]
    with (tmp_path / "track.mp3").open("wb") as file:
        write([encode(pieces)], Tags("A", "B", "C", "1/1", "eng"), file)
    loudness, peak = measure_by_ffmpeg(tmp_path / "track.mp3")
    assert loudness == pytest.approx(-20, abs=0.5)
    assert peak <= -3


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(-32_768, 32_767), min_size=1, max_size=60),
    st.integers(1, 400),
    st.floats(0.001, 1),
)
def test_no_sample_exceeds_the_ceiling(values: list[int], times: int, factor: float) -> None:
    pcm = np.rint(np.repeat(values, times) * factor).astype("<i2")
    out = np.frombuffer(level(pcm.tobytes()), "<i2").astype(float)
    assert len(out) == len(pcm)
    assert np.abs(out).max() <= 10 ** (CEILING / 20) * FULL_SCALE + 1


def test_the_limiter_keeps_the_shape_of_the_wave_away_from_a_peak() -> None:
    tone = 0.05 * np.sin(2 * np.pi * 200 * np.arange(RATE) / RATE)
    tone[RATE // 2] = 0.99
    before = np.frombuffer(to_pcm(tone), "<i2").astype(float)
    after = np.frombuffer(level(to_pcm(tone)), "<i2").astype(float)
    ratios = after[1000 : RATE // 2 - 1000 : 7] / np.where(
        before[1000 : RATE // 2 - 1000 : 7] == 0, 1, before[1000 : RATE // 2 - 1000 : 7]
    )
    loud = np.abs(before[1000 : RATE // 2 - 1000 : 7]) > 500
    assert np.ptp(ratios[loud]) < 0.01


def test_silence_stays_silence() -> None:
    assert level(bytes(2 * RATE)) == bytes(2 * RATE)
    assert measure_loudness(np.zeros(RATE, "<i2")) == SILENCE


def test_a_long_sentence_is_limited_in_pieces_without_a_seam() -> None:
    rng = np.random.default_rng(1)
    samples = 0.2 * rng.standard_normal((1 << 20) + 50_000)
    whole = np.frombuffer(level(to_pcm(np.clip(samples, -1, 1))), "<i2").astype(float)
    around = whole[(1 << 20) - 2_000 : (1 << 20) + 2_000]
    assert np.abs(around).max() <= 10 ** (CEILING / 20) * FULL_SCALE + 1
    assert np.std(around[:2_000]) == pytest.approx(np.std(around[2_000:]), rel=0.1)


def make_steps(
    decibels: float, peak: float = 0, at: int = RATE
) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    """Two seconds of a tone in steps, whose loudness is that of its power, with one peak."""
    tone = 10 ** (decibels / 20) * np.sin(2 * np.pi * 1000 * np.arange(2 * RATE) / RATE)
    if peak:
        tone[at] = peak
    return np.rint(tone * FULL_SCALE).clip(-32_768, 32_767).astype("<i2")


@pytest.mark.parametrize("decibels", [-46, -40, -25, -17, -14])
def test_a_sound_without_a_peak_is_made_louder_or_softer_by_a_tenth_of_a_decibel(
    decibels: float,
) -> None:
    pcm = make_steps(decibels)
    gain = min(round(TARGET - measure_loudness(pcm), 1), 30)
    wanted = np.rint(pcm * 10 ** (gain / 20))
    assert np.frombuffer(level(pcm.tobytes()), "<i2").tolist() == wanted.tolist()


@pytest.mark.parametrize("peak", [0.99, -0.99, 0.7, -0.7])
def test_round_a_peak_the_sound_is_turned_down_within_40_milliseconds_alone(peak: float) -> None:
    pcm = make_steps(-19, peak=peak)
    found = np.frombuffer(level(pcm.tobytes()), "<i2").astype(float)
    ceiling = 10 ** (CEILING / 20) * FULL_SCALE
    assert found[RATE] == pytest.approx(np.copysign(ceiling, peak), abs=1)
    is_loud = abs(pcm) > 1000
    factors = np.where(is_loud, found / np.where(pcm, pcm, 1), np.nan)
    gain = np.nanmedian(factors)
    usual_loss = 0.5
    decibels = TARGET - measure_loudness(pcm) + usual_loss
    assert gain == pytest.approx(10 ** (decibels / 20), rel=0.006)
    plain = np.rint(pcm * 10 ** (round(decibels, 1) / 20))
    places = np.flatnonzero(found != plain)
    assert {RATE - places.min(), places.max() - RATE} <= {881, 882}, "40 milliseconds"
    before = factors[RATE - 882 : RATE][is_loud[RATE - 882 : RATE]]
    assert (np.diff(before) <= 0.002).all(), "it goes down evenly"
    assert np.nanmax(factors) == pytest.approx(gain, abs=0.002)


@pytest.mark.parametrize("at", [0, 1, 440, 2 * RATE - 1])
def test_a_peak_at_an_end_is_turned_down(at: int) -> None:
    found = np.frombuffer(level(make_steps(-19, peak=-0.99, at=at).tobytes()), "<i2")
    assert found[at] == pytest.approx(-(10 ** (CEILING / 20)) * FULL_SCALE, abs=1)


def test_what_the_limiter_takes_away_is_given_back_once() -> None:
    pcm = make_steps(-19).copy()
    pcm[::8000] = 32_000
    sound = np.frombuffer(level(pcm.tobytes()), "<i2")
    assert measure_loudness(sound) == pytest.approx(TARGET, abs=0.45)


def test_a_soft_sound_becomes_as_loud_as_others() -> None:
    sound = np.frombuffer(level(make_steps(-66).tobytes()), "<i2")
    assert measure_loudness(sound) == pytest.approx(TARGET, abs=0.45)


def test_a_cache_knows_sounds_that_were_levelled_otherwise() -> None:
    assert SETTINGS == "level -19.5 -3.8 1"
