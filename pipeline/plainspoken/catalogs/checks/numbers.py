"""Check number-values: a translation says the same numbers, however its language writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.finding import Level
from ...languages import find_language
from ...quantities import Amount, shown
from .context import Draft, Pair

_WORDS = {"month": "month", "weekday": "day of the week"}


def check(pair: Pair) -> Iterator[Draft]:
    """Each number of the text stands in the translation, and no other does."""
    lost, added = _open(pair)
    for one, other in _replaced(lost, added):
        lost.remove(one)
        added.remove(other)
        yield _changed(pair, one, other)
    for amount in lost:
        if level := _level(pair, amount, 0):
            said = f"{_named(pair, amount, 0)} is missing in the translation"
            yield Draft(said, "Put it in.", level, source=(amount.place,))
    for amount in added:
        if level := _level(pair, amount, 1):
            said = f"{_named(pair, amount, 1)} is not in the text"
            hint = "Take it out, or write the number that the text has."
            yield Draft(said, hint, level, target=(amount.place,))


def _open(pair: Pair) -> tuple[list[Amount], list[Amount]]:
    """The amounts without a counterpart that may be faults."""
    source, target = pair.readings
    lost = [source.amounts[at] for at in pair.alignment.lost]
    added = [target.amounts[at] for at in pair.alignment.added]
    if not find_language(pair.lang).has("checks"):
        # How that language writes numbers as words is not known.
        lost = [each for each in lost if not each.spelled]
        for one, other in [(one, other) for one in lost for other in added]:
            if one in lost and other in added and _same_hour(one, other):
                lost.remove(one)
                added.remove(other)
    return lost, added


def _same_hour(one: Amount, other: Amount) -> bool:
    """Whether two may be one time, in a language whose words for times are not known."""
    return bool(one.clock) and other.kind == "number" and one.value % 12 == other.value % 12


def _replaced(lost: Sequence[Amount], added: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """A number that is lost, and the one that seems to stand for it."""
    free = [each for each in added if not each.implied]
    for one in [each for each in lost if not each.implied]:
        fits = [other for other in free if _stands_for(one, other)]
        if fits:
            best = min(fits, key=lambda other: (not _misread(one, other), not other.sure))
            free.remove(best)
            yield one, best


def _stands_for(one: Amount, other: Amount) -> bool:
    if one.kind != other.kind:
        return False
    if one.ordinal and other.ordinal:
        return not (one.idiom or other.idiom)
    if one.sure or other.sure:
        # A word that is often no number explains nothing that is missing.
        return (one.sure and other.sure) or (one.sure and other.unit == one.unit != "")
    return False


def _changed(pair: Pair, one: Amount, other: Amount) -> Draft:
    if _misread(one, other):
        said = pair.target.original(other.start, other.end)
        digits = said[: max(at for at, each in enumerate(said, 1) if each.isdecimal())]
        reads = f"reads as {shown(other.value)} in this language, not {shown(one.value)}"
        what = f"“{digits.strip()}” {reads}"
        hint = f"Write {shown(one.value)} with the signs of the language."
        return Draft(what, hint, "error", (one.place,), (other.place,))
    what = f"{_named(pair, one, 0)} became {_named(pair, other, 1).removeprefix('the number ')}"
    return Draft(what, "Correct the number.", "error", (one.place,), (other.place,))


def _misread(one: Amount, other: Amount) -> bool:
    """Whether a point or comma makes thousands of what was parts, or the other way round."""
    return bool(other.sign) and other.value in (one.value * 1000, one.value / 1000)


def _level(pair: Pair, amount: Amount, side: int) -> Level | None:
    """How grave it is that an amount has no counterpart."""
    if not amount.sure or amount.kind == "weekday":
        return None
    if amount.value == 1 and amount.kind == "number" and not amount.clock:
        return None if amount.spelled else "info"
    same = any(
        pair.readings[side].amounts[each[side]].value == amount.value
        for each in pair.alignment.pairs
    )
    if same and amount.kind == "number":
        return None if amount.spelled else "warning"
    if amount.value == 0:
        return "warning"
    bare = not (amount.unit or amount.counted or amount.clock) and amount.value.denominator == 1
    return "warning" if amount.spelled and bare else "error"


def _named(pair: Pair, amount: Amount, side: int) -> str:
    """What an amount is called in a message: as it is written, and its value."""
    text = (pair.source, pair.target)[side]
    said = " ".join(text.original(amount.start, amount.end).split())
    if amount.clock:
        return f"the time “{said}”"
    if amount.kind in _WORDS:
        return f"the {_WORDS[amount.kind]} “{said}”"
    value = shown(amount.value)
    return f"the number {value}" if said == value else f"the number {value} (“{said}”)"
