"""Check number-values: a translation says the same numbers, however its language writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.finding import Level
from ...languages import find_language
from ...quantities import Quantity, format_value
from .context import Draft, Pair

_WORDS = {"month": "month", "weekday": "day of the week"}


def check(pair: Pair) -> Iterator[Draft]:
    """Each number of the text stands in the translation, and no other does."""
    lost, added = _open(pair)
    for one, other in _replaced(lost, added):
        lost.remove(one)
        added.remove(other)
        yield _changed(pair, one, other)
    for quantity in lost:
        if level := _level(pair, quantity, 0):
            said = f"{_named(pair, quantity, 0)} is missing in the translation"
            yield Draft(said, "Put it in.", level, source=(quantity.span,))
    for quantity in added:
        if level := _level(pair, quantity, 1):
            said = f"{_named(pair, quantity, 1)} is not in the text"
            hint = "Take it out, or write the number that the text has."
            yield Draft(said, hint, level, target=(quantity.span,))


def _open(pair: Pair) -> tuple[list[Quantity], list[Quantity]]:
    """The amounts without a counterpart that may be faults."""
    source, target = pair.readings
    lost = [source.quantities[at] for at in pair.alignment.lost]
    added = [target.quantities[at] for at in pair.alignment.added]
    if not find_language(pair.lang).has("checks"):
        # How that language writes numbers as words is not known.
        lost = [each for each in lost if not each.spelled]
        for one, other in [(one, other) for one in lost for other in added]:
            if one in lost and other in added and _same_hour(one, other):
                lost.remove(one)
                added.remove(other)
    return lost, added


def _same_hour(one: Quantity, other: Quantity) -> bool:
    """Whether two may be one time, in a language whose words for times are not known."""
    return (
        bool(one.minutes_of_day) and other.kind == "number" and one.value % 12 == other.value % 12
    )


def _replaced(
    lost: Sequence[Quantity], added: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """A number that is lost, and the one that seems to stand for it."""
    free = [each for each in added if not each.implied]
    for one in [each for each in lost if not each.implied]:
        fits = [other for other in free if _stands_for(one, other)]
        if fits:
            best = min(fits, key=lambda other: (not _misread(one, other), not other.sure))
            free.remove(best)
            yield one, best


def _stands_for(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind:
        return False
    if one.ordinal and other.ordinal:
        return not (one.idiom or other.idiom)
    if one.sure or other.sure:
        # A word that is often no number explains nothing that is missing.
        return (one.sure and other.sure) or (one.sure and other.unit == one.unit != "")
    return False


def _changed(pair: Pair, one: Quantity, other: Quantity) -> Draft:
    if _misread(one, other):
        said = pair.target.original(other.start, other.end)
        digits = said[: max(at for at, each in enumerate(said, 1) if each.isdecimal())]
        reads = (
            f"reads as {format_value(other.value)} in this language, not {format_value(one.value)}"
        )
        what = f"“{digits.strip()}” {reads}"
        hint = f"Write {format_value(one.value)} with the signs of the language."
        return Draft(what, hint, "error", (one.span,), (other.span,))
    what = f"{_named(pair, one, 0)} became {_named(pair, other, 1).removeprefix('the number ')}"
    return Draft(what, "Correct the number.", "error", (one.span,), (other.span,))


def _misread(one: Quantity, other: Quantity) -> bool:
    """Whether a point or comma makes thousands of what was parts, or the other way round."""
    return bool(other.separator) and other.value in (one.value * 1000, one.value / 1000)


def _level(pair: Pair, quantity: Quantity, side: int) -> Level | None:
    """How grave it is that an amount has no counterpart."""
    if not quantity.sure or quantity.kind == "weekday":
        return None
    if quantity.value == 1 and quantity.kind == "number" and not quantity.minutes_of_day:
        return None if quantity.spelled else "info"
    same = any(
        pair.readings[side].quantities[each[side]].value == quantity.value
        for each in pair.alignment.pairs
    )
    if same and quantity.kind == "number":
        return None if quantity.spelled else "warning"
    if quantity.value == 0:
        return "warning"
    bare = (
        not (quantity.unit or quantity.counted or quantity.minutes_of_day)
        and quantity.value.denominator == 1
    )
    return "warning" if quantity.spelled and bare else "error"


def _named(pair: Pair, quantity: Quantity, side: int) -> str:
    """What an amount is called in a message: as it is written, and its value."""
    text = (pair.source, pair.target)[side]
    said = " ".join(text.original(quantity.start, quantity.end).split())
    if quantity.minutes_of_day:
        return f"the time “{said}”"
    if quantity.kind in _WORDS:
        return f"the {_WORDS[quantity.kind]} “{said}”"
    value = format_value(quantity.value)
    return f"the number {value}" if said == value else f"the number {value} (“{said}”)"
