"""A recogniser that knows what each stretch of sound says: it takes the place of Whisper."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement

from plainspoken.audio.listening.stretches import LONGEST
from plainspoken.audio.pcm import decode_mp3
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.diagnostics.finding import Finding
from plainspoken.languages import Language
from plainspoken.narration import Narration, Track


@dataclass(frozen=True)
class Scribe:
    """Knows a sound by its hash. `deaf` ones cannot be loaded."""

    answers: tuple[tuple[str, str], ...]
    languages: tuple[str, ...] = ("en", "es")
    deaf: bool = False
    cache_key: str = "scribe"
    name: str = "Scribe"

    def find_lack(self) -> str:
        return ""

    def knows(self, language: Language) -> bool:
        return language.base in self.languages

    def prepare(self) -> None:
        if self.deaf:
            raise VoiceError([Finding("", 0, "cannot hear")])

    def hear(self, sound: bytes, _language: Language, _sentences: int = 1) -> str:
        return dict(self.answers)[_hash(sound)]


def say(narration: Narration) -> dict[str, str]:
    """The words of each sentence."""
    return {
        key: " ".join(words for part in (*spoken.cue, *spoken.parts) for _, words in part.stretches)
        for key, spoken in narration.script.items()
    }


def make_scribe(narration: Narration, words: Mapping[str, str]) -> Scribe:
    """One that hears these words of each sentence, by its id; of some in a row, too."""
    answers = [
        answer_clips(track, words, first, last)
        for track in narration.tracks
        for first, last in combinations_with_replacement(range(len(track.clips)), 2)
        if first == last or track.clips[last].end - track.clips[first].begin <= LONGEST
    ]
    return Scribe(tuple(answers))


def answer_clips(track: Track, words: Mapping[str, str], first: int, last: int) -> tuple[str, str]:
    """The sound of some clips in a row, by its hash, and their words."""
    clips = track.clips[first : last + 1]
    sound = _decode(track.path.read_bytes())[clips[0].begin * 2 : clips[-1].end * 2]
    return _hash(sound), " ".join(words[clip.sentence_id] for clip in clips)


@cache
def _decode(content: bytes) -> bytes:
    return decode_mp3(content)


def _hash(sound: bytes) -> str:
    return hashlib.sha256(sound).hexdigest()
