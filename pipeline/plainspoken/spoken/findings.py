"""Say the signs of findings, by [findings]: 9 g/dL (↓), CRP ↑, HIV (+), Rh−."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .unit_symbols import is_symbol
from .word_pattern import SIGN, WordPattern, compile_words
from .written import Saying, WrittenText

_ARROW = re.compile(r"[ \u00a0]?(?:(?P<open>[(（])[ \u00a0]?)?[↑↓]+(?(open)[ \u00a0]?[)）])")
_RESULT = re.compile(r"[ \u00a0]?[(（][ \u00a0]?[+＋\-−–－][ \u00a0]?[)）]")
_RHESUS = WordPattern(rf"(?<!{SIGN})Rh[ \u00a0]?(?P<sign>[+＋\-−–－])(?![\w(（])")
_VALUE = re.compile(r"\d[ \u00a0]?(\S{0,16})$")
_LAB = WordPattern(rf"(?<!{SIGN})(?:[^\W\d_]+-)?(?:[A-ZА-ЯЁ]+[a-zа-яё]*[A-ZА-ЯЁ\d]\w*|Rh)$")
"""What a laboratory measures, by its capitals: CRP, HbA1c, anti-HBs."""


def say_findings(written: WrittenText) -> Iterator[Saying]:
    """An arrow after a value or what has one, as high or low; a sign in brackets as positive or
    negative. Elsewhere they may be keys that somebody shall press, and stay as they are.
    """
    data, text = written.data("findings"), written.text
    if not data:
        return
    after = compile_words(rf"(?:{data.get('after', '(?!)')})$")
    comma = str(written.data("phones").get("between", ", "))
    for found in _ARROW.finditer(text) if "high" in data else ():
        before = text[max(0, found.start() - 40) : found.start()]
        if after.search(before) or _LAB.search(before) or _ends_with_value(written, before, found):
            word = str(data["high" if "↑" in found[0] else "low"])
            stop = comma.rstrip() if text[found.end() :].strip()[:1].isalnum() else ""
            yield Saying(*found.span(), f"{comma}{word}{stop}")
    for found in _RESULT.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if after.search(before) or _LAB.search(before):
            yield _say_result(written, found.start(), found)
    for found in _RHESUS.finditer(text):
        yield _say_result(written, found.start() + 2, found)


def _say_result(written: WrittenText, start: int, found: re.Match[str]) -> Saying:
    data, end = written.data("findings"), found.end()
    is_positive = "+" in found[0] or "＋" in found[0]
    gap = written.gap if written.text[end : end + 1].isalnum() else ""
    words = str(data["positive" if is_positive else "negative"])
    return Saying(start, end, f"{written.gap}{words}{gap}")


def _ends_with_value(written: WrittenText, before: str, arrow: re.Match[str]) -> bool:
    """Whether a number with or without a unit ends here. A part of a hundred with a bare arrow may
    be one that rises, and needs brackets: a risk of 30% ↑.
    """
    if not (found := _VALUE.search(before)):
        return False
    if found[1].endswith(("%", "％")) and not arrow["open"]:
        return False
    return not found[1] or is_symbol(written, found[1])
