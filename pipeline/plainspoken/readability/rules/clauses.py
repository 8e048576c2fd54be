"""Find where a clause with a verb of its own begins in a sentence.

Nothing here knows grammar: short lists of a language's commonest words, the table
`[writing.clause]`, decide. Where they do not, no clause is found.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from ...languages import Language
from .model import Text, word_list

_REACH = 6
"""Words within which a clause's subject must meet its verb."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The commonest words of a language, by what they do in a clause."""

    subjects: frozenset[str]
    """Pronouns that do a clause's action: `it`."""
    determiners: frozenset[str]
    """Words that open a noun: `the`."""
    finite: frozenset[str]
    """Verbs that make a clause: `is`, `can`."""
    alone: frozenset[str]
    """Verbs that begin a clause without a subject, where a language allows it."""
    before_verb: frozenset[str]
    """Words that may stand before such a verb."""
    orders: frozenset[str]
    """Verbs that begin a request: `take`."""
    small: frozenset[str]
    """Prepositions, conjunctions, adverbs: none of them is a subject or a noun."""
    before_infinitive: frozenset[str]
    """The word before an infinitive, which makes no clause: `to`."""


@cache
def load_grammar(language: Language) -> Grammar:
    """The common words of the guide's language; none where its data have none."""
    names = (field.name.replace("_", "-") for field in fields(Grammar))
    return Grammar(*(word_list(language, name, "clause") for name in names))


def begins_clause(text: Text, place: int, by: Grammar) -> bool:
    """Whether a clause with its own verb begins at a word."""
    lower = text.lower
    at = place
    while at + 1 < len(lower) and lower[at] in by.before_verb and text.gap(at).isspace():
        at += 1
    if lower[at] in by.alone:
        return at + 1 < len(lower)
    if not _goes_on(text, place):
        return False
    if lower[place] in by.subjects:
        return lower[place + 1] not in by.small or _verb_follows(text, place + 1, by)
    if lower[place] in by.determiners:
        return _verb_follows(text, place + 1, by)
    plain_noun = lower[place] not in by.small and lower[place] not in by.finite
    return plain_noun and lower[place + 1] in by.finite


def has_verb(text: Text, first: int, last: int, by: Grammar) -> bool:
    """Whether a clause stands among the words from one place to another, the last included."""
    if text.lower[first] in by.orders:
        return True
    return any(
        _is_verb(text, place, by) or (place < last and text.lower[place] in by.subjects)
        for place in range(first, last + 1)
    )


def _verb_follows(text: Text, place: int, by: Grammar) -> bool:
    """Whether a verb comes soon, before a sign or another clause's beginning."""
    others = text.facts.word_list("openers", "clause") | (by.subjects - by.determiners)
    for at in range(place, min(place + _REACH, len(text.lower))):
        if _is_verb(text, at, by):
            return True
        if text.lower[at] in others or not _goes_on(text, at):
            return False
    return False


def _is_verb(text: Text, place: int, by: Grammar) -> bool:
    if text.lower[place] not in by.finite:
        return False
    return not place or text.lower[place - 1] not in by.before_infinitive


def _goes_on(text: Text, place: int) -> bool:
    """Whether another word follows without a sign between."""
    return place + 1 < len(text.lower) and text.gap(place).isspace()
