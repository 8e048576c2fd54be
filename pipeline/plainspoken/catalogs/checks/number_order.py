"""Check number-order: each number still belongs to its word: 8 in 24 hours, not 24 in 8 hours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...quantities import Amount, shown
from .context import Draft, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """Units that moved to another number, ranges turned round, numbers in another order."""
    found = [*_moved(pair), *_turned(pair)]
    yield from found or _reordered(pair)


def _pairs(pair: Pair) -> list[tuple[Amount, Amount]]:
    source, target = pair.readings
    pairs = [(source.amounts[one], target.amounts[other]) for one, other in pair.alignment.pairs]
    return [each for each in pairs if not (each[0].implied or each[1].implied)]


def _moved(pair: Pair) -> Iterator[Draft]:
    pairs = _pairs(pair)
    for one, other in pairs:
        if not one.unit or one.unit == other.unit or one.value != other.value:
            continue
        for third, fourth in pairs:
            moved = fourth.unit == one.unit != third.unit and third.value == fourth.value
            if moved and third.value != one.value:
                what = (
                    f"{shown(one.value)} and {shown(third.value)} have changed places: "
                    "what one counts, the other counts in the translation"
                )
                yield Draft(
                    what,
                    "Put each number beside its own unit.",
                    source=(one.place, third.place),
                    target=(other.place, fourth.place),
                )
                return


def _turned(pair: Pair) -> Iterator[Draft]:
    source, target = pair.readings
    partner = dict(pair.alignment.pairs)
    for one, other in source.ranges:
        low, high = source.amounts[one], source.amounts[other]
        if (partner.get(other), partner.get(one)) in target.ranges and low.value != high.value:
            ends = target.amounts[partner[other]], target.amounts[partner[one]]
            yield Draft(
                f"the range {shown(low.value)} to {shown(high.value)} is turned round",
                "Put the ends of the range in the order of the text.",
                source=(low.place, high.place),
                target=(ends[0].place, ends[1].place),
            )


def _reordered(pair: Pair) -> Iterator[Draft]:
    """Numbers that only their order tells apart."""
    pairs = [each for each in _pairs(pair) if _alike(each[0]) and _alike(each[1])]
    pairs.sort(key=lambda each: each[0].start)
    for (one, other), (third, fourth) in pairwise(pairs):
        same = one.unit == third.unit and other.unit == fourth.unit
        if same and fourth.start < other.start and one.value != third.value:
            yield Draft(
                f"{shown(one.value)} and {shown(third.value)} stand in another order",
                "See that each number still belongs to its word.",
                "warning",
                (one.place, third.place),
                (fourth.place, other.place),
            )
            return


def _alike(amount: Amount) -> bool:
    return amount.kind == "number" and amount.sure and not amount.spelled and not amount.clock
