"""Topic: the voice and the encoder beside other programs, on the same text and sound.

The ratio of each says how many times as long as ours it takes, in one process.
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

from . import floor, sample_guide
from .figure import Figure
from .sample_guide import Utterance
from .timing import MeasurementError, run, time_call

_EVERY = 6
"""Every sixth sentence of all languages is enough to compare."""


def measure() -> Iterator[Figure]:
    """Measure ours against real time, then each peer against ours."""
    with sample_guide.copy_guide() as folder:
        utterances = sample_guide.list_utterances(folder)[::_EVERY]
    speaking, sound = time_call(lambda: floor.speak_all(utterances))
    length = len(sound) / 2 / RATE
    encoding, _ = time_call(lambda: mp3.encode([sound]))
    text = f"{len(utterances)} sentences, {length:.0f} s of sound"
    yield Figure("synthesis, one process", length / speaking, "× real time", note=text)
    yield Figure("MP3 encoding, one process", length / encoding, "× real time", note=text)
    yield _measure_ffmpeg(sound, encoding)
    yield _measure_espeak(utterances, speaking)
    yield _measure_pyttsx3(utterances, speaking)


def _measure_ffmpeg(sound: bytes, ours: float) -> Figure:
    what = "peer: ffmpeg's MP3 encoding, to ours"
    if not importlib.util.find_spec("imageio_ffmpeg"):
        return _not_installed(what, "imageio_ffmpeg")
    import imageio_ffmpeg

    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "s16le", "-ar", str(RATE),
        "-ac", "1", "-i", "-", "-b:a", f"{mp3.BIT_RATE}k",
        "-compression_level", str(mp3.QUALITY), "-f", "mp3", "-",
    ]  # fmt: skip
    seconds, _ = time_call(
        lambda: subprocess.run(command, input=sound, stdout=subprocess.PIPE, check=True)
    )
    return Figure(what, seconds / ours, "×", note="the same sound, bit rate and quality")


def _measure_espeak(utterances: Sequence[Utterance], ours: float) -> Figure:
    what = "peer: espeak-ng's command for each sentence, to ours"
    program = shutil.which("espeak-ng")
    if not program:
        return _not_installed(what, "espeak-ng")

    def speak() -> None:
        for text, lang in utterances:
            name, pace, volume = _settings(lang)
            command = [program, "-v", name, "-s", pace, "-a", volume, "--stdin", "--stdout"]
            subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True)

    seconds, _ = time_call(speak)
    return Figure(what, seconds / ours, "×", note="synthesis alone, the same text")


def _measure_pyttsx3(utterances: Sequence[Utterance], ours: float) -> Figure:
    what = "peer: pyttsx3, to ours"
    if not importlib.util.find_spec("pyttsx3"):
        return _not_installed(what, "pyttsx3")
    with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
        file = Path(folder) / "utterances.json"
        file.write_text(
            json.dumps([(text, *_settings(lang)[:2]) for text, lang in utterances]), "utf-8"
        )
        try:
            seconds = float(run("-m", "benchmarks.speak_with_pyttsx3", str(file)).output)
        except MeasurementError:
            return Figure(what, None, "×", note="pyttsx3 finds no espeak-ng: not measured")
    return Figure(what, seconds / ours, "×", note="synthesis to WAV files, the same text")


def _not_installed(what: str, name: str) -> Figure:
    return Figure(what, None, "×", note=f"{name} is not installed: not measured")


def _settings(lang: str) -> tuple[str, str, str]:
    """espeak-ng's name of a language, the pace and the volume: what our voice speaks with."""
    _, _, name, pace, volume, _ = EspeakVoice().cache_key(load(lang)).split()
    return name, pace, volume
