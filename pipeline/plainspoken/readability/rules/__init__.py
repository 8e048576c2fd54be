"""Counts go in; remarks come out: what makes each sentence hard, with file, line and a cure.

A check is one file with one function: it takes a `Text` and gives drafts. Here drafts become
remarks: suggestions that touch a number, a unit, a name or a negation are dropped, what-ifs
are worked out, and silenced ones carry their reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..score import TokenizedGuide
from . import (
    acronyms,
    clause_load,
    hard_words,
    long_sentences,
    negation,
    nominalisation,
    numbers,
    passive,
    terms,
)
from .model import Draft, Facts, Remark, Text, WhatIf
from .runner import gather

Check = Callable[[Text], Iterable[Draft]]
CHECKS: Mapping[str, Check] = {
    "long-sentence": long_sentences.check,
    "many-ideas": clause_load.check,
    "passive": passive.check,
    "hard-word": hard_words.check,
    "nominalisation": nominalisation.check,
    "double-negative": negation.check,
    "undefined-acronym": acronyms.check,
    "unexplained-term": terms.check,
    "number-style": numbers.check,
}


def remarks(counts: TokenizedGuide) -> list[Remark]:
    """Every remark on a guide, by file and line."""
    return gather(counts, CHECKS)


__all__ = ["CHECKS", "Check", "Draft", "Facts", "Remark", "Text", "WhatIf", "remarks"]
