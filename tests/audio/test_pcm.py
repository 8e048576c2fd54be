"""Sound is trimmed where nobody hears it, and brought to one rate."""

from __future__ import annotations

import io
from array import array

import numpy as np
import pytest

from plainspoken.audio.mp3 import Tags, encode, write
from plainspoken.audio.pcm import (
    LONGEST,
    decode_mp3,
    find_audible,
    is_silent,
    quantize,
    resample,
    trim,
)
from plainspoken.narration import RATE


def to_bytes(*samples: int) -> bytes:
    return array("h", samples).tobytes()


@pytest.mark.parametrize(
    ("samples", "kept"),
    [
        ((), ()),
        ((0, 0), ()),
        ((24, -24), ()),
        ((25,), (25,)),
        ((-25,), (-25,)),
        ((24, 25, 0, -25, -24), (25, 0, -25)),
        ((0, 0, 0, 99), (99,)),
        ((99, 0, 0, 0), (99,)),
        ((99, 7, -99), (99, 7, -99)),
    ],
)
def test_what_is_too_soft_to_hear_is_cut_at_both_ends_alone(
    samples: tuple[int, ...], kept: tuple[int, ...]
) -> None:
    sound = to_bytes(*samples)
    assert trim(sound) == trim(bytearray(sound)) == to_bytes(*kept)
    assert is_silent(sound) is not bool(kept)
    begin, end = find_audible(memoryview(sound).cast("h"))
    assert samples[begin:end] == kept


def test_samples_become_integers_and_what_is_too_loud_is_clipped() -> None:
    samples = np.array([0, 1, -1, 2, -2, 0.5 / 32_767, 0.7 / 32_767, -0.7 / 32_767])
    found = quantize(samples)
    assert found.tolist() == [0, 32_767, -32_767, 32_767, -32_767, 0, 1, -1]
    assert found.dtype == np.dtype("<i2")


def test_sound_at_the_wanted_rate_stays_and_other_sound_is_as_long_as_before() -> None:
    samples = (9000 * np.sin(np.arange(16_000) / 20)).astype("<i2")
    assert resample(samples, RATE, RATE) is samples
    assert len(resample(samples, 16_000, 48_000)) == pytest.approx(48_000, abs=100)
    assert len(resample(samples, 16_000, 8_000)) == pytest.approx(8_000, abs=50)


def make_mp3(samples: int) -> bytes:
    sound = (9000 * np.sin(np.arange(samples) / 20)).astype("<i2").tobytes()
    file = io.BytesIO()
    write([encode([sound])], Tags("A", "B", "C", "1/1", "eng"), file)
    return file.getvalue()


def test_an_mp3_is_decoded_whole_unless_it_is_longer_than_it_may_be() -> None:
    content = make_mp3(5_000)
    assert len(decode_mp3(content)) == len(decode_mp3(content, 5_000)) == 10_000
    assert decode_mp3(content, 4_999) == b""


@pytest.mark.parametrize("content", [b"", b"x" * 50, bytes(4000), b"RIFF\0\0\0\0WAVE"])
def test_what_is_no_mp3_has_no_sound(content: bytes) -> None:
    assert decode_mp3(content) == b""


def test_a_sentence_may_take_half_an_hour() -> None:
    assert LONGEST / RATE == 1800
