"""A text goes in; the quoted lines of a PO file come out, broken where GNU msgcat breaks them.

Lines break by the pair table of Unicode's line breaking (UAX 14), in the form that gettext uses.
A file that is wrapped so stays as it is when a translator's tool wraps it again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

COLUMNS = 79
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_NAMED = {
    "AL": "´`^¨",
    "B2": "—",
    "BA": "|\u2010\u2012\u2013।",
    "CL": "、。",
    "CP": ")]",
    "EX": "!?",
    "GL": "\u00a0\u202f\u2011",
    "HY": "-",
    "IN": "…",
    "IS": ",.:;",
    "NS": "・ー々",
    "NU": "٫٬",
    "OP": "¿¡",
    "PO": "%°‰",
    "PR": "\\+",
    "QU": "'\"",
    "SP": " ",
    "SY": "/",
    "ZW": "\u200b",
}
_CLASSES = {character: name for name, characters in _NAMED.items() for character in characters}
_CATEGORIES = {"Nd": "NU", "Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU", "Sc": "PR", "Mn": "CM"}
# Before these no line begins, not even after a space.
_NEVER = {"CL", "CP", "EX", "IS", "SY", "SP", "ZW"}
_STRONG = {"AL", "OP", "ID", "B2", "PR", "PO"}
# A line may end after the first and begin with one of the others, without a space between.
_PAIRS = {
    "EX": _STRONG | {"NU"},
    "IN": _STRONG | {"NU"},
    "NS": _STRONG | {"NU"},
    "B2": _STRONG - {"B2"} | {"NU"},
    "IS": _STRONG,
    "SY": _STRONG,
    "HY": _STRONG | {"GL"},
    "BA": _STRONG | {"NU", "GL"},
    "CL": {"AL", "OP", "ID", "B2", "NU"},
    "CP": {"OP", "ID", "B2"},
    "ID": _STRONG - {"PO"} | {"NU"},
    "AL": {"ID", "B2"},
    "NU": {"ID", "B2"},
    "CM": {"ID", "B2"},
    "PR": {"PR", "PO", "B2"},
    "PO": {"PR", "PO", "ID", "B2"},
}


def quoted(text: str, before: str) -> list[str]:
    """The lines for a text, in quotes; the first follows `before`, a sign and a keyword.

    A text of several lines, or too long for one, begins with an empty line. Signs such as
    `#~` stand before each line: they are counted, not written.
    """
    sign = before.rpartition(" ")[0]
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    whole = "".join(parts).translate(_ESCAPES)
    room = COLUMNS - len(before) - len(' ""')
    if len(parts) < 2 and (_width(whole) <= room or len(list(_pieces(whole))) < 2):
        return [f'"{whole}"']
    room = COLUMNS - (len(sign) + 1 if sign else 0) - len('""')
    return [
        '""',
        *(f'"{line}"' for part in parts for line in _fill(part.translate(_ESCAPES), room)),
    ]


def _fill(text: str, room: int) -> Iterator[str]:
    line, used = "", 0
    for piece in _pieces(text):
        width = _width(piece)
        if line and used + width > room:
            yield line
            line, used = "", 0
        line, used = line + piece, used + width
    yield line


def _pieces(text: str) -> Iterator[str]:
    """A text cut at every place where a line may end."""
    begin = 0
    escaped = False
    for at in range(1, len(text)):
        escaped = text[at - 1] == "\\" and not escaped
        if not escaped and _may_break(text, at):
            yield text[begin:at]
            begin = at
    if text:
        yield text[begin:]


def _may_break(text: str, at: int) -> bool:
    before, after = _class(text[at - 1]), _class(text[at])
    if text.startswith("\\n", at):
        return False
    if before == "ZW":
        return after not in ("SP", "ZW")
    if after in _NEVER:
        return False
    if before != "SP":
        return after in _PAIRS.get(before, ())
    words = text[:at].rstrip(" ")
    last = _class(words[-1]) if words else "SP"
    if last == "OP":
        return after == "CM"
    return (last, after) not in {("QU", "OP"), ("B2", "B2"), ("CL", "NS")}


@cache
def _class(character: str) -> str:
    if character in _CLASSES:
        return _CLASSES[character]
    name = _CATEGORIES.get(unicodedata.category(character))
    if name is None:
        name = "ID" if unicodedata.east_asian_width(character) in "WF" else "AL"
    return name


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
