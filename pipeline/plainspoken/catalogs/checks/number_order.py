"""Rule number-order: each number stays beside its word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...diagnostics.rule import Draft, define_rule
from ...quantities.language_data import read_pattern
from ...quantities.normalize import find_words
from ...quantities.quantity import Quantity, format_value
from .axes import keep_company
from .context import Pair

_Two = tuple[Quantity, Quantity]
_LIST = re.compile(r"[,;/&]|\b(?:versus|vs)\b")
_SHARE = re.compile(r"\bof (?:the |all |these |those )?$")
"""What stands before a whole whose part follows: of the 16 rooms, 7."""
_MOST_WORDS = 2
"""How many words may stand between two numbers of a list: room 4, floor 7."""


@define_rule(
    "number-order",
    "error",
    source="No more than 8 tablets in 24 hours.",
    wrong="No más de 24 tabletas en 8 horas.",
    right="No más de 8 tabletas en 24 horas.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A number may belong to another word than in the text.

    Two numbers that changed places: each stands beside the unit of the other, the ends of a
    range are turned round, or two numbers of a list stand in another order, and not with what
    they stand with in the text.
    """
    found = [*_find_moved(pair), *_find_turned(pair)]
    yield from found or _find_reordered(pair)


def _list_matches(pair: Pair) -> list[tuple[Quantity, Quantity]]:
    """Each number of the text and the one that stands for it, but for those understood."""
    return [(ours, theirs) for ours, theirs in pair.matches if not (ours.implied or theirs.implied)]


def _find_moved(pair: Pair) -> Iterator[Draft]:
    matches = _list_matches(pair)
    for ours, theirs in matches:
        if not ours.unit or ours.unit == theirs.unit or ours.value != theirs.value:
            continue
        for other_ours, other_theirs in matches:
            same_value = other_ours.value == other_theirs.value != ours.value
            # Where nothing is counted, a unit's word may not be known: 50 taong gulang.
            counts = any(each.unit or each.counted for each in (theirs, other_ours))
            if counts and same_value and other_theirs.unit == ours.unit != other_ours.unit:
                numbers = f"{format_value(ours.value)} and {format_value(other_ours.value)}"
                change = "what one counts, the other counts in the translation"
                places = (ours.span, other_ours.span), (theirs.span, other_theirs.span)
                message = f"{numbers} have changed places: {change}"
                yield Draft(message, "Put each number beside its own unit.", None, *places)
                return


def _find_turned(pair: Pair) -> Iterator[Draft]:
    source, target = pair.readings
    partner = dict(pair.alignment.pairs)
    for first, last in source.ranges:
        low, high = source.quantities[first], source.quantities[last]
        if (partner.get(last), partner.get(first)) in target.ranges and low.value != high.value:
            ends = target.quantities[partner[last]], target.quantities[partner[first]]
            gap = pair.target.text[ends[0].end : ends[1].start]
            if low.unit != high.unit or _is_from_right(pair, gap):
                continue  # six feet or two meters
            places = (low.span, high.span), (ends[0].span, ends[1].span)
            limits = f"{format_value(low.value)} to {format_value(high.value)}"
            hint = "Put the ends of the range in the order of the text."
            yield Draft(f"the range {limits} is turned round", hint, None, *places)


def _is_from_right(pair: Pair, gap: str) -> bool:
    """Whether a range may be read from right to left: 14-1 is as often 1 to 14."""
    return pair.language.direction == "rtl" and gap.strip() == "-"


def _find_reordered(pair: Pair) -> Iterator[Draft]:
    matches = [match for match in _list_matches(pair) if all(map(_is_plain, match))]
    matches.sort(key=lambda match: match[0].start)
    for (ours, theirs), (next_ours, next_theirs) in pairwise(matches):
        same = ours.unit == next_ours.unit and theirs.unit == next_theirs.unit
        turned = same and next_theirs.start < theirs.start and ours.value != next_ours.value
        is_list = turned and _are_listed(pair, (ours, next_ours), (next_theirs, theirs))
        if is_list and not keep_company(pair, (ours, next_ours)):
            numbers = f"{format_value(ours.value)} and {format_value(next_ours.value)}"
            places = (ours.span, next_ours.span), (next_theirs.span, theirs.span)
            hint = "See that each number still belongs to its word."
            yield Draft(f"{numbers} stand in another order", hint, "warning", *places)
            return


def _are_listed(pair: Pair, ours: _Two, theirs: _Two) -> bool:
    """Whether two numbers stand side by side in both texts, in a list: 4 and 7. Others change
    places where a language has another order of words.
    """
    gap = pair.source.text[ours[0].end : ours[1].start]
    other = pair.target.text[theirs[0].end : theirs[1].start]
    words = read_pattern(pair.facts.source_language, "numbers", "range", r"\b{}\b")
    is_list = bool(_LIST.search(gap) or words.search(gap))
    if _SHARE.search(pair.source.text, 0, ours[0].start) or _is_from_right(pair, other):
        return False
    return is_list and all(len(list(find_words(each))) <= _MOST_WORDS for each in (gap, other))


def _is_plain(quantity: Quantity) -> bool:
    is_number = quantity.kind == "number" and not quantity.minutes_of_day
    return is_number and quantity.sure and not quantity.spelled and quantity.value != 0
