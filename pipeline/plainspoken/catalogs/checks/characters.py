"""Characters that hide, or that make a text look other than it reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...findings import Finding
from .pair import Pair

_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_LOST = "\N{REPLACEMENT CHARACTER}"


def hidden_characters(pair: Pair) -> Iterator[Finding]:
    """Control characters, overrides of direction, open isolates, characters that were lost."""
    text = pair.entry.msgstr
    for character in sorted(set(text)):
        control = unicodedata.category(character) == "Cc" and character not in "\n\t"
        if control or character == _LOST or _OVERRIDES.match(character):
            name = unicodedata.name(character, "control character").lower()
            yield pair.finding(f"there is a {name}, U+{ord(character):04X}", "Remove it.")
    if not _closed(text):
        cure = "Close every isolate (U+2066 to U+2068) with U+2069, or remove both."
        yield pair.finding("an isolate of direction is not closed", cure)


def white_space(pair: Pair) -> Iterator[Finding]:
    """A translation that begins or ends with a blank where the text does not."""
    source, target = pair.entry.msgid, pair.entry.msgstr
    for end, cut in (("begins", str.lstrip), ("ends", str.rstrip)):
        if cut(target) != target and cut(source) == source:
            cure = "Remove the blank; see that no words are lost there."
            yield pair.finding(f"the translation {end} with a blank", cure, "warning")


def _closed(text: str) -> bool:
    depth = 0
    for character in text:
        if character in _ISOLATES:
            depth += 1
        elif character == _POP_ISOLATE:
            depth -= 1
        if depth < 0:
            return False
    return depth == 0
