"""Find and say the signs that stand before a number: < 5, -5, $5."""

from __future__ import annotations

from .written import WrittenText, find_words_before


def find_sign(written: WrittenText, start: int) -> tuple[str, int]:
    """The sign of [signs.before] before a number, or none, and the place where both begin."""
    before = written.text[:start].rstrip(" \u00a0\u2009\u202f")
    for sign in sorted(written.data("signs").get("before", {}), key=len, reverse=True):
        if before.endswith(sign) and not _stands_in_word(before, sign, start - len(before)):
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
    for several, one in data.get("one", {}).items() if is_one else ():
        pattern = pattern.replace(several, one)
    return pattern


def fill(written: WrittenText, place: int, pattern: str, words: str) -> str:
    """What is said of a number with the sign before it."""
    filled = pattern.replace("{0}", words) if "{0}" in pattern else f"{pattern} {words}"
    gap = str(written.data("signs").get("gap", " "))
    return gap + filled if written.text[:place][-1:].isalnum() else filled  # 70±5


def _stands_in_word(before: str, sign: str, gap: int) -> bool:
    """Whether a hyphen, a plus or a short form belongs to what is before it: COVID-19, 3 - 2."""
    rest = before[: len(before) - len(sign)]
    if sign[0].isalpha():
        return rest[-1:].isalnum()
    return sign in "-+−" and (rest[-1:].isalnum() or bool(gap))
