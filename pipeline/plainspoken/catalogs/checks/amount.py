"""Rule amount: whole, double, triple."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "amount",
    exclude_each_other("whole double triple", "half whole", "half double"),
    counted=True,
)


@define_rule(
    "amount",
    "warning",
    source="Never take a double dose.",
    wrong="Nunca tome una dosis entera.",
    right="Nunca tome una dosis doble.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """The whole became the double, or the other way round.

    A *double* dose that became a *whole* or a *triple* one. Halves and quarters are numbers:
    `number-values` tells them.
    """
    yield from find_swaps(pair, _CONTRAST)
