"""Show texts of people in messages: on one line, cut, and with nothing in them that hides, that
turns the direction of what stands around it, or that steers a terminal.
"""

from __future__ import annotations

import re

MOST_ECHO = 80
"""Characters of a text that a message quotes."""
MOST_DETAIL = 240
"""Characters of a text that stands on a line of its own below a message."""
MOST_MESSAGE = 900
_KEPT = "\u00a0\u202f\u3000\u200c\u200d"
"""Spaces that are no plain ones, and the joiners that some scripts are written with."""
QUOTED = re.compile(r"`[^`]*`|(?<!\w)'[^']*'(?!\w)|\"[^\"]*\"|“[^”]*”")
"""What a message quotes."""


def show_hidden(text: str, line_end: str = " ") -> str:
    """Text on one line, in which each character that hides is shown by its number."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(line_end if character == "\n" else _show(character) for character in text)


def shorten(text: str, most: int = MOST_ECHO) -> str:
    """Cut a text that has more than so many characters, with an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def shorten_middle(text: str, most: int = MOST_DETAIL) -> str:
    """Cut what stands in the middle of a text that has more than so many characters."""
    end = most // 3
    return text if len(text) <= most else f"{text[: most - end - 1]}…{text[-end:]}"


def bound_message(text: str) -> str:
    """Cut what a message quotes, and then a message that is still no message."""
    if len(text) <= MOST_ECHO:
        return text
    text = shorten_middle(text, MOST_MESSAGE)
    return QUOTED.sub(lambda echo: f"{shorten(echo[0][:-1], MOST_ECHO + 1)}{echo[0][-1]}", text)


def quote(text: str, most: int = MOST_ECHO) -> str:
    """The beginning of a text in quotation marks, on one line, as messages show it."""
    return f"“{show_hidden(shorten(text, most))}”"


def escape_json(text: str) -> str:
    """JSON that a terminal can show: what hides is written as an escape (RFC 8259 §7)."""
    return re.sub(r"[^\x00-\x7e\xa0-\u0377]", _escape_hidden, text)


def _show(character: str) -> str:
    if character.isprintable() or character in _KEPT:
        return character
    return f"<U+{ord(character):04X}>"


def _escape_hidden(found: re.Match[str]) -> str:
    character = found[0]
    if character.isprintable() or character in _KEPT:
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
