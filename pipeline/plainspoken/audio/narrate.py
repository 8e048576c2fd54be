"""Read guides aloud. What was spoken before is not spoken again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from ..cache_files import FileState, find_state, remove_unfinished
from ..diagnostics.errors import OutputError, VoiceError
from ..diagnostics.finding import Finding
from ..front_matter import name_narrator
from ..guide import Section
from ..languages import load
from ..narration import Narration, Reader, ScriptEntry, Track
from ..worker_pool import WorkerPool, open_pool
from ..workers import Task, run_tasks
from .casting import Reading
from .clip_cache import ClipCache
from .credits import count_readers, find_unspoken
from .mp3 import Tags
from .pauses import PAUSES, list_pauses
from .progress import Progress, count_steps
from .script import write_scripts
from .speech import Utterance, find_missing, speak_all
from .tracks import Part, TrackPlan, find_track, has_clips, make_track, mark_track_used
from .word_times import UntimedNarration, time_words


def narrate(
    readings: Sequence[Reading],
    cache: Path,
    jobs: int,
    progress: Progress,
    pool: WorkerPool | None = None,
    needs_clips: bool = False,
    needs_words: bool = False,
    writer: WorkerPool | None = None,
) -> list[Narration]:
    """Read whole guides aloud, a track a section; a guide with a sentence that no voice speaks
    gets none. With `needs_clips`, all that the tracks were encoded from is kept, too; with
    `needs_words`, clips say when their words are heard, where the voice can tell. Raises
    VoiceError: a sentence would be heard as something else than is written, or a voice failed; what
    was spoken so far is kept in `cache`. Without a `pool`, one is made; a `writer` is one whose
    process knows the words of the languages.
    """
    clips = ClipCache(cache)
    unspoken = [find_unspoken(reading.guide, reading.voices) for reading in readings]
    scripts = write_scripts(readings, jobs, cache, pool=writer)
    faults = _find_faults(scripts, unspoken)
    utterances: dict[str, Utterance] = {}
    readers = [
        () if missing else count_readers(script, reading.voices)
        for reading, script, missing in zip(readings, scripts, unspoken, strict=True)
    ]
    plans = [
        _plan_tracks(reading, names, script, utterances) if names else []
        for reading, names, script in zip(readings, readers, scripts, strict=True)
    ]
    made = [[_find_made(plan, cache) for plan in each] for each in plans]
    if stale := [*_list_stale(chain(*plans), chain(*made), clips, needs_clips)]:
        with remove_unfinished(cache), _use_pool(pool, jobs) as workers:
            _make_tracks(stale, utterances, clips, workers, progress)
    for plan in chain(*plans):
        mark_track_used(plan, clips)
    take = partial(_take_track, cache)
    tracks = [tuple(map(take, *each)) for each in zip(plans, made, strict=True)]
    if needs_words:
        untimed = [*map(UntimedNarration, readings, scripts, tracks)]
        with remove_unfinished(cache), _use_pool(pool, jobs) as workers:
            tracks = time_words(untimed, utterances, cache, workers, progress)
    return [
        Narration(each, names, missing, found, {key: entry.spoken for key, entry in script.items()})
        for each, names, missing, found, script in zip(
            tracks, readers, unspoken, faults, scripts, strict=True
        )
    ]


def _find_faults(
    scripts: Sequence[Mapping[str, ScriptEntry]], unspoken: Sequence[Sequence[str]]
) -> list[tuple[Finding, ...]]:
    """What each reading would have heard as something else than is written; none where nothing is
    read. Raises VoiceError: one is an error.
    """
    faults = [
        () if missing else tuple(dict.fromkeys(_list_faults(script)))
        for script, missing in zip(scripts, unspoken, strict=True)
    ]
    VoiceError.raise_if(fault for fault in chain(*faults) if fault.level == "error")
    return faults


def _use_pool(pool: WorkerPool | None, jobs: int) -> AbstractContextManager[WorkerPool]:
    """A pool that is there already, or one that is ended on the way out."""
    return nullcontext(pool) if pool else open_pool(jobs)


@dataclass(frozen=True, slots=True)
class _MadeTrack:
    """A track that was made before, and the file that was read of it."""

    track: Track
    state: FileState | None


def _find_made(plan: TrackPlan, cache: Path) -> _MadeTrack | None:
    track = find_track(cache, plan)
    return _MadeTrack(track, find_state(track.path)) if track else None


def _make_tracks(
    plans: Sequence[TrackPlan],
    utterances: Mapping[str, Utterance],
    clips: ClipCache,
    pool: WorkerPool,
    progress: Progress,
) -> None:
    """Speak what tracks lack, and encode them."""
    keys = dict.fromkeys(key for plan in plans for part in plan.parts for key in part.keys)
    unkept = find_missing({key: utterances[key] for key in keys}, clips)
    speak_all(unkept, clips, pool, count_steps("sentences spoken", len(unkept), progress))
    done = count_steps("tracks encoded", len(plans), progress)
    run_tasks(_list_encoding(plans, clips), pool.jobs, done)


def _list_faults(script: Mapping[str, ScriptEntry]) -> Iterator[Finding]:
    return chain.from_iterable(entry.faults for entry in script.values())


def _list_encoding(stale: Sequence[TrackPlan], cache: ClipCache) -> list[Task[None]]:
    # The longest first: no process is left alone with it at the end.
    longest = sorted(stale, key=lambda plan: (-len(plan.parts), plan.key))
    return [
        Task(f"the track “{plan.tags.title}”", partial(make_track, plan, cache)) for plan in longest
    ]


def _list_stale(
    plans: Iterable[TrackPlan],
    made: Iterable[_MadeTrack | None],
    clips: ClipCache,
    needs_clips: bool,
) -> Iterator[TrackPlan]:
    """The tracks that are not there, or not all that they were made from."""
    for plan, found in zip(plans, made, strict=True):
        if not found or (needs_clips and not has_clips(plan, clips)):
            yield plan


def _take_track(cache: Path, plan: TrackPlan, made: _MadeTrack | None) -> Track:
    """A track that is whole; what was read of it before serves while its file is the same."""
    if made and made.state and find_state(made.track.path) == made.state:
        return made.track
    if track := find_track(cache, plan):
        return track
    message = f"the track “{plan.tags.title}” is gone from the cache"
    hint = "Run the command again, and let nothing else change the cache meanwhile."
    raise OutputError([Finding("", 0, message, hint)])


def _plan_tracks(
    reading: Reading,
    readers: Sequence[Reader],
    script: Mapping[str, ScriptEntry],
    utterances: dict[str, Utterance],
) -> list[TrackPlan]:
    """A track a section; what is to be said is added to `utterances`, by key of the clip."""
    plans = []
    language = load(reading.guide.lang)
    for number, section in enumerate(reading.guide.sections, 1):
        tags = Tags(
            title=section.title,
            artist=name_narrator(language, readers, short=True),
            album=reading.guide.title.text,
            track=f"{number}/{len(reading.guide.sections)}",
            language=language.text["alpha3"],
            imprint=reading.imprint,
        )
        parts = tuple(_list_parts(section, reading, script, utterances))
        plans.append(TrackPlan(section.id, number, parts, tags))
    return plans


def _list_parts(
    section: Section,
    reading: Reading,
    script: Mapping[str, ScriptEntry],
    utterances: dict[str, Utterance],
) -> Iterator[Part]:
    pauses = list_pauses(section)
    for block in section.leaves():
        for place, sentence in enumerate(block.sentences, 1):
            pause = pauses[block.id] if place == len(block.sentences) else PAUSES.sentence
            said = [
                Utterance(reading.voices[line.voice], line.sound, load(line.lang))
                for line in script[sentence.id].lines
            ]
            keys = tuple(utterance.key for utterance in said)
            utterances.update(zip(keys, said, strict=True))
            yield Part(sentence.id, keys, pause)
