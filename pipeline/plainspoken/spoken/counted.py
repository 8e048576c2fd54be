"""Say nouns in the form that a number wants, where numbers change them: Arabic 2 أقراص, قرصين."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from ..languages import Language
from ..quantities.quantity import Quantity
from .halves import find_mixed
from .unit_symbols import read_per
from .units import find_plural, say_per
from .word_pattern import LETTER, SIGN, WordPattern, compile_words
from .written import WrittenText, find_words_before

_GAP = "[ \u00a0]?"
_WORD_PER = WordPattern(rf"[ \u00a0]({LETTER}+)(?=[ \u00a0]?/)")


def find_counted(written: WrittenText, end: int) -> tuple[int, Mapping[str, str]]:
    """Where the noun of [counted] ends that follows a number, and its forms."""
    for noun in written.data("counted").values():
        pattern = compile_words(rf"{_GAP}(?:{noun['written']})(?:(?!{SIGN})|(?=\d))")
        if found := pattern.match(written.text, end):
            return found.end(), noun
    return end, {}


def find_noun_end(ends: tuple[int, int], pattern: str) -> int:
    """Where a number ends whose sign is said by a pattern: with its noun, where the sign is said
    after both. `ends`: those of the number and of the quantity.
    """
    return ends[0] if pattern.endswith("{0}") or "{0}" not in pattern else max(ends)


def find_noun(written: WrittenText, end: int) -> tuple[int, str, str]:
    """Where the noun begins that follows a number, the form of numbers that it wants by [nouns],
    and the noun. What links both is part of the number's form: Tagalog 4 na oras.
    """
    link = compile_words(rf"{_GAP}(?:{written.data('numbers').get('link', '(?!)')})")
    linked = link.match(written.text, end)
    for start in ([linked.end()] if linked else []) + [end]:
        for form, pattern in written.data("nouns").items():
            if found := compile_words(rf"{_GAP}({pattern})").match(written.text, start):
                return start, str(form), found[1]
    return end, "", ""


def find_case_of_noun(written: WrittenText, start: int, end: int) -> str:
    """The case that words before a number and its noun want together, by [before-nouns]: Russian
    детям 2–5 лет.
    """
    for case, (before, noun) in written.data("before-nouns").items():
        follows = compile_words(rf"(?:{_GAP}[-–—]{_GAP}\d+)?{_GAP}(?:{noun})(?!{SIGN})")
        if follows.match(written.text, end) and find_words_before(written, start, {case: before}):
            return str(case)
    return ""


def takes_noun(written: WrittenText, numeral: Quantity) -> bool:
    """Whether a noun of [nouns] is said with its number, a half or a blank between them."""
    by_fraction = isinstance(written.data("fractions").get("mixed-noun"), Mapping)
    is_mixed = by_fraction and bool(find_mixed(written, numeral))
    return is_mixed or "before-noun" in written.data("numbers")


def take_noun(
    written: WrittenText, end: int, form: str, noun: str
) -> tuple[int, Mapping[str, str]]:
    """Where a noun of [nouns] ends, and the noun as one of [counted], said after its number."""
    gaps = written.data("numbers").get("before-noun", {})
    gap = str(gaps.get(form, gaps.get("", " ")))
    return written.text.index(noun, end) + len(noun), {"other": f"{{0}}{gap}{noun}"}


def find_word_per(written: WrittenText, end: int) -> tuple[int, Mapping[str, str]]:
    """Where a word after a number ends, as one of [counted], if what it is for each of is said
    before the number: Turkish 80 atım/dk, dakikada seksen atım.
    """
    if found := _WORD_PER.match(written.text, end):
        _, units = read_per(written, found.end())
        if units and not say_per("{0}", units[0], written.language).startswith("{0}"):
            return found.end(), {"other": f"{{0}} {found[1]}"}
    return end, {}


def count_noun(
    spelled: str, value: Fraction, digits: int, noun: Mapping[str, str], language: Language
) -> str:
    """A number in words with a noun, in the form that CLDR's plural form of the number wants."""
    plural = find_plural(value, digits, language)
    return noun.get(plural, noun["other"]).replace("{0}", spelled)


def govern(before: str, words: str, language: Language) -> str:
    """What is said of a number, in the case that the words before it want: Arabic من عشرين.

    [governed] has a pattern of such words, which may be within what is said, and replacements.
    [objects] has verbs, and what more is replaced in their objects: خذ قرصًا واحدًا.
    """
    data = language.table("spoken", "governed")
    if "before" not in data:
        return words
    objects = language.table("spoken", "objects")
    verbs = compile_words(rf"(?<!{SIGN})(?:{objects.get('before', '(?!)')})[ \u00a0]?$")
    governing = rf"(?<!{SIGN})(?:{data['before']})[ \u00a0]"
    is_governed = compile_words(f"{governing}?$").search(before)
    found = compile_words(governing).search(words)
    within = _respell(words[found.end() :], data["respell"]) if found else ""
    head = words[: found.end()] if found else words
    # The nearest word counts: mix one part, and mix in the ratio of one to ten.
    is_object = verbs.search(before)
    if is_object and is_governed:
        is_object = verbs.search(before.rsplit(maxsplit=1)[-1])
    if is_object:
        return _respell(_respell(head, data["respell"]), objects["respell"]) + within
    return (_respell(head, data["respell"]) if is_governed else head) + within


def _respell(words: str, respellings: list[tuple[str, str]]) -> str:
    for pattern, replacement in respellings:
        words = re.sub(pattern, replacement, words)
    return words
