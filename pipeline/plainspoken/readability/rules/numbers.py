"""number-style: a number in words where a numeral is found and kept in mind more easily."""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import grammar
from .model import Draft, Text, draft_at
from .phrases import in_quotes


def check(text: Text) -> Iterator[Draft]:
    """Remark on each number from two up in words before what it counts; never reword it."""
    writing = text.facts.writing
    if writing.get("numbers") != "digits":
        return
    for place in range(1, len(text.lower) - 1):  # a sentence does not begin with a numeral
        digits = writing["digits"].get(text.lower[place])
        if digits and _counts(text, place) and place not in in_quotes(text):
            word = text.shown(place, place)
            message = f"“{word}” is a number in words"
            yield draft_at(text, place, place, message, f"Write “{digits}”.", "info")


def _counts(text: Text, place: int) -> bool:
    """Whether a number stands alone before what it counts."""
    facts, lower, by = text.facts, text.lower, grammar(text.facts.lang)
    if not text.gap(place - 1).isspace() or text.unit.words[place].text[0].isupper():
        return False
    if not _may_count_after(text, place):
        return False
    for at in range(place + 1, min(place + 3, len(lower))):
        if not text.joined(place, at) or lower[at] in facts.listed("number-words"):
            return False
        if lower[at] in by.small | by.finite | by.determiners | by.subjects:
            return False
        if lower[at] in facts.listed("plurals") or lower[at].endswith("s"):
            return not text.unit.words[at].text[0].isdigit()
    return False


def _may_count_after(text: Text, place: int) -> bool:
    """Whether a number may count something after what stands before it."""
    facts, lower = text.facts, text.lower
    before = lower[place - 1]
    two_before = " ".join(lower[max(place - 2, 0) : place])
    if two_before in facts.listed("counting-after"):
        return True
    numbers = facts.listed("number-words") - facts.listed("bounds")
    # `one in ten` is no ten of anything.
    share = two_before in facts.listed("shares") or (place >= 2 and lower[place - 2] in numbers)
    return not (share or before in facts.listed("not-counting-after") or before in numbers)
