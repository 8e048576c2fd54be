"""Hear a narration back, sentence by sentence, and say which sentences are doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ...guide import Guide, Place, Sentence
from ...languages import load
from ...narration import Clip, Narration, SpokenPart, Track
from ...worker_pool import WorkerPool
from ..progress import Progress
from .comparison import SaidText, find_doubts
from .names import find_unheard_names, list_names
from .recogniser import Recogniser
from .transcripts import Recording, transcribe
from .words import count_errors, list_closest_words, list_words, set_units_apart


@dataclass(frozen=True, slots=True)
class HeardSentence:
    """A sentence: what was to be said, and what was heard."""

    id: str
    lang: str
    place: Place
    track: Track
    clip: Clip
    said: str
    """The words, with what is said before it: the number of a step."""
    heard: str
    doubts: tuple[str, ...]
    """Why the sound may say something else."""
    names: tuple[str, ...]
    """Of medicines and terms, as they are written, that were heard otherwise: recognisers spell
    them wrong, so that this is no doubt.
    """
    words: int
    errors: int
    """Words that were heard otherwise, not at all, or besides."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that was heard of a narration."""

    recogniser: str
    sentences: tuple[HeardSentence, ...]
    unheard: int
    """Sentences in languages that the recogniser does not know."""

    @property
    def doubtful(self) -> tuple[HeardSentence, ...]:
        """The sentences whose sound may say something else."""
        return tuple(sentence for sentence in self.sentences if sentence.doubts)

    @property
    def words(self) -> int:
        """All that were to be heard."""
        return sum(sentence.words for sentence in self.sentences)

    @property
    def errors(self) -> int:
        """Words that were heard otherwise."""
        return sum(sentence.errors for sentence in self.sentences)


def count_names(hearing: Hearing) -> list[tuple[str, int]]:
    """The names that were heard otherwise, and in how many sentences; the most frequent first."""
    counted = Counter(name for sentence in hearing.sentences for name in sentence.names)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True, slots=True)
class _Item:
    """A sentence to be heard."""

    sentence: Sentence
    place: Place
    track: Track
    clip: Clip
    said: SaidText
    stretches: tuple[tuple[str, str], ...]
    """As it is written, and as it is said, from its beginning to its end."""


def hear_narration(
    guide: Guide,
    narration: Narration,
    regions: Mapping[str, str],
    recogniser: Recogniser,
    cache: Path,
    pool: WorkerPool,
    progress: Progress,
) -> Hearing:
    """Hear all sentences of a narration. What was heard is kept in `cache`. Raises VoiceError,
    OutputError, WorkerError: see `transcribe`.
    """
    found = list(_list_items(guide, narration, regions))
    items = [item for item in found if recogniser.knows(item.said.language)]
    recordings = [Recording(item.track, item.sentence.lang, item.clip) for item in items]
    heard = transcribe(recordings, recogniser, cache, pool, progress)
    names = list_names(guide)
    sentences = tuple(_judge(item, text, names) for item, text in zip(items, heard, strict=True))
    return Hearing(recogniser.name, sentences, len(found) - len(items))


def _list_items(guide: Guide, narration: Narration, regions: Mapping[str, str]) -> Iterable[_Item]:
    tracks = {track.section_id: track for track in narration.tracks}
    for section in guide.sections:
        if not (track := tracks.get(section.id)):
            continue
        clips = {clip.sentence_id: clip for clip in track.clips}
        for block in section.leaves():
            for sentence in block.sentences:
                spoken = narration.script[sentence.id]
                stretches = tuple(_list_stretches((*spoken.cue, *spoken.parts)))
                language, region = load(sentence.lang), regions.get(sentence.lang, "")
                said = _join(said for _, said in stretches)
                if list_words(said, language, region):
                    place = replace(block.place, line=block.place.line + sentence.line)
                    written = _join(written for written, _ in stretches)
                    text = SaidText(written, said, language, region)
                    yield _Item(sentence, place, track, clips[sentence.id], text, stretches)


def _list_stretches(parts: Iterable[SpokenPart]) -> Iterator[tuple[str, str]]:
    for part in parts:
        yield from part.stretches
        yield " ", " "


def _join(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


def _judge(item: _Item, heard: str, names: Iterable[str]) -> HeardSentence:
    said = item.said
    heard_words = list_words(set_units_apart(heard), said.language, said.region)
    words = list_closest_words(item.stretches, heard_words, said.language, said.region)
    return HeardSentence(
        id=item.sentence.id,
        lang=item.sentence.lang,
        place=item.place,
        track=item.track,
        clip=item.clip,
        said=said.spoken,
        heard=heard,
        doubts=find_doubts(said, heard),
        names=tuple(find_unheard_names(said.written, heard, names, said.language)),
        words=len(words),
        errors=count_errors(words, heard_words),
    )
