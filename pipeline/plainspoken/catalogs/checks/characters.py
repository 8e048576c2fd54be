"""Checks hidden-characters and white-space: nothing hides, or makes a text look another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .context import Draft, Pair

_OVERRIDES = re.compile("[\u202a-\u202e]")
_IN_NUMBER = re.compile("(?<=\\d)[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=[.,٫]?\\d)")
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_LOST = "\N{REPLACEMENT CHARACTER}"


def check(pair: Pair) -> Iterator[Draft]:
    """Control characters, overrides of direction, open isolates, characters that were lost."""
    text = pair.entry.msgstr
    for character in sorted(set(text)):
        if _hides(character) and character not in pair.entry.msgid:
            name = unicodedata.name(character, "control character").lower()
            at = text.index(character)
            what = f"there is a {name}, U+{ord(character):04X}"
            yield Draft(what, "Remove it.", target=((at, at + 1),), raw=True)
    if found := _IN_NUMBER.search(text):
        what = f"a number is split by a character that is not seen, U+{ord(found[0][0]):04X}"
        yield Draft(what, "Remove it, and see that the number is right.",
                    target=(found.span(),), raw=True)  # fmt: skip
    if not _closed(text) and _closed(pair.entry.msgid):
        hint = "Close every isolate (U+2066 to U+2068) with U+2069, or remove both."
        yield Draft("an isolate of direction is not closed", hint, raw=True)


def white_space(pair: Pair) -> Iterator[Draft]:
    """A translation that begins or ends with a blank where the text does not."""
    source, target = pair.entry.msgid, pair.entry.msgstr
    for end, cut in (("begins", str.lstrip), ("ends", str.rstrip)):
        if cut(target) != target and cut(source) == source:
            hint = "Remove the blank; see that no words are lost there."
            yield Draft(f"the translation {end} with a blank", hint, "warning", raw=True)


def _hides(character: str) -> bool:
    if character in "\n\t":
        return False
    return (
        unicodedata.category(character) in ("Cc", "Co", "Cs", "Cn")
        or character == _LOST
        or bool(_OVERRIDES.match(character))
    )


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
