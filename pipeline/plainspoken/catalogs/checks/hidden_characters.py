"""Rule hidden-characters: no character hides or turns the text (UAX #9 §2)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from ...diagnostics.rule import Draft, define_rule
from .context import Pair

_IN_NUMBER = re.compile("(?<=\\d)[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=[.,٫]?\\d)")
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_HIDDEN = "\u202a\u202b\u202c\u202d\u202e\N{REPLACEMENT CHARACTER}"


@define_rule(
    "hidden-characters",
    "error",
    source="Take 2.5 mg.",
    wrong="Tome 2\N{ZERO WIDTH SPACE},5 mg.",
    right="Tome 2,5 mg.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A character hides, or turns the direction of the text.

    Control characters, characters that no font has, the sign that stands for a lost character,
    overrides of the direction of writing, isolates of direction that are not closed, and
    characters without width within a number.
    """
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
    is_control = unicodedata.category(character) in ("Cc", "Co", "Cs", "Cn")
    return character in _HIDDEN or (is_control and character not in "\n\t")


def _has_closed_isolates(text: str) -> bool:
    steps = ((character in _ISOLATES) - (character == _POP_ISOLATE) for character in text)
    depths = [0, *accumulate(steps)]
    return min(depths) == depths[-1] == 0
