"""Measure the least work that a build must do: speak the sentences, level and encode their sound.

Two processes share it. All else that a build does is left out: starting Python, reading the guide,
loading the voice, a process for each sentence, pauses, files, and editions.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from plainspoken.audio import mp3
from plainspoken.audio.level import level
from plainspoken.audio.loudness import load_numpy
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.languages import load
from plainspoken.workers import Task, run_tasks

from .sample_guide import Utterance
from .timing import time_call

JOBS = 2


def measure_floor(utterances: Sequence[Utterance]) -> float:
    """Measure the seconds that the least work takes."""
    EspeakVoice().prepare()
    # Dealt out by length, so that neither process waits for the other.
    dealt = sorted(utterances, key=lambda utterance: len(utterance.text))
    tasks = [
        Task(f"share {number}", partial(_speak_and_encode, dealt[number::JOBS]))
        for number in range(JOBS)
    ]
    taken, _ = time_call(partial(run_tasks, tasks, JOBS, lambda _: None))
    return taken


def speak_all(utterances: Sequence[Utterance]) -> bytes:
    """Speak all sentences in this process; give their sound, one after another."""
    load_numpy()
    voice = EspeakVoice()
    return b"".join(level(voice.speak(text, load(lang))) for text, lang in utterances)


def _speak_and_encode(utterances: Sequence[Utterance]) -> None:
    mp3.encode([speak_all(utterances)])
