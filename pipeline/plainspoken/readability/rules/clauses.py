"""Find where a clause with a verb of its own begins in a sentence.

Nothing here knows grammar: short lists of a language's commonest words, the table
`[writing.clause]`, decide. Where they do not, no clause is found.
"""

from __future__ import annotations

from .model import Text

_REACH = 6
"""Words within which a clause's subject must meet its verb."""


def begins_clause(text: Text, place: int) -> bool:
    """Whether a clause with its own verb begins at a word."""
    lower = text.lower
    at = place
    while at + 1 < len(lower) and text.has_role(at, "before-verb") and text.gap(at).isspace():
        at += 1
    if text.has_role(at, "alone"):
        return at + 1 < len(lower)
    if not _goes_on(text, place):
        return False
    if text.has_role(place, "subjects"):
        return not text.has_role(place + 1, "small") or _verb_follows(text, place + 1)
    if text.has_role(place, "determiners"):
        return _verb_follows(text, place + 1)
    plain_noun = not text.has_role(place, "small", "finite")
    return plain_noun and text.has_role(place + 1, "finite")


def has_verb(text: Text, first: int, last: int) -> bool:
    """Whether a clause stands among the words from one place to another, the last included."""
    if text.has_role(first, "orders"):
        return True
    return any(
        _is_verb(text, place) or (place < last and text.has_role(place, "subjects"))
        for place in range(first, last + 1)
    )


def _verb_follows(text: Text, place: int) -> bool:
    """Whether a verb comes soon, before a sign or another clause's beginning."""
    others = text.facts.word_list("openers", "clause") | (
        text.facts.clause_words("subjects") - text.facts.clause_words("determiners")
    )
    for at in range(place, min(place + _REACH, len(text.lower))):
        if _is_verb(text, at):
            return True
        if text.lower[at] in others or not _goes_on(text, at):
            return False
    return False


def _is_verb(text: Text, place: int) -> bool:
    if not text.has_role(place, "finite"):
        return False
    return not place or not text.has_role(place - 1, "before-infinitive")


def _goes_on(text: Text, place: int) -> bool:
    """Whether another word follows without a sign between."""
    return place + 1 < len(text.lower) and text.gap(place).isspace()
