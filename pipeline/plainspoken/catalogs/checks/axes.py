"""List pairs of anchors that tell apart what stands with them, in a text and in its translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from ...diagnostics.rule import Place
from ...quantities.quantity import Quantity
from .anchors import find_anchors, list_once
from .context import Pair

Sentences = tuple[str, str]
"""A sentence of a text and its translation."""
Starts = tuple[int, int]
"""Where both stand in the whole texts."""
_SET_APART = {
    frozenset(senses.split())
    for senses in (
        "before after", "over under", "at_least at_most", "over at_most", "under at_least",
        "increase reduce", "must may", "must must_not", "must need_not", "may must_not",
    )
}  # fmt: skip
"""Senses of `direction` and `modals` that exclude each other; others may stand side by side."""
_OF_SEVERAL_KINDS = frozenset({"direction", "modals"})
_NUMBER = "number"
_JOINS_NAME = re.compile(r"[^\W\d_]-$")
"""Before a number that is a part of a name and counts nothing: COVID-19."""
_IN_DATE = 4
"""Characters: a number as near to a month is of a date."""

_OF_A_KIND = (
    {"route", "things body"},
    {"route", "things intake"},
    {"frequency", "things time"},
    {"frequency", "things meal"},
    {"number", "month"},
)
"""Groups that name the same things, so that one does not tell the other apart."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Two anchors of a group, each once in a text and once in its translation."""

    group: str
    names: frozenset[str]
    ours: tuple[Place, Place]
    theirs: tuple[Place, Place]
    others: tuple[tuple[Place, ...], tuple[Place, ...]]
    """All anchors of the group, in the text and in the translation."""


def list_axes(pair: Pair, sentences: Sentences, starts: Starts) -> list[Axis]:
    """Those of a sentence and its translation; places count from the start of each."""
    ours = {
        group: anchors
        for group, anchors in find_anchors(sentences[0], pair.facts.source_language).items()
        if len(list_once(anchors)) > 1
    }
    found = list(_list_numbers(pair, sentences, starts))
    theirs = find_anchors(sentences[1], pair.language, frozenset(ours)) if ours else {}
    for group in sorted(ours.keys() & theirs.keys()):
        told = ours[group], theirs[group]
        every = [tuple(place for places in each.values() for place in places) for each in told]
        for one, two in combinations(sorted(list_once(told[0]) & list_once(told[1])), 2):
            names = frozenset({one, two})
            if group not in _OF_SEVERAL_KINDS or names in _SET_APART:
                places = [(each[one][0], each[two][0]) for each in told]
                found.append(Axis(group, names, places[0], places[1], (every[0], every[1])))
    return found


def _list_numbers(pair: Pair, sentences: Sentences, starts: Starts) -> Iterator[Axis]:
    """Numbers of the same thing, days of the week, and months."""
    inside = [
        [quantity for quantity in reading.quantities if start <= quantity.start < start + len(text)]
        for reading, start, text in zip(pair.readings, starts, sentences, strict=True)
    ]
    if min(map(len, inside)) < 2:
        return
    texts = pair.source.text, pair.target.text
    counts = [Counter((each.kind, each.value) for each in some) for some in inside]
    months = [each for each in inside[0] if each.kind == "month"]
    matches = [
        (ours, theirs)
        for ours, theirs in pair.matches
        if ours in inside[0]
        and theirs in inside[1]
        and ours.value == theirs.value
        and counts[0][ours.kind, ours.value] == counts[1][theirs.kind, theirs.value] == 1
        and any(each.sure or each.counted for each in (ours, theirs))
        and _counts_something(ours, pair.source.text, months)
    ]
    for one, two in combinations(matches, 2):
        if _count_alike(one[0], two[0]):
            kind = one[0].kind
            places = [
                (_find_place(one[side], start), _find_place(two[side], start))
                for side, start in enumerate(starts)
            ]
            every = [
                tuple(
                    _find_place(each, start)
                    for each in some
                    if each.kind == kind and not (each.implied or _is_in_name(each, text))
                )
                for some, start, text in zip(inside, starts, texts, strict=True)
            ]
            yield Axis(kind, frozenset(), places[0], places[1], (every[0], every[1]))


def _find_place(quantity: Quantity, start: int) -> Place:
    """Where a number stands, counted from the start of its sentence."""
    return quantity.start - start, quantity.end - start


def _counts_something(quantity: Quantity, text: str, months: Sequence[Quantity]) -> bool:
    """Whether a number is one that something may stand with: of no name, no date, no idiom."""
    if quantity.implied or quantity.idiom:
        return False
    if quantity.kind != _NUMBER:
        return True
    if _is_in_name(quantity, text):
        return False
    return not any(
        min(abs(quantity.start - month.end), abs(month.start - quantity.end)) < _IN_DATE
        for month in months
    )


def _is_in_name(quantity: Quantity, text: str) -> bool:
    """Whether a number is joined to the end of a word, as that of COVID-19 is."""
    return bool(_JOINS_NAME.search(text, 0, quantity.start))


def _count_alike(one: Quantity, two: Quantity) -> bool:
    """Whether two numbers count the same; the later one may have no unit: 10 days, then 5."""
    if one.kind != two.kind or one.ordinal != two.ordinal:
        return False
    first, later = sorted((one, two), key=lambda each: each.start)
    return first.unit == later.unit or not later.unit


def pair_up(one: Axis, other: Axis) -> tuple[int | None, int | None]:
    """Which anchor of another axis stands with the first of one, in the text and in the
    translation; none where that cannot be told.
    """
    if one.group == other.group or {one.group, other.group} in _OF_A_KIND:
        return None, None
    return (
        _match_up(one.ours, other.ours, (*one.others[0], *other.others[0])),
        _match_up(one.theirs, other.theirs, (*one.others[1], *other.others[1])),
    )


def _match_up(
    one: tuple[Place, Place], other: tuple[Place, Place], every: Sequence[Place]
) -> int | None:
    """Which anchor of the other pair stands with the first of one; none where they do not stand
    two by two, or where a third of their groups stands between.
    """
    ordered = sorted(
        (place, group, name)
        for group, places in enumerate((one, other))
        for name, place in enumerate(places)
    )
    if any(before[0][1] > after[0][0] for before, after in pairwise(ordered)):
        return None
    halves = ordered[:2], ordered[2:]
    named = [place for place, _, _ in ordered]
    for (first, group, _), (last, with_group, _) in halves:
        stretch = first[0], last[1]
        if group == with_group or any(
            _overlap(place, [stretch]) and not _overlap(place, named) for place in every
        ):
            return None
    return int(ordered[0][2] != ordered[1][2])


def _overlap(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < last and first < place[1] for first, last in others)


def keep_company(pair: Pair, ours: tuple[Quantity, Quantity]) -> bool:
    """Whether two numbers stand in the translation with what they stand with in the text."""
    for sentences, starts in pair.sentences:
        places = {_find_place(each, starts[0]) for each in ours}
        axes = list_axes(pair, sentences, starts)
        for axis in axes:
            if axis.group == _NUMBER and set(axis.ours) == places:
                found = [pair_up(axis, other) for other in axes]
                return any(one is not None and one == two for one, two in found)
    return False
