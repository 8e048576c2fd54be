"""Which words of a text are prose that must be translated."""

from __future__ import annotations

import re
from functools import cache

from ...languages import Language
from ...languages.scripts import LATIN
from ...quantities.unit_table import is_unit_symbol

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def is_prose(word: str) -> bool:
    """Whether a word is one that is translated: no name, unit or sign."""
    return len(word) > 1 and word.islower() and word.isascii() and not is_unit_symbol(word)


@cache
def list_function_words(source: Language, target: Language) -> frozenset[str]:
    """Words that show that a text is in the source's language, and are none of the target's."""
    words = source.table("checks", "left_over").get("function", "").split()
    own = target.table("checks", "left_over")
    if not own and LATIN in target.scripts:
        # Which of these words that language has itself is not known.
        return frozenset()
    return frozenset(words) - set(own.get("also", "").split())
