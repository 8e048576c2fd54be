"""Align the quantities of two texts by value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from .quantity import Quantity
from .units import convert_to_base

_NONE = -1
_LEAST_PART = 4
"""Tablets are cut in halves, thirds and quarters."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Indices of quantities, those of the source first."""

    pairs: tuple[tuple[int, int], ...]
    lost: tuple[int, ...]
    """Of the source, without a counterpart."""
    added: tuple[int, ...]
    """Of the target, without a counterpart."""


def align(source: Sequence[Quantity], target: Sequence[Quantity]) -> Alignment:
    """Pair quantities of the same value, the likeliest first."""
    aligner = _Aligner(source, target)
    for is_same in (_has_same_unit, _has_same_value, _is_same_time, _is_same_measure):
        aligner.pair(is_same)
    aligner.pair_parts()
    aligner.pair(_has_same_alternative)
    return Alignment(
        tuple(sorted(aligner.pairs)), tuple(sorted(aligner.lost)), tuple(sorted(aligner.added))
    )


class _Aligner:
    def __init__(self, source: Sequence[Quantity], target: Sequence[Quantity]) -> None:
        self.source, self.target = source, target
        self.lost = set(range(len(source)))
        self.added = set(range(len(target)))
        self.pairs: list[tuple[int, int]] = []

    def pair(self, is_same: Callable[[Quantity, Quantity], bool]) -> None:
        """Pair what is the same in one sense; what is sure, and near, first."""
        for lost in sorted(self.lost, key=lambda index: (not self.source[index].sure, index)):
            fitting = [
                (self._is_unlike(lost, added), self._measure_distance(lost, added), added)
                for added in self.added
                if is_same(self.source[lost], self.target[added])
            ]
            if fitting:
                added = min(fitting)[-1]
                self.lost.remove(lost)
                self.added.remove(added)
                self.pairs.append((lost, added))

    def _is_unlike(self, lost: int, added: int) -> bool:
        """Whether one is surely a number, and the other may be none; or one is of a name in digits,
        as of COVID-19, and the other is surely a number.
        """
        is_name = not (self.source[lost].sure or self.source[lost].spelled)
        return self.target[added].sure if is_name else not self.target[added].sure

    def _measure_distance(self, lost: int, added: int) -> float:
        return abs(added / len(self.target) - lost / len(self.source))

    def pair_parts(self) -> None:
        """Pair a number with the several that say the same: 1/5 with 1 and 5."""
        sides = [(self.source, self.lost), (self.target, self.added)]
        for (ours, unpaired), (theirs, others) in (sides, sides[::-1]):
            for index in sorted(unpaired):
                if parts := _find_parts(ours[index], others, theirs):
                    unpaired.discard(index)
                    others.difference_update(parts)


def _find_parts(quantity: Quantity, unpaired: set[int], quantities: Sequence[Quantity]) -> set[int]:
    """Indices of the plain numbers that together are another way to say a quantity."""
    plain = {
        index: quantities[index].value
        for index in sorted(unpaired)
        if quantities[index].kind == "number" and _may_count(quantities[index])
    }
    for values in quantity.alternatives:
        if len(values) == 1 and quantity.unit.startswith("duration"):
            continue  # quince días are two weeks, but not 14 days
        parts: set[int] = set()
        for wanted in values:
            fitting = (
                at
                for at in plain
                if plain[at] == wanted
                and at not in parts
                # A quarter is no four tablets, but may be one of four.
                and (len(values) > 1 or _may_count_alike(quantities[at], quantity))
            )
            parts.add(next(fitting, _NONE))
        if _NONE not in parts:
            return parts
    return set()


def _may_count_alike(one: Quantity, other: Quantity) -> bool:
    """Whether a word for a part and a number may say the same: not if only one of them is followed
    by what it counts, as a quarter and four tablets, unless a place in a row says so, as every
    second patient. Larger parts, and those in digits, are shares of people: 1 in 3, of 3 persons.
    """
    if one.counted == other.counted or one.ordinal or other.ordinal:
        return True
    return not any(
        each.spelled and 1 < each.value.denominator <= _LEAST_PART for each in (one, other)
    )


def _may_count(quantity: Quantity) -> bool:
    """Whether a number may be no time of the day, as no part of the day stands by it: three from
    four.
    """
    is_surely_time = len(quantity.minutes_of_day) == 1 or quantity.value.denominator > 1
    return not quantity.minutes_of_day or not is_surely_time


def _has_same_unit(source: Quantity, target: Quantity) -> bool:
    # What may be no number at all waits for what surely is one.
    sure = not (source.idiom or target.idiom) and (target.sure or not source.sure)
    return sure and source.unit == target.unit and _has_same_value(source, target)


def _has_same_value(source: Quantity, target: Quantity) -> bool:
    if source.kind != target.kind or source.implied or target.implied:
        return False
    if source.minutes_of_day and target.minutes_of_day:
        return bool(source.minutes_of_day & target.minutes_of_day)
    return source.value == target.value and (
        not source.minutes_of_day or source.value * 60 in source.minutes_of_day
    )


def _is_same_time(source: Quantity, target: Quantity) -> bool:
    """An hour without minutes that is marked as a time on one side only, or 5.15 that is."""
    if _is_bare(target) and target.value * 60 in source.minutes_of_day:
        return True
    return any(
        _is_bare(number) and time.minutes_of_day and _read_as_point(number) in time.minutes_of_day
        for number, time in ((source, target), (target, source))
    )


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "number" and not (quantity.minutes_of_day or quantity.unit)


def _read_as_point(number: Quantity) -> Fraction:
    """The minutes of the day that 5.15 is, where its point stands between hours and minutes."""
    hours = number.value // 1
    minutes = (number.value - hours) * 100
    is_time = minutes and number.value < 25 and minutes < 60 and minutes.denominator == 1
    return hours * 60 + minutes if is_time and not number.spelled else Fraction(_NONE)


def _is_same_measure(source: Quantity, target: Quantity) -> bool:
    """Two weeks are 14 days, a half is 50 percent."""
    if source.implied and target.implied:
        return False
    other_unit = source.unit != target.unit
    return bool(_list_measures(source, other_unit) & _list_measures(target, other_unit))


def _list_measures(quantity: Quantity, other_unit: bool) -> set[tuple[str, Fraction]]:
    """What a quantity is in small units; quince días are two weeks, but not 14 days."""
    values = {quantity.value}
    if quantity.unit and other_unit:
        values |= {parts[0] for parts in quantity.alternatives if len(parts) == 1}
    measures = {convert_to_base(replace(quantity, value=value)) for value in values}
    return {measure for measure in measures if measure is not None}


def _has_same_alternative(source: Quantity, target: Quantity) -> bool:
    """A word that may be a part or an ordinal: third, Arabic خمس. A quarter is no four tablets."""
    if source.kind != target.kind or source.minutes_of_day or target.minutes_of_day:
        return False
    same = source.unit == target.unit != ""
    ours, theirs = (
        {(each.value,), *(parts for parts in each.alternatives if not (same and parts[0] > 1))}
        for each in (source, target)
    )
    found = ours & theirs
    if source.value != target.value and not _may_count_alike(source, target):
        found = {parts for parts in found if len(parts) > 1}
    return bool(found)
