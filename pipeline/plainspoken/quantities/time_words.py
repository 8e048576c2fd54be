"""How a language says times of the day: by its data, else by CLDR's day periods.

CLDR's names of day periods are those of UTS #35 Part 4 (Dates).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..languages import Language
from . import cldr
from .normalize import compile_pattern

_PARTS = ("night", "noon", "pm", "am")
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How a language says times of the day."""

    before: re.Pattern[str]
    """What stands before an hour: at."""
    after: re.Pattern[str]
    """What stands after an hour: o'clock."""
    parts: Mapping[str, re.Pattern[str]]
    """The words for the parts of the day, by `night`, `noon`, `pm` and `am`."""
    whole: Mapping[int, re.Pattern[str]]
    """Noon and midnight, by their hour."""
    past_before: tuple[tuple[re.Pattern[str], int], ...] = ()
    """What stands before an hour and adds minutes: half past."""
    past_after: tuple[tuple[re.Pattern[str], int], ...] = ()
    """What stands after an hour and adds minutes."""
    ordinals: bool = False
    """Whether hours are counted as the eighth, the ninth."""

    def find_part(self, text: str) -> str:
        """The part of the day that a text names; empty where it names none."""
        return next((part for part in _PARTS if self.parts[part].search(text)), "")


@cache
def read_time_words(language: Language) -> TimeWords:
    """The words for times of a language; those of CLDR where it has no data."""
    clock = language.table("quantities", "clock")
    if not clock:
        return _read_from_cldr(language)
    patterns = {
        name: compile_pattern(clock.get(name, _NEVER))
        for name in (*_PARTS, "noon_alone", "midnight_alone")
    }
    past_before, past_after = clock.get("past_before", ()), clock.get("past_after", ())
    return TimeWords(
        before=compile_pattern(rf"\b(?:{clock.get('before', _NEVER)})[ \u00a0]?$"),
        after=compile_pattern(rf"[ \u00a0]?(?:{clock.get('after', _NEVER)})"),
        parts=patterns,
        whole={12: patterns["noon_alone"], 24: patterns["midnight_alone"]},
        past_before=tuple((compile_pattern(f"{words} "), by) for words, by in past_before),
        past_after=tuple((compile_pattern(f"[ \u00a0]?{words}"), by) for words, by in past_after),
        ordinals=clock.get("ordinals", False),
    )


def _read_from_cldr(language: Language) -> TimeWords:
    names = {
        part: "|".join(map(re.escape, listed)) or _NEVER
        for part, listed in cldr.list_day_parts(language).items()
    }
    beside = "|".join(names.values())
    never = compile_pattern(_NEVER)
    return TimeWords(
        before=compile_pattern(rf"(?:{beside})[ \u00a0]?$"),
        after=compile_pattern(rf"[ \u00a0]?(?:{beside})"),
        parts={part: compile_pattern(names[part]) for part in _PARTS},
        whole={12: never, 24: never},
    )
