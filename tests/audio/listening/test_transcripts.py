"""Write down what is heard of finished tracks: of long ones, and of damaged ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.audio.listening.scribe import Scribe

from plainspoken.audio import mp3
from plainspoken.audio.listening.transcripts import Recording, transcribe
from plainspoken.diagnostics.errors import OutputError
from plainspoken.languages import Language
from plainspoken.narration import RATE, Clip, Track
from plainspoken.worker_pool import open_pool

TAGS = mp3.Tags("One", "Somebody", "All", "1/1", "eng")


@dataclass(frozen=True)
class Clock(Scribe):
    """Hears how long a sound is."""

    def hear(self, sound: bytes, _language: Language, _sentences: int = 1) -> str:
        return f"{len(sound) / 2 / RATE:.1f} seconds"


def make_track(path: Path, seconds: int) -> Track:
    with path.open("wb") as file:
        mp3.write([mp3.encode([bytes(2 * seconds * RATE)])], TAGS, file)
    samples = seconds * RATE
    clips = (Clip("a-1", 0, samples - 2 * RATE, "a"), Clip("a-2", samples - 2 * RATE, samples, "b"))
    return Track("boil", 2, path, samples, clips)


def hear_last(track: Track, cache: Path) -> list[str]:
    recordings = [Recording(track, "en", track.clips[-1])]
    with open_pool(1) as pool:
        return transcribe(recordings, Clock(()), cache, pool, lambda *_: None)


def test_the_end_of_a_section_of_more_than_half_an_hour_is_heard(tmp_path: Path) -> None:
    assert hear_last(make_track(tmp_path / "a.mp3", 31 * 60), tmp_path) == ["2.0 seconds"]


@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_a_track_that_cannot_be_heard_whole_is_named(tmp_path: Path, kept: float) -> None:
    track = make_track(tmp_path / "a.mp3", 6)
    content = track.path.read_bytes()
    track.path.write_bytes(content[: round(len(content) * kept)])
    with pytest.raises(OutputError, match=r"the sound of 02-boil\.mp3 cannot be heard whole"):
        hear_last(track, tmp_path)
