"""Rule undefined-acronym: capitals that the guide nowhere spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from ..tokens import HYPHEN
from .model import Facts, Text, make_draft
from .phrases import places_in_code

_ACRONYM = re.compile(r"(?P<letters>[^\W_]{2,6}?)(?:['’]?s)?")
_ROMAN = re.compile(r"[IVX]+")
_WORDS = frozenset({"dictionary", "rule", "hyphenation"})
"""Where the syllables of a word come from, and never those of an acronym."""


def check(text: Text) -> Iterator[Draft]:
    """Remark once a sentence on each acronym that no reader can know."""
    words = text.unit.words
    loud = [place for place, word in enumerate(words) if any(map(str.isupper, word.text[1:]))]
    shouted = _find_shouted(text) if loud else frozenset()
    found: dict[str, int] = {}
    for place in loud:
        word = words[place]
        if word.known or place in shouted or _is_word(text, place):
            continue
        for part in HYPHEN.split(word.text):
            letters = read_acronym(part)
            if letters and not _is_known(letters, text.facts) and not _is_roman_number(text, place):
                found.setdefault(letters, place)
    apart = places_in_code(text) if found else frozenset()
    for letters, place in found.items():
        if place not in apart:
            message = f"“{letters}” is spelled out nowhere in the guide"
            hint = f"Write the words, or once: the words ({letters})."
            yield make_draft(text, place, place, message, hint)


def read_acronym(word: str) -> str:
    """The letters of an acronym without the ending of many; nothing where a word is none."""
    found = _ACRONYM.fullmatch(word)
    letters = found["letters"] if found else ""
    capitals = sum(map(str.isupper, letters))
    plain = all(sign.isupper() or sign.isdigit() for sign in letters)
    return letters if plain and capitals >= 2 else ""


def _is_word(text: Text, place: int) -> bool:
    """Whether capitals are a word or a unit that was written so for weight."""
    facts, lower = text.facts, text.lower[place]
    if lower in facts.language.emphasised or lower in facts.word_list("units"):
        return True
    syllables = facts.syllables
    return bool(syllables and syllables.count(text.unit.words[place].text).origin in _WORDS)


def _is_known(letters: str, facts: Facts) -> bool:
    return letters in facts.expanded_acronyms or letters in facts.word_list("known-acronyms")


def _is_roman_number(text: Text, place: int) -> bool:
    """Whether a word is a Roman number: of letters that are no acronym, or after `stage`."""
    word = text.unit.words[place].text
    if not _ROMAN.fullmatch(word):
        return False
    before = text.lower[place - 1] if place else ""
    return word != "IV" or before in text.facts.word_list("numbered")


def _find_shouted(text: Text) -> frozenset[int]:
    """The places of words in a sentence of capitals, or in three or more capitals side by side."""
    words = text.unit.words
    loud = [len(word.text) > 1 and word.text.isupper() for word in words]
    spoken = sum(len(word.text) > 1 and word.text.isalpha() for word in words)
    if len(words) > 1 and 2 * sum(loud) > spoken:
        return frozenset(range(len(words)))
    found: set[int] = set()
    for place in range(len(words) - 2):
        if all(loud[place : place + 3]) and text.is_joined(place, place + 2):
            found.update(range(place, place + 3))
    return frozenset(found)


RULE = Rule(
    id="undefined-acronym",
    summary="Letters stand for words that the guide never spells out.",
    level="warning",
    check=check,
    explanation=(
        "Capitals that stand for words, where neither the glossary nor any sentence of the guide "
        "has the words beside them. Units, Roman numerals and acronyms that everybody knows are "
        "left alone."
    ),
    example=Example(
        wrong="You will have an MRI.", right="You will have an MRI (magnetic resonance imaging)."
    ),
)
