"""Rule people: who is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "people",
    exclude_each_other(
        "child adult", "baby adult", "mother baby", "mother father", "man woman", "old young"
    ),
    counted=True,
)


@define_rule(
    "people",
    "warning",
    source="This is for children only.",
    wrong="Esto es solo para adultos.",
    right="Esto es solo para niños.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """Who is spoken of became somebody else.

    Where *child* became *adult*, *mother* became *baby*, *man* became *woman*.
    """
    yield from find_swaps(pair, _CONTRAST)
