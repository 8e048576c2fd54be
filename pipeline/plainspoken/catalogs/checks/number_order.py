"""Check number-order: each number still belongs to its word: 8 in 24 hours, not 24 in 8 hours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...quantities import Quantity, format_value
from .context import Draft, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """Units that moved to another number, ranges turned round, numbers in another order."""
    found = [*_moved(pair), *_turned(pair)]
    yield from found or _reordered(pair)


def _pairs(pair: Pair) -> list[tuple[Quantity, Quantity]]:
    source, target = pair.readings
    pairs = [
        (source.quantities[one], target.quantities[other]) for one, other in pair.alignment.pairs
    ]
    return [each for each in pairs if not (each[0].implied or each[1].implied)]


def _moved(pair: Pair) -> Iterator[Draft]:
    pairs = _pairs(pair)
    for one, other in pairs:
        if not one.unit or one.unit == other.unit or one.value != other.value:
            continue
        for third, fourth in pairs:
            moved = fourth.unit == one.unit != third.unit and third.value == fourth.value
            if moved and third.value != one.value:
                numbers = f"{format_value(one.value)} and {format_value(third.value)}"
                what = (
                    f"{numbers} have changed places: "
                    "what one counts, the other counts in the translation"
                )
                yield Draft(
                    what,
                    "Put each number beside its own unit.",
                    source=(one.span, third.span),
                    target=(other.span, fourth.span),
                )
                return


def _turned(pair: Pair) -> Iterator[Draft]:
    source, target = pair.readings
    partner = dict(pair.alignment.pairs)
    for one, other in source.ranges:
        low, high = source.quantities[one], source.quantities[other]
        if (partner.get(other), partner.get(one)) in target.ranges and low.value != high.value:
            ends = target.quantities[partner[other]], target.quantities[partner[one]]
            limits = f"{format_value(low.value)} to {format_value(high.value)}"
            yield Draft(
                f"the range {limits} is turned round",
                "Put the ends of the range in the order of the text.",
                source=(low.span, high.span),
                target=(ends[0].span, ends[1].span),
            )


def _reordered(pair: Pair) -> Iterator[Draft]:
    """Numbers that only their order tells apart."""
    pairs = [each for each in _pairs(pair) if _alike(each[0]) and _alike(each[1])]
    pairs.sort(key=lambda each: each[0].start)
    for (one, other), (third, fourth) in pairwise(pairs):
        same = one.unit == third.unit and other.unit == fourth.unit
        if same and fourth.start < other.start and one.value != third.value:
            yield Draft(
                f"{format_value(one.value)} and {format_value(third.value)} stand in another order",
                "See that each number still belongs to its word.",
                "warning",
                (one.span, third.span),
                (fourth.span, other.span),
            )
            return


def _alike(quantity: Quantity) -> bool:
    return (
        quantity.kind == "number"
        and quantity.sure
        and not quantity.spelled
        and not quantity.minutes_of_day
    )
