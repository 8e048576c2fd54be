"""Keep what the last page of a locale had people hear, in the cache: nobody can say of a sound that
they have heard it before it was there to be heard.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ...cache_files import read_sealed, write_sealed
from ...narration import Narration
from ..clip_cache import make_key
from .hearing import HeardSentence, Hearing


@dataclass(frozen=True, slots=True)
class Shown:
    """The sound that a page plays, by its hashes."""

    sound: str = ""
    """Of all sounds; empty: there was no page."""
    sentences: Mapping[str, str] = field(default_factory=dict)
    """Of each sentence, by its id."""


def describe_shown(hearing: Hearing, narration: Narration) -> Shown:
    """What a page of a hearing plays."""
    sentences = {sentence.id: digest_sentence(sentence) for sentence in hearing.sentences}
    return Shown(digest_sound(narration), sentences)


def read_shown(cache: Path, lang: str) -> Shown:
    """What the last page of a locale plays; nothing where none is known."""
    match read_sealed(_find_path(cache, lang)):
        case {"sound": str(sound), "sentences": dict(sentences)}:
            return Shown(sound, sentences)
    return Shown()


def write_shown(cache: Path, lang: str, shown: Shown) -> None:
    """Keep what a page plays that now stands in `dist/`. Raises OSError."""
    write_sealed(_find_path(cache, lang), asdict(shown), cache)


def _find_path(cache: Path, lang: str) -> Path:
    return cache / "listening" / f"{lang}.json"


def digest_sentence(sentence: HeardSentence) -> str:
    """A hash of a sentence's words and its sound."""
    return make_key(sentence.said, sentence.clip.sound)[:16]


def digest_sound(narration: Narration) -> str:
    """A hash of all tracks: each sentence, its sound and its place."""
    return make_key(
        *(
            f"{track.number} {clip.sentence_id} {clip.sound} {clip.begin} {clip.end}"
            for track in narration.tracks
            for clip in track.clips
        )
    )[:16]
