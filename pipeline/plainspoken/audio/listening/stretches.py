"""Sentences in a row that are heard together, as people hear them. A recogniser that hears a cell
of a table or a word of the glossary alone guesses; how well a voice is understood is therefore
measured in stretches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...narration import RATE, Clip
from ..clip_cache import make_key
from .transcripts import Recording

LONGEST = 27 * RATE
"""Samples of a stretch at most: Whisper hears half a minute at a time."""
_LABEL = 2 * RATE
"""Samples of a word or two with the rest after it: Note."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some recordings, by their places among all."""

    start: int
    stop: int
    recording: Recording


@dataclass(frozen=True, slots=True)
class HeardStretch:
    """How well sentences in a row were heard together."""

    section_id: str
    words: int
    errors: int
    """Words that were heard otherwise, not at all, or besides."""


def find_stretches(recordings: Sequence[Recording]) -> Iterator[Stretch]:
    """All recordings in their order, those together that follow one another in a track and in a
    language, up to the longest stretch. A label stays with what it introduces.
    """
    start = 0
    while start < len(recordings):
        stop = start + 1
        while stop < len(recordings) and _may_join(recordings[start], *recordings[stop - 1 :][:2]):
            stop += 1
        if stop < len(recordings) and stop - start > 1 and _is_label(recordings[stop - 1]):
            stop -= 1
        yield Stretch(start, stop, _join(recordings[start:stop]))
        start = stop


def join_neighbours(recordings: Sequence[Recording], place: int) -> Iterator[Stretch]:
    """A recording with the one before it, and with the one after it: as far as they can be heard
    together.
    """
    for start in (place - 1, place):
        pair = recordings[start : start + 2] if start >= 0 else []
        if len(pair) == 2 and _may_join(pair[0], *pair):
            yield Stretch(start, start + 2, _join(pair))


def _is_label(recording: Recording) -> bool:
    return recording.clip.end - recording.clip.begin <= _LABEL


def _may_join(first: Recording, last: Recording, following: Recording) -> bool:
    if (following.track, following.lang) != (first.track, first.lang):
        return False
    is_next = following.clip.begin == last.clip.end
    return is_next and following.clip.end - first.clip.begin <= LONGEST


def _join(recordings: Sequence[Recording]) -> Recording:
    first, clips = recordings[0], [recording.clip for recording in recordings]
    if len(clips) == 1:
        return first
    lengths = (f"{clip.sound} {clip.end - clip.begin}" for clip in clips)
    sound = make_key("stretch", *lengths)
    clip = Clip(clips[0].sentence_id, clips[0].begin, clips[-1].end, sound)
    return replace(first, clip=clip, sentences=len(clips))
