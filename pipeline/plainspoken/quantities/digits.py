"""Find numbers that are written with digits, by the decimal sign of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from .quantity import Alternatives, Quantity

_FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SEPARATORS = ".,٫٬'\u00a0"
# Runs of digits are cut at a length that no number has, so that no text takes long.
_TOKEN = re.compile(
    rf"(?P<time>(?<!\d)(?<!\d[.,:])\d{{1,2}}(?::|[ \u00a0]?h[ \u00a0]?|g| giờ (?=0))"
    rf"[0-5]\d(?![\d:]| ?min))"
    rf"|(?P<thousands>(?<![\d/.,])[1-9]\d{{0,2}}/000(?![\d/]))"
    rf"|(?P<ratio>(?<![\d/.,])\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/]))"
    rf"|(?P<fraction>[{_FRACTIONS}])"
    rf"|(?P<point>(?<![^\s(\[{{<>≤≥=~±+-])[.,]\d{{1,9}})"
    rf"|(?P<number>\d{{1,30}}(?:[.,٫٬']\d{{1,30}}|\u00a0\d{{3}}(?![\d/])){{0,8}})"
)
_VITAMIN = re.compile(r"(?<![a-z\d])[bdk]$")
"""What stands before a number that is the name of a vitamin: B12 500 µg are no 12,500."""
_SEPARATOR = re.compile(f"([{_SEPARATORS}])")


_PLAIN_FRACTION = re.compile("1[/⁄][234]|[23][/⁄][34]")
_DECADE = re.compile(r"\d{4}'?s(?!\w)")
_DASHES = ("-", "–", "/")
_YEARS = range(1800, 2101)
_SHORT_YEAR = 2
_NEVER = re.compile("(?!)")
_PLAIN_FRACTIONS = frozenset(map(Fraction, ("1/2", "1/3", "2/3", "1/4", "3/4")))


def find_digits(text: str, decimal: str, after_slash: re.Pattern[str] = _NEVER) -> list[Quantity]:
    """All numbers of a folded text that are written with digits. Before what `after_slash` finds,
    a slash is a decimal sign, as in Persian 38/5 درجه.
    """
    joined: list[Quantity] = []
    for token in _TOKEN.finditer(text):
        is_decimal = token.lastgroup == "ratio" and after_slash.match(text, token.end())
        numbers = _read_slash(token) if is_decimal else _read_token(token, decimal, text)
        for number in numbers:
            whole = _join(text, joined[-1], number) if joined else None
            if whole:
                joined[-1] = whole
            else:
                joined.append(number)
    return _complete_years(text, joined)


def _complete_years(text: str, numbers: list[Quantity]) -> list[Quantity]:
    """The numbers, 11 in 2010-11 understood as 2011, too, and the 1980s as the eighties."""
    completed = [
        replace(number, alternatives=_name_decade(number.value))
        if number.value in _YEARS and number.value % 100 and _DECADE.match(text, number.start)
        else number
        for number in numbers
    ]
    for index, (first, last) in enumerate(pairwise(numbers), 1):
        digits = text[last.start : last.end]
        is_short = len(digits) == _SHORT_YEAR and digits.isdigit() and first.value in _YEARS
        if is_short and text[first.end : last.start] in _DASHES:
            year = first.value // 100 * 100 + last.value
            if year > first.value:
                completed[index] = replace(last, alternatives=((year,),))
    return completed


def _name_decade(year: Fraction) -> Alternatives:
    """How a decade is named by its century and ten, or by its ten alone: 20世纪90年代."""
    return (year % 100, Fraction(year // 100 + 1)), (year % 100,)


def _read_token(token: re.Match[str], decimal: str, text: str) -> Iterator[Quantity]:
    start, end = token.span()
    match token.lastgroup:
        case "time":
            hour, minute = map(int, re.findall(r"\d+", token[0]))
            if hour <= 24:
                value = hour + Fraction(minute, 60)
                minutes = frozenset({(hour * 60 + minute) % 1440})
                yield Quantity(start, end, value, minutes_of_day=minutes)
            else:
                yield Quantity(start, start + 2, Fraction(hour))
                yield Quantity(end - 2, end, Fraction(minute))
        case "thousands":  # Persian 150/000
            yield Quantity(start, end, Fraction(token[0].replace("/", "")))
        case "ratio":
            yield from _read_ratio(token)
        case "fraction":
            value = Fraction(unicodedata.numeric(token[0])).limit_denominator(100)
            parts = Fraction(value.numerator), Fraction(value.denominator)
            yield Quantity(start, end, value, alternatives=(parts,))
        case "point":
            yield Quantity(start, end, Fraction(f"0.{token[0][1:]}"))
        case _:
            yield from _read_number(token[0], start, decimal, text)


def _read_slash(token: re.Match[str]) -> Iterator[Quantity]:
    """38/5 as 38.5, but 1/2 as a half."""
    above, below = re.split("[/⁄]", token[0])
    if above == "0" or int(below) == 0 or Fraction(int(above), int(below)) not in _PLAIN_FRACTIONS:
        yield Quantity(*token.span(), Fraction(f"{above}.{below}"))
    else:
        yield from _read_ratio(token)


def _read_ratio(token: re.Match[str]) -> Iterator[Quantity]:
    """1/2; but 12/10 is two numbers."""
    above, below = re.split("[/⁄]", token[0])
    numerator, denominator = Fraction(int(above)), Fraction(int(below))
    if 0 < numerator < denominator <= 20:
        parts = (numerator, denominator)
        yield Quantity(*token.span(), numerator / denominator, alternatives=(parts,))
    else:
        yield Quantity(token.start(), token.start() + len(above), numerator)
        yield Quantity(token.end() - len(below), token.end(), denominator)


def _read_number(token: str, start: int, decimal: str, text: str) -> Iterator[Quantity]:
    pieces = _SEPARATOR.split(token)
    parts, between = pieces[::2], pieces[1::2]
    # covid-19, omega-3: part of a name.
    sure = not re.search(r"[^\W\d_]-$", text[max(0, start - 2) : start])
    value = _find_value(parts, between, decimal) if between else Fraction(token)
    if value is not None:
        doubtful = len(between) == 1 and between[0] in ".," and len(parts[-1]) == 3
        separator = between[0] if doubtful else ""
        yield Quantity(start, start + len(token), value, sure=sure, separator=separator)
        return
    at = start
    for part in parts:
        yield Quantity(at, at + len(part), Fraction(int(part)), sure=sure)
        at += len(part) + 1


def _find_value(parts: Sequence[str], between: Sequence[str], decimal: str) -> Fraction | None:
    if _is_decimal(parts, between, decimal):
        *whole, fraction = parts
        if len(whole) > 1 and not _are_groups(between[:-1], whole):
            return None
        return Fraction(f"{''.join(whole)}.{fraction}")
    return Fraction(int("".join(parts))) if _are_groups(between, parts) else None


def _is_decimal(parts: Sequence[str], between: Sequence[str], decimal: str) -> bool:
    sign = between[-1]
    if between.count(sign) > 1 or sign in "٬'\u00a0":
        return False
    if sign in (decimal, "٫") or len(between) > 1:
        return True
    # Another language's sign is understood where it cannot be one of thousands.
    return len(parts[-1]) != 3 or parts[0].startswith("0") or len(parts[0]) > 3


def _are_groups(between: Sequence[str], parts: Sequence[str]) -> bool:
    """Groups of three; or, as in India, of two before the last three."""
    lengths = {len(part) for part in parts[1:-1]}
    is_regular = lengths <= {3} or (lengths == {2} and len(parts[0]) <= 2)
    return len(set(between)) == 1 and len(parts[0]) <= 3 and len(parts[-1]) == 3 and is_regular


def _join(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """One number made of two neighbours, 25 000, 1 ½ or 1 1/2; nothing where they are two."""
    gap = text[left.end : right.start]
    if gap == "-" and _PLAIN_FRACTION.fullmatch(text[right.start : right.end]):
        gap = " "  # 3-1/2
    is_time = left.minutes_of_day or right.minutes_of_day
    if gap not in ("", " ", "\u00a0") or is_time or left.value.denominator != 1:
        return None
    if 0 < right.value < 1 and not _SEPARATOR.search(text, right.start, right.end):
        value, parts = left.value + right.value, (left.value, right.value)
        return replace(left, end=right.end, value=value, alternatives=(parts,))
    first = text[left.start : left.end].partition(" ")[0]
    is_group = re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", text[right.start : right.end])
    if _VITAMIN.search(text, max(0, left.start - 2), left.start):
        return None
    if gap == " " and is_group and first.isdigit() and 0 < len(first) <= 3 and first[0] != "0":
        before = left.alternatives[0] if left.alternatives else (left.value,)
        value = left.value * 1000 + right.value
        return replace(left, end=right.end, value=value, alternatives=((*before, right.value),))
    return None
