"""Hear a narration back, sentence by sentence, and say which sentences are doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...guide import Guide, Place, Sentence
from ...languages import load
from ...narration import Clip, Narration, SpokenPart, Track
from ...worker_pool import WorkerPool
from ..progress import Progress
from .comparison import SaidText, find_doubts
from .names import find_unheard_names, list_names, restore_names
from .recogniser import Recogniser
from .stretches import HeardStretch, find_stretches, join_neighbours
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


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that was heard of a narration."""

    recogniser: str
    sentences: tuple[HeardSentence, ...]
    stretches: tuple[HeardStretch, ...]
    unheard: int
    """Sentences in languages that the recogniser does not know."""

    @property
    def doubtful(self) -> tuple[HeardSentence, ...]:
        """The sentences whose sound may say something else."""
        return tuple(sentence for sentence in self.sentences if sentence.doubts)

    @property
    def words(self) -> int:
        """All that were to be heard."""
        return sum(stretch.words for stretch in self.stretches)

    @property
    def errors(self) -> int:
        """Words that were heard otherwise."""
        return sum(stretch.errors for stretch in self.stretches)


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

    def hear(recordings: Sequence[Recording]) -> list[str]:
        return transcribe(recordings, recogniser, cache, pool, progress)

    found = list(_list_items(guide, narration, regions))
    items = [item for item in found if recogniser.knows(item.said.language)]
    recordings = [Recording(item.track, item.sentence.lang, item.clip) for item in items]
    stretches = list(find_stretches(recordings))
    together = [each.recording for each in stretches if each.recording.sentences > 1]
    texts = hear([*recordings, *together])
    alone, rest = texts[: len(items)], iter(texts[len(items) :])
    names = list_names(guide)
    sentences = [_judge(item, text, names) for item, text in zip(items, alone, strict=True)]
    lifted = _lift_doubts(sentences, items, recordings, names, hear)
    measured: list[HeardStretch] = []
    for stretch in stretches:
        parts = slice(stretch.start, stretch.stop)
        heard = next(rest) if stretch.recording.sentences > 1 else alone[stretch.start]
        measured.append(_measure(items[parts], heard))
    return Hearing(recogniser.name, tuple(lifted), tuple(measured), len(found) - len(items))


def _lift_doubts(
    sentences: Sequence[HeardSentence],
    items: Sequence[_Item],
    recordings: Sequence[Recording],
    names: Iterable[str],
    hear: Callable[[Sequence[Recording]], list[str]],
) -> Iterator[HeardSentence]:
    """The sentences, in doubt only where they are so beside each neighbour, too. A recogniser
    guesses at a word that it hears alone, as people do; among many sentences it hears what fits the
    others, and one that is wrong may hide another.
    """
    doubtful = [place for place, sentence in enumerate(sentences) if sentence.doubts]
    pairs = {place: list(join_neighbours(recordings, place)) for place in doubtful}
    heard = iter(hear([pair.recording for place in doubtful for pair in pairs[place]]))
    for place, sentence in enumerate(sentences):
        found = [
            _find_doubts(_join_said(items[pair.start : pair.stop]), next(heard), names)
            for pair in pairs.get(place, ())
        ]
        yield sentence if all(found) else replace(sentence, doubts=())


def _measure(items: Sequence[_Item], heard: str) -> HeardStretch:
    said = items[0].said
    heard_words = list_words(set_units_apart(heard), said.language, said.region)
    stretches = [stretch for item in items for stretch in item.stretches]
    words = list_closest_words(stretches, heard_words, said.language, said.region)
    errors = count_errors(words, heard_words)
    return HeardStretch(items[0].track.section_id, len(words), errors)


def _join_said(items: Sequence[_Item]) -> SaidText:
    written = " ".join(item.said.written for item in items)
    spoken = " ".join(item.said.spoken for item in items)
    return replace(items[0].said, written=written, spoken=spoken)


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
    return HeardSentence(
        id=item.sentence.id,
        lang=item.sentence.lang,
        place=item.place,
        track=item.track,
        clip=item.clip,
        said=said.spoken,
        heard=heard,
        doubts=_find_doubts(said, heard, names),
        names=tuple(find_unheard_names(said.written, heard, names, said.language)),
    )


def _find_doubts(said: SaidText, heard: str, names: Iterable[str]) -> tuple[str, ...]:
    if not find_doubts(said, heard):
        return ()
    return find_doubts(said, restore_names(said.written, heard, names, said.language))
