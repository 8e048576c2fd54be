"""Find and say the signs that stand before a number: < 5, -5, $5."""

from __future__ import annotations

import re

from .word_pattern import LETTER, UNSPACED, WordPattern, compile_words
from .written import WrittenText, ends_word, find_words_before

_UNSPACED = WordPattern(f"{UNSPACED}$")
"""A letter of a script whose words do not stand apart."""

_COUNTED = WordPattern(
    rf"\d[ \u00a0]?{UNSPACED}{{1,3}}(?:[(（]{UNSPACED}{{1,3}}[)）])? ?$"
    rf"|\d[(（]{UNSPACED}{{1,3}}[)）] ?$"
)
"""A number with a counter in such a script."""

_HEAT = re.compile("\\d+(?:[.,٫]\\d+)?[ \u00a0\u202f]?[°℃℉]")
_NEXT_WORD = WordPattern(f"[ \u00a0\u202f]?({LETTER}+)")
_PLAIN_WORD = re.compile("(?:^|[\\s(])(?<!\\d[ \u00a0])[^\\W\\d_]+$")


def find_sign(written: WrittenText, start: int) -> tuple[str, int]:
    """The sign of [signs.before] before a number, or none, and the place where both begin."""
    before = written.text[:start].rstrip(" \u00a0\u2009\u202f")
    for sign in sorted(written.data("signs").get("before", {}), key=len, reverse=True):
        if not before.endswith(sign):
            continue
        if _is_below_zero(written, before, sign, start) or not _stands_in_word(
            written, before, sign, start
        ):
            return sign, len(before) - len(sign)
    return "", start


def find_case(written: WrittenText, start: int, unit: str) -> str:
    """The case that the sign or the words before a number want."""
    sign, place = find_sign(written, start)
    data = written.data("units").get("before", {})
    if case := str(written.data("signs").get("cases", {}).get(sign, "")):
        return case
    if unit.startswith("duration-"):
        durations = written.data("units").get("before-durations", {})
        if case := find_words_before(written, place, durations):
            return case
    if unit and unit not in data.get("not", ()):
        patterns = {case: words for case, words in data.items() if case != "not"}
        if case := find_words_before(written, place, patterns):
            return case
    return find_words_before(written, place, written.data("before"))


def choose_pattern(written: WrittenText, start: int, sign: str) -> str:
    """How the sign at a place is said: after a noun in the plural, neutrófilos < 0,5, by
    `before-plural` of [signs]; after a form of to be, l'âge est ≥ 18 ans, by `before-be`.
    """
    data = written.data("signs")
    pattern = str(data["before"][sign])
    for key in [key.removeprefix("before-") for key in data if key.startswith("before-")]:
        if find_words_before(written, start, {key: str(data.get(key, "(?!)"))}):
            pattern = str(data.get(f"before-{key}", {}).get(sign, pattern))
    follows, other = data.get("where", {}).get(sign, ("(?!)", ""))
    number = start + len(sign)
    if compile_words(rf"[ \u00a0]?(?:{follows})").match(written.text, number):
        pattern = str(other)
    return pattern


def fill(written: WrittenText, place: int, pattern: str, words: str) -> str:
    """What is said of a number with the sign before it."""
    filled = pattern.replace("{0}", words) if "{0}" in pattern else f"{pattern} {words}"
    for expression, ending in written.data("signs").get("respell", ()):
        filled = re.sub(expression, ending, filled)
    return written.gap + filled if ends_word(written.text[:place]) else filled  # 70±5


def _is_below_zero(written: WrittenText, before: str, sign: str, start: int) -> bool:
    """Whether a minus right after a word is that of a temperature: at-20 °C."""
    word = before.removesuffix(sign)
    is_beside = sign in "-−" and start == len(before) and _PLAIN_WORD.search(word)
    return bool(is_beside and _HEAT.match(written.text, start))


def _stands_in_word(written: WrittenText, before: str, sign: str, start: int) -> bool:
    """Whether a hyphen, a plus or a short form belongs to what is before it: COVID-19, 3 - 2; not
    before degrees in a script without blanks: 在-20℃.
    """
    rest, gap = before[: len(before) - len(sign)], start - len(before)
    follows, _ = written.data("signs").get("where", {}).get(sign, ("(?!)", ""))
    if _UNSPACED.search(rest) and compile_words(follows).match(written.text, start):
        return False
    if sign[0].isalpha():
        return ends_word(rest)
    if sign in "~～" and _COUNTED.search(rest):
        return True  # Chinese 6个月~3岁, no about
    return sign in "-+−－" and (ends_word(rest) or bool(gap))


def find_range_pattern(written: WrittenText, start: int, end: int, is_counted: bool) -> str:
    """How a range is said after the words before it: as hours, or otherwise; empty: as usual. One
    that counts something is no hours: Monday 2–3 tablets.
    """
    data = written.data("signs")
    following = _NEXT_WORD.match(written.text, end)
    joins = str(written.language.table("quantities", "numbers").get("range", "(?!)"))
    is_alone = following is None or compile_words(joins).fullmatch(following[1])
    hours = data.get("hours-after", {}) if is_alone and not is_counted else {}
    others = data.get("range-after", {})
    return find_words_before(written, start, hours) or find_words_before(written, start, others)
