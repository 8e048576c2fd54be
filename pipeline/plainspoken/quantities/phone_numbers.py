"""Telephone numbers of a text, and the same digits in its translation."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GAP = r"[ \u00a0.()/—-]"
# Groups of digits that are joined as in 555-0142, (555) 555-0135 and 1-800-222-1222.
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:\+?\d{{1,3}}{_GAP}{{1,2}})?(?:\(\d{{2,5}}\)|\d{{2,5}}){_GAP}{{1,2}}"
    rf"\d{{2,5}}(?:{_GAP}\d{{2,5}}){{0,3}}(?![\w])"
)
_SHORT = re.compile(r"\b(?:911|988|112|999|000|111|811|211)\b")
_CALLED = re.compile(
    r"(?:\bcall|\bdial|\bphone|\btext|\bring|\bto|\bor|\bnumber|\bat|\b911|\bis)(?: \w+){0,2} $"
)
_DATE = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})(?!\d)")
_LIKE = re.compile(rf"\d(?:{_GAP}{{0,2}}\d)+")


@dataclass(frozen=True, slots=True)
class PhoneMatch:
    """One number of the text, and where it is in the translation."""

    start: int
    end: int
    digits: str
    found: tuple[int, int] | None
    """Where the same digits are."""
    instead: tuple[int, int] | None = None
    """Where other digits are that seem to be meant."""


@dataclass(frozen=True, slots=True)
class PhoneMatches:
    """The telephone numbers of a pair."""

    all: tuple[PhoneMatch, ...]

    @property
    def source_spans(self) -> tuple[tuple[int, int], ...]:
        """Where they stand in the text."""
        return tuple((each.start, each.end) for each in self.all)

    @property
    def target_spans(self) -> tuple[tuple[int, int], ...]:
        """Where they stand in the translation."""
        return tuple(place for each in self.all if (place := each.found or each.instead))


def match_phone_numbers(source: str, target: str) -> PhoneMatches:
    """The numbers of a folded text, each looked for in its translation."""
    found: list[PhoneMatch] = []
    taken: list[tuple[int, int]] = []
    for start, end, digits in _listed(source):
        place = _same(digits, target, taken)
        if place:
            taken.append(place)
        found.append(PhoneMatch(start, end, digits, place))
    made: list[PhoneMatch] = []
    for each in found:
        instead = None if each.found else _like(each.digits, target, taken)
        if instead:
            taken.append(instead)
        made.append(PhoneMatch(each.start, each.end, each.digits, each.found, instead))
    return PhoneMatches(tuple(made))


def _listed(text: str) -> list[tuple[int, int, str]]:
    listed = []
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        joined = any(sign in found[0] for sign in "-(+") and not _DATE.search(found[0])
        if 7 <= len(digits) <= 15 and joined:
            listed.append((found.start(), found.end(), digits))
    for found in _SHORT.finditer(text):
        inside = any(start <= found.start() < end for start, end, _ in listed)
        if not inside and _CALLED.search(text[max(0, found.start() - 40) : found.start()]):
            listed.append((found.start(), found.end(), found[0]))
    return sorted(listed)


def _same(digits: str, text: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    gaps = rf"{_GAP}{{0,2}}"
    expression = rf"(?<!\d)[(+]{{0,2}}{gaps.join(digits)}(?!\d)"
    for found in re.finditer(expression, text):
        if not _overlaps(found.span(), taken):
            return found.span()
    return None


def _like(digits: str, text: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Digits about as many, where the number was changed."""
    for found in _LIKE.finditer(text):
        count = sum(map(str.isdigit, found[0]))
        if abs(count - len(digits)) <= len(digits) // 4 and not _overlaps(found.span(), taken):
            return found.span()
    return None


def _overlaps(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in taken)
