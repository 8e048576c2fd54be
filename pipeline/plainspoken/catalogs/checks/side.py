"""Rule side: left, right and both."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "side",
    exclude_each_other("left right both", "both one_side"),
    counted=True,
)


@define_rule(
    "side",
    "warning",
    source="Lie on your left side.",
    wrong="Acuéstese sobre el lado derecho.",
    right="Acuéstese sobre el lado izquierdo.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A side became another one.

    Where *left* became *right*, *both legs* became *the left leg*.

    Idioms, such as *right away* and *all right*, say no side.
    """
    yield from find_swaps(pair, _CONTRAST)
