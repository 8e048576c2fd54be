"""Who reads a guide, and how much of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..guide import Guide
from ..languages import load
from ..narration import Reader, ScriptEntry
from .voices import Voice, find_kind, find_speaker, list_speakers


def find_unspoken(guide: Guide, voices: Sequence[Voice]) -> tuple[str, ...]:
    """The languages of a guide that none of the voices speaks."""
    return tuple(
        sorted(tag for tag in _list_languages(guide) if find_speaker(voices, load(tag)) is None)
    )


def guess_readers(guide: Guide, voices: Sequence[Voice]) -> tuple[Reader, ...]:
    """Who reads a guide if the first voice that speaks a language speaks all of it; nobody where it
    cannot be read whole. More is not known before its script is written.
    """
    speakers = [find_speaker(voices, load(tag)) for tag in _list_languages(guide)]
    found = {voice.credit: Reader(voice.credit, find_kind(voice)) for voice in speakers if voice}
    return () if None in speakers else tuple(found.values())


def has_one_reader(guide: Guide, voices: Sequence[Voice]) -> bool:
    """Whether all voices that may read of a guide have one name: then the guess is right."""
    able = (voice for tag in _list_languages(guide) for voice in list_speakers(voices, load(tag)))
    return len({voice.credit for voice in able}) <= 1


def count_readers(script: Mapping[str, ScriptEntry], voices: Sequence[Voice]) -> tuple[Reader, ...]:
    """Who reads a script, and how many of its sentences: the one who reads most first. A sentence
    is theirs who say most of it.
    """
    places = sorted({line.voice for entry in script.values() for line in entry.lines})
    kinds = {voices[place].credit: find_kind(voices[place]) for place in places}
    by_name = Counter(dict.fromkeys(kinds, 0))
    by_name.update(_find_most(entry, voices) for entry in script.values() if entry.lines)
    names = sorted(by_name, key=lambda name: (-by_name[name], name))
    # Who reads at all reads one in a hundred, so that nobody is named with nothing.
    shares = {name: max(1, round(100 * by_name[name] / by_name.total())) for name in names[1:]}
    return tuple(
        Reader(name, kinds[name], shares.get(name, 100 - sum(shares.values()))) for name in names
    )


def _find_most(entry: ScriptEntry, voices: Sequence[Voice]) -> str:
    """The name of the one who says most of a sentence, by the length of what is said."""
    lengths: Counter[str] = Counter()
    for line in entry.lines:
        lengths[voices[line.voice].credit] += len(line.sound)
    return max(lengths, key=lengths.__getitem__)


def _list_languages(guide: Guide) -> dict[str, None]:
    """The languages of a guide, its own first."""
    return dict.fromkeys([guide.lang, *(sentence.lang for sentence in guide.sentences())])
