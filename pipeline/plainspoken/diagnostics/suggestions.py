"""Suggest the known word nearest to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any


def suggest_nearest(word: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """`Did you mean …?` for the known word nearest to a wrong one, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{near[0]}`?" if near else ""
