"""Rule long-sentence: more words than the language's limit; where it is safe, split in two.

A split is offered only where both halves keep a verb and nothing in one half reaches into the
other: no condition, no negated reason. The table `[[writing.split]]` says where to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...diagnostics.rule import Draft, define_rule
from .clauses import begins_clause, has_verb
from .model import Text, make_draft
from .rewriting import capitalize

_LEAST = 4
"""Words that each half must have."""
_MOST = 80
"""Words beyond which two halves would still be too long to be worth a look."""
_CLAUSE = 5
"""Words before a joining one that are a clause, if no comma makes a list of them."""
_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class _Split:
    """End after the word `last`, at the words `at`; go on with `begin` and the word `first`."""

    last: int
    first: int
    begin: str
    at: str


@define_rule(
    "long-sentence",
    "warning",
    wrong="Wash your hands with soap and warm water before you touch the tube, and dry them well "
    "with a clean towel that nobody else in your home uses.",
    right="Wash your hands with soap and warm water before you touch the tube. Dry them well "
    "with a clean towel that nobody else in your home uses.",
    any_length=True,
)
def check(text: Text) -> Iterator[Draft]:
    """A sentence has more words than the language's limit.

    Sentences with more words than are easy to follow; the limit is the language's. Each item of
    a list counts by itself. Where it is sure that both halves can stand alone, it says where to
    split.
    """
    count, limit = len(text.unit.words), text.facts.limit
    if count <= limit:
        return
    unit = text.facts.language.unit
    split = _find_best_split(text)
    hint = f"Split it before “{split.at}”." if split else "Split it: one idea a sentence."
    message = f"a sentence of {count} {unit}; up to {limit} are easy to follow"
    yield make_draft(
        text, 0, count - 1, message, hint, instead=_split_text(text, split) if split else ()
    )


def _find_best_split(text: Text) -> _Split | None:
    if len(text.lower) > _MOST or "?" in text.text or "¿" in text.text:
        return None
    found = [
        split
        for place in range(_LEAST - 1, len(text.lower) - _LEAST)
        for rule in text.facts.writing.get("split", ())
        if (split := _split_at(text, place, rule))
    ]
    middle = len(text.lower) / 2
    return min(found, key=lambda split: abs(split.first - middle), default=None)


def _split_at(text: Text, last: int, rule: Mapping[str, Any]) -> _Split | None:
    gap = text.gap(last)
    if gap.strip() != rule["after"] or not _is_closed(text, last):
        return None
    words = tuple(rule["words"].split())
    first = last + 1 + len(words)
    if text.lower[last + 1 : first] != words or len(text.lower) - first < _LEAST:
        return None
    if words and not text.is_joined(last + 1, first):
        return None
    if not _is_clause(text, last) or _has_reach(text, 0, last) or ":" in text.text:
        return None
    quoted = text.quote(last + 1, first - 1) if words else rule["after"]
    begin = _choose_begin(text, last, first, rule)
    return None if begin is None else _Split(last, first, begin, quoted)


def _is_clause(text: Text, last: int) -> bool:
    whole = last >= _CLAUSE - 1 and not text.has_comma(0, last)
    return whole or has_verb(text, 0, last)


def _choose_begin(text: Text, last: int, first: int, rule: Mapping[str, Any]) -> str | None:
    end = len(text.lower) - 1
    begin: str = rule["begin"]
    # What does the harm, `This`, could be the act or leaving it.
    negations = text.facts.word_list("negations")
    if rule["kind"] in ("reason", "relative") and not negations.isdisjoint(text.lower[: last + 1]):
        return None
    if rule["kind"] == "relative":
        return _choose_relative_begin(text, last, first, rule)
    if rule["kind"] == "and" and _has_reach(text, first, end):
        is_condition = text.has_role(first, "conditions") and text.has_comma(first, end)
        return begin if is_condition else None
    return begin if begins_clause(text, first) or _are_two_requests(text, last, first) else None


def _choose_relative_begin(
    text: Text, last: int, first: int, rule: Mapping[str, Any]
) -> str | None:
    facts, noun, verb = text.facts, text.lower[last], text.lower[first]
    if any(text.gap(place).strip() for place in range(first, len(text.lower) - 1)):
        return None
    if text.has_role(first, "subjects", "determiners", "small"):
        return None
    ends_as_many = facts.has_ending(noun, "many", "clause")
    if ends_as_many and not facts.has_ending(noun, "not-many", "clause"):
        is_for_one = text.has_role(first, "verbs-of-one")
        return None if is_for_one else rule.get("begin-plural", rule["begin"])
    is_verb = text.has_role(first, "finite") or facts.has_ending(verb, "verb-endings", "clause")
    return rule["begin"] if is_verb else None


def _are_two_requests(text: Text, last: int, first: int) -> bool:
    """Whether both halves are requests, and no list goes from one into the other."""
    orders = text.has_role(0, "orders") and text.has_role(first, "orders")
    return orders and not text.has_comma(0, last)


def _has_reach(text: Text, first: int, last: int) -> bool:
    """Whether a word among some may govern what comes after them."""
    return any(text.has_role(place, "reach") for place in range(first, last + 1))


def _is_closed(text: Text, last: int) -> bool:
    before = text.text[: text.unit.words[last].end]
    pairs = all(before.count(left) == before.count(right) for left, right in _BRACKETS)
    return pairs and before.count('"') % 2 == 0


def _split_text(text: Text, split: _Split) -> tuple[str, ...]:
    words = text.unit.words
    one = text.text[: words[split.last].end] + "."
    if not split.begin and any(map(str.isupper, words[split.first].text[1:])):
        return ()  # `pH` begins no sentence
    rest = text.text[words[split.first].begin :]
    other = f"{split.begin} {rest}" if split.begin else capitalize(rest)
    return one, other
