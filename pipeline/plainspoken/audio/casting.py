"""Choose who says what: of the voices of a locale, by preference, the first one that can say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..guide import Guide, Pronunciation, Sentence
from ..languages import load
from ..narration import VoiceLine
from ..spoken.text import SpokenText
from .imprint import Imprint
from .spoken_text import say_sentence
from .voices import Voice, find_obstacle, find_recording, list_speakers


@dataclass(frozen=True, slots=True)
class Reading:
    """A guide to read aloud, and who may read it: voices by preference."""

    guide: Guide
    voices: tuple[Voice, ...]
    regions: Mapping[str, str] = field(default_factory=dict)
    """CLDR regions for numbers, by language."""
    language_cue: bool = True
    """Whether the language of blocks that are not translated is said before them."""
    critical: frozenset[str] = frozenset()
    """The ids of blocks in which nothing may stay unsaid."""
    imprint: Imprint = field(default_factory=Imprint)
    """What its tracks say of themselves besides."""
    program: str = ""
    """Names the program, with what it works with: words are kept for it alone; empty: none are."""
    abbreviations: tuple[Pronunciation, ...] = ()
    """Those that the glossary explains: whoever writes the script finds them."""


@dataclass(frozen=True, slots=True)
class CastPart:
    """What is said of a part of a sentence in one language, and by whom."""

    text: SpokenText
    line: VoiceLine | None
    """None: there is nothing to say, or nobody to say it."""
    obstacles: tuple[str, ...] = ()
    """What keeps each voice that speaks the language from saying it, where none can."""


def cast_part(part: Sentence, reading: Reading) -> CastPart:
    """Give a part of a sentence in one language to the first voice that can say it."""
    language = load(part.lang)
    obstacles: list[str] = []
    for voice in list_speakers(reading.voices, language):
        text = _say(part, voice.engine, reading)
        if not text.sound:
            return CastPart(text, None)
        obstacle = find_obstacle(voice, text.sound, language)
        if not obstacle:
            line = VoiceLine(reading.voices.index(voice), part.lang, text.sound)
            return CastPart(text, line)
        obstacles.append(f"{voice.credit} {obstacle}")
    return CastPart(_say(part, "", reading), None, tuple(obstacles))


def join_text(cue: Sentence | None, sentence: Sentence) -> str:
    """A sentence as written, with what is said before it: what a recording of it is bound to."""
    return f"{cue.text} {sentence.text}" if cue else sentence.text


def find_recorded_line(
    sentence: Sentence, cue: Sentence | None, reading: Reading
) -> VoiceLine | None:
    """The line of the first voice that has a sentence and its cue on record, unless a voice before
    it speaks the sentence's language.
    """
    language, text = load(sentence.lang), join_text(cue, sentence)
    for place, voice in enumerate(reading.voices):
        if record := find_recording(voice, sentence.id, text, reading.guide.lang):
            return VoiceLine(place, sentence.lang, record)
        if next(list_speakers([voice], language), None):
            return None
    return None


def _say(part: Sentence, engine: str, reading: Reading) -> SpokenText:
    region = reading.regions.get(part.lang, "")
    lexicon, abbreviations = reading.guide.lexicon, reading.abbreviations
    return say_sentence(part, lexicon, engine, region, abbreviations=abbreviations)
