"""Guides go in; they come out read aloud. What was spoken before is not spoken again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..guide import Guide, Section, Sentence
from ..languages import load
from ..narration import Narration
from .clip_cache import ClipStore, key_of, tidied
from .mp3 import Tags
from .spoken_text import spoken
from .tasks import Task, run_tasks
from .tracks import PAUSES, Part, Plan, find_track, make_track
from .voices import Voice, speaker

Progress = Callable[[str, int, int], None]


def unspoken(guide: Guide, voices: Sequence[Voice]) -> tuple[str, ...]:
    """The languages of a guide that none of the voices speaks."""
    languages = sorted({sentence.lang for sentence in guide.sentences()} | {guide.lang})
    return tuple(lang for lang in languages if speaker(voices, lang) is None)


def credits(guide: Guide, voices: Sequence[Voice]) -> tuple[str, ...]:
    """Who reads a guide, as editions name them; nobody where it cannot be read whole."""
    if unspoken(guide, voices):
        return ()
    languages = dict.fromkeys([guide.lang, *(each.lang for each in guide.sentences())])
    heard = (speaker(voices, lang) for lang in languages)
    return tuple(dict.fromkeys(voice.credit for voice in heard if voice))


@dataclass(frozen=True, slots=True)
class Reading:
    """A guide to read aloud, and who may read it: voices by preference."""

    guide: Guide
    voices: tuple[Voice, ...]


def narrate(
    readings: Sequence[Reading], cache: Path, jobs: int, progress: Progress
) -> list[Narration]:
    """Read whole guides aloud, a track a section; the work of all is shared out together.

    A guide in which a sentence's language is spoken by none of its voices gets no tracks.
    Clips and tracks are kept below `cache`, under keys made from their content.

    Raises:
        VoiceError: a voice failed; what was spoken so far is kept.
    """
    silent = [unspoken(each.guide, each.voices) for each in readings]
    speeches = [_Speech(each.guide, each.voices) for each in readings]
    plans = [
        [] if missing else speech.plans() for speech, missing in zip(speeches, silent, strict=True)
    ]
    stale = [plan for each in plans for plan in each if find_track(cache, plan) is None]
    if stale:
        with tidied(cache):
            _make(speeches, stale, ClipStore(cache), jobs, progress)
    return [
        Narration((), (), missing) if missing else _narration(each, made, cache)
        for each, made, missing in zip(readings, plans, silent, strict=True)
    ]


def _make(
    speeches: Sequence[_Speech],
    stale: Sequence[Plan],
    store: ClipStore,
    jobs: int,
    progress: Progress,
) -> None:
    """Speak and encode what is not there yet."""
    _speak(speeches, stale, store, jobs, progress)
    # The longest first: no process is left alone with it at the end.
    longest = sorted(stale, key=lambda plan: (-len(plan.parts), plan.key))
    encoding = [
        Task(f"the track “{plan.tags.title}”", partial(make_track, plan, store)) for plan in longest
    ]
    run_tasks(encoding, jobs, counted("tracks encoded", len(stale), progress))


def _speak(
    speeches: Sequence[_Speech],
    stale: Sequence[Plan],
    store: ClipStore,
    jobs: int,
    progress: Progress,
) -> None:
    """Speak what the tracks to be made need and the store does not hold."""
    keys = dict.fromkeys(part.key for plan in stale for part in plan.parts if part.key)
    unheard = [key for key in keys if store.read(key) is None]
    said = {key: each for speech in speeches for key, each in speech.said.items()}
    for voice in {id(said[key].voice): said[key].voice for key in unheard}.values():
        voice.prepare()
    tasks = [said[key].task(key, store) for key in unheard]
    run_tasks(tasks, jobs, counted("sentences spoken", len(unheard), progress))


def _narration(reading: Reading, plans: Sequence[Plan], cache: Path) -> Narration:
    found = (find_track(cache, plan) for plan in plans)
    credit = credits(reading.guide, reading.voices)
    return Narration(tuple(track for track in found if track), credit)


def counted(what: str, total: int, progress: Progress) -> Callable[[], None]:
    """A function to call after each of `total` things, that tells how far it is."""
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        progress(what, done, total)

    return count


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing to say, by whom, and in which language."""

    voice: Voice
    text: str
    lang: str

    def task(self, key: str, store: ClipStore) -> Task:
        return Task(
            f"the sentence “{self.text}”",
            lambda: store.write(key, self.voice.speak(self.text, self.lang)),
        )


class _Speech:
    """Knows who says each sentence of a guide, and how."""

    def __init__(self, guide: Guide, voices: Sequence[Voice]) -> None:
        self.guide = guide
        self.voices = voices
        self.said: dict[str, _Said] = {}

    def plans(self) -> list[Plan]:
        return [self._plan(number) for number in range(1, len(self.guide.sections) + 1)]

    def _plan(self, number: int) -> Plan:
        section = self.guide.sections[number - 1]
        words = load(self.guide.lang)
        names = ", ".join(credits(self.guide, self.voices))
        tags = Tags(
            title=section.title,
            artist=words.words["narrator-short"].format(voice=names),
            album=self.guide.title.text,
            track=f"{number}/{len(self.guide.sections)}",
            language=words.alpha3,
        )
        return Plan(section.id, number, tuple(self._parts(section)), tags)

    def _parts(self, section: Section) -> list[Part]:
        parts = []
        for block in section.leaves():
            last = PAUSES.heading if block.kind == "heading" else PAUSES.block
            for place, sentence in enumerate(block.sentences, 1):
                pause = last if place == len(block.sentences) else PAUSES.sentence
                parts.append(Part(sentence.id, self._key(sentence), pause))
        return parts

    def _key(self, sentence: Sentence) -> str:
        voice = speaker(self.voices, sentence.lang)
        if voice is None:
            return ""
        text = spoken(sentence, self.guide.lexicon, voice.engine)
        if not text:
            return ""
        key = key_of(text, sentence.lang, voice.settings(sentence.lang))
        self.said[key] = _Said(voice, text, sentence.lang)
        return key
