"""What one text says with a no and another without it: only, no … but, not under and at least."""

from __future__ import annotations

import re
from collections.abc import Set

from .contrasts import find_senses
from .denial import Said, compile_cue, count_noes, has_cue

_DIRECTION = "direction"
"""The table of `meaning.toml` whose senses may turn with a no."""
_WAYS = (
    (frozenset({"under", "at_most"}), frozenset({"over", "at_least"})),
    (frozenset({"before"}), frozenset({"after"})),
    (frozenset({"reduce"}), frozenset({"increase"})),
)
_DIGIT = re.compile("[0-9]")


def may_leave_no_out(text: Said, translation: Said) -> bool:
    """Whether a text that says no may be said as a translation is that says none: what is not
    for children under 12 is only for older ones, what is not done without is done with.
    """
    if has_cue(translation, "only") and (
        _DIGIT.search(text[0]) or count_noes(*text) > 1 or has_cue(text, "but")
    ):
        return True
    return _says_not_without(text) or _turns_direction(text, translation)


def may_put_no_in(text: Said, translation: Said) -> bool:
    """Whether a text that says no no may be said as a translation is that says one."""
    if says_only_as_no_other(text, translation):
        return True
    return _says_not_without(translation) or _turns_direction(text, translation)


def says_only_as_no_other(text: Said, translation: Said) -> bool:
    """Whether a text has only, and its translation a word for other, but: nobody but."""
    return has_cue(text, "only") and has_cue(translation, "but")


def _says_not_without(text: Said) -> bool:
    noes = compile_cue(text[1], "strong").findall(text[0])
    return len(noes) == 2 and has_cue(text, "without")


def _turns_direction(text: Said, translation: Said) -> bool:
    """Whether both say a direction, and the other one."""
    ours, theirs = (
        find_senses(words, language, _DIRECTION, 0).places.keys()
        if language.table("meaning", _DIRECTION)
        else set()
        for words, language in (text, translation)
    )
    return any(_is_turned(ours, theirs, *ways) for ways in _WAYS)


def _is_turned(ours: Set[str], theirs: Set[str], down: Set[str], up: Set[str]) -> bool:
    return any(
        bool(ours & first) and bool(theirs & second) and not (ours & second or theirs & first)
        for first, second in ((down, up), (up, down))
    )
