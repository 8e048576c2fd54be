"""Rule amount: half, whole, double."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "amount",
    exclude_each_other("half whole double triple quarter third"),
)


@define_rule(
    "amount",
    "warning",
    source="Take half a tablet.",
    wrong="Tome el doble de tabletas.",
    right="Tome media tableta.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A part became the whole, or another part.

    *Half* became *double* or *whole*, and *a quarter* became *half*.
    """
    yield from find_swaps(pair, _CONTRAST)
