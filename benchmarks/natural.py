"""Topic: the natural voice beside its engine alone, on the same sentences, and its memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.languages import load

from . import sample_guide
from .figure import Figure
from .floor import JOBS
from .timing import Run, format_seconds, run

_EVERY = 60
"""Every sixtieth sentence of all languages: a sentence takes seconds."""
_ROUNDS = 2
_RATIO = "natural voice, two processes, to its engine alone"
_MEMORY = "peak memory of the natural voice"


def measure() -> Iterator[Figure]:
    """Measure both in turn; nothing where the voice is not installed."""
    with sample_guide.copy_guide() as folder:
        whole = sample_guide.list_utterances(folder, KokoroVoice.engine)
    # The longest one takes most memory.
    utterances = [*whole[::_EVERY], max(whole, key=lambda utterance: len(utterance[0]))]
    if any(KokoroVoice().find_lack(load(lang)) for _, lang in utterances):
        note = "the natural voice is not installed: run `make natural` first"
        yield Figure(_RATIO, None, "×", 1.15, note)
        yield Figure(_MEMORY, None, "MB", 600, note)
        return
    with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as name:
        file = Path(name) / "utterances.json"
        file.write_text(json.dumps(utterances), "utf-8")
        # In turn, so that other work on the machine slows both; the least of each counts.
        rounds = [(_run("engine", file), _run("voice", file)) for _ in range(_ROUNDS)]
    engine, voice = ([float(each.output) for each in runs] for runs in zip(*rounds, strict=True))
    note = (
        f"{format_seconds(voice)} to {format_seconds(engine)}; {len(utterances)} sentences, "
        f"{JOBS} processes, each loads the model"
    )
    yield Figure(_RATIO, min(voice) / min(engine), "×", 1.15, note)
    peak = max(voice.peak for _, voice in rounds)
    yield Figure(_MEMORY, peak / 1e6, "MB", 600, "the largest of its processes")


def _run(what: str, file: Path) -> Run:
    return run("-m", "benchmarks.speak_naturally", what, str(file))
