"""The amounts of two texts go in; which are the same, and which only one text has, comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from .quantity import Quantity
from .units import convert_to_base


@dataclass(frozen=True, slots=True)
class Alignment:
    """Indices of amounts, those of the source first."""

    pairs: tuple[tuple[int, int], ...]
    lost: tuple[int, ...]
    """Of the source, without a counterpart."""
    added: tuple[int, ...]
    """Of the target, without a counterpart."""


def align(source: Sequence[Quantity], target: Sequence[Quantity]) -> Alignment:
    """Pair amounts of the same value, the likeliest first."""
    work = _Work(source, target)
    for same in (_same_unit, _same_value, _same_time, _same_measure):
        work.pair(same)
    work.split()
    work.pair(_read_otherwise)
    return Alignment(
        tuple(sorted(work.pairs)), tuple(sorted(work.source)), tuple(sorted(work.target))
    )


class _Work:
    """What is paired already, and what is not."""

    def __init__(self, source: Sequence[Quantity], target: Sequence[Quantity]) -> None:
        self.all_source, self.all_target = source, target
        self.source = set(range(len(source)))
        self.target = set(range(len(target)))
        self.pairs: list[tuple[int, int]] = []

    def pair(self, same: Callable[[Quantity, Quantity], bool]) -> None:
        """Pair what is the same in one sense; what is sure and stands at the same place first."""
        for one in sorted(self.source, key=lambda at: (not self.all_source[at].sure, at)):
            fits = [at for at in self.target if same(self.all_source[one], self.all_target[at])]
            if fits:
                place = one / len(self.all_source)
                best = min(fits, key=lambda at: self._distance(at, place))
                self.source.remove(one)
                self.target.remove(best)
                self.pairs.append((one, best))

    def _distance(self, at: int, place: float) -> tuple[bool, float]:
        return not self.all_target[at].sure, abs(at / len(self.all_target) - place)

    def split(self) -> None:
        """Pair a number with the several that say the same: 1/5 with 1 and 5."""
        for one in sorted(self.source):
            if found := _parts(self.all_source[one], self.target, self.all_target):
                self.source.discard(one)
                self.target -= found
        for other in sorted(self.target):
            if found := _parts(self.all_target[other], self.source, self.all_source):
                self.target.discard(other)
                self.source -= found


def _parts(quantity: Quantity, among: set[int], all_: Sequence[Quantity]) -> set[int]:
    for values in quantity.alternatives:
        found: set[int] = set()
        for value in values:
            at = next((each for each in sorted(among - found) if _plain(all_[each]) == value), None)
            if at is None:
                break
            found.add(at)
        else:
            return found
    return set()


def _plain(quantity: Quantity) -> Fraction | None:
    return quantity.value if quantity.kind == "number" and not quantity.minutes_of_day else None


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and _same_value(one, other)


def _same_value(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind or one.implied or other.implied:
        return False
    if one.minutes_of_day and other.minutes_of_day:
        return bool(one.minutes_of_day & other.minutes_of_day)
    return one.value == other.value and (
        not one.minutes_of_day or one.value * 60 in one.minutes_of_day
    )


def _same_time(one: Quantity, other: Quantity) -> bool:
    """An hour without minutes that is marked as a time on one side only."""
    if (
        one.minutes_of_day
        and not other.minutes_of_day
        and other.kind == "number"
        and not other.unit
    ):
        return other.value * 60 in one.minutes_of_day
    return False


def _same_measure(one: Quantity, other: Quantity) -> bool:
    """Two weeks are 14 days, a half is 50 percent."""
    if one.implied and other.implied:
        return False
    return bool(_bases(one) & _bases(other))


def _bases(quantity: Quantity) -> set[tuple[str, Fraction]]:
    values = {quantity.value} | {
        each[0] for each in quantity.alternatives if len(each) == 1 and quantity.unit
    }
    found = {convert_to_base(replace(quantity, value=value)) for value in values}
    return {each for each in found if each is not None}


def _read_otherwise(one: Quantity, other: Quantity) -> bool:
    """A word that may be a part or an ordinal: third, Arabic خمس."""
    if one.kind != other.kind or one.minutes_of_day or other.minutes_of_day:
        return False
    ones = {(one.value,), *one.alternatives}
    return bool(ones & {(other.value,), *other.alternatives})
