"""Rule modals: what is ordered, allowed and left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, find_swaps
from .denial import count_noes, forbids
from .senses import find_senses

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
    swaps = list(find_swaps(pair, _TURNED if _turns_condition(pair) else _CONTRAST))
    yield from swaps or _find_bans(pair)


def _find_bans(pair: Pair) -> Iterator[Draft]:
    """Where one of two clauses allows something and the other one does not, and both of the
    translation forbid it; of a text that only allows, `negation` tells it.
    """
    languages = pair.facts.source_language, pair.language
    if not all(language.table("meaning", "modals") for language in languages):
        return
    for sentences, starts in pair.sentences:
        texts = list(zip(sentences, languages, starts, strict=True))
        ours, theirs = (
            find_senses(text, language, "modals", start).places for text, language, start in texts
        )
        noes = [count_noes(text, language) + forbids(text, language) for text, language, _ in texts]
        if (
            "may" in ours
            and "must_not" in ours
            and "must_not" in theirs
            and not theirs.keys() & {"may", "possible", "need_not"}
            and (noes[0] < noes[1] or len(ours["must_not"]) < len(theirs["must_not"]))
        ):
            place, other = ours["may"][0], theirs["must_not"][0]
            shown = pair.source.original(*place), pair.target.original(*other)
            message = f"“{shown[0].strip()}” became “{shown[1].strip()}”"
            hint = "See that the translation allows what the text does."
            yield Draft(message, hint, None, (place,), (other,))


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
