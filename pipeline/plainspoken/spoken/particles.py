"""Fit particles to the sound that is said before them: Korean 5mg를, 밀리그램을; 5 g =, 그램은."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..quantities.language_data import match_any
from .written import Saying, WrittenText

_SYLLABLE = "[\uac00-\ud7a3]"
_CLOSING = re.compile("[\"'”’)」』]")
"""What may stand between a sign that is spoken of and its particle: '<'는."""
_CONSONANTS = ("\u11a8", "\u11c2")
"""The first and the last consonant that may end a syllable (Unicode, Hangul Jamo)."""


def join_particles(written: WrittenText, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, with particles of [particles] that fit what is said before them: those written
    after a number with its unit, and those that are said for `signs`.
    """
    data = written.data("particles")
    pairs: Mapping[str, str] = data.get("pairs", {})
    if not pairs:
        return [*sayings]
    pattern = re.compile(rf"(?:{match_any([*pairs, *pairs.values()])})(?!{_SYLLABLE})")
    marks = written.data("signs").get("alone", {})
    joined: list[Saying] = []
    for index, saying in enumerate(sayings):
        stretch = written.text[saying.start : saying.end]
        if stretch.strip() in data.get("signs", ()):
            words = _fit(_read_before(written, joined, saying.start), saying.words.strip(), pairs)
            joined.append(replace(saying, words=f"{words}{written.gap}"))
            continue
        joined.append(saying)
        closed = _CLOSING.match(written.text, saying.end) if stretch.strip() in marks else None
        particle = pattern.match(written.text, closed.end() if closed else saying.end)
        is_free = index + 1 == len(sayings) or (
            particle is not None and particle.end() <= sayings[index + 1].start
        )
        # 종로3가 is no particle
        has_symbol = bool(stretch) and not (stretch[-1].isdecimal() and stretch[0].isdecimal())
        if particle and is_free and has_symbol and re.search(rf"{_SYLLABLE} ?$", saying.words):
            fitted = _fit(saying.words, particle[0], pairs)
            joined.append(Saying(*particle.span(), fitted, is_respelling=True))
    return joined


def _read_before(written: WrittenText, sayings: Sequence[Saying], start: int) -> str:
    """What is said right before a place."""
    if sayings and not written.text[sayings[-1].end : start].strip():
        return sayings[-1].words
    return written.text[:start]


def _fit(before: str, particle: str, pairs: Mapping[str, str]) -> str:
    """The particle of two that fits; `pairs` has that after a consonant with that after a vowel."""
    letters = unicodedata.normalize("NFD", before.rstrip())
    after_consonant = bool(letters) and _CONSONANTS[0] <= letters[-1] <= _CONSONANTS[1]
    for closed, opened in pairs.items():
        if particle in (closed, opened):
            # 리을 takes 로 as a vowel does: 밀로.
            is_open = not after_consonant or (len(closed) > 1 and letters[-1] == "\u11af")
            return opened if is_open else closed
    return particle
