"""A guide goes in; it comes out read aloud. What was spoken before is not spoken again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from ..guide import Guide, Section, Sentence
from ..languages import load
from .mp3 import Tags
from .narration import Narration
from .processes import Task, run_tasks
from .spoken import spoken
from .store import ClipStore, key_of
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


def narrate(
    guide: Guide, voices: Sequence[Voice], cache: Path, jobs: int, progress: Progress
) -> Narration:
    """Read a whole guide aloud, a track a section.

    A guide in which a sentence's language is spoken by none of the voices gets no tracks.
    Clips and tracks are kept below `cache`, under keys made from their content.

    Raises:
        VoiceError: a voice failed; what was spoken so far is kept.
    """
    missing = unspoken(guide, voices)
    if missing:
        return Narration((), (), missing)
    store = ClipStore(cache / "clips")
    tracks = cache / "tracks"
    speech = _Speech(guide, voices)
    plans = [speech.plan(number) for number in range(1, len(guide.sections) + 1)]
    stale = [plan for plan in plans if find_track(tracks, plan) is None]
    keys = dict.fromkeys(part.key for plan in stale for part in plan.parts if part.key)
    unheard = [key for key in keys if store.read(key) is None]
    name = f"{guide.lang}: sentences spoken"
    for voice in voices if unheard else ():
        voice.prepare()
    tasks = [speech.task(key, store) for key in unheard]
    run_tasks(tasks, jobs, _counted(name, len(unheard), progress))
    # The longest first: no process is left alone with it at the end.
    longest = sorted(stale, key=lambda plan: (-len(plan.parts), plan.number))
    encoding = [
        Task(f"the track “{plan.tags.title}”", partial(make_track, tracks, plan, store))
        for plan in longest
    ]
    run_tasks(encoding, jobs, _counted(f"{guide.lang}: tracks encoded", len(stale), progress))
    found = [find_track(tracks, plan) for plan in plans]
    return Narration(tuple(track for track in found if track), credits(guide, voices))


def _counted(what: str, total: int, progress: Progress) -> Callable[[], None]:
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        progress(what, done, total)

    return count


class _Speech:
    """Knows who says each sentence of a guide, and how."""

    def __init__(self, guide: Guide, voices: Sequence[Voice]) -> None:
        self.guide = guide
        self.voices = voices
        self.said: dict[str, tuple[Voice, str, str]] = {}

    def plan(self, number: int) -> Plan:
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
        self.said[key] = (voice, text, sentence.lang)
        return key

    def task(self, key: str, store: ClipStore) -> Task:
        voice, text, lang = self.said[key]
        return Task(f"the sentence “{text}”", lambda: store.write(key, voice.speak(text, lang)))
