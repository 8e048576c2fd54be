"""Topic: the voice and the encoder beside others, on the same text and the same sound.

Each peer's ratio says how many times as long as ours it takes, with one process.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from plainspoken.audio import mp3
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.languages import load
from plainspoken.narration import RATE

from . import floor, sample
from .figure import Figure
from .sample import Said
from .timing import Failed, clock, run

_EVERY = 6
"""Each sixth sentence of all languages: enough to compare."""


def measure() -> Iterator[Figure]:
    """Ours in times real time, then each peer to ours."""
    with sample.copied() as folder:
        said = sample.all_said(folder)[::_EVERY]
    speaking, sound = clock(lambda: floor.speak(said))
    length = len(sound) / 2 / RATE
    encoding, _ = clock(lambda: mp3.encode(sound, floor.TAGS))
    text = f"{len(said)} sentences, {length:.0f} s of sound"
    yield Figure("synthesis, one process", length / speaking, "× real time", note=text)
    yield Figure("MP3 encoding, one process", length / encoding, "× real time", note=text)
    yield _ffmpeg(sound, encoding)
    yield _espeak(said, speaking)
    yield _pyttsx3(said, speaking)


def _ffmpeg(sound: bytes, ours: float) -> Figure:
    what = "peer: ffmpeg's MP3 encoding, to ours"
    if not importlib.util.find_spec("imageio_ffmpeg"):
        return _missing(what, "imageio_ffmpeg")
    import imageio_ffmpeg

    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "s16le", "-ar", str(RATE),
        "-ac", "1", "-i", "-", "-b:a", f"{mp3.BIT_RATE}k",
        "-compression_level", str(mp3.QUALITY), "-f", "mp3", "-",
    ]  # fmt: skip
    seconds, _ = clock(
        lambda: subprocess.run(command, input=sound, stdout=subprocess.PIPE, check=True)
    )
    return Figure(what, seconds / ours, "×", note="the same sound, bit rate and quality")


def _espeak(said: Sequence[Said], ours: float) -> Figure:
    what = "peer: espeak-ng's command for each sentence, to ours"
    program = shutil.which("espeak-ng")
    if not program:
        return _missing(what, "espeak-ng")

    def speak() -> None:
        for text, lang in said:
            name, pace, volume = _settings(lang)
            command = [program, "-v", name, "-s", pace, "-a", volume, "--stdin", "--stdout"]
            subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True)

    seconds, _ = clock(speak)
    return Figure(what, seconds / ours, "×", note="synthesis alone, the same text")


def _pyttsx3(said: Sequence[Said], ours: float) -> Figure:
    what = "peer: pyttsx3, to ours"
    if not importlib.util.find_spec("pyttsx3"):
        return _missing(what, "pyttsx3")
    with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
        file = Path(folder) / "said.json"
        file.write_text(json.dumps([(text, *_settings(lang)[:2]) for text, lang in said]), "utf-8")
        try:
            seconds = float(run("-m", "benchmarks.pyttsx3_child", str(file)).output)
        except Failed:
            return Figure(what, None, "×", note="pyttsx3 finds no espeak-ng: not measured")
    return Figure(what, seconds / ours, "×", note="synthesis to WAV files, the same text")


def _missing(what: str, name: str) -> Figure:
    return Figure(what, None, "×", note=f"{name} is not installed: not measured")


def _settings(lang: str) -> tuple[str, str, str]:
    """espeak-ng's name of a language, the pace and the volume: what our voice speaks with."""
    _, _, name, pace, volume, _ = EspeakVoice().cache_key(load(lang)).split()
    return name, pace, volume
