"""Write down what is heard of each sentence of finished tracks, and keep it: what was heard before
is not heard again.

Each sentence is heard alone. Half a minute of sentences at once takes a quarter of the time, but
then a recogniser hears what fits the others: 911 for 912.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from ...cache_files import mark_used, read_file, read_sealed, write_sealed
from ...diagnostics.errors import OutputError
from ...diagnostics.finding import Finding
from ...languages import load
from ...narration import Clip, Track
from ...worker_pool import WorkerPool
from ...workers import Task
from ..clip_cache import make_key
from ..mp3 import SETTINGS
from ..pcm import decode_mp3
from ..progress import Progress, count_steps
from .recogniser import Recogniser


@dataclass(frozen=True, slots=True)
class Recording:
    """The sound of a sentence in a finished track, or of some in a row."""

    track: Track
    lang: str
    clip: Clip
    sentences: int = 1

    def make_key(self, recogniser: Recogniser) -> str:
        """Made from all that the words depend on that are heard in it."""
        length = str(self.clip.end - self.clip.begin)
        count = [str(self.sentences)] if self.sentences > 1 else []
        sound = self.lang, self.clip.sound, length, *count
        return make_key(recogniser.cache_key, SETTINGS, *sound)


def transcribe(
    recordings: Sequence[Recording],
    recogniser: Recogniser,
    folder: Path,
    pool: WorkerPool,
    progress: Progress,
) -> list[str]:
    """What is heard in each recording. Raises VoiceError: the recogniser cannot be loaded;
    OutputError: a track is not what it was; WorkerError: a process died.
    """
    kept = [_read(recording.make_key(recogniser), folder) for recording in recordings]
    tasks = [
        Task(f"the sound of {recording.clip.sentence_id}",
             partial(_hear, recording, recogniser, folder))
        for recording, text in zip(recordings, kept, strict=True)
        if text is None
    ]  # fmt: skip
    if tasks:
        pool.run_in_each(recogniser.prepare)
    done = count_steps("sentences heard", len(tasks), progress)
    heard = iter(pool.run(tasks, done))
    return [next(heard) if text is None else text for text in kept]


def _read(key: str, folder: Path) -> str | None:
    path = _find_path(key, folder)
    text = read_transcript(path)
    if text is not None:
        mark_used(path)
    return text


def read_transcript(path: Path) -> str | None:
    """What was heard, by its file; None where that is not what was once kept under its name."""
    text = read_sealed(path)
    return text if isinstance(text, str) else None


def _find_path(key: str, folder: Path) -> Path:
    return folder / "transcripts" / f"{key}.json"


def _hear(recording: Recording, recogniser: Recogniser, folder: Path) -> str:
    clip, track = recording.clip, recording.track
    whole = _decode(track.path, track.samples)
    if len(whole) != track.samples * 2:
        message = f"the sound of {track.file_name} cannot be heard whole"
        hint = "Run the command again, and let nothing else change the cache meanwhile."
        raise OutputError([Finding("", 0, message, hint)])
    sound = whole[clip.begin * 2 : clip.end * 2]
    text = recogniser.hear(sound, load(recording.lang), recording.sentences)
    write_sealed(_find_path(recording.make_key(recogniser), folder), text, folder)
    return text


@lru_cache(maxsize=1)
def _decode(path: Path, samples: int) -> bytes:
    """The sound of a track; its sentences follow one another."""
    return decode_mp3(read_file(path) or b"", samples)
