"""Keep what is said of sentences from build to build: to find the words of a whole guide takes
longer than to read a changed sentence aloud.

Entries are kept by all that they depend on: the sentence, what is said before it, and the facts of
the reading. One with faults is not kept, so that it is told at its line each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..cache_files import read_sealed, write_sealed
from ..guide import Sentence
from ..narration import ScriptEntry, SpokenPart, SpokenSentence, VoiceLine
from .clip_cache import make_key


def make_entry_key(
    reading_key: str, sentence: Sentence, cue: Sentence | None, recorded: VoiceLine | None
) -> str:
    """The key of a sentence's entry; `reading_key` is made from all else that it depends on."""
    facts = [(each.lang, each.spans) for each in (sentence, cue) if each]
    return make_key(reading_key, repr(facts), repr(recorded))


def read_entries(path: Path) -> dict[str, ScriptEntry]:
    """The entries of a file by key; none where it is not whole."""
    try:
        return {key: _to_entry(value) for key, value in (read_sealed(path) or {}).items()}
    except (TypeError, ValueError, AttributeError):
        return {}


def write_entries(path: Path, entries: Mapping[str, ScriptEntry], cache: Path) -> None:
    """Keep those entries of a file that have no faults. Raises OSError."""
    table = {key: _to_json(entry) for key, entry in entries.items() if not entry.faults}
    write_sealed(path, table, cache)


def _to_json(entry: ScriptEntry) -> list[Any]:
    lines = [[line.voice, line.lang, line.sound] for line in entry.lines]
    spoken = (entry.spoken.cue, entry.spoken.parts)
    return [lines, *([[part.lang, part.stretches] for part in parts] for parts in spoken)]


def _to_entry(value: Any) -> ScriptEntry:
    lines, cue, parts = value
    spoken = SpokenSentence(_to_parts(cue), _to_parts(parts))
    return ScriptEntry(tuple(VoiceLine(*line) for line in lines), spoken, ())


def _to_parts(parts: Sequence[Any]) -> tuple[SpokenPart, ...]:
    return tuple(
        SpokenPart(lang, tuple((text, words) for text, words in stretches))
        for lang, stretches in parts
    )
