"""Find the stretch of a sentence, as it is written, that each character stands for of what a voice
is given to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from ..guide import Sentence
from ..languages import Language
from ..narration import ScriptEntry, SpokenPart
from .spoken_text import split_languages, trace_text

Stretch = tuple[int, int]
"""Characters of a sentence's text, from one to before another."""
Places = Sequence[Stretch | None]
"""Of each character of a text: None for white space, for stops, and for what nobody has written."""


def locate_lines(sentence: Sentence, entry: ScriptEntry, source: Language) -> list[Places]:
    """The places of each line of a script's entry, in a guide that was written in `source`; no
    places for a line that is said before the sentence, and for one that is no text.
    """
    spoken = [part for part in entry.spoken.parts if _is_said(part)]
    before = sum(map(_is_said, entry.spoken.cue))
    if len(entry.lines) != before + len(spoken):  # a recording: one line for all
        return [()] * len(entry.lines)
    written = _locate_parts(sentence, entry, source)
    sounds = [line.sound for line in entry.lines[before:]]
    own = (_locate(*each) for each in zip(sounds, spoken, written, strict=True))
    return [*[()] * before, *own]


def _is_said(part: SpokenPart) -> bool:
    return any(words for _, words in part.stretches)


def _locate_parts(sentence: Sentence, entry: ScriptEntry, source: Language) -> Iterator[Places]:
    """The places of the written characters of each part that is said."""
    at = 0
    parts = split_languages(sentence, source)
    for part, spoken in zip(parts, entry.spoken.parts, strict=True):
        traced = [*trace_text(part)]
        if _is_said(spoken):
            is_same = "".join(letter for letter, _ in traced) == _join(spoken)
            yield [_move(origin, at) for _, origin in traced] if is_same else ()
        at += len(part.text)


def _join(spoken: SpokenPart) -> str:
    return "".join(written for written, _ in spoken.stretches)


def _move(origin: Stretch | None, at: int) -> Stretch | None:
    return origin and (origin[0] + at, origin[1] + at)


def _locate(sound: str, spoken: SpokenPart, written: Places) -> Places:
    """The places of what an engine is given for a part: white space is not compared, as it is
    written in one line. No places where the sound has something else than the words.
    """
    if not written:
        return ()
    places: list[Stretch | None] = [None] * len(sound)
    at = begin = 0
    for text, words in spoken.stretches:
        end = begin + len(text)
        at = _skip_spaces(sound, at)
        if words.strip() and sound.startswith("[[", at):
            stop = sound.find("]]", at) + 2
            places[at:stop] = [span_places(written[begin:end])] * (stop - at)
            at = stop
        else:
            own = written[begin:end] if text == words else None
            whole = span_places(_strip(text, written[begin:end]))
            for place, letter in enumerate(words):
                if letter.isspace():
                    continue
                at = _skip_spaces(sound, at)
                if not sound.startswith(letter, at):
                    return ()
                if _is_of_word(letter):
                    places[at] = own[place] if own else whole
                at += 1
        begin = end
    return places if _skip_spaces(sound, at) == len(sound) else ()


def _skip_spaces(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _strip(text: str, written: Places) -> Places:
    """The places of a text without the white space round it."""
    return [place for letter, place in zip(text, written, strict=True) if not letter.isspace()]


def span_places(places: Places) -> Stretch | None:
    """From the first of some places to the last."""
    known = [place for place in places if place]
    return (known[0][0], known[-1][1]) if known else None


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"
