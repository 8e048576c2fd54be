"""Speak the texts of a JSON file with the natural voice, or run its engine alone on what it is
given for them; print the seconds.

    python -m benchmarks.speak_naturally voice|engine FILE

Both load the model in each of their processes. The voice also finds the phonemes, brings the sound
to our rate and loudness, and keeps it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from plainspoken.audio.clip_cache import ClipCache
from plainspoken.audio.speech import Utterance, speak_all
from plainspoken.audio.voices.espeak_clauses import divide
from plainspoken.audio.voices.espeak_text import divide_text
from plainspoken.audio.voices.kokoro import MOST_LETTERS, KokoroVoice
from plainspoken.audio.voices.kokoro_model import KokoroModel, read_speaker
from plainspoken.audio.voices.kokoro_phonemes import write_letters
from plainspoken.languages import load
from plainspoken.worker_pool import open_pool
from plainspoken.workers import Task

from .floor import JOBS
from .timing import time_call


def main() -> None:
    """Do what the arguments say."""
    what, file = sys.argv[1:]
    utterances = [
        Utterance(KokoroVoice(), text, load(lang))
        for text, lang in json.loads(Path(file).read_text("utf-8"))
    ]
    if what == "voice":
        with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
            seconds, _ = time_call(partial(_speak, utterances, ClipCache(Path(folder))))
    else:
        pieces = [piece for utterance in utterances for piece in _list_pieces(utterance)]
        seconds, _ = time_call(partial(_run_engine, pieces))
    print(seconds)


def _speak(utterances: Sequence[Utterance], clips: ClipCache) -> None:
    with open_pool(JOBS) as pool:
        speak_all({each.key: each for each in utterances}, clips, pool, lambda: None)


def _list_pieces(utterance: Utterance) -> list[tuple[str, str, float]]:
    """What the engine is given for a sentence: letters, the speaker and the speed."""
    voice = utterance.language.voice
    letters = write_letters(divide_text(utterance.text), str(voice("espeak")["voice"]))
    speed = float(voice("kokoro").get("speed", 1.0))
    return [
        (piece, str(voice("kokoro")["voice"]), speed) for piece in divide(letters, MOST_LETTERS)
    ]


def _run_engine(pieces: Sequence[tuple[str, str, float]]) -> None:
    with open_pool(JOBS) as pool:
        pool.run_in_each(_prepare)
        tasks = [Task(piece[0], partial(_run_session, *piece)) for piece in pieces]
        pool.run(tasks, lambda _: None)


def _prepare() -> None:
    _load_model()


def _run_session(letters: str, speaker: str, speed: float) -> bytes:
    return _load_model().speak(letters, read_speaker(speaker), speed).tobytes()


@cache
def _load_model() -> KokoroModel:
    return KokoroModel()


if __name__ == "__main__":
    main()
