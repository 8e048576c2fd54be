"""Sounds as people record them, made from a voice of the house."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.languages import load
from plainspoken.narration import RATE

CODECS = {
    "wav": ("wav", "pcm_s16le"),
    "flac": ("flac", "flac"),
    "mp3": ("mp3", "libmp3lame"),
    "m4a": ("mp4", "aac"),
    "opus": ("ogg", "libopus"),
}
Record = Callable[..., bytes]


@cache
def speak(text: str) -> NDArray[Any]:
    """A text, as samples from −1 to 1 at `RATE`."""
    voice = EspeakVoice()
    voice.prepare()
    return np.frombuffer(voice.speak(text, load("en")), "<i2").astype("float32") / 32_768


def encode(
    samples: NDArray[Any], suffix: str = "wav", rate: int = 0, layout: str = "mono"
) -> bytes:
    """Samples at `RATE` as the content of a file of a kind, at a rate and with channels."""
    kind, codec = CODECS[suffix]
    rate = rate or (48_000 if suffix == "opus" else RATE)
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1).astype("float32"), "flt", "mono")
    frame.sample_rate = RATE
    file = io.BytesIO()
    with av.open(file, "w", format=kind) as container:
        stream: Any = container.add_stream(codec, rate=rate)
        stream.layout = layout
        resampler = av.AudioResampler(stream.format.name, layout, rate)
        fifo = av.AudioFifo()
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            piece.pts = None
            fifo.write(piece)
        size = stream.codec_context.frame_size or 1024
        while chunk := fifo.read(size) or fifo.read():
            container.mux(stream.encode(chunk))
        container.mux(stream.encode(None))
    return file.getvalue()


def in_room(samples: NDArray[Any], noise: float = 0.001, rest: float = 0.4) -> NDArray[Any]:
    """A sound with rests and the noise of a room round it."""
    draw = np.random.default_rng(7)
    padded = np.pad(samples * 0.5, int(rest * RATE))
    return (padded + draw.normal(0, noise, len(padded))).astype("float32")


@pytest.fixture
def record() -> Record:
    """A text as the content of a recording."""

    def record(text: str, suffix: str = "wav", **settings: Any) -> bytes:
        return encode(in_room(speak(text)), suffix, **settings)

    return record
