"""Write the script of a narration: what is said of each sentence, and before it, by which voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path

from ..guide import Place, Pronunciation, Sentence, Span
from ..languages import load
from ..narration import ScriptEntry, SpokenPart, SpokenSentence, VoiceLine
from ..spoken.text import SpokenText
from ..worker_pool import WorkerPool, can_pickle
from ..workers import Task, map_in_processes
from .abbreviations import find_abbreviations
from .casting import CastPart, Reading, cast_part, find_recorded_line
from .clip_cache import make_key
from .cues import list_cues
from .script_cache import make_entry_key, read_entries, write_entries
from .spoken_faults import find_faults, find_obstacle_fault
from .spoken_text import say_sentence, split_languages
from .voices.cache_keys import list_cache_keys

_FEW = 40
"""Sentences that are given to a pool: of more, what goes there and back counts."""


@dataclass(frozen=True, slots=True)
class _Item:
    reading: Reading
    sentence: Sentence
    cue: Sentence | None
    place: Place
    is_critical: bool
    recorded: VoiceLine | None
    """Where somebody has spoken this very sentence, and all that is said before it."""


def learn_words(lang: str) -> None:
    """Compile the words of a language, as its first sentence would."""
    text = "1 mg."
    say_sentence(Sentence("", lang, (Span(text),)), (), "")


def write_scripts(
    readings: Sequence[Reading],
    jobs: int,
    cache: Path,
    folder: str = "scripts",
    pool: WorkerPool | None = None,
) -> list[dict[str, ScriptEntry]]:
    """The entries of each reading by the id of the sentence; kept ones are taken from a folder of
    `cache`. Readings of one guide by other voices need one of their own.
    Raises LanguageError, SourceError: a sentence's language is not known, or IPA of the lexicon has
    no sound; OSError: entries cannot be kept.
    """
    path = cache / folder
    readings = [
        replace(reading, abbreviations=tuple(find_abbreviations(reading.guide)))
        for reading in readings
    ]
    keyed = [list(_list_keyed_items(reading)) for reading in readings]
    kept = [
        read_entries(_find_path(reading, path)) if reading.program else {} for reading in readings
    ]
    missing = [
        [item for key, item in items if key not in known]
        for items, known in zip(keyed, kept, strict=True)
    ]
    # In turn: each process then has to do with few languages, and learns the words of these alone.
    dealt = [item for items in zip_longest(*missing) for item in items if item]
    entries = _write_entries(dealt, jobs, pool)
    written = {id(item): entry for item, entry in zip(dealt, entries, strict=True)}
    scripts = []
    for reading, items, known in zip(readings, keyed, kept, strict=True):
        found = [(key, item, known.get(key) or written[id(item)]) for key, item in items]
        scripts.append({item.sentence.id: entry for _, item, entry in found})
        table = {key: entry for key, _, entry in found}
        if reading.program and table.keys() != known.keys():
            write_entries(_find_path(reading, path), table, cache)
    return scripts


def _write_entries(items: Sequence[_Item], jobs: int, pool: WorkerPool | None) -> list[ScriptEntry]:
    """What is said of each: a few are left to a pool, whose processes know the words already."""
    if pool and 0 < len(items) <= _FEW:
        # Their guides go along, without the text: an entry is that of one sentence.
        readings = {id(item.reading): _omit_text(item.reading) for item in items}
        small = [replace(item, reading=readings[id(item.reading)]) for item in items]
        task = Task("a sentence", partial(_write_share, small))
        if can_pickle(task.do):  # not with a voice of somebody's own
            return pool.run([task], lambda _: None)[0]
    return map_in_processes(_write_entry, items, jobs)


def _omit_text(reading: Reading) -> Reading:
    return replace(reading, guide=replace(reading.guide, sections=()))


def _write_share(items: Sequence[_Item]) -> list[ScriptEntry]:
    return [_write_entry(item) for item in items]


def _find_path(reading: Reading, folder: Path) -> Path:
    return folder / f"{reading.guide.lang}.json"


def _list_keyed_items(reading: Reading) -> Iterator[tuple[str, _Item]]:
    """The sentences of a reading with the keys under which their entries are kept."""
    guide, regions = reading.guide, sorted(reading.regions.items())
    # What voices are besides their settings: what one can say may depend on its files.
    voice_keys = list(list_cache_keys(reading.voices, (guide.lang, guide.source_lang)))
    # Where words stand is told in errors alone, and with one of these nothing is kept.
    lexicon, abbreviations = (
        [_omit_places(word) for word in words] for words in (guide.lexicon, reading.abbreviations)
    )
    facts = (
        reading.program, guide.lang, guide.source_lang, lexicon, abbreviations, regions,
        reading.voices, voice_keys,
    )  # fmt: skip
    reading_key = make_key(*map(repr, facts))
    for item in _list_items(reading):
        yield make_entry_key(reading_key, item.sentence, item.cue, item.recorded), item


def _omit_places(word: Pronunciation) -> Pronunciation:
    ipa = tuple((lang, phonemes, Place("")) for lang, phonemes, _ in word.ipa)
    return replace(word, ipa=ipa, place=Place(""))


def _list_items(reading: Reading) -> Iterator[_Item]:
    for section in reading.guide.sections:
        cues = list_cues(section, reading.guide, reading.language_cue)
        for block in section.leaves():
            for sentence in block.sentences:
                place = replace(block.place, line=block.place.line + sentence.line)
                cue = cues.get(sentence.id)
                recorded = find_recorded_line(sentence, cue, reading)
                yield _Item(reading, sentence, cue, place, block.id in reading.critical, recorded)


def _write_entry(item: _Item) -> ScriptEntry:
    own, said = _say(item.sentence, item)
    is_heard = any(part.text.sound for part in said)
    before, cue = _say(item.cue, item) if is_heard and item.cue else ([], [])
    spoken = SpokenSentence(
        tuple(_divide(part.text) for part in cue), tuple(_divide(part.text) for part in said)
    )
    if item.recorded:  # a person says what no voice can
        return ScriptEntry((item.recorded,), spoken, ())
    cast = (*said, *cue) if own else said  # a cue alone is not said
    faults = [
        *chain.from_iterable(find_faults(part.text, item.place, item.is_critical) for part in said),
        *chain.from_iterable(
            find_obstacle_fault(part.text, part.obstacles, item.place) for part in cast
        ),
    ]
    return ScriptEntry((*before, *own) if own else (), spoken, tuple(faults))


def _say(sentence: Sentence, item: _Item) -> tuple[list[VoiceLine], list[CastPart]]:
    """What voices say of a sentence, each its own languages; and all its parts."""
    reading = item.reading
    parts = [
        cast_part(part, reading)
        for part in split_languages(sentence, load(reading.guide.source_lang))
    ]
    return [part.line for part in parts if part.line], parts


def _divide(text: SpokenText) -> SpokenPart:
    """The stretches of a text with their words."""
    if not text.words:
        return SpokenPart(text.source.language.tag, ((text.written, ""),))
    stretches = []
    at = 0
    for saying in text.sayings:
        between = text.written[at : saying.start]
        stretches += [(between, between), (text.written[saying.start : saying.end], saying.words)]
        at = saying.end
    rest = text.written[at:]
    stretches.append((rest, rest))
    return SpokenPart(text.source.language.tag, tuple(pair for pair in stretches if any(pair)))
