"""Join decimals in words: thirty-eight point five, otuz sekiz virgül beş, 三十八点五."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from ..languages import Language
from .language_data import read_pattern
from .number_forms import read_forms
from .quantity import Quantity

_BETWEEN_DIGITS = re.compile("[ \u00a0-]?")
_MOST_DIGITS = 99
"""The greatest number as which the digits after a point are read."""


def join_decimals(text: str, numbers: Sequence[Quantity], language: Language) -> list[Quantity]:
    """The numbers of a folded text, a whole one and the digits that are read after it as one."""
    point = read_pattern(language, "numbers", "point", "[ \u00a0]?{}[ \u00a0]?")
    numbers = _add_noughts(text, numbers, language)
    noun = read_pattern(language, "numbers", "no_digit")
    counters = read_pattern(language, "numbers", "counters")
    if language.table("quantities", "numbers").get("unspaced"):  # Korean 일 is one, and day.
        counters = noun
    scales = _read_scales(language)
    joined: list[Quantity] = []
    index = 0
    while index < len(numbers):
        number = numbers[index]
        after = numbers[index + 1 : index + 2]
        is_decimal = (
            after
            and number.spelled
            and number.value.denominator == 1
            and not (number.unit or number.ordinal)
            and point.fullmatch(text, number.end, after[0].start)
            and not noun.match(text, after[0].start)
        )
        count = _count_digits(text, numbers, index + 1, counters) if is_decimal else 0
        if count:
            parts, scale = _take_scale(numbers[index + 1 : index + 1 + count], scales)
            value = (number.value + _read_fraction(parts)) * scale
            end = numbers[index + count].end
            number = replace(number, end=end, value=value, sure=True, alternatives=(), idiom=False)
        joined.append(number)
        index += 1 + count
        if count and index < len(numbers) and noun.match(text, numbers[index].start):
            index += 1  # Korean 십 점 삼 세: years, not a three
    return joined


@cache
def _read_scales(language: Language) -> tuple[Fraction, ...]:
    """The values of words that multiply by a thousand or more, the greatest first."""
    forms = read_forms(language).values()
    return tuple(
        sorted(
            {form.value for form in forms if form.role == "x" and form.value > 999}, reverse=True
        )
    )


def _take_scale(
    digits: Sequence[Quantity], scales: Sequence[Fraction]
) -> tuple[list[Quantity], Fraction]:
    """The digits after a point, and what multiplies the number: two point five million."""
    last = digits[-1].value
    scale = next((scale for scale in scales if last >= scale and last % scale == 0), Fraction(1))
    if last / scale > _MOST_DIGITS:  # Korean 이 점 오백만
        scale = Fraction(10 ** (len(str(last)) - 1))
    return [*digits[:-1], replace(digits[-1], value=last / scale)], scale


def join_scales(text: str, numbers: Sequence[Quantity], language: Language) -> list[Quantity]:
    """The numbers, parts in words and what multiplies them as one: Russian две целых пять десятых
    миллиона, Turkish iki buçuk milyon.
    """
    scales = _read_scales(language)
    joined: list[Quantity] = []
    for number in numbers:
        before = joined[-1] if joined else None
        if (
            before
            and before.spelled
            and number.spelled
            and before.value.denominator > 1
            and not (before.unit or before.ordinal)
            and number.value in scales
            and _BETWEEN_DIGITS.fullmatch(text, before.end, number.start)
        ):
            value = before.value * number.value
            joined[-1] = replace(before, end=number.end, value=value, alternatives=())
        else:
            joined.append(number)
    return joined


def _add_noughts(text: str, numbers: Sequence[Quantity], language: Language) -> list[Quantity]:
    """The numbers, and the noughts beside a point of a language whose word for nought says not."""
    word = language.table("quantities", "numbers").get("nought", "")
    if not word:
        return [*numbers]
    beside = read_pattern(language, "numbers", "point", rf"(?:\b{word} )?{{}}(?: {word}\b)*")
    noughts = [
        Quantity(point.start() + at.start(), point.start() + at.end(), Fraction(0), spelled=True)
        for point in beside.finditer(text)
        for at in re.finditer(rf"\b{word}\b", point[0])
    ]
    return sorted([*numbers, *noughts], key=lambda number: number.start)


def _count_digits(
    text: str, numbers: Sequence[Quantity], first: int, counters: re.Pattern[str]
) -> int:
    """How many of the numbers are digits after a point: all that stand side by side, and are no
    word that is counted, as Arabic مرة, once.
    """
    if not numbers[first].spelled:
        return 0
    if 0 < numbers[first].value < 1:
        return 1  # Russian: five tenths
    last = first
    while (
        last + 1 < len(numbers)
        and numbers[last + 1].spelled
        and numbers[last + 1].value.denominator == 1
        and not numbers[last + 1].ordinal
        and not counters.match(text, numbers[last + 1].start)
        and numbers[last].value < 10
        and _BETWEEN_DIGITS.fullmatch(text, numbers[last].end, numbers[last + 1].start)
    ):
        last += 1
    return last - first + 1


def _read_fraction(numbers: Sequence[Quantity]) -> Fraction:
    if 0 < numbers[0].value < 1:
        return numbers[0].value
    return Fraction(f"0.{''.join(str(number.value.numerator) for number in numbers)}")
