"""Suggest the known word nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_LONGEST = 80
_MOST_KNOWN = 2_000
"""Among more, looking for each of many wrong words would take minutes."""


def suggest_nearest(word: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """`Did you mean …?` for the known word nearest to a wrong one, or nothing."""
    if len(word) > _LONGEST or len(known) > _MOST_KNOWN:
        return ""
    from rapidfuzz import fuzz, process

    near = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"Did you mean `{near[0]}`?" if near else ""
