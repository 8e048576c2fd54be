"""ICU spells numbers, and `quantities` reads them back: words that nobody here wrote."""

from __future__ import annotations

import random
import re
from fractions import Fraction

import pytest
from icu4py.messageformat import MessageFormat

from plainspoken.languages import load
from plainspoken.quantities.normalize import fold
from plainspoken.quantities.quantity import ReadingHints
from plainspoken.quantities.reading import LocalizedText, read_text

ORDINAL = {
    "en": "%spellout-ordinal", "es": "%spellout-ordinal-masculine",
    "fr": "%spellout-ordinal-masculine", "de": "%spellout-ordinal",
    "pt": "%spellout-ordinal-masculine", "it": "%spellout-ordinal-masculine",
    "ru": "%spellout-ordinal-masculine", "ar": "%spellout-ordinal-masculine",
    "zh-Hans": "%spellout-ordinal", "pl": "%spellout-ordinal-masculine",
    "tr": "%spellout-ordinal", "fa": "%spellout-ordinal", "hi": "%spellout-ordinal",
    "ko": "%spellout-ordinal-native", "vi": "%spellout-ordinal", "tl": "%spellout-ordinal",
}  # fmt: skip
LAST_ORDINAL = {"ar": 31, "vi": 31}
"""Ordinals above these are not read: Vietnamese thứ ba is Tuesday, too."""
EXCEPTIONS = {
    "pl": {"piętdziesiąty"},  # ICU's misspelling
    "vi": {"không"},  # it is nought, and not
}
"""Words that say something else as well."""
_ONE_SYLLABLE = re.compile("[영공일이삼사오육칠팔구십백]점")
"""Korean: a number of one syllable with its decimals is a word of other meaning, 이점이."""
CHANCE = random.Random(500)
WHOLE = [*range(130), *(CHANCE.randrange(130, 1000) for _ in range(150)),
         *(CHANCE.randrange(1000, 100_000) for _ in range(70))]  # fmt: skip
DECIMALS = [f"{CHANCE.randrange(200)}.{CHANCE.randrange(1, 10)}" for _ in range(60)]
DECIMALS += [f"{CHANCE.randrange(50)}.{CHANCE.randrange(1, 100):02}" for _ in range(40)]


def spell(number: float, tag: str, rules: str = "") -> str:
    pattern = f"{{n,spellout,{rules}}}" if rules else "{n,spellout}"
    words = MessageFormat(pattern, "fil" if tag == "tl" else tag).format({"n": number})
    return re.sub(" +", " ", words.replace("\u00ad", ""))


def hear(words: str, tag: str) -> list[Fraction]:
    hints = ReadingHints(words=True)
    reading = read_text(LocalizedText(fold(words), load(tag)), hints)
    return [number.value for number in reading.quantities if not number.implied]


def is_exception(words: str, tag: str) -> bool:
    return words in EXCEPTIONS.get(tag, set()) or bool(tag == "ko" and _ONE_SYLLABLE.match(words))


@pytest.mark.parametrize("tag", ORDINAL)
def test_numbers_that_icu_spells_are_read_back(tag: str) -> None:
    spelled = [(Fraction(number), spell(number, tag)) for number in WHOLE]
    spelled += [(Fraction(number), spell(float(number), tag)) for number in DECIMALS]
    wrong = [
        (number, words)
        for number, words in spelled
        if hear(words, tag) != [number] and not is_exception(words, tag)
    ]
    assert not wrong


@pytest.mark.parametrize("tag", ORDINAL)
def test_ordinals_that_icu_spells_are_read_back(tag: str) -> None:
    numbers = range(1, LAST_ORDINAL.get(tag, 50) + 1)
    spelled = [(number, spell(number, tag, ORDINAL[tag])) for number in numbers]
    wrong = [
        (number, words)
        for number, words in spelled
        if hear(words, tag) != [number] and not is_exception(words, tag)
    ]
    assert not wrong
