"""The least work conceivable: speak the sentences and encode the sound, with two processes.

It leaves out all else that a build does: starting Python, reading the guide, loading the voice,
a process for each sentence, pauses, files, and editions.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from plainspoken.audio import mp3
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.languages import load
from plainspoken.workers import Task, run_tasks

from .sample import Said
from .timing import clock

JOBS = 2
TAGS = mp3.Tags("Floor", "espeak-ng", "Floor", "1/1", "eng")


def seconds(said: Sequence[Said]) -> float:
    """How long the least work takes."""
    EspeakVoice().prepare()
    # Dealt out by length, so that neither process waits for the other.
    dealt = sorted(said, key=lambda each: len(each.text))
    tasks = [
        Task(f"share {number}", partial(_speak_and_encode, dealt[number::JOBS]))
        for number in range(JOBS)
    ]
    taken, _ = clock(partial(run_tasks, tasks, JOBS, lambda: None))
    return taken


def speak(said: Sequence[Said]) -> bytes:
    """The sound of all sentences, one after another, spoken in this process."""
    voice = EspeakVoice()
    return b"".join(voice.speak(each.text, load(each.lang)) for each in said)


def _speak_and_encode(said: Sequence[Said]) -> None:
    mp3.encode(speak(said), TAGS)
