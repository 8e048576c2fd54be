"""What editions need of sound: tracks, the exact times of their clips in samples, their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from .diagnostics.finding import Finding

RATE = 22_050
"""Samples a second of all sound here: mono, 16 bits."""


@dataclass(frozen=True, slots=True)
class WordTime:
    """Where a word is heard, or some that are said in one: “of the”, “38.5 °C”."""

    start: int
    stop: int
    """The characters of the sentence's text that are heard there."""
    begin: int
    end: int
    """In samples of the track, without the silence round it."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Where one sentence is spoken, the silence round it included."""

    sentence_id: str
    begin: int
    end: int
    sound: str = ""
    """A hash of the samples that are heard there, before they were encoded."""
    kept: tuple[str, ...] = ()
    """The keys of its sound in the cache, from which `audio.tracks.read_sound` gives it."""
    pieces: tuple[int, ...] = ()
    """The samples of the sound of each key."""
    words: tuple[WordTime, ...] = ()
    """In order, where they were asked for; those that the voice gives no times of are left out."""


@dataclass(frozen=True, slots=True)
class Track:
    """One section, read aloud. Its clips tile it: each begins where the one before ends."""

    section_id: str
    number: int
    """From 1, in reading order."""
    path: Path
    """The finished MP3."""
    samples: int
    clips: tuple[Clip, ...]

    @property
    def file_name(self) -> str:
        """As editions name its file: `01-opening.mp3`."""
        return f"{self.number:02}-{self.section_id}.mp3"

    @property
    def seconds(self) -> float:
        """The length of the track."""
        return self.samples / RATE


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """What is said of a sentence in one language."""

    lang: str
    stretches: tuple[tuple[str, str], ...]
    """The text from its beginning to its end: each stretch as it is written, and its words."""


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """What is said of a sentence."""

    cue: tuple[SpokenPart, ...]
    """What is said before it: the number of a step, the head of a column."""
    parts: tuple[SpokenPart, ...]


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """What one voice says in a row."""

    voice: int
    """Its place among the voices of the reading."""
    lang: str
    sound: str
    """As its engine is given it."""


@dataclass(frozen=True, slots=True)
class ScriptEntry:
    """All that is said of a sentence, one line after another; and as people read it."""

    lines: tuple[VoiceLine, ...]
    spoken: SpokenSentence
    faults: tuple[Finding, ...]
    """What of it would be heard as something else than is written, or not at all."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads a guide aloud, or a part of it. The fields are keys of commands' JSON."""

    name: str
    """As editions name them: `espeak-ng`."""
    kind: Literal["person", "natural", "draft"]
    """A person, or a synthetic voice: one that can be followed with ease, or one that cannot."""
    percent: int = 100
    """Of what is said in the guide; at least 1."""


@dataclass(frozen=True, slots=True)
class Narration:
    """A guide, read aloud; without tracks, one that no voice can read whole."""

    tracks: tuple[Track, ...]
    readers: tuple[Reader, ...]
    """Who reads; the one who reads most first."""
    unspoken: tuple[str, ...] = ()
    """The languages that no voice speaks."""
    warnings: tuple[Finding, ...] = ()
    """What of its text nobody can say."""
    script: Mapping[str, SpokenSentence] = field(default_factory=dict)
    """What is said of each sentence, by its id."""

    @property
    def seconds(self) -> float:
        """The length of all tracks."""
        return sum(track.samples for track in self.tracks) / RATE
