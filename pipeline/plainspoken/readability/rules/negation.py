"""Rule double-negative: two negations in one clause, which readers must take apart."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .model import Text, make_draft
from .phrases import Hit, find_phrases, index_lists, leave_quoted

_KINDS = (
    "no",
    "no-once",
    "without",
    "exceptions",
    "negative",
    "negative-next",
    "refusals",
    "passes",
)
"""Lists of negative words, by what each does."""
_SIGNS = frozenset(",;:()—–…")
_NEAR = 3
"""Words from a negation to the negative word that it denies."""


@define_rule(
    "double-negative",
    "warning",
    wrong="Do not eat without washing your hands.",
    right="Wash your hands before you eat.",
)
@leave_quoted
def check(text: Text) -> Iterator[Draft]:
    """Two words that say no stand in one sentence.

    A negation and a second negative word in the same clause, which readers must take apart.
    With *unless* and the like it is only a note.
    """
    if "negation" not in text.facts.writing:
        return
    cue = -1
    end = -1
    for hit in find_phrases(text, index_lists(text.facts.language, "negation", _KINDS)):
        if hit.value == "passes":
            continue
        if cue >= 0 and not _is_one_clause(text, cue, hit.first):
            cue = -1
        if cue < 0:
            cue = hit.first if hit.value in ("no", "no-once") and hit.first > end else -1
        elif _is_second_negative(text, cue, hit):
            yield _draft_finding(text, cue, hit)
            cue, end = -1, hit.last


def _draft_finding(text: Text, first: int, hit: Hit[str]) -> Draft:
    one, other = text.quote(first, first), text.quote(hit.first, hit.last)
    message = f"“{one} … {other}” are two negatives in one clause"
    if hit.value == "exceptions":
        return make_draft(text, first, hit.last, message, "Say when to do it.", "info")
    hint = "Say what is so, or what to do, with one negative or none."
    return make_draft(text, first, hit.last, message, hint)


def _is_second_negative(text: Text, cue: int, hit: Hit[str]) -> bool:
    if hit.value == "negative-next":  # `not ignore unusual pain` is one negative
        return all(text.has_role(at, "determiners", "small") for at in range(cue + 1, hit.first))
    if hit.value in ("negative", "refusals"):
        return hit.first - cue <= _NEAR
    return hit.value in ("no", "without", "exceptions")


def _is_one_clause(text: Text, first: int, last: int) -> bool:
    """Whether no sign and no word that opens a clause stands between two words."""
    if any(_SIGNS.intersection(text.gap(place)) for place in range(first, last)):
        return False
    return text.facts.word_list("breaks", "negation").isdisjoint(text.lower[first + 1 : last])
