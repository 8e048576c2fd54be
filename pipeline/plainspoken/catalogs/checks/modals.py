"""Rule modals: what is ordered, allowed and left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, find_senses, find_swaps

_CONTRAST = Contrast(
    "modals",
    {
        "must": frozenset({"may", "need_not", "forbidden"}),
        "may": frozenset({"must", "forbidden"}),
        "must_not": frozenset({"need_not"}),
        "need_not": frozenset({"must", "must_not", "forbidden"}),
    },
    alike={"may": "possible"},
    counted=True,
)
_TURNED = replace(
    _CONTRAST,
    opposites={"must": frozenset({"may"}), "may": frozenset({"must"})},
)
"""For a condition that is turned round: no need to, unless, is need to only if."""


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
    yield from find_swaps(pair, _TURNED if _turns_condition(pair) else _CONTRAST)


def _turns_condition(pair: Pair) -> bool:
    """Whether one text says only if, and the other unless."""
    senses = [
        find_senses(text, language, "conditions", 0).places.keys()
        for text, language in (
            (pair.source.text, pair.facts.source_language),
            (pair.target.text, pair.language),
        )
        if language.table("meaning", "conditions")
    ]
    return len(senses) > 1 and any(
        "only_if" in first and {"unless", "except"} & second
        for first, second in (senses, reversed(senses))
    )
