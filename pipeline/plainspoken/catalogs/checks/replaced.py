"""Which of two words a mark goes with: instead of coffee, contact with babies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...diagnostics.rule import Place
from ...languages import Language
from ...quantities.language_data import match_any
from ...quantities.normalize import compile_pattern

_AFTER = "_after"
"""At the end of the name of marks that stand behind their word."""
_NEAR = 16
"""Characters: between a mark and its word, an article may stand and a word for one."""
_BESIDE = 2
"""Characters: a word as near surely goes with the mark."""
_MARGIN = 6
"""Characters: how much farther from it another word is, which it does not turn down."""


def find_replaced(text: str, language: Language, *places: Place) -> int | None:
    """Which of two places stands next to the only instead of a text, and is what it turns down;
    none where it may be either.
    """
    return _find_marked(text, language, "instead", places)


def find_met(text: str, language: Language, *places: Place) -> int | None:
    """Which of two, such as adults and babies, others meet or keep away from in a text."""
    return _find_marked(text, language, "contact", places)


def _find_marked(text: str, language: Language, mark: str, places: Sequence[Place]) -> int | None:
    """Which of two places stands next to the only mark of a kind: behind it, or before it in
    languages that write it after its word.
    """
    found: list[int] = []
    for name in (mark, f"{mark}{_AFTER}"):
        for match in _compile_mark(language, name).finditer(text):
            gaps = sorted(
                (_measure_gap(match.span(), place, name == mark), at)
                for at, place in enumerate(places)
            )
            behind = [(gap, at) for gap, at in gaps if gap >= 0]
            if not behind or behind[0][0] > _NEAR:
                return None
            margin = _MARGIN if behind[0][0] > _BESIDE else 1
            if len(behind) > 1 and behind[1][0] < behind[0][0] + margin:
                return None
            found.append(behind[0][1])
    return found[0] if len(found) == 1 else None


def _measure_gap(mark: Place, place: Place, is_behind: bool) -> int:
    """Characters from a mark to a word behind it, or before it; less than none where it stands on
    the other side. What is written with the mark, as an ending, is beside it.
    """
    if place[0] < mark[1] and mark[0] < place[1]:
        return 0
    return place[0] - mark[1] if is_behind else mark[0] - place[1]


@cache
def _compile_mark(language: Language, name: str) -> re.Pattern[str]:
    words = language.table("things", "marks").get(name, "")
    # What stands behind a word may be written with it.
    edge = "" if language.written_together or name.endswith(_AFTER) else r"\b"
    return compile_pattern(rf"{edge}(?:{match_any(filter(None, words.split('|')))})")
