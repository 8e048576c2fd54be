"""Find the order in which a line of mixed directions is set (Unicode Bidirectional Algorithm,
UAX #9), for one line without explicit embeddings: rules W1 to W7, N0 to N2, I1, I2 and L2.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

_EXPLICIT = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}
_PAIRS = dict(zip("([{（［｛「『【《〈", ")]}）］｝」』】》〉", strict=True))
_NUMBERS = ("EN", "AN")
_Run = TypeVar("_Run")


def remove_explicit(text: str) -> str:
    """Leave out marks of embeddings and isolates, which a line that is drawn does without."""
    kept = "\u200c\u200d"  # joiners, which shape letters
    return "".join(
        sign
        for sign in text
        if sign in kept or sign.isspace() or unicodedata.bidirectional(sign) not in _EXPLICIT
    )


def resolve_levels(text: str, is_rtl: bool) -> list[int]:
    """The embedding level of each character: odd ones run from right to left."""
    base = "R" if is_rtl else "L"
    classes = [unicodedata.bidirectional(sign) or "L" for sign in text]
    _resolve_weak(classes, base)
    _resolve_brackets(text, classes, base)
    _resolve_neutral(classes, base)
    level = int(is_rtl)
    steps = ({"L": 0, "R": 1}, {"L": 1, "R": 0})[level]
    return [level + steps.get(kind, 2 - level) for kind in classes]


def order_runs(runs: Sequence[_Run], level_of: Callable[[_Run], int]) -> list[_Run]:
    """Runs of one level each, from left to right (L2)."""
    ordered = list(runs)
    highest = max(map(level_of, ordered), default=0)
    for level in range(highest, 0, -1):
        grouped = groupby(ordered, key=lambda run, at=level: level_of(run) >= at)  # type: ignore[misc]
        ordered = [run for is_in, part in grouped for run in _turn(list(part), is_in)]
    return ordered


def _turn(runs: list[_Run], is_in: bool) -> list[_Run]:
    return runs[::-1] if is_in else runs


def _resolve_weak(classes: list[str], base: str) -> None:
    """Rules W1 to W7."""
    for place, kind in enumerate(classes):
        if kind == "NSM" or kind in _EXPLICIT:
            classes[place] = classes[place - 1] if place else base
    strong = base
    for place, kind in enumerate(classes):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            classes[place] = "AN"
    classes[:] = ["R" if kind == "AL" else kind for kind in classes]
    for place in range(1, len(classes) - 1):
        before, kind, after = classes[place - 1 : place + 2]
        is_between = before == after and before in _NUMBERS
        if is_between and (kind == "CS" or (kind == "ES" and before == "EN")):
            classes[place] = before
    _join_terminators(classes)
    strong = base
    for place, kind in enumerate(classes):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            classes[place] = "ON"
        elif kind == "EN" and strong == "L":
            classes[place] = "L"


def _join_terminators(classes: list[str]) -> None:
    """Signs such as % belong to the European number beside them (W5)."""
    place = 0
    for kind, part in groupby(list(classes)):
        end = place + len(list(part))
        if kind == "ET" and "EN" in (*classes[max(place - 1, 0) : place], *classes[end : end + 1]):
            classes[place:end] = ["EN"] * (end - place)
        place = end


def _resolve_brackets(text: str, classes: list[str], base: str) -> None:
    """A pair of brackets goes with the words in it, or with those before it (N0)."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for place, sign in enumerate(text):
        if classes[place] != "ON":
            continue
        if sign in _PAIRS:
            opened.append((_PAIRS[sign], place))
        elif found := [at for at, (close, _) in enumerate(opened) if close == sign]:
            pairs.append((opened[found[-1]][1], place))
            del opened[found[-1] :]
    for start, end in sorted(pairs):
        inside = {_strong(kind) for kind in classes[start + 1 : end]} - {""}
        before = next((kind for kind in map(_strong, classes[:start][::-1]) if kind), base)
        if inside:
            classes[start] = classes[end] = base if base in inside else before


def _resolve_neutral(classes: list[str], base: str) -> None:
    """What stands between two of one direction takes it; else that of the line (N1, N2)."""
    place, before = 0, base
    for direction, part in groupby(list(classes), key=_strong):
        end = place + len(list(part))
        if not direction:
            after = _strong(classes[end]) if end < len(classes) else base
            classes[place:end] = [before if before == after else base] * (end - place)
        before = direction or before
        place = end


def _strong(kind: str) -> str:
    """The direction of a class, numbers being of the right; empty for a neutral one."""
    return "R" if kind in _NUMBERS else kind if kind in ("L", "R") else ""
