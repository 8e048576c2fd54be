"""double-negative: two negations in one clause, which readers must take apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...diagnostics.finding import Level
from ...languages import load
from .clauses import grammar
from .model import Draft, Text, draft_at
from .phrases import Hit, Index, find, index

_SIGNS = frozenset(",;:()—–…")
_NEAR = 3
"""Words from a negation to the negative word that it denies."""


def check(text: Text) -> Iterator[Draft]:
    """Remark once a clause on a negation with a second negative word after it."""
    if "negation" not in text.facts.writing:
        return
    cue = -1
    end = -1
    for hit in find(text, _words(text.facts.lang)):
        if hit.said == "passes":
            continue
        if cue >= 0 and not _one_clause(text, cue, hit.first):
            cue = -1
        if cue < 0:
            cue = hit.first if hit.said in ("no", "no, once") and hit.first > end else -1
        elif _doubles(text, cue, hit):
            yield _draft(text, cue, hit)
            cue, end = -1, hit.last


def _draft(text: Text, first: int, hit: Hit[str]) -> Draft:
    one, other = text.shown(first, first), text.shown(hit.first, hit.last)
    exception = hit.said == "exception"
    message = f"“{one} … {other}” are two negatives in one clause"
    hint = (
        "Say when to do it."
        if exception
        else "Say what is so, or what to do, with one negative or none."
    )
    level: Level = "info" if exception else "warning"
    return draft_at(text, first, hit.last, message, hint, level)


def _doubles(text: Text, cue: int, hit: Hit[str]) -> bool:
    """Whether a negative word makes the second of two."""
    if hit.said == "negative, next":  # `not ignore unusual pain` is one negative
        by = grammar(text.facts.lang)
        return (by.determiners | by.small).issuperset(text.lower[cue + 1 : hit.first])
    if hit.said in ("negative", "refusal"):
        return hit.first - cue <= _NEAR
    return hit.said in ("no", "without", "exception")


def _one_clause(text: Text, first: int, last: int) -> bool:
    """Whether no sign and no word that opens a clause stands between two words."""
    if any(_SIGNS.intersection(text.gap(place)) for place in range(first, last)):
        return False
    return text.facts.listed("breaks", "negation").isdisjoint(text.lower[first + 1 : last])


@cache
def _words(lang: str) -> Index[str]:
    """Negative words, and what each does."""
    table = load(lang).writing["negation"]
    kinds = {
        "no": "no",
        "no-once": "no, once",
        "without": "without",
        "exceptions": "exception",
        "negative": "negative",
        "negative-next": "negative, next",
        "refusals": "refusal",
        "passes": "passes",
    }
    return index((word, said) for name, said in kinds.items() for word in table.get(name, ()))
