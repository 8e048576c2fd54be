"""Read guides aloud. What was spoken before is not spoken again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from ..diagnostics.errors import VoiceError, WorkerError
from ..diagnostics.finding import Finding
from ..guide import Guide, Section, Sentence
from ..languages import Language, load
from ..narration import Narration
from ..workers import Task, run_tasks
from .clip_cache import ClipCache, make_key, remove_unfinished
from .mp3 import Tags
from .spoken_text import write_spoken_text
from .tracks import PAUSES, Part, TrackPlan, find_track, make_track
from .voices import Voice, find_speaker

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""


def find_unspoken(guide: Guide, voices: Sequence[Voice]) -> tuple[str, ...]:
    """The languages of a guide that none of the voices speaks."""
    return tuple(sorted(tag for tag, voice in _find_speakers(guide, voices).items() if not voice))


def list_credits(guide: Guide, voices: Sequence[Voice]) -> tuple[str, ...]:
    """Who reads a guide, as editions name them; nobody where it cannot be read whole."""
    speakers = _find_speakers(guide, voices).values()
    names = dict.fromkeys(voice.credit for voice in speakers if voice)
    return () if None in speakers else tuple(names)


def _find_speakers(guide: Guide, voices: Sequence[Voice]) -> Mapping[str, Voice | None]:
    """The first voice that speaks each language of a guide, its own language first."""
    tags = dict.fromkeys([guide.lang, *(sentence.lang for sentence in guide.sentences())])
    return {tag: find_speaker(voices, load(tag)) for tag in tags}


@dataclass(frozen=True, slots=True)
class Reading:
    """A guide to read aloud, and who may read it: voices by preference."""

    guide: Guide
    voices: tuple[Voice, ...]


def narrate(
    readings: Sequence[Reading], cache: Path, jobs: int, progress: Progress
) -> list[Narration]:
    """Read whole guides aloud, a track a section; a guide with a sentence that no voice speaks
    gets none. Raises VoiceError: a voice failed; what was spoken so far is kept in `cache`.
    """
    clips = ClipCache(cache)
    unspoken = [find_unspoken(reading.guide, reading.voices) for reading in readings]
    utterances: dict[str, _Utterance] = {}
    plans = [
        [] if missing else _plan_tracks(reading, utterances)
        for reading, missing in zip(readings, unspoken, strict=True)
    ]
    stale = [plan for tracks in plans for plan in tracks if find_track(cache, plan) is None]
    if stale:
        with remove_unfinished(cache):
            _run("sentences spoken", _list_speaking(utterances, stale, clips), jobs, progress)
            _run("tracks encoded", _list_encoding(stale, clips), jobs, progress)
    return [
        Narration(
            tuple(track for plan in tracks if (track := find_track(cache, plan))),
            list_credits(reading.guide, reading.voices),
            missing,
        )
        for reading, tracks, missing in zip(readings, plans, unspoken, strict=True)
    ]


def _list_speaking(
    utterances: Mapping[str, _Utterance], stale: Sequence[TrackPlan], cache: ClipCache
) -> list[Task[None]]:
    keys = dict.fromkeys(part.key for plan in stale for part in plan.parts if part.key)
    missing = [key for key in keys if cache.read(key) is None]
    voices = {id(utterances[key].voice): utterances[key].voice for key in missing}
    for voice in voices.values():
        voice.prepare()
    return [utterances[key].task(key, cache) for key in missing]


def _list_encoding(stale: Sequence[TrackPlan], cache: ClipCache) -> list[Task[None]]:
    # The longest first: no process is left alone with it at the end.
    longest = sorted(stale, key=lambda plan: (-len(plan.parts), plan.key))
    return [
        Task(f"the track “{plan.tags.title}”", partial(make_track, plan, cache)) for plan in longest
    ]


def _run(name: str, tasks: Sequence[Task[None]], jobs: int, progress: Progress) -> None:
    """Run each task in a process of its own: the sound of an engine depends on what it spoke
    before, and a crash of its library must not end the build.
    """
    try:
        run_tasks(tasks, jobs, count_steps(name, len(tasks), progress))
    except WorkerError as error:
        hint = "Change the sentence, its entry in source/lexicon.toml, or the voice."
        raise VoiceError(
            finding if finding.detail else replace(finding, hint=hint) for finding in error.findings
        ) from None


def count_steps(name: str, total: int, progress: Progress) -> Callable[[], None]:
    """A function to call after each of `total` steps, which reports how many are done."""
    numbers = count(1)
    return lambda: progress(name, next(numbers), total)


@dataclass(frozen=True, slots=True)
class _Utterance:
    voice: Voice
    text: str
    language: Language

    @property
    def key(self) -> str:
        return make_key(self.text, self.language.tag, self.voice.cache_key(self.language))

    def task(self, key: str, cache: ClipCache) -> Task[None]:
        return Task(f"the sentence “{self.text}”", lambda: cache.write(key, self._speak()))

    def _speak(self) -> bytes:
        sound = self.voice.speak(self.text, self.language)
        if not sound or len(sound) % 2:
            message = f"{self.voice.credit} gives no sound of 16 bits for “{self.text}”"
            hint = "Change the sentence, its words in source/lexicon.toml, or the voice."
            raise VoiceError([Finding("", 0, message, hint)])
        return sound


def _plan_tracks(reading: Reading, utterances: dict[str, _Utterance]) -> list[TrackPlan]:
    """A track a section; what is to be said is added to `utterances`, by key of the clip."""
    plans = []
    names = ", ".join(list_credits(reading.guide, reading.voices))
    language = load(reading.guide.lang)
    for number, section in enumerate(reading.guide.sections, 1):
        tags = Tags(
            title=section.title,
            artist=language.words["narrator-short"].format(voice=names),
            album=reading.guide.title.text,
            track=f"{number}/{len(reading.guide.sections)}",
            language=language.text["alpha3"],
        )
        parts = tuple(_list_parts(section, reading, utterances))
        plans.append(TrackPlan(section.id, number, parts, tags))
    return plans


def _list_parts(
    section: Section, reading: Reading, utterances: dict[str, _Utterance]
) -> Iterable[Part]:
    for block in section.leaves():
        last = PAUSES.heading if block.kind == "heading" else PAUSES.block
        for place, sentence in enumerate(block.sentences, 1):
            pause = last if place == len(block.sentences) else PAUSES.sentence
            utterance = _find_utterance(sentence, reading)
            key = utterance.key if utterance else ""
            if utterance:
                utterances[key] = utterance
            yield Part(sentence.id, key, pause)


def _find_utterance(sentence: Sentence, reading: Reading) -> _Utterance | None:
    language = load(sentence.lang)
    voice = find_speaker(reading.voices, language)
    text = write_spoken_text(sentence, reading.guide.lexicon, voice.engine) if voice else ""
    return _Utterance(voice, text, language) if voice and text else None
