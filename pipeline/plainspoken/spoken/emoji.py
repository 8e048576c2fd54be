"""Say emoji by their names in CLDR's annotations, from the package `emoji`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from ..languages import Language
from ..quantities.extract import extract
from .written import Saying, WrittenText, set_apart

_SKIN_TONES = dict.fromkeys(range(0x1F3FB, 0x1F400))
_KEYCAP = "\u20e3"


def say_emoji(written: WrittenText) -> Iterator[Saying]:
    """Emoji as they are called in the language, where it has names for them."""
    if not any(map(_is_symbol, written.text)):
        return
    from emoji import analyze

    at = 0
    for token in analyze(written.text, join_emoji=True):
        start = written.text.index(token.chars, at)
        at = start + len(token.chars)
        if name := find_name(token.chars, written.language):
            yield Saying(start, at, set_apart(written, name))


def _is_symbol(character: str) -> bool:
    """Not the sign of degrees, nor others that languages have words for."""
    return character > "\u2190" and unicodedata.category(character) == "So"


@cache
def find_name(emoji: str, language: Language) -> str:
    """What an emoji is called, whatever the colour of its skin; empty where there is no name, or
    where it is a number: a key says its digit.
    """
    from emoji import LANGUAGES, demojize

    if language.base not in LANGUAGES or _KEYCAP in emoji:
        return ""
    plain = emoji.translate(_SKIN_TONES)
    name = demojize(plain, delimiters=("", ""), language=language.base)
    words = name.replace("_", " ").strip()
    return "" if name == plain or extract(words, language) else words
