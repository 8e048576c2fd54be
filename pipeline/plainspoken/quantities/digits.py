"""Numbers that are written with digits, by the signs of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from .cldr import Signs
from .quantity import Alternatives, Quantity

_PARTS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SIGNS = ".,٫٬'\u00a0"
# Runs of digits are cut at a length that no number has, so that no text takes long.
_TOKEN = re.compile(
    rf"(?P<clock>(?<![\d.,:])\d{{1,2}}:[0-5]\d(?![\d:]))"
    rf"|(?P<part>(?<![\d/.,])\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/]))"
    rf"|(?P<sign>[{_PARTS}])"
    rf"|(?P<point>(?<![\d.,\w])[.,]\d{{1,9}})"
    rf"|(?P<number>\d{{1,30}}(?:[{_SIGNS}]\d{{1,30}}){{0,8}})"
)
_SEPARATOR = re.compile(f"([{_SIGNS}])")


def find_digits(text: str, signs: Signs) -> list[Quantity]:
    """All numbers of a folded text that are written with digits."""
    found = [
        quantity for token in _TOKEN.finditer(text) for quantity in _amounts(token, signs, text)
    ]
    return list(_grouped(text, found))


def _amounts(token: re.Match[str], signs: Signs, text: str) -> Iterator[Quantity]:
    start, end = token.span()
    match token.lastgroup:
        case "clock":
            hour, minute = map(int, token[0].split(":"))
            if hour <= 24:
                value = hour + Fraction(minute, 60)
                clock = frozenset({(hour * 60 + minute) % 1440})
                yield Quantity(start, end, value, minutes_of_day=clock)
            else:
                yield Quantity(start, start + 2, Fraction(hour))
                yield Quantity(start + 3, end, Fraction(minute))
        case "part":
            yield from _part(token)
        case "sign":
            value = Fraction(unicodedata.numeric(token[0])).limit_denominator(100)
            parts = Fraction(value.numerator), Fraction(value.denominator)
            yield Quantity(start, end, value, alternatives=(parts,))
        case "point":
            yield Quantity(start, end, _fraction("0", token[0][1:]))
        case _:
            yield from _number(token[0], start, signs, text)


def _part(token: re.Match[str]) -> Iterator[Quantity]:
    """1/2; but 12/10 is two numbers."""
    first, second = re.split("[/⁄]", token[0])
    one, other = Fraction(int(first)), Fraction(int(second))
    if 0 < one < other <= 20:
        yield Quantity(*token.span(), one / other, alternatives=((one, other),))
    else:
        yield Quantity(token.start(), token.start() + len(first), one)
        yield Quantity(token.end() - len(second), token.end(), other)


def _number(token: str, start: int, signs: Signs, text: str) -> Iterator[Quantity]:
    pieces = _SEPARATOR.split(token)
    parts, between = pieces[::2], pieces[1::2]
    # covid-19, omega-3: part of a name.
    sure = not re.search(r"[^\W\d_]-$", text[max(0, start - 2) : start])
    end = start + len(token)
    if not between:
        yield Quantity(start, end, Fraction(int(token)), sure=sure)
        return
    value = _value(parts, between, signs)
    if value is not None:
        doubtful = len(between) == 1 and between[0] in ".," and len(parts[-1]) == 3
        yield Quantity(start, end, value, sure=sure, separator=between[0] if doubtful else "")
        return
    at = start
    for part in parts:
        yield Quantity(at, at + len(part), Fraction(int(part)), sure=sure)
        at += len(part) + 1


def _value(parts: Sequence[str], between: Sequence[str], signs: Signs) -> Fraction | None:
    """The value; nothing where the signs make no number together."""
    if _is_decimal(parts, between, signs):
        *whole, fraction = parts
        if len(whole) > 1 and not _are_groups(between[:-1], whole):
            return None
        return _fraction("".join(whole), fraction)
    return Fraction(int("".join(parts))) if _are_groups(between, parts) else None


def _is_decimal(parts: Sequence[str], between: Sequence[str], signs: Signs) -> bool:
    sign = between[-1]
    if between.count(sign) > 1 or sign in "٬'\u00a0":
        return False
    if sign in (signs.decimal, "٫") or len(between) > 1:
        return True
    # Another language's sign is understood where it cannot be one of thousands.
    return len(parts[-1]) != 3 or parts[0].startswith("0") or len(parts[0]) > 3


def _are_groups(between: Sequence[str], parts: Sequence[str]) -> bool:
    """Groups of three; or, as in India, of two before the last three."""
    lengths = {len(part) for part in parts[1:-1]}
    return (
        len(set(between)) == 1
        and len(parts[0]) <= 3
        and len(parts[-1]) == 3
        and (lengths <= {3} or (lengths == {2} and len(parts[0]) <= 2))
    )


def _fraction(whole: str, part: str) -> Fraction:
    return Fraction(int(whole + part), 10 ** len(part))


def _grouped(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """Join 25 000, and 1 ½ or 1 1/2, where a plain space stands between."""
    waiting: Quantity | None = None
    for quantity in quantities:
        if waiting is None:
            waiting = quantity
            continue
        joined = _joined(text, waiting, quantity)
        if joined is None:
            yield waiting
        waiting = joined or quantity
    if waiting is not None:
        yield waiting


def _joined(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    gap = text[one.end : other.start]
    if (
        gap not in ("", " ", "\u00a0")
        or one.minutes_of_day
        or other.minutes_of_day
        or one.value.denominator != 1
    ):
        return None
    if 0 < other.value < 1 and "." not in text[other.start : other.end]:
        parts: Alternatives = ((one.value, other.value),)
        return replace(one, end=other.end, value=one.value + other.value, alternatives=parts)
    first = text[one.start : one.end].partition(" ")[0]
    is_group = other.end - other.start == 3 and text[other.start : other.end].isdigit()
    if gap == " " and is_group and first.isdigit() and 0 < len(first) <= 3 and first[0] != "0":
        before = one.alternatives[0] if one.alternatives else (one.value,)
        alternatives: Alternatives = ((*before, other.value),)
        return replace(
            one, end=other.end, value=one.value * 1000 + other.value, alternatives=alternatives
        )
    return None
