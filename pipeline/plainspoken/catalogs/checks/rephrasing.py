"""What one text says with a no and another without it: only, no … but, not under and at least."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from ...diagnostics.rule import Place
from ...languages import Language
from .denial import Said, compile_cue, count_noes, has_cue
from .senses import find_senses

_DIRECTION = "direction"
"""The table of `meaning.toml` whose senses may turn with a no."""
_WAYS = (
    (frozenset({"under", "at_most"}), frozenset({"over", "at_least"})),
    (frozenset({"before"}), frozenset({"after"})),
    (frozenset({"reduce"}), frozenset({"increase"})),
)
_PEOPLE = "people"
_AMOUNT = "amount"
_CONDITIONS = "conditions"
_BOUNDS = frozenset({"under", "at_most"})
_LEAST = frozenset({"at_least"})
_DIGIT = re.compile("[0-9]")


def may_leave_no_out(text: Said, translation: Said) -> bool:
    """Whether a text that says no may be said as a translation is that says none: what is not
    for children under 12 is only for older ones, what is not done without is done with, and what
    is not done until a time is done only then.
    """
    if has_cue(translation, "only") and (
        (_DIGIT.search(text[0]) and not _have_same_bound(text, translation))
        or count_noes(*text) > 1
        or has_cue(text, "but")
    ):
        return True
    if _says_after(text, translation) or _leaves_free(text, translation):
        return True
    if _says_no_more(text, translation) or _goes_on(text, translation):
        return True
    if "until" in list_senses(text, _CONDITIONS) and has_cue(translation, "then"):
        return True
    return _says_in_other_words(text, translation) or _says_not_without(text)


def may_put_no_in(text: Said, translation: Said) -> bool:
    """Whether a text that says no no may be said as a translation is that says one."""
    if says_only_as_no_other(text, translation) or _denies_what_only_leaves(text, translation):
        return True
    if _says_after(translation, text) or _keeps_whole(text, translation):
        return True
    if _says_no_more(translation, text):
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
        said = [[place for sense in senses for place in places.get(sense, ())] for places in bounds]
        if all(said):
            covered = tuple(
                _cover_noes(text, places, language)
                for text, places, language in zip(texts, said, languages, strict=True)
            )
            noes = [
                [count_noes(*each) for each in zip(side, languages, strict=True)]
                for side in (texts, covered)
            ]
            # Where both deny as often, and not any longer, one no was not of a bound.
            if len(set(noes[0])) > 1 or len(set(noes[1])) == 1:
                texts = covered
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
    if turns_direction(text, translation) or _swaps_ages(text, translation):
        return True
    return _has_bound_instead(text, translation) or _has_bound_instead(translation, text)


def holds_until_allowed(text: Said, translation: Said) -> bool:
    """Whether a text keeps something until a time, and its translation lets go only after it."""
    return has_cue(translation, "only") and _says_after(text, translation)


def _goes_on(text: Said, translation: Said) -> bool:
    """Whether a translation says that something still is what has not stopped in its text."""
    return has_cue(translation, "still") and not has_cue(text, "still") and count_noes(*text) == 1


def denies_until_alone(text: Said, translation: Said) -> bool:
    """Whether all that a translation denies is the end of a time, as in Italian finché non, while
    its text denies something until then.
    """
    if not all("until" in list_senses(said, _CONDITIONS) for said in (text, translation)):
        return False
    if may_leave_no_out(text, translation) or not _denies_before_until(text):
        return False
    words, language = translation
    places = find_senses(words, language, _CONDITIONS, 0).places["until"]
    idioms = [found.span() for found in compile_cue(language, "idioms").finditer(words)]
    no = compile_cue(language, "strong")
    if not idioms or not all(_begins_with_any(words, no, idiom, places) for idiom in idioms):
        return False
    rest = compile_cue(language, "idioms").sub(" ", words), language
    return not has_cue(rest, "strong", "weak", "forbids", "only", "but")


def _denies_before_until(text: Said) -> bool:
    """Whether a no stands before until, not in what is waited for: until you need it no longer."""
    words, language = text
    until = min(start for start, _ in find_senses(words, language, _CONDITIONS, 0).places["until"])
    return has_cue((words[:until], language), "strong")


def denies_without_alone(text: Said, translation: Said) -> bool:
    """Whether all that a translation denies is without, which says unless, while its text denies
    something else, too: stop without advice, for do not stop unless told to.
    """
    if "unless" not in list_senses(text, _CONDITIONS) or has_cue(text, "without"):
        return False
    if count_noes(*translation) != 1 or not has_cue(translation, "without"):
        return False
    rest = compile_cue(translation[1], "without").sub(" ", translation[0]), translation[1]
    return not has_cue(rest, "strong", "weak", "forbids", "only", "but", "idioms")


def _begins_with_any(
    words: str, no: re.Pattern[str], idiom: Place, places: Iterable[Place]
) -> bool:
    """Whether one of some places is in an idiom, with no no before it."""
    return any(
        idiom[0] <= first < idiom[1] and not no.search(words, idiom[0], first)
        for first, _ in places
    )


def _leaves_free(text: Said, translation: Said) -> bool:
    """Whether a text says what is not needed, and its translation what may be done instead."""
    if count_noes(*text) != 1:
        return False
    ours, theirs = list_senses(text, "modals"), list_senses(translation, "modals")
    return "need_not" in ours and "may" in theirs and not theirs & {"must", "must_not"}


def _keeps_whole(text: Said, translation: Said) -> bool:
    """Whether a text says whole, and its translation what is not to be done: without opening it."""
    if "whole" not in list_senses(text, _AMOUNT) or count_noes(*translation) != 1:
        return False
    return has_cue(translation, "without")


def _says_no_more(text: Said, translation: Said) -> bool:
    """Whether a text says no more where its translation says that it ends: no longer red, gone."""
    return count_noes(*text) == 1 and has_cue(text, "anymore") and has_cue(translation, "ends")


def _says_after(text: Said, translation: Said) -> bool:
    """Whether a text says until, and its translation after instead: not until noon is after it."""
    ours, theirs = list_senses(text, _CONDITIONS), list_senses(translation, _CONDITIONS)
    return "until" in ours and "after_that" in theirs and "until" not in theirs


def _says_not_without(text: Said) -> bool:
    noes = compile_cue(text[1], "strong").findall(text[0])
    return len(noes) == 2 and has_cue(text, "without")


def turns_direction(text: Said, translation: Said) -> bool:
    """Whether both say a direction, and the other one."""
    ours, theirs = list_senses(text, _DIRECTION), list_senses(translation, _DIRECTION)
    return any(_is_turned(ours, theirs, *ways) for ways in _WAYS)


def _has_bound_instead(text: Said, translation: Said) -> bool:
    """Whether a text has a bound where its translation has a no: under twelve, not yet twelve."""
    ours, theirs = list_senses(text, _DIRECTION), list_senses(translation, _DIRECTION)
    return bool(ours & _BOUNDS) and not theirs & _BOUNDS and count_noes(*translation) == 1


def _have_same_bound(text: Said, translation: Said) -> bool:
    """Whether both say under or at most: not under 16 is not only under 16."""
    return bool(_BOUNDS & list_senses(text, _DIRECTION) & list_senses(translation, _DIRECTION))


def _swaps_ages(text: Said, translation: Said) -> bool:
    """Whether a text has adults where its translation has children: not for children."""
    ours, theirs = list_senses(text, _PEOPLE), list_senses(translation, _PEOPLE)
    return _is_turned(ours, theirs, frozenset({"child", "baby"}), frozenset({"adult"}))


def list_senses(text: Said, table: str) -> Set[str]:
    """The senses that a text has in a table of `meaning.toml`."""
    words, language = text
    if not language.table("meaning", table):
        return frozenset()
    return find_senses(words, language, table, 0).places.keys()


def _is_turned(ours: Set[str], theirs: Set[str], down: Set[str], up: Set[str]) -> bool:
    return any(
        bool(ours & first) and bool(theirs & second) and not (ours & second or theirs & first)
        for first, second in ((down, up), (up, down))
    )
