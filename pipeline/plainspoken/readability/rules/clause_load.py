"""Rule many-ideas: a sentence that joins more than one idea."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, define_rule
from .clauses import begins_clause
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


@define_rule(
    "many-ideas",
    "info",
    Example(
        wrong="Call us when you have a fever because you could have an infection that is serious.",
        right="Call us when you have a fever. You could have a serious infection.",
    ),
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
    """Whether a word that can join clauses does so where it stands."""
    if hit.value == "passes":
        return False
    if hit.value == "depends-after-a-comma":
        return "," in text.gap(hit.first - 1)
    if begins_clause(text, hit.last + 1):
        return True
    no_clause = text.facts.word_list("no-clause", "ideas")
    return hit.value == "depends" and text.lower[hit.last + 1] not in no_clause
