"""List pairs of anchors that tell apart what stands with them, in a text and in its translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from ...diagnostics.rule import Place
from ...quantities.quantity import Quantity
from .anchors import Anchors, find_anchors, list_once, merge_anchors
from .context import MAX_CHARACTERS, Pair

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
_SIDE_BY_SIDE = 3
"""Characters: words that are farther from each other do not stand side by side."""
_SENTENCE_END = re.compile(r"[.!?؟](?=\s)|[。！？।]")
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


@dataclass(frozen=True, slots=True)
class Single:
    """An anchor that stands once in a text, and once in its translation."""

    group: str
    ours: Place
    theirs: Place


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence and its translation, or several together."""

    sentences: Sentences
    starts: Starts
    axes: Sequence[Axis]
    """Their places count from the start of each sentence."""
    single: Sequence[Single] = ()
    """What stands once in the sentence, and once in its translation."""


def list_stretches(pair: Pair, longest: int) -> Iterator[Stretch]:
    """Each sentence with its translation, and all together: two now. One at night; none of more
    characters than `longest`.
    """
    found = [each for each in pair.sentences if len(each[0][0]) <= longest]
    whole = (pair.source.text, pair.target.text), (0, 0)
    together = len(found) == len(pair.sentences) > 1 and len(whole[0][0]) <= longest
    ours = [find_anchors(source, pair.facts.source_language) for (source, _), _ in found]
    starts = [list(each) for each in zip(*(starts for _, starts in found), strict=True)]
    every = merge_anchors(ours, starts[0]) if together else {}
    groups = frozenset(
        group
        for anchors in (*ours, every)
        for group, names in anchors.items()
        if len(list_once(names)) > 1
    )
    wanted = frozenset(group for anchors in ours for group in anchors) if groups else groups
    theirs = [
        find_anchors(target, pair.language, wanted) if groups else {} for (_, target), _ in found
    ]
    for (sentences, begin), our_anchors, their_anchors in zip(found, ours, theirs, strict=True):
        axes = _list_axes(pair, sentences, begin, (our_anchors, their_anchors))
        yield Stretch(sentences, begin, axes, _list_single(our_anchors, their_anchors))
    if together:
        anchors = every, merge_anchors(theirs, starts[1])
        yield Stretch(*whole, _list_axes(pair, *whole, anchors))


def _list_single(ours: Anchors, theirs: Anchors) -> list[Single]:
    return [
        Single(group, ours[group][name][0], theirs[group][name][0])
        for group in sorted(ours.keys() & theirs.keys())
        for name in sorted(list_once(ours[group]) & list_once(theirs[group]))
    ]


def _list_axes(
    pair: Pair, sentences: Sentences, starts: Starts, anchors: tuple[Anchors, Anchors]
) -> list[Axis]:
    found = list(_list_numbers(pair, sentences, starts))
    for group in sorted(anchors[0].keys() & anchors[1].keys()):
        told = anchors[0][group], anchors[1][group]
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


def pair_up(one: Axis, other: Axis, sentences: Sentences) -> tuple[int | None, int | None]:
    """Which anchor of another axis stands with the first of one, in the text and in the
    translation; none where that cannot be told.
    """
    if one.group == other.group or {one.group, other.group} in _OF_A_KIND:
        return None, None
    ours = _match_up(sentences[0], one.ours, other.ours, (*one.others[0], *other.others[0]))
    theirs = _match_up(sentences[1], one.theirs, other.theirs, (*one.others[1], *other.others[1]))
    return ours, theirs


def _match_up(
    text: str, one: tuple[Place, Place], other: tuple[Place, Place], every: Sequence[Place]
) -> int | None:
    """Which anchor of the other pair stands with the first of one; none where they do not stand
    two by two, or where a third of their groups or the end of a sentence stands between.
    """
    ordered = sorted(
        (place, group, name)
        for group, places in enumerate((one, other))
        for name, place in enumerate(places)
    )
    named = [place for place, _, _ in ordered]
    if any(before[1] > after[0] for before, after in pairwise(named)):
        return None
    for (first, group, _), (last, with_group, _) in (ordered[:2], ordered[2:]):
        stretch = first[0], last[1]
        if group == with_group or _SENTENCE_END.search(text, *stretch):
            return None
        if any(_overlap(place, [stretch]) and not _overlap(place, named) for place in every):
            return None
    if ordered[1][1] != ordered[2][1] and _stands_nearer_across(text, named):
        return None
    return int(ordered[0][2] != ordered[1][2])


def _stands_nearer_across(text: str, places: Sequence[Place]) -> bool:
    """Whether the second and third of four words stand side by side and the others do not, so that
    they may belong together: wash before eating and after.
    """
    gaps = [text[before[1] : after[0]] for before, after in pairwise(places)]
    return len(gaps[1].strip()) == 0 and min(len(gaps[0]), len(gaps[2])) > _SIDE_BY_SIDE


def _overlap(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < last and first < place[1] for first, last in others)


def keep_company(pair: Pair, ours: tuple[Quantity, Quantity]) -> bool:
    """Whether two numbers stand in the translation with what they stand with in the text."""
    for stretch in list_stretches(pair, MAX_CHARACTERS):
        places = {_find_place(each, stretch.starts[0]) for each in ours}
        for axis in stretch.axes:
            if axis.group == _NUMBER and set(axis.ours) == places:
                found = [pair_up(axis, other, stretch.sentences) for other in stretch.axes]
                return any(one is not None and one == two for one, two in found)
    return False
