"""Rule number-style: a number in words where a numeral is found and kept in mind more easily."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from ...quantities.number_forms import read_number_word
from .model import Text, make_draft, word_list
from .phrases import places_in_quotes


@define_rule("number-style", "info", wrong="Take three pills now.", right="Take 3 pills now.")
def check(text: Text) -> Iterator[Draft]:
    """A number is harder to read than it needs to be.

    Numbers from two up in words, before what they count. Where a sentence begins, and where the
    words say no amount, they are left alone.
    """
    writing = text.facts.writing
    if writing.get("numbers") != "digits":
        return
    for place in range(1, len(text.lower) - 1):  # a sentence does not begin with a numeral
        digits = _find_digits(text.lower[place], text.facts.language)
        if digits and _counts(text, place) and place not in places_in_quotes(text):
            word = text.quote(place, place)
            message = f"“{word}” is a number in words"
            yield make_draft(text, place, place, message, f"Write “{digits}”.")


@lru_cache(maxsize=16384)
def _find_digits(word: str, language: Language) -> str:
    """How a number in words is written in digits; empty for another word, and for one and 100."""
    value = read_number_word(word, language)
    is_in_words = value is not None and 2 <= value < 100
    return str(value) if is_in_words and word not in word_list(language, "kept-in-words") else ""


def _counts(text: Text, place: int) -> bool:
    facts, lower = text.facts, text.lower
    if not text.gap(place - 1).isspace() or text.unit.words[place].text[0].isupper():
        return False
    if not _may_count_after(text, place):
        return False
    for at in range(place + 1, min(place + 3, len(lower))):
        if not text.is_joined(place, at) or lower[at] in facts.word_list("number-words"):
            return False
        if text.has_role(at, "small", "finite", "determiners", "subjects"):
            return False
        if lower[at] in facts.word_list("plurals") or facts.has_ending(lower[at], "many", "clause"):
            return not text.unit.words[at].text[0].isdigit()
    return False


def _may_count_after(text: Text, place: int) -> bool:
    facts, lower = text.facts, text.lower
    before = lower[place - 1]
    two_before = " ".join(lower[max(place - 2, 0) : place])
    if two_before in facts.word_list("counting-after"):
        return True
    numbers = facts.word_list("number-words") - facts.word_list("bounds")
    # `one in ten` is no ten of anything.
    share = two_before in facts.word_list("shares") or (place >= 2 and lower[place - 2] in numbers)
    return not (share or before in facts.word_list("not-counting-after") or before in numbers)
