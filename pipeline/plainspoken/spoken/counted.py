"""Say nouns in the form that a number wants, where numbers change them: Arabic 2 أقراص, قرصين."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from ..languages import Language
from .units import find_plural
from .written import SIGN, WrittenText, compile_words

_GAP = "[ \u00a0]?"


def find_counted(written: WrittenText, end: int) -> tuple[int, Mapping[str, str]]:
    """Where the noun of [counted] ends that follows a number, and its forms."""
    for noun in written.data("counted").values():
        pattern = compile_words(rf"{_GAP}(?:{noun['written']})(?!{SIGN})")
        if found := pattern.match(written.text, end):
            return found.end(), noun
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
    """
    data = language.table("spoken", "governed")
    if "before" not in data:
        return words
    governing = rf"(?<!{SIGN})(?:{data['before']})[ \u00a0]"
    if compile_words(f"{governing}?$").search(before):
        return _respell(words, data["respell"])
    if found := compile_words(governing).search(words):
        return words[: found.end()] + _respell(words[found.end() :], data["respell"])
    return words


def _respell(words: str, respellings: list[tuple[str, str]]) -> str:
    for pattern, replacement in respellings:
        words = re.sub(pattern, replacement, words)
    return words
