"""Rule alternatives: one of two, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics.rule import Draft, Place, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps
from .denial import has_cue

_WORD = re.compile(r"\w+")
_STEM = 4
"""Letters in which two forms of a word are alike."""
_CONTRAST = Contrast("alternatives", exclude_each_other("or and"))


@define_rule(
    "alternatives",
    "warning",
    source="Call if you have a fever or a rash.",
    wrong="Llame si tiene fiebre y sarpullido.",
    right="Llame si tiene fiebre o sarpullido.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """One of two became both, or both became one of them.

    Where *or* became *and*, so that both must be there, or *and* became *or*, so that one is
    enough. Only in sentences that have one of the words, where the translation has the other alone;
    not where the text says no, since no salt or sugar is no salt and no sugar, nor between two
    forms of a word: Spanish *despierto o despierta*.
    """
    for draft in find_swaps(pair, _CONTRAST):
        is_denied = any(_denies_at(pair, place) for place in draft.source)
        if not (is_denied or any(_joins_forms(pair, place) for place in draft.places)):
            yield draft


def _denies_at(pair: Pair, place: Place) -> bool:
    """Whether the sentence of a place of the text says no."""
    language = pair.facts.source_language
    return any(
        has_cue((source, language), "strong", "without", "forbids")
        for (source, _), (start, _) in pair.sentences
        if start <= place[0] < start + len(source)
    )


def _joins_forms(pair: Pair, place: Place) -> bool:
    """Whether a word of the translation stands between two forms of a word."""
    text = pair.target.text
    before, after = _WORD.findall(text[: place[0]]), _WORD.findall(text[place[1] :])
    return bool(before and after) and before[-1][:_STEM] == after[0][:_STEM]
