"""Find when the words of narrations are heard, from voices that can tell (`find_words`). It takes a
voice as long as to speak again, so that only editions that show words ask for it.

What is found is kept by the key of the clip, beside the clips and not with them: a cache has clips
of builds that did not ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from ..cache_files import read_sealed, write_sealed
from ..diagnostics.visible_text import quote
from ..languages import load
from ..narration import ScriptEntry, Track, WordTime
from ..worker_pool import WorkerPool
from ..workers import Task, run_tasks
from .casting import Reading
from .progress import Progress, count_steps
from .sound_places import locate_lines
from .speech import Utterance, prepare_voices
from .tracks import locate_pieces
from .voices import is_stateless
from .voices.faults import report_faults
from .word_groups import Stay, find_stays, group_words


@dataclass(frozen=True, slots=True)
class _TimedSound:
    """How long the sound of a clip is, and where its words are heard in it."""

    samples: int
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class UntimedNarration:
    """A narration whose tracks are made."""

    reading: Reading
    script: Mapping[str, ScriptEntry]
    tracks: Sequence[Track]

    def list_keys(self) -> Iterator[str]:
        """The keys of all its clips."""
        return chain.from_iterable(clip.kept for track in self.tracks for clip in track.clips)


def time_words(
    narrations: Sequence[UntimedNarration],
    utterances: Mapping[str, Utterance],
    cache: Path,
    pool: WorkerPool,
    progress: Progress,
) -> list[tuple[Track, ...]]:
    """The tracks of each narration, with the words that voices can tell the times of; `utterances`
    are those of all clips. Raises VoiceError: a voice fails; WorkerError: a process died; OSError:
    what was found cannot be kept.
    """
    tables = [_read_table(each, cache) for each in narrations]
    times = dict(chain.from_iterable(table.items() for table in tables))
    keys = chain.from_iterable(each.list_keys() for each in narrations)
    missing = {
        key: utterances[key]
        for key in keys
        if key not in times and hasattr(utterances[key].voice, "find_words")
    }
    times |= _time_sounds(missing, pool, progress)
    for each, table in zip(narrations, tables, strict=True):
        own = {key: times[key] for key in each.list_keys() if key in times}
        if each.reading.program and own.keys() != table.keys():
            record = {"program": each.reading.program, "times": _to_json(own)}
            write_sealed(_find_path(each, cache), record, cache)
    return [tuple(_add_words(track, each, times) for track in each.tracks) for each in narrations]


def _find_path(narration: UntimedNarration, cache: Path) -> Path:
    return cache / "words" / f"{narration.reading.guide.lang}.json"


def _read_table(narration: UntimedNarration, cache: Path) -> dict[str, _TimedSound]:
    """What this program has found of the sounds of a narration before, by the keys of clips."""
    program = narration.reading.program
    match read_sealed(_find_path(narration, cache)):
        case {"program": str(other), "times": dict(times)} if program and program == other:
            return {key: _from_json(value) for key, value in times.items()}
    return {}


def _from_json(value: Any) -> _TimedSound:
    samples, stays = value
    return _TimedSound(samples, tuple((place, begin, end) for place, begin, end in stays))


def _to_json(times: Mapping[str, _TimedSound]) -> dict[str, tuple[int, tuple[Stay, ...]]]:
    return {key: (sound.samples, sound.stays) for key, sound in times.items()}


def _time_sounds(
    utterances: Mapping[str, Utterance], pool: WorkerPool, progress: Progress
) -> dict[str, _TimedSound]:
    """Where the words of clips are heard, by their keys."""
    if not utterances:
        return {}
    tasks = [
        Task(f"the words of {quote(utterance.text)}", partial(_time_sound, utterance))
        for utterance in utterances.values()
    ]
    done = count_steps("sentences timed", len(tasks), progress)
    if prepare_voices(utterances.values(), pool):
        found = pool.run(tasks, done)
    else:
        found = run_tasks(tasks, pool.jobs, done)
    return dict(zip(utterances, found, strict=True))


def _time_sound(utterance: Utterance) -> _TimedSound:
    if is_stateless(utterance.voice):
        return _find_words(utterance)
    task = Task(f"the words of {quote(utterance.text)}", partial(_find_words, utterance))
    (found,) = run_tasks([task], 1, lambda _: None)
    return found


def _find_words(utterance: Utterance) -> _TimedSound:
    voice: Any = utterance.voice
    with report_faults(voice.credit, f"tell when the words are heard of {quote(utterance.text)}"):
        sound, starts = voice.find_words(utterance.text, utterance.language)
        return _TimedSound(len(sound) // 2, tuple(find_stays(sound, starts)))


def _add_words(
    track: Track, narration: UntimedNarration, times: Mapping[str, _TimedSound]
) -> Track:
    guide, script = narration.reading.guide, narration.script
    source = load(guide.source_lang)
    sentences = {sentence.id: sentence for sentence in guide.sentences()}
    clips = []
    for clip, begins in locate_pieces(track):
        words: list[WordTime] = []
        if times.keys() & clip.kept:
            entry = script[clip.sentence_id]
            lines = locate_lines(sentences[clip.sentence_id], entry, source)
            facts = zip(clip.kept, clip.pieces, begins, entry.lines, lines, strict=True)
            for key, samples, begin, line, places in facts:
                sound = times.get(key)
                # Words of another sound than is heard here would be at wrong times.
                if places and sound and sound.samples == samples:
                    words += group_words(sound.stays, line.sound, places, begin)
        clips.append(replace(clip, words=tuple(words)))
    return replace(track, clips=tuple(clips))
