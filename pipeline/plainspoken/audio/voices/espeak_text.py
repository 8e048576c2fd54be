"""Divide text for espeak-ng: of what is too long it speaks the beginning, and leaves out the rest
without an error. The bounds are measured, with room to spare.
"""

from __future__ import annotations

import re

_STOPS = ".,;:!?…。、，；：！？؟،؛।"
_HANGUL = r"\uac00-\ud7a3"
_LONG_NUMBER = re.compile(r"\d{25,}")
_LONG_RUN = re.compile(
    rf"\[\[.*?\]\]|[{_HANGUL}]{{40,}}?(?=\w)|(?:(?!\[\[)[^\s{_STOPS}]){{80,}}?(?=\w)"
)
"""Phonemes, which stay whole; or more than a word has without a space or a stop."""
_LONGEST_CLAUSE = 180
"""Ideographs that may stand without a stop. A syllable of Hangul, taken apart, counts as three."""


def divide_text(text: str) -> str:
    """Text with spaces in long words and numbers, and commas in long clauses. A number so long is
    spoken digit by digit in any case.
    """
    text = _LONG_NUMBER.sub(lambda number: " ".join(number[0]), text)
    text = _LONG_RUN.sub(lambda run: run[0] + ("" if run[0].startswith("[[") else " "), text)
    return _add_commas(text)


def _add_commas(text: str) -> str:
    pieces = []
    length = 0
    for character in text:
        if character in _STOPS:
            length = 0
        elif "\uac00" <= character <= "\ud7a3":
            length += 3
        elif "\u3400" <= character <= "\u9fff" or character >= "\U00020000":
            length += 1
        elif character == " " and length > _LONGEST_CLAUSE:
            pieces.append(",")
            length = 0
        pieces.append(character)
    return "".join(pieces)
