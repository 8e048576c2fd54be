"""Rule undefined-acronym: capitals that the guide nowhere spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...diagnostics.rule import Draft, define_rule
from ...guide import Guide
from ...languages import Language
from ..tokens import HYPHEN, Word, normalize, split_words
from .definitions import is_naming
from .model import Text, make_draft, word_list
from .phrases import places_in_code

_ACRONYM = re.compile(r"(?P<letters>[^\W_]{2,6}?)(?:['’]?s)?")
_ROMAN = re.compile(r"[IVX]+")
_WORDS = frozenset({"dictionary", "rule", "hyphenation"})
"""Where the syllables of a word come from, and never those of an acronym."""
_NEAR = 4
_BRACKET = re.compile(r" \(([^()]*)\)")
_CAPITAL_WITHIN = re.compile(r"[^\W_][^\W\d_a-zà-öø-ÿ]")
"""Every acronym has a capital after another sign of it; some other words have it too."""
_MEANING = re.compile(r"[^\W\d_A-Z]{3}")


@define_rule(
    "undefined-acronym",
    "warning",
    wrong="You will have an MRI.",
    right="You will have an MRI (magnetic resonance imaging).",
)
def check(text: Text) -> Iterator[Draft]:
    """Letters stand for words that the guide never spells out.

    Capitals that stand for words, where neither the glossary nor any sentence of the guide has
    the words beside them. Units, Roman numerals and acronyms that everybody knows are left
    alone.
    """
    words = text.unit.words
    loud = [place for place, word in enumerate(words) if any(map(str.isupper, word.text[1:]))]
    if not loud:
        return
    shouted = _find_shouted(text)
    known = text.facts.expanded_acronyms | text.facts.word_list("known-acronyms")
    found: dict[str, int] = {}
    for place in loud:
        word = words[place]
        if word.known or place in shouted or _is_word(text, place):
            continue
        for part in HYPHEN.split(word.text):
            letters = read_acronym(part)
            if letters and letters not in known and not _is_roman_number(text, place):
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
    facts, lower = text.facts, text.lower[place]
    if lower in facts.language.emphasised or lower in facts.word_list("units"):
        return True
    syllables = facts.syllables
    return bool(syllables and syllables.count(text.unit.words[place].text).origin in _WORDS)


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


def find_expanded_acronyms(guide: Guide, language: Language) -> frozenset[str]:
    """The acronyms of a guide in its language that have their words beside them.

    `blood count (CBC)`, `CBC (blood count)`, `blood count, or CBC`, `a test called CBC`,
    `CBC, for blood count`; and the terms of its glossary.
    """
    return frozenset(
        letters
        for section in guide.sections
        for block in section.leaves()
        if block.lang == guide.lang
        for letters in _find_in_text(normalize(block.text), block.kind == "term", language)
    )


def _find_in_text(text: str, is_term: bool, language: Language) -> Iterator[str]:
    if not _CAPITAL_WITHIN.search(text):
        return
    words = split_words(text)
    lower = [word.text.lower() for word in words]
    for place, word in enumerate(words):
        letters = read_acronym(word.text) if any(map(str.isupper, word.text[1:])) else ""
        if not letters:
            continue
        after = _BRACKET.match(text, word.end)
        meaning = lower[place + 1 : place + 2 + 2 * len(letters)]
        if (
            (is_term and len(words) > 1)
            or (place and text[word.begin - 1] == "(")
            or (after and _MEANING.search(after[1]))
            or _is_spelled_out_after_noun(text, words, place, letters)
            or _is_named(text, words, lower, place, language)
            or (text.startswith((",", ":"), word.end) and can_stand_for(letters, meaning))
            or (meaning and meaning[0] in word_list(language, "means", "explaining"))
        ):
            yield letters


def _is_spelled_out_after_noun(text: str, words: Sequence[Word], place: int, letters: str) -> bool:
    """Whether the words of an acronym stand in brackets after its noun: `MRI scan (…)`."""
    if place + 1 == len(words) or not text[words[place].end : words[place + 1].begin].isspace():
        return False
    after = _BRACKET.match(text, words[place + 1].end)
    return after is not None and can_stand_for(letters, after[1].lower().split())


def _is_named(
    text: str, words: Sequence[Word], lower: Sequence[str], place: int, language: Language
) -> bool:
    """Whether `called` stands shortly before an acronym, or its words and `or`."""
    for at in range(place - 1, max(place - 1 - _NEAR, -1), -1):
        between = text[words[at].end : words[at + 1].begin]
        if between.strip(" “«\"'"):
            return False
        if is_naming(lower, at, language):
            return True
        if lower[at] in word_list(language, "or", "explaining"):
            letters = read_acronym(words[place].text)
            return can_stand_for(letters, lower[max(at - 2 * len(letters), 0) : at])
    return False


def can_stand_for(letters: str, words: Sequence[str]) -> bool:
    """Whether an acronym's letters stand in words in order, the first at a word's beginning.

    A longer one needs words that begin with at least two of its letters, or one long word.
    """
    first, rest = letters[0].lower(), letters[1:].lower()
    for place, word in enumerate(words):
        if not word.startswith(first):
            continue
        inside = iter("".join(words[place:])[1:])
        starts = sum(following[0] in letters.lower() for following in words[place:])
        if all(letter in inside for letter in rest) and (starts >= 2 or len(word) > 6):
            return True
    return False
