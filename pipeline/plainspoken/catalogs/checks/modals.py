"""Rule modals: what is ordered, allowed and left open."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "modals",
    exclude_each_other("must may", "must need_not", "must_not need_not"),
    alike={"may": "possible"},
)


@define_rule(
    "modals",
    "warning",
    source="You must take it with food.",
    wrong="Puede tomarlo con comida.",
    right="Debe tomarlo con comida.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """An order became leave, or leave an order.

    Where *must* became *may* or *need not*, *need not* became *must not*. A no that is lost or
    added is what `negation` tells.
    """
    yield from find_swaps(pair, _CONTRAST)
