"""Give espeak-ng other letters or phonemes for what it says wrong, or not at all: `respell` of a
language's voice.toml.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache

from ...languages import Language


def respell(text: str, language: Language) -> str:
    """A text as espeak-ng is given it."""
    return _trace(text, language)[0]


def place_in_original(
    starts: Sequence[tuple[int, int]], text: str, language: Language
) -> list[tuple[int, int]]:
    """Places in a text as it is given, by their places in `text`; what is beside them stays."""
    places = _trace(text, language)[1]
    return [(places[min(max(place, 0), len(places) - 1)], what) for place, what in starts]


def _trace(text: str, language: Language) -> tuple[str, list[int]]:
    """A text as it is given, and for each character of it, and its end, the place in `text`."""
    places = list(range(len(text) + 1))
    for pattern, template in _compile(language):
        pieces, moved, at = [], [], 0
        for found in pattern.finditer(text):
            letters = found.expand(template)
            pieces += [text[at : found.start()], letters]
            moved += places[at : found.start()] + [places[found.start()]] * len(letters)
            at = found.end()
        text, places = "".join([*pieces, text[at:]]), moved + places[at:]
    return text, places


@cache
def digest_respelling(language: Language) -> str:
    """What names the respellings of a language in the key of a sound, after a space; empty: it has
    none.
    """
    rules = language.voice("espeak").get("respell", ())
    return f" {hashlib.sha256(repr(rules).encode()).hexdigest()[:16]}" if rules else ""


@cache
def _compile(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = language.voice("espeak").get("respell", ())
    return tuple((re.compile(pattern), letters) for pattern, letters in rules)
