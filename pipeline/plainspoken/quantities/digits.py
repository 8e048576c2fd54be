"""Numbers that are written with digits, by the signs of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from .cldr import Signs
from .quantity import Amount, Others

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


def digits(text: str, signs: Signs) -> list[Amount]:
    """All numbers of a folded text that are written with digits."""
    found = [amount for token in _TOKEN.finditer(text) for amount in _amounts(token, signs, text)]
    return list(_grouped(text, found))


def _amounts(token: re.Match[str], signs: Signs, text: str) -> Iterator[Amount]:
    start, end = token.span()
    match token.lastgroup:
        case "clock":
            hour, minute = map(int, token[0].split(":"))
            if hour <= 24:
                value = hour + Fraction(minute, 60)
                clock = frozenset({(hour * 60 + minute) % 1440})
                yield Amount(start, end, value, clock=clock)
            else:
                yield Amount(start, start + 2, Fraction(hour))
                yield Amount(start + 3, end, Fraction(minute))
        case "part":
            yield from _part(token)
        case "sign":
            value = Fraction(unicodedata.numeric(token[0])).limit_denominator(100)
            parts = Fraction(value.numerator), Fraction(value.denominator)
            yield Amount(start, end, value, others=(parts,))
        case "point":
            yield Amount(start, end, _fraction("0", token[0][1:]))
        case _:
            yield from _number(token[0], start, signs, text)


def _part(token: re.Match[str]) -> Iterator[Amount]:
    """1/2; but 12/10 is two numbers."""
    first, second = re.split("[/⁄]", token[0])
    one, other = Fraction(int(first)), Fraction(int(second))
    if 0 < one < other <= 20:
        yield Amount(*token.span(), one / other, others=((one, other),))
    else:
        yield Amount(token.start(), token.start() + len(first), one)
        yield Amount(token.end() - len(second), token.end(), other)


def _number(token: str, start: int, signs: Signs, text: str) -> Iterator[Amount]:
    pieces = _SEPARATOR.split(token)
    parts, between = pieces[::2], pieces[1::2]
    # covid-19, omega-3: part of a name.
    sure = not re.search(r"[^\W\d_]-$", text[max(0, start - 2) : start])
    end = start + len(token)
    if not between:
        yield Amount(start, end, Fraction(int(token)), sure=sure)
        return
    value = _value(parts, between, signs)
    if value is not None:
        doubtful = len(between) == 1 and between[0] in ".," and len(parts[-1]) == 3
        yield Amount(start, end, value, sure=sure, sign=between[0] if doubtful else "")
        return
    at = start
    for part in parts:
        yield Amount(at, at + len(part), Fraction(int(part)), sure=sure)
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


def _grouped(text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Join 25 000, and 1 ½ or 1 1/2, where a plain space stands between."""
    waiting: Amount | None = None
    for amount in amounts:
        if waiting is None:
            waiting = amount
            continue
        joined = _joined(text, waiting, amount)
        if joined is None:
            yield waiting
        waiting = joined or amount
    if waiting is not None:
        yield waiting


def _joined(text: str, one: Amount, other: Amount) -> Amount | None:
    gap = text[one.end : other.start]
    if gap not in ("", " ", "\u00a0") or one.clock or other.clock or one.value.denominator != 1:
        return None
    if 0 < other.value < 1 and "." not in text[other.start : other.end]:
        parts: Others = ((one.value, other.value),)
        return replace(one, end=other.end, value=one.value + other.value, others=parts)
    first = text[one.start : one.end].partition(" ")[0]
    is_group = other.end - other.start == 3 and text[other.start : other.end].isdigit()
    if gap == " " and is_group and first.isdigit() and 0 < len(first) <= 3 and first[0] != "0":
        before = one.others[0] if one.others else (one.value,)
        others: Others = ((*before, other.value),)
        return replace(one, end=other.end, value=one.value * 1000 + other.value, others=others)
    return None
