"""Rule route: where a medicine goes in."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_NOT_INJECTED = "mouth", "under_tongue", "on_skin", "eye", "ear", "nose", "rectum", "inhaled"
_CONTRAST = Contrast(
    "route",
    exclude_each_other(
        "mouth under_skin vein muscle under_tongue on_skin eye ear nose rectum vagina inhaled tube",
        "spine vein muscle under_skin",
        "under_tongue on_tongue cheek rectum vein muscle",
        "nose throat",
        "chew swallow",
        "spit swallow",
        "inhaled swallow",
        *(f"suppository {place}" for place in ("mouth", "eye", "ear", "nose", "inhaled")),
        *(f"inject {place}" for place in _NOT_INJECTED),
    ),
    # Do not chew it is swallow it whole.
    turned=exclude_each_other("chew swallow", "spit swallow"),
    denied=exclude_each_other("chew swallow", "spit swallow"),
    counted=True,
)


@define_rule(
    "route",
    "warning",
    source="Take it by mouth.",
    wrong="Inyéctelo.",
    right="Tómelo por la boca.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A way to give a medicine became another.

    Where *by mouth* became *inject*, *under the skin* became *into a vein*, *eye* became *ear*,
    *under the tongue* became *on the tongue*, *swallow* became *chew*, or the no of one that of
    the other. To *inject* alone is none of the places of injections, and a suppository goes in at
    one of two.
    """
    yield from find_swaps(pair, _CONTRAST)
