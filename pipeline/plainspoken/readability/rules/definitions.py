"""Find out whether a sentence says what one of its words means.

`a biopsy, or tissue test`, `biopsy (a tissue test)`, `a test called a biopsy`, `a biopsy is a
test`, `biopsy: a test`. The table `[writing.explaining]` has the words for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...languages import Language
from .model import Text, clause_words, word_list

_NOUN = 2
"""Words that may stand between a word and its explanation: `chronic pain, or…`."""
_SHORT_FORM = re.compile(r"\W*[^\W\d_a-z]{2,6}s?\b(?=\W*[),.;]|\W*$)")


def is_explained(text: Text, first: int, last: int) -> bool:
    """Whether words, the last included, are explained after them or before them."""
    return _is_explained_after(text, last) or _is_explained_before(text, first)


def ends_list(text: Text, place: int) -> bool:
    """Whether the word `or` at a place ends a list of three or more: it explains nothing then."""
    return text.has_comma(max(place - 4, 0), place - 1)


def _is_explained_after(text: Text, last: int) -> bool:
    for place in range(last, min(last + _NOUN + 1, len(text.lower) - 1)):
        gap = text.gap(place)
        if "(" in gap:
            return not _is_acronym_alone(text, place + 1)
        if gap.isspace():
            if _is_meaning(text, place + 1):
                return True
            if text.has_role(place + 1, "small"):
                return False
            continue
        return _opens_explanation(text, place, gap) and (place == last or "," in gap)
    return False


def _opens_explanation(text: Text, place: int, gap: str) -> bool:
    follows = text.lower[place + 1]
    if gap.strip() in (":", "—", "–"):
        return not _is_acronym_alone(text, place + 1)
    if gap.strip() != ",":
        return False
    if follows in text.facts.word_list("or", "explaining"):
        short = place + 2 < len(text.lower) and _is_acronym_alone(text, place + 2)
        return not short and not ends_list(text, place + 1)
    return follows in text.facts.word_list("beside", "explaining")


def _is_meaning(text: Text, place: int) -> bool:
    """Whether `means` stands at a place, or `is a`."""
    word, facts = text.lower[place], text.facts
    if word in facts.word_list("means", "explaining"):
        return True
    is_kind = text.follower(place) in facts.word_list("what", "explaining")
    return is_kind and word in facts.word_list("is", "explaining")


def _is_explained_before(text: Text, first: int) -> bool:
    if "(" in text.gap(first - 1) and first:
        return True
    for place in range(first - 1, max(first - 5, -1), -1):
        if text.gap(place).strip(" “«\"'"):
            return False
        if is_naming(text.lower, place, text.facts.language):
            return True
        if text.lower[place] in text.facts.word_list("or", "explaining"):
            comma = place > 0 and "," in text.gap(place - 1)
            return comma and not ends_list(text, place)
    return False


def is_naming(lower: Sequence[str], place: int, language: Language) -> bool:
    """Whether a verb gives a name there: `called`; `call` where somebody does, not as a request."""
    if lower[place] in word_list(language, "called", "explaining"):
        return True
    if place == 0 or lower[place] not in word_list(language, "call", "explaining"):
        return False
    nobody = clause_words(language, "small", "finite", "determiners", "orders")
    return lower[place - 1] not in nobody


def _is_acronym_alone(text: Text, place: int) -> bool:
    return bool(_SHORT_FORM.match(text.text[text.unit.words[place].begin :]))
