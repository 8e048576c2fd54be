"""Rule people: who is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_NEEDED = frozenset(
    {
        "baby",
        "mother",
        "father",
        "parent",
        "partner",
        "doctor",
        "doctor_acts",
        "nurse",
        "pharmacist",
    }
)
_CONTRAST = Contrast(
    "people",
    {
        **exclude_each_other(
            "child adult", "baby adult", "mother baby", "mother father", "man woman", "old young"
        ),
        # Who has no say in a text says nothing of what is decided in the translation.
        "you": frozenset({"doctor_acts"}),
        "patient": frozenset({"doctor_acts"}),
    },
    alike={
        "baby": "child",
        "child": "baby",
        "mother": "woman",
        "father": "man",
        "parent": "mother",
        "doctor_acts": "doctor",
    },
    needed=_NEEDED,
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

    Where *child* became *adult*, *mother* became *baby*, *man* became *woman*, *your doctor*
    became *you*; where a baby, a parent, a partner, a doctor, a nurse or a pharmacist is missing.
    """
    yield from find_swaps(pair, _CONTRAST)
