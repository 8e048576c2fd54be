"""Rule many-ideas: a sentence that joins more than one idea; and where its clauses begin.

Nothing here knows grammar: the lists of common words in `[writing.clause]` decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .model import Text, make_draft
from .phrases import Hit, find_phrases, index_lists

_KINDS = (
    "depends",
    "depends-before-a-clause",
    "depends-after-a-comma",
    "joins-before-a-clause",
    "passes",
)
"""Lists of words that join clauses, by what must follow so that they do."""
_SHORT = 12
"""A sentence of so many words is no burden, whatever it joins."""
_REACH = 6
"""Words within which a clause's subject must meet its verb."""


@define_rule(
    "many-ideas",
    "info",
    wrong="Call us when you have a fever because you could have an infection that is serious.",
    right="Call us when you have a fever. You could have a serious infection.",
)
def check(text: Text) -> Iterator[Draft]:
    """A sentence holds more than one idea.

    A sentence of more than 12 words with two clauses that depend on its first, or with three
    that are joined to it. Clauses are found by the words that begin them.
    """
    if len(text.lower) <= _SHORT or "ideas" not in text.facts.writing:
        return
    table = text.facts.writing["ideas"]
    depend: list[int] = []
    join: list[int] = []
    for hit in find_phrases(text, index_lists(text.facts.language, "ideas", _KINDS)):
        again = any(text.lower[place] == text.lower[hit.first] for place in depend)
        if again and text.lower[hit.first - 1] in table.get("joins-before-a-clause", ()):
            continue  # `if you bleed or if you fall` is one idea
        if hit.last + 1 < len(text.lower) and _is_joining(text, hit):
            (join if hit.value == "joins-before-a-clause" else depend).append(hit.first)
    if len(depend) >= 2 or len(depend) + len(join) >= 3:
        ideas = len(depend) + len(join) + 1
        places = sorted(depend + join)
        words = ", ".join(f"“{text.unit.words[place].text.lower()}”" for place in places)
        message = f"{ideas} ideas in one sentence, joined by {words}"
        hint = "Give each idea a sentence of its own."
        yield make_draft(text, places[0], len(text.lower) - 1, message, hint)


def _is_joining(text: Text, hit: Hit[str]) -> bool:
    if hit.value == "passes":
        return False
    if hit.value == "depends-after-a-comma":
        return "," in text.gap(hit.first - 1)
    if begins_clause(text, hit.last + 1):
        return True
    no_clause = text.facts.word_list("no-clause", "ideas")
    return hit.value == "depends" and text.lower[hit.last + 1] not in no_clause


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
    is_infinitive = place > 0 and text.has_role(place - 1, "before-infinitive")
    return text.has_role(place, "finite") and not is_infinitive


def _goes_on(text: Text, place: int) -> bool:
    return place + 1 < len(text.lower) and text.gap(place).isspace()
