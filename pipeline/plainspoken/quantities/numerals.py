"""Find numbers in digits as a language writes them; ratios among them are no times of the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from ..languages import Language
from .cldr import find_decimal_sign
from .digits import find_digits
from .language_data import read_pattern
from .normalize import compile_pattern
from .opening_hours import mark_opening_hours
from .quantity import Quantity


def find_numerals(
    text: str, language: Language, region: str, whole: str | None = None
) -> list[Quantity]:
    """All numbers of a folded text that are written with digits, 1:10 as two of them where its
    words speak of a ratio. `whole` is the text where stretches of it have been blanked out.
    """
    after_slash = read_pattern(language, "numbers", "after_slash")
    decimal = find_decimal_sign(language, region)
    numbers = find_digits(text, decimal, after_slash)
    numbers = [_read_thousands(text, number, language, region) for number in numbers]
    numbers = mark_opening_hours(text, numbers, language, decimal)
    return _split_dilutions(text if whole is None else whole, numbers, language)


def _read_thousands(text: str, number: Quantity, language: Language, region: str) -> Quantity:
    """1,200 personas: in Spanish a comma may be no decimal sign before what is only counted, by
    `thousands_before`, but not in the regions of `thousands_not`.
    """
    data = language.table("quantities", "numbers")
    pattern = str(data.get("thousands_before", ""))
    if not pattern or region in data.get("thousands_not", ()):
        return number
    whole, comma, digits = text[number.start : number.end].partition(",")
    is_grouped = comma and len(digits) == 3 and digits.isdecimal() and whole.lstrip("0") == whole
    if is_grouped and compile_pattern(rf"[ \u00a0]?(?:{pattern})").match(text, number.end):
        return replace(number, value=Fraction(int(whole + digits)))
    return number


def _split_dilutions(text: str, numbers: list[Quantity], language: Language) -> list[Quantity]:
    """`Dilute it 1:10` says two numbers, and no time of the day."""
    pattern = str(language.table("quantities", "numbers").get("diluted", ""))
    has_time = any(number.minutes_of_day for number in numbers)
    if not (has_time and pattern and compile_pattern(pattern).search(text)):
        return numbers
    return [part for number in numbers for part in _split(text, number)]


def _split(text: str, number: Quantity) -> Iterator[Quantity]:
    """One to something: nobody dilutes anything 8:30."""
    written = text[number.start : number.end]
    one, colon, rest = written.partition(":")
    if not (number.minutes_of_day and colon and one == "1"):
        yield number
        return
    middle = number.start + len(one)
    parts = replace(number, minutes_of_day=frozenset())
    yield replace(parts, end=middle, value=Fraction(1))
    yield replace(parts, start=middle + 1, value=Fraction(int(rest)))
