"""Find and say the signs that stand before a number: < 5, -5, $5."""

from __future__ import annotations

import re

from .written import WrittenText, compile_words, find_words_before

_UNSPACED = re.compile("[\u2e80-\ud7ff]$")
"""A letter of a script whose words do not stand apart."""


def find_sign(written: WrittenText, start: int) -> tuple[str, int]:
    """The sign of [signs.before] before a number, or none, and the place where both begin."""
    before = written.text[:start].rstrip(" \u00a0\u2009\u202f")
    for sign in sorted(written.data("signs").get("before", {}), key=len, reverse=True):
        if before.endswith(sign) and not _stands_in_word(written, before, sign, start):
            return sign, len(before) - len(sign)
    return "", start


def choose_pattern(written: WrittenText, start: int, sign: str, *, is_one: bool) -> str:
    """How the sign at a place is said: after a noun in the plural, neutrófilos < 0,5, by
    `before-plural` of [signs]; before one alone as `one` changes it: $1.
    """
    data = written.data("signs")
    pattern = str(data["before"][sign])
    if find_words_before(written, start, {"plural": str(data.get("plural", "(?!)"))}):
        pattern = str(data.get("before-plural", {}).get(sign, pattern))
    follows, other = data.get("where", {}).get(sign, ("(?!)", ""))
    number = start + len(sign)
    if compile_words(rf"[ \u00a0]?(?:{follows})").match(written.text, number):
        pattern = str(other)
    for several, one in data.get("one", {}).items() if is_one else ():
        pattern = pattern.replace(several, one)
    return pattern


def fill(written: WrittenText, place: int, pattern: str, words: str) -> str:
    """What is said of a number with the sign before it."""
    filled = pattern.replace("{0}", words) if "{0}" in pattern else f"{pattern} {words}"
    gap = str(written.data("signs").get("gap", " "))
    return gap + filled if written.text[:place][-1:].isalnum() else filled  # 70±5


def _stands_in_word(written: WrittenText, before: str, sign: str, start: int) -> bool:
    """Whether a hyphen, a plus or a short form belongs to what is before it: COVID-19, 3 - 2; not
    before degrees in a script without blanks: 在-20℃.
    """
    rest, gap = before[: len(before) - len(sign)], start - len(before)
    follows, _ = written.data("signs").get("where", {}).get(sign, ("(?!)", ""))
    if _UNSPACED.search(rest) and compile_words(follows).match(written.text, start):
        return False
    if sign[0].isalpha():
        return rest[-1:].isalnum()
    return sign in "-+−" and (rest[-1:].isalnum() or bool(gap))
