"""Rule hidden-characters: nothing hides in a translation, or makes a text look another.

Directional characters are those of UAX #9 (Unicode Bidirectional Algorithm) §2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from .context import Pair

_OVERRIDES = re.compile("[\u202a-\u202e]")
_IN_NUMBER = re.compile("(?<=\\d)[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=[.,٫]?\\d)")
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_LOST = "\N{REPLACEMENT CHARACTER}"


def check(pair: Pair) -> Iterator[Draft]:
    """Control characters, overrides of direction, open isolates, characters that were lost."""
    text = pair.entry.msgstr
    for character in sorted(set(text)):
        if _is_hidden(character) and character not in pair.entry.msgid:
            name = unicodedata.name(character, "control character").lower()
            at = text.index(character)
            message = f"there is a {name}, U+{ord(character):04X}"
            yield Draft(message, "Remove it.", places=((at, at + 1),), raw=True)
    if found := _IN_NUMBER.search(text):
        message = f"a number is split by a character that is not seen, U+{ord(found[0][0]):04X}"
        hint = "Remove it, and see that the number is right."
        yield Draft(message, hint, places=(found.span(),), raw=True)
    if not _has_closed_isolates(text) and _has_closed_isolates(pair.entry.msgid):
        hint = "Close every isolate (U+2066 to U+2068) with U+2069, or remove both."
        yield Draft("an isolate of direction is not closed", hint, raw=True)


def _is_hidden(character: str) -> bool:
    if character in "\n\t":
        return False
    return (
        unicodedata.category(character) in ("Cc", "Co", "Cs", "Cn")
        or character == _LOST
        or bool(_OVERRIDES.match(character))
    )


def _has_closed_isolates(text: str) -> bool:
    depth = 0
    for character in text:
        if character in _ISOLATES:
            depth += 1
        elif character == _POP_ISOLATE:
            depth -= 1
        if depth < 0:
            return False
    return depth == 0


RULE = Rule(
    id="hidden-characters",
    summary="A character hides, or turns the direction of the text.",
    level="error",
    check=check,
    explanation=(
        "Control characters, characters that no font has, the sign that stands for a lost "
        "character, overrides of the direction of writing, isolates of direction that are not "
        "closed, and characters without width within a number."
    ),
    example=Example(
        source="Take 2.5 mg.", wrong="Tome 2\N{ZERO WIDTH SPACE},5 mg.", right="Tome 2,5 mg."
    ),
)
