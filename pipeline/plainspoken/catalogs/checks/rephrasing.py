"""What one text says with a no and another without it: only, no … but, not under and at least."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from itertools import chain

from ...diagnostics.rule import Place
from ...languages import Language
from .contrasts import find_senses
from .denial import Said, compile_cue, count_noes, has_cue

_DIRECTION = "direction"
"""The table of `meaning.toml` whose senses may turn with a no."""
_WAYS = (
    (frozenset({"under", "at_most"}), frozenset({"over", "at_least"})),
    (frozenset({"before"}), frozenset({"after"})),
    (frozenset({"reduce"}), frozenset({"increase"})),
)
_PEOPLE = "people"
_CONDITIONS = "conditions"
_BOUNDS = frozenset({"under", "at_most"})
_LEAST = frozenset({"at_least"})
_DIGIT = re.compile("[0-9]")


def may_leave_no_out(text: Said, translation: Said) -> bool:
    """Whether a text that says no may be said as a translation is that says none: what is not
    for children under 12 is only for older ones, what is not done without is done with.
    """
    if has_cue(translation, "only") and (
        (_DIGIT.search(text[0]) and not _have_same_bound(text, translation))
        or count_noes(*text) > 1
        or has_cue(text, "but")
    ):
        return True
    if _says_after(text, translation) or _leaves_free(text, translation):
        return True
    if _goes_on(text, translation):
        return True
    return _says_in_other_words(text, translation) or _says_not_without(text)


def may_put_no_in(text: Said, translation: Said) -> bool:
    """Whether a text that says no no may be said as a translation is that says one."""
    if says_only_as_no_other(text, translation) or _denies_what_only_leaves(text, translation):
        return True
    if _says_after(translation, text):
        return True
    return _says_in_other_words(text, translation) or _says_not_without(translation)


def _denies_what_only_leaves(text: Said, translation: Said) -> bool:
    """Whether both say only, and the translation denies the rest: only outwardly, not to drink."""
    if not has_cue(text, "only") or count_noes(*translation) != 1:
        return False
    only = compile_cue(translation[1], "only").search(translation[0])
    no = compile_cue(translation[1], "strong").search(translation[0])
    if not only or not no:
        return False
    return any(sign in translation[0][only.end() : no.start()] for sign in ",;")


def hide_bounds(texts: tuple[str, ...], languages: tuple[Language, Language]) -> tuple[str, ...]:
    """Two texts without the bounds that both have: no less than is at least, and neither under nor
    not over is a no where both say one of them.
    """
    bounds = [
        find_senses(text, language, _DIRECTION, 0).places
        if language.table("meaning", _DIRECTION)
        else {}
        for text, language in zip(texts, languages, strict=True)
    ]
    for senses in (_LEAST, _BOUNDS):
        if all(senses & places.keys() for places in bounds):
            texts = tuple(
                _cover_noes(text, chain(*(places.get(sense, ()) for sense in senses)), language)
                for text, places, language in zip(texts, bounds, languages, strict=True)
            )
    return texts


def _cover_noes(text: str, places: Iterable[Place], language: Language) -> str:
    for first, last in places:
        if any(compile_cue(language, cue).search(text, first, last) for cue in ("strong", "weak")):
            text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return text


def says_only_as_no_other(text: Said, translation: Said) -> bool:
    """Whether a text has only, and its translation a word for other, but: nobody but."""
    return has_cue(text, "only") and has_cue(translation, "but")


def _says_in_other_words(text: Said, translation: Said) -> bool:
    if _turns_direction(text, translation) or _swaps_ages(text, translation):
        return True
    return _has_bound_instead(text, translation) or _has_bound_instead(translation, text)


def holds_until_allowed(text: Said, translation: Said) -> bool:
    """Whether a text keeps something until a time, and its translation lets go only after it."""
    return has_cue(translation, "only") and _says_after(text, translation)


def _goes_on(text: Said, translation: Said) -> bool:
    """Whether a translation says that something still is what has not stopped in its text."""
    return has_cue(translation, "still") and not has_cue(text, "still") and count_noes(*text) == 1


def _leaves_free(text: Said, translation: Said) -> bool:
    """Whether a text says what is not needed, and its translation what may be done instead."""
    if count_noes(*text) != 1:
        return False
    ours, theirs = _list_senses(text, "modals"), _list_senses(translation, "modals")
    return "need_not" in ours and "may" in theirs and not theirs & {"must", "must_not"}


def _says_after(text: Said, translation: Said) -> bool:
    """Whether a text says until, and its translation after instead: not until noon is after it."""
    ours, theirs = _list_senses(text, _CONDITIONS), _list_senses(translation, _CONDITIONS)
    return "until" in ours and "after_that" in theirs and "until" not in theirs


def _says_not_without(text: Said) -> bool:
    noes = compile_cue(text[1], "strong").findall(text[0])
    return len(noes) == 2 and has_cue(text, "without")


def _turns_direction(text: Said, translation: Said) -> bool:
    """Whether both say a direction, and the other one."""
    ours, theirs = _list_senses(text, _DIRECTION), _list_senses(translation, _DIRECTION)
    return any(_is_turned(ours, theirs, *ways) for ways in _WAYS)


def _has_bound_instead(text: Said, translation: Said) -> bool:
    """Whether a text has a bound where its translation has a no: under twelve, not yet twelve."""
    ours, theirs = _list_senses(text, _DIRECTION), _list_senses(translation, _DIRECTION)
    return bool(ours & _BOUNDS) and not theirs & _BOUNDS and count_noes(*translation) == 1


def _have_same_bound(text: Said, translation: Said) -> bool:
    """Whether both say under or at most: not under 16 is not only under 16."""
    return bool(_BOUNDS & _list_senses(text, _DIRECTION) & _list_senses(translation, _DIRECTION))


def _swaps_ages(text: Said, translation: Said) -> bool:
    """Whether a text has adults where its translation has children: not for children."""
    ours, theirs = _list_senses(text, _PEOPLE), _list_senses(translation, _PEOPLE)
    return _is_turned(ours, theirs, frozenset({"child", "baby"}), frozenset({"adult"}))


def _list_senses(text: Said, table: str) -> Set[str]:
    words, language = text
    if not language.table("meaning", table):
        return frozenset()
    return find_senses(words, language, table, 0).places.keys()


def _is_turned(ours: Set[str], theirs: Set[str], down: Set[str], up: Set[str]) -> bool:
    return any(
        bool(ours & first) and bool(theirs & second) and not (ours & second or theirs & first)
        for first, second in ((down, up), (up, down))
    )
