"""Which of two words stands for what is not wanted: tea instead of coffee."""

from __future__ import annotations

import re
from functools import cache

from ...diagnostics.rule import Place
from ...languages import Language
from ...quantities.language_data import match_any
from ...quantities.normalize import compile_pattern

_NEAR = 16
"""Characters: between instead and what it turns down, an article may stand and a word for one."""
_MARGIN = 6
"""Characters: how much farther from it another word is, which it does not turn down."""


def find_replaced(text: str, language: Language, *places: Place) -> int | None:
    """Which of two places stands next to the only instead of a text, and is what it turns down;
    none where it may be either.
    """
    found: list[int] = []
    for name in ("instead", "instead_after"):
        for match in _compile_instead(language, name).finditer(text):
            gaps = sorted(
                (first - match.end() if name == "instead" else match.start() - last, at)
                for at, (first, last) in enumerate(places)
            )
            behind = [(gap, at) for gap, at in gaps if gap >= 0]
            if not behind or behind[0][0] > _NEAR:
                return None
            if len(behind) > 1 and behind[1][0] < behind[0][0] + _MARGIN:
                return None
            found.append(behind[0][1])
    return found[0] if len(found) == 1 else None


@cache
def _compile_instead(language: Language, name: str) -> re.Pattern[str]:
    words = language.table("things", "marks").get(name, "")
    edge = "" if language.written_together else r"\b"
    return compile_pattern(rf"{edge}(?:{match_any(filter(None, words.split('|')))})")
