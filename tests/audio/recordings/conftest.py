"""Sounds as people record them, made from a voice of the house."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from tests.audio.test_options import set_voices

from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.cli import main
from plainspoken.languages import load
from plainspoken.narration import RATE

CODECS = {
    "wav": ("wav", "pcm_s16le"),
    "flac": ("flac", "flac"),
    "mp3": ("mp3", "libmp3lame"),
    "m4a": ("mp4", "aac"),
    "opus": ("ogg", "libopus"),
}
Out = pytest.CaptureFixture[str]
Record = Callable[..., bytes]

MORE = "Warm the pot before you begin. Pour slowly and let it stand. Keep small cups at hand."
VOICES = '[{engine = "recorded", name = "Ana Ruiz"}, "espeak"]'


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


@pytest.fixture
def guide(small_guide: Path) -> Path:
    """A guide that a person may read, and espeak-ng where nothing is recorded."""
    set_voices(small_guide, VOICES)
    path = next((small_guide / "source").glob("*boil*.md"))
    path.write_text(f"{path.read_text('utf-8')}\n{MORE}\n", "utf-8")
    return small_guide


def read_status(guide: Path, capsys: Out) -> Any:
    capsys.readouterr()
    assert main(["recordings", "status", "en", "-C", str(guide), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def list_texts(guide: Path, capsys: Out) -> dict[str, str]:
    return {line["id"]: line["text"] for line in read_status(guide, capsys)["sentences"]}


def list_states(guide: Path, capsys: Out) -> dict[str, str]:
    return {
        line["id"]: line["state"]
        for line in read_status(guide, capsys)["sentences"]
        if line["state"] != "missing"
    }


def find_source(guide: Path, text: str) -> Path | None:
    """The file in whose source a text stands as it is read."""
    files = (guide / "source").glob("*.md")
    return next((path for path in files if text in path.read_text("utf-8")), None)


def choose(guide: Path, texts: dict[str, str], count: int) -> list[str]:
    """The ids of sentences that stand in the source as they are read."""
    found = [
        name for name, text in texts.items() if 20 < len(text) < 80 and find_source(guide, text)
    ]
    assert len(found) >= count
    return found[:count]


def put(guide: Path, name: str, content: bytes) -> Path:
    path = guide / "recordings" / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def build(guide: Path, *args: str) -> int:
    return main(["build", "--locale", "en", "-C", str(guide), *args])
