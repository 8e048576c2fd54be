"""Quote a text for a PO file and break it into lines where GNU msgcat breaks them.

Follows the Unicode Line Breaking Algorithm (UAX #14, whose class names are used), in the pair table
form that gettext (libunistring) uses: when a translator's tool wraps the file again, it stays.

Why not translate-toolkit: of 75,000 texts in 34 languages that take more than one line, its
`gettext_wrap` breaks one in 18 at another place than msgcat 0.22 (at „ « — -- / [, in Korean and
Japanese), and `quoteforpo` begins one more in 20 on the wrong line. Here three differ, at `%%`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from ..config.text_files import NONCHARACTERS
from .escapes import ALL_ESCAPES

COLUMNS = 79
"""The width of a line, as msgcat counts it by default."""
UNWRAPPED = 1 << 30
"""The width of a file whose texts are broken only where they have a line end."""
_ESCAPES = {letter: f"\\{name}" for name, letter in ALL_ESCAPES.items()}
_TABLES = tomllib.loads(Path(__file__).with_name("line_breaking.toml").read_text("utf-8"))
_CLASSES: dict[str, str] = {
    character: name
    for name, characters in _TABLES["characters"].items()
    for character in characters
}
_CLASS_BY_CATEGORY: dict[str, str] = _TABLES["categories"]
_PAIRS = {before: set(classes.split()) for before, classes in _TABLES["pairs"].items()}
# No line begins with one of these, not even after a space.
_NEVER_FIRST = {"CL", "CP", "EX", "IS", "SY", "SP", "ZW"}
_SPECIAL = re.compile(rf'[\\"\x00-\x1f\x7f-\x9f{NONCHARACTERS}]')
_ONE_COLUMN = re.compile("[ -\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027]*")
"""Latin, Greek, Cyrillic, dashes and quotation marks: one column a character."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def quote_lines(text: str, before: str, columns: int = COLUMNS) -> list[str]:
    """Quote a text; the first line follows `before`, a prefix and a keyword: `#~ msgid`.

    One that takes several lines begins with an empty string. Prefixes are counted, not written.
    """
    escaped = _escape(text)
    room = columns - len(before) - len(' ""')
    if text.find("\n", 0, -1) < 0 and (
        _count_columns(escaped) <= room
        or not any(_may_break(escaped, index) for index in range(1, len(escaped)))
    ):
        return [f'"{escaped}"']
    prefix = before.rpartition(" ")[0]
    room = columns - (len(prefix) + 1 if prefix else 0) - len('""')
    paragraphs = map(_escape, _LINE.findall(text)) if "\n" in text else [escaped]
    return ['""', *(f'"{line}"' for paragraph in paragraphs for line in _fill(paragraph, room))]


def _escape(text: str) -> str:
    # No control and no noncharacter can be printed: the quick way for most texts.
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return _SPECIAL.sub(_escape_letter, text)


def _escape_letter(found: re.Match[str]) -> str:
    octal = (f"\\{byte:03o}" for byte in found[0].encode())
    return _ESCAPES.get(found[0]) or "".join(octal)


def _fill(text: str, room: int) -> Iterator[str]:
    """Yield lines as full as they may be; a piece without a break may be longer than `room`."""
    one_column_each = _ONE_COLUMN.fullmatch(text) or all(
        _get_columns(letter) == 1 for letter in set(text)
    )
    begin = 0
    while (end := begin + room if one_column_each else _find_end(text, begin, room)) < len(text):
        indices = chain(range(end, begin, -1), range(end + 1, len(text)))
        line_end = next((index for index in indices if _may_break(text, index)), len(text))
        yield text[begin:line_end]
        begin = line_end
    if begin < len(text):
        yield text[begin:]


def _find_end(text: str, begin: int, room: int) -> int:
    for index in range(begin, len(text)):
        room -= _get_columns(text[index])
        if room < 0:
            return index
    return len(text)


def _may_break(text: str, index: int) -> bool:
    pair = text[index - 1 : index + 1]
    if pair.isascii() and pair.isalnum():
        return False
    if text[index - 1] == "\\" and _begins_escape(text, index - 1):
        return False
    before, after = _get_class(text[index - 1]), _get_class(text[index])
    if text.startswith("\\n", index):
        return False
    if before == "ZW":
        return after not in ("SP", "ZW")
    if after in _NEVER_FIRST:
        return False
    if before == "CM":
        before = _get_class_before(text, index, "CM")
        before = "AL" if before in ("", "SP") else before
    if before != "SP":
        return after in _PAIRS.get(before, ())
    before = _get_class_before(text, index, "SP")
    if before == "OP":
        return after == "CM"
    return (before, after) not in {("QU", "OP"), ("B2", "B2"), ("CL", "NS")}


def _get_class_before(text: str, index: int, skipped: str) -> str:
    """The class of the last character before `index` that is not of the class to be skipped."""
    while index and _get_class(text[index - 1]) == skipped:
        index -= 1
    return _get_class(text[index - 1]) if index else ""


def _begins_escape(text: str, index: int) -> bool:
    first = index
    while first and text[first - 1] == "\\":
        first -= 1
    return (index - first) % 2 == 0


@cache
def _get_class(character: str) -> str:
    """The line breaking class of a character (UAX #14, section 5), as gettext has it."""
    if character in _CLASSES:
        return _CLASSES[character]
    name = _CLASS_BY_CATEGORY.get(unicodedata.category(character))
    if name is None:
        name = "ID" if unicodedata.east_asian_width(character) in "WF" else "AL"
    return name


def _count_columns(text: str) -> int:
    return len(text) if _ONE_COLUMN.fullmatch(text) else sum(map(_get_columns, text))


@cache
def _get_columns(character: str) -> int:
    """How many columns a character takes on a terminal (UAX #11): 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
