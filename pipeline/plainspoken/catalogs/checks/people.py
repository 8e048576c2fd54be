"""Rule people: who is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps
from .denial import denies, has_cue

_NEEDED = frozenset(
    {
        "baby",
        "mother",
        "father",
        "parent",
        "partner",
        "husband",
        "wife",
        "doctor",
        "doctor_acts",
        "nurse",
        "midwife",
        "pharmacist",
    }
)
_CONTRAST = Contrast(
    "people",
    {
        **exclude_each_other(
            "child adult",
            "baby adult",
            "mother baby",
            "mother father",
            "man woman",
            "boy girl",
            "husband wife",
            "brother sister",
            "grandfather grandmother",
            "old young",
            "old child",
            "old baby",
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

_TURNED = replace(_CONTRAST, turned=exclude_each_other("child adult", "baby adult"))
"""Not for children is only for adults."""


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
    yield from find_swaps(pair, _TURNED if _forbids_others(pair) else _CONTRAST)


def _forbids_others(pair: Pair) -> bool:
    """Whether one text says only, and the other one says no: only for adults, not for children."""
    texts = (pair.source.text, pair.facts.source_language), (pair.target.text, pair.language)
    return any(
        has_cue(first, "only") and denies(*second) and not has_cue(second, "only", "but")
        for first, second in (texts, texts[::-1])
    )
