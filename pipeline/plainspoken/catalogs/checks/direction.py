"""Rule direction: more stays more, before stays before."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "direction",
    {
        **exclude_each_other("over under", "at_least at_most", "increase reduce", "before after"),
        "over": frozenset({"under", "at_most", "reduce"}),
        "under": frozenset({"over", "at_least", "increase"}),
        "at_least": frozenset({"at_most", "under"}),
        "at_most": frozenset({"at_least", "over"}),
        "increase": frozenset({"reduce", "under"}),
    },
    negated={"over": "at_most", "under": "at_least"},
    turned=exclude_each_other("over under", "before after"),
    # Under six months is up to six months, and from 50 on is over 50.
    alike={
        "over": "at_least",
        "at_least": "over",
        "under": "at_most",
        "at_most": "under",
    },
    counted=True,
    poles=("over increase", "over at_least", "under reduce", "under at_most"),
)


@define_rule(
    "direction",
    "warning",
    source="Call us if the fever is above 38 °C.",
    wrong="Llámenos si la fiebre está por debajo de 38 °C.",
    right="Llámenos si la fiebre está por encima de 38 °C.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A direction was turned round.

    Where *more* became *less*, *at least* became *at most*, *before* became *after*, *raise*
    became *lower*. In a text that denies it, *not more than* says *at most*.
    """
    yield from find_swaps(pair, _CONTRAST)
