"""Rule conditions: unless, except, until, only if."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "conditions",
    {
        **exclude_each_other("unless if", "only_if even_if", "only_if unless", "until after_that"),
        "only_if": frozenset({"if", "even_if", "unless"}),
        "until": frozenset({"after_that", "even_if"}),
        "even_if": frozenset({"if", "only_if", "unless", "until"}),
        "even_on": frozenset({"only_if", "until"}),
    },
    alike={"unless": "except", "except": "unless", "even_on": "even_if"},
    negated={"if": "unless", "unless": "only_if"},
    needed=frozenset({"unless", "except", "until", "only_if"}),
    turned={
        "unless": frozenset({"only_if"}),
        "except": frozenset({"only_if"}),
        "until": frozenset({"only_if", "after_that"}),
        "after_that": frozenset({"until"}),
        "only_if": frozenset({"unless", "except", "until"}),
    },
    denying=frozenset({"only_if"}),
    # Keep it on, except to wash, is take it off only to wash.
    left_by_only=frozenset({"except"}),
    # If you feel sick, not if not; a no of both texts makes no if of unless.
    turns_by_fewer_noes=True,
)
_TIMES = Contrast(
    "conditions",
    {"as_soon": frozenset({"unless"}), "while": frozenset({"unless"})},
    turned=exclude_each_other("as_soon unless", "while unless"),
)
"""When something is done is not unless: here, if and a no are not taken for that."""


@define_rule(
    "conditions",
    "warning",
    source="Keep taking it unless you feel sick.",
    wrong="Siga tomándolo si se siente mal.",
    right="Siga tomándolo a menos que se sienta mal.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A condition was lost or turned round.

    Where *unless* became *if*, *until* became *after*, *only if* became *if*, *while* became
    *unless*, or where an exception is missing.
    """
    yield from list(find_swaps(pair, _CONTRAST)) or find_swaps(pair, _TIMES)
