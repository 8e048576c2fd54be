"""Speak what is not in the cache yet, in processes: a crash of an engine's library must not end the
build. Where its sound may depend on what it spoke before, each sentence has a process of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from ..diagnostics.errors import PlainspokenError, VoiceError, WorkerError
from ..diagnostics.finding import Finding
from ..diagnostics.visible_text import quote
from ..languages import Language
from ..worker_pool import WorkerPool, can_pickle
from ..workers import Task, run_tasks
from .clip_cache import ClipCache, make_key
from .level import SETTINGS, level
from .loudness import load_numpy
from .pcm import LONGEST, is_silent
from .voices import Voice, is_stateless
from .voices.cache_keys import find_cache_key
from .voices.faults import report_faults

_MOST_IN_A_ROW = 5
"""Failures one after another, after which no more is tried: it is not one sentence's fault."""
_LONGEST_FAILING = 60.0
"""Seconds that failures may take, added up over all processes: two sentences of a service that does
not answer.
"""
_HINT = "Change the sentence, its words in source/lexicon.toml, or the voice."


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a voice is to say."""

    voice: Voice
    text: str
    language: Language

    @property
    def key(self) -> str:
        """Of its clip. Raises VoiceError: the voice does not name what its sound depends on."""
        voice = find_cache_key(self.voice, self.language)
        return make_key(self.text, self.language.tag, voice, SETTINGS)

    def speak(self) -> bytes:
        """Its sound, as loud as all others. Raises VoiceError: it is not fit for a track."""
        return level(self.synthesize())

    def synthesize(self) -> bytes:
        """Its sound as the voice gives it. Raises VoiceError: it is not fit for a track."""
        name, text = self.voice.credit, quote(self.text)
        with report_faults(name, f"speak {text}"):
            sound: object = self.voice.speak(self.text, self.language)
        hint = _HINT
        if not isinstance(sound, bytes):
            message = f"{name} gives {type(sound).__name__}, not bytes, for {text}"
        elif len(sound) % 2 or is_silent(sound):
            message = f"{name} gives no sound of 16 bits for {text}"
        elif len(sound) > LONGEST * 2:
            message = f"{name} speaks for more than half an hour at {text}"
            hint = "Divide the sentence."
        else:
            return sound
        raise VoiceError([Finding("", 0, message, hint)])


@dataclass(frozen=True, slots=True)
class _Outcome:
    number: int
    """Of its utterance, among those to speak."""
    findings: tuple[Finding, ...]
    """Why it is not spoken; none where its sound is kept."""
    seconds: float
    """That its failure took."""


class _GivesUpError(Exception):
    """Too much failed for more to be tried."""


def find_missing(utterances: Mapping[str, Utterance], clips: ClipCache) -> dict[str, Utterance]:
    """Those utterances, by key, whose sound is not kept."""
    return {key: utterance for key, utterance in utterances.items() if clips.read(key) is None}


def speak_all(
    utterances: Mapping[str, Utterance],
    clips: ClipCache,
    pool: WorkerPool,
    done: Callable[[], None],
) -> None:
    """Speak utterances and keep their sound by key; call `done` after each. One that fails does not
    stop the others, as long as there is hope for them. Raises VoiceError: with all that failed.
    """
    if not utterances:  # only tracks are to be made: no process needs an engine
        return
    is_pooled = prepare_voices(utterances.values(), pool)
    tasks = [
        Task(f"the sentence {quote(utterance.text)}", partial(_speak, place, key, utterance, clips))
        for place, (key, utterance) in enumerate(utterances.items())
    ]
    outcomes: list[_Outcome] = []

    def receive(outcome: _Outcome) -> None:
        outcomes.append(outcome)
        if not outcome.findings:
            done()
        elif _is_hopeless(outcomes):
            raise _GivesUpError

    crashes: tuple[Finding, ...] = ()
    try:
        if is_pooled:
            pool.run(tasks, receive)
        else:
            run_tasks(tasks, pool.jobs, receive)
    except _GivesUpError:
        pass
    except WorkerError as error:
        crashes = tuple(replace(finding, hint=_HINT) for finding in error.findings)
    failed = sorted((outcome.number, outcome.findings) for outcome in outcomes if outcome.findings)
    if findings := [*chain.from_iterable(found for _, found in failed), *crashes]:
        raise VoiceError(_add_count(findings, len(outcomes) - len(failed), len(tasks)))


def prepare_voices(utterances: Iterable[Utterance], pool: WorkerPool) -> bool:
    """Have the voices of utterances load what speaking needs, in each process of a pool; False: one
    is of somebody's own, which only this process knows, and was loaded here.
    """
    voices = {id(utterance.voice): utterance.voice for utterance in utterances}
    prepare = partial(_prepare, tuple(voices.values()))
    is_pooled = can_pickle(prepare)
    if is_pooled:
        pool.run_in_each(prepare)
    else:
        prepare()
    return is_pooled


def _prepare(voices: Sequence[Voice]) -> None:
    """Load what each sentence needs, once for all that a process will speak."""
    load_numpy()
    for voice in voices:
        with report_faults(voice.credit, "start"):
            voice.prepare()


def _speak(place: int, key: str, utterance: Utterance, clips: ClipCache) -> _Outcome:
    """Speak an utterance, and keep its sound. Raises OSError: the sound cannot be written;
    WorkerError: its process died.
    """
    begun = time.monotonic()
    try:
        sound = _synthesize(utterance)
    except WorkerError:
        raise
    except PlainspokenError as error:
        return _Outcome(place, error.findings, time.monotonic() - begun)
    clips.write(key, level(sound))
    return _Outcome(place, (), 0)


def _synthesize(utterance: Utterance) -> bytes:
    """The sound of an utterance: the same, whatever was spoken before."""
    if is_stateless(utterance.voice):
        return utterance.synthesize()
    task = Task(f"the sentence {quote(utterance.text)}", utterance.synthesize)
    (sound,) = run_tasks([task], 1, lambda _: None)
    return sound


def _is_hopeless(outcomes: Sequence[_Outcome]) -> bool:
    latest = outcomes[-_MOST_IN_A_ROW:]
    in_a_row = len(latest) == _MOST_IN_A_ROW and all(outcome.findings for outcome in latest)
    return in_a_row or sum(outcome.seconds for outcome in outcomes) >= _LONGEST_FAILING


def _add_count(findings: Sequence[Finding], spoken: int, total: int) -> list[Finding]:
    """The findings; the last one says what is kept."""
    *others, last = findings
    kept = f"{spoken} of {total} missing sentences are spoken and kept"
    return [*others, replace(last, hint=f"{last.hint} {kept}; run the command again to go on.")]
