"""Say numbers with their signs and units: `< 2.5 mg/kg`, `1–2 tablets`, `120/80 mmHg`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ..languages import Language
from ..quantities.normalize import fold_text
from ..quantities.quantity import Quantity
from .amounts import find_currency, find_large, has_parts, is_currency, say_parts
from .counted import (
    count_noun,
    find_case_of_noun,
    find_counted,
    find_noun,
    find_noun_end,
    find_word_per,
    take_noun,
    takes_noun,
)
from .halves import (
    find_antecedent,
    find_mixed,
    is_fraction,
    read_half,
    read_pair,
    say_noun,
    say_scheme,
    spell_as_written,
)
from .numbers import decline, spell_decimal, spell_fraction, spell_whole
from .powers import read_power
from .signs_before import choose_pattern, fill, find_case, find_range_pattern, find_sign
from .suffixes import is_joined
from .unit_symbols import follows_symbol, is_attributive, read_per, read_unit
from .units import find_gender, say_measure, say_per
from .written import Saying, WrittenText, find_quantity, write_ascii

_GAP = "[ \u00a0\u2009\u202f]?"
_RANGE = re.compile(rf"{_GAP}[-–—‑~〜～]{_GAP}")
_STOP = re.compile("[.,;:!?]")
"""What stands between two ranges: 7–10 days; 2–4 weeks."""

_HYPHENED = {"one": Fraction(1)}


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of the text, not yet said."""

    start: int
    end: int
    """Of the digits alone."""
    stop: int
    """Of the digits and what is said of its unit."""
    quantity: Quantity
    numeral: str
    """In ASCII digits with a point: `38.5`."""
    form: str
    """That of [numbers.forms] which its unit or noun wants."""
    case: str = ""
    """That of [before] which the words before it want: up to 5 tablets."""
    unit: str = ""
    """The unit that is written as a symbol; a unit in words stays as it is written."""
    noun: Mapping[str, str] = field(default_factory=dict)
    """The word of [counted] that follows."""
    power: str = ""
    """What is said of the power of ten that it is multiplied by."""
    per: tuple[str, ...] = ()
    in_range: bool = False
    after: str = ""
    """What is said after its unit or noun: two tablets and a half."""


def say_measures(written: WrittenText) -> Iterator[Saying]:
    """All numbers in digits, ranges as one."""
    numbers = _share_forms(written, [_read(written, numeral) for numeral in written.numerals])
    index = 0
    while index < len(numbers):
        group = [numbers[index]]
        while index + len(group) < len(numbers) and _makes_range(
            written, group[-1], numbers[index + len(group)]
        ):
            group.append(numbers[index + len(group)])
        yield from _say_group(written, group)
        index += len(group)


def _read(written: WrittenText, numeral: Quantity) -> _Number:
    start, end = numeral.span
    quantity = find_quantity(written, numeral)
    stop, unit = read_unit(written, quantity, end)
    if quantity and not unit and follows_symbol(written, quantity, start):
        start, unit = quantity.start, quantity.unit
    large: Mapping[str, str] = {}
    if quantity and (not unit or quantity.value != numeral.value):
        start, currency = find_currency(written, start)
        large = find_large(written, numeral, quantity, (currency, unit)) if currency else {}
        stop, unit = (max(stop, quantity.end), "") if large else (stop, currency or unit)
    elif is_currency(written, unit):
        start, _ = find_currency(written, start)  # $45 USD
    stop, noun = (stop, large) if unit or large else find_counted(written, stop)
    form = find_gender(written.language, unit) if unit else noun.get("form", "")
    if not (unit or noun):
        stop, form, follows = find_noun(written, stop)
        if follows and takes_noun(written, numeral):
            stop, noun = take_noun(written, stop, form, follows)
        else:
            stop, noun = find_word_per(written, stop)
        form = find_antecedent(written, numeral, bool(follows)) or form
    stop, power = (stop, "") if unit or noun else read_power(written, stop)
    stop, per = read_per(written, stop)
    in_range = bool(quantity and quantity.in_range)
    digits = write_ascii(written.text[slice(*numeral.span)], numeral.value)
    digits = digits.removesuffix(".00" if is_currency(written, unit) else "")
    case = find_case(written, start, unit) or find_case_of_noun(written, start, end)
    number = _Number(
        start, end, stop, numeral, digits, form, case, unit, noun, power, per, in_range
    )
    if noun or not is_fraction(written, numeral):
        return number
    stop, after = read_half(written, numeral.value, stop, form, unit)
    return replace(number, stop=stop, after=after)


def _share_forms(written: WrittenText, numbers: list[_Number]) -> list[_Number]:
    """The numbers, the first end of a range in the form of the second: 1 or 2 tablets; the second
    in the case of the first: up to 1–2 tablets.
    """
    own = written.data("signs").get("range-low")
    for index in reversed(range(len(numbers) - 1)):
        low, high = numbers[index : index + 2]
        is_range = low.in_range and high.in_range and not low.unit and not low.form
        if is_range and not _is_apart(written, numbers[index - 1], low, high):
            noun = high.noun if "before-noun" in written.data("numbers") else low.noun
            forms = own if isinstance(own, Mapping) else {} if own is None else {high.form: own}
            is_whole = low.quantity.value.denominator == 1  # eine halbe bis eine Tablette
            has_own = is_whole and not noun and bool(high.form) and high.form in forms
            form = str(forms[high.form]) if has_own else high.form
            case = "" if has_own and form else low.case
            numbers[index] = replace(low, form=form, noun=noun, case=case)
    for index in range(len(numbers) - 1):
        low, second = numbers[index : index + 2]
        is_range = _makes_range(written, low, second)
        is_money = is_range and not second.unit and is_currency(written, low.unit)
        high = replace(second, unit=low.unit, form=low.form) if is_money else second  # $20-30
        numbers[index + 1] = high
        if is_range and not high.case and low.unit in ("", high.unit):
            case = find_case(written, low.start, high.unit) or low.case
            numbers[index : index + 2] = replace(low, case=case), replace(high, case=case)
    return numbers


def _is_apart(written: WrittenText, before: _Number, low: _Number, high: _Number) -> bool:
    """Whether two numbers belong to two ranges: 1–2 tablets every 4–6 hours."""
    between = written.text[low.end : high.start]
    if _makes_range(written, before, low) and not _makes_range(written, low, high):
        return True
    return bool(_STOP.search(between)) or len(between.split()) > 2


def _spell(written: WrittenText, number: _Number) -> str:
    """A number without its unit; empty where it is a code such as 0042."""
    text, language = written.text[slice(*number.quantity.span)], written.language
    value, form = number.quantity.value, decline(number.form, number.case, language)
    joined = is_joined(written, number.end)
    if number.after:
        return spell_whole(int(value), language, form)
    if is_fraction(written, number.quantity):
        return spell_as_written(written, number.quantity, form, number.case, joined=joined)
    if re.match(r"0\d", fold_text(text)):
        return ""
    return spell_decimal(number.numeral, language, written.region, form, joined=joined)


def _makes_range(written: WrittenText, low: _Number, high: _Number) -> bool:
    between = written.text[low.stop : high.start]
    return bool(_RANGE.fullmatch(between)) and not (low.quantity.ordinal or high.quantity.ordinal)


def _say_group(written: WrittenText, group: list[_Number]) -> Iterator[Saying]:
    *lows, high = group
    data = written.data("signs")
    parts = [(number.start, _spell(written, number)) for number in lows]
    last = Saying(high.start, high.stop, _say_unit(written, high))
    if scheme := say_scheme(written, parts, last, high.end):
        yield scheme
        return
    pattern = str(data.get(f"range-{high.form}") or data.get("range", "{0} – {1}"))
    is_counted = bool(high.unit or high.noun)
    after = find_range_pattern(written, group[0].start, high.end, is_counted)
    own = "" if is_counted else read_pair(written, group[0].start, high.end)
    pattern = after or own or pattern
    if lows and not after and f"range-{high.form}" not in data and "range-case" in data:
        high = replace(high, case=str(data["range-case"]))
    sign, place = find_sign(written, start := group[0].start)
    after_sign = bool(sign) and not (is_counted or high.power)  # $25/day
    words = _say_range(written, lows, replace(high, per=()) if after_sign else high, pattern)
    if not words:
        return
    if not sign:
        yield Saying(start, high.stop, words)
        return
    quantity = find_quantity(written, high.quantity) or high.quantity
    pattern = choose_pattern(written, place, sign)
    stop = find_noun_end((high.stop, quantity.end), pattern)
    words = fill(written, place, pattern, words + written.text[high.stop : stop])
    yield Saying(place, stop, _add_per(written, high, words) if after_sign else words)


def _say_range(written: WrittenText, lows: Sequence[_Number], high: _Number, pattern: str) -> str:
    """The ends of a range with the unit of the last, each with its own where they differ."""
    if not lows:
        return _say_unit(written, high)
    alike = all(
        low.unit in ("", high.unit) and low.per in ((), high.per) and not low.noun for low in lows
    )
    shared = [replace(low, unit=low.unit or high.unit, noun=high.noun) for low in lows]
    if alike and any(_is_fused(written, each) for each in (*shared, high)):
        lows = [
            low if _is_fused(written, low) else replace(low, unit="", noun={}) for low in shared
        ]
        alike = False
    if alike and high.unit in written.data("units").get("apart", ()):
        lows, alike = shared, False
    words = _spell(written, high) if alike else _say_unit(written, replace(high, per=()))
    for low in reversed(lows):
        if low.quantity.value == high.quantity.value:
            pattern = str(written.data("signs").get("each", pattern))
        spelled = _spell(written, low) if alike else _say_unit(written, low)
        words = pattern.format(spelled, words) if spelled and words else ""
    return _add_unit(written, high, words) if alike else _add_per(written, high, words)


def _say_unit(written: WrittenText, number: _Number) -> str:
    """A number with its unit; empty where the number is none."""
    if has_parts(written, number.numeral, number.unit):
        words = say_parts(written, number.numeral, number.unit, number.case)
        return _add_per(written, number, words)
    whole, part = divmod(number.quantity.value, 1)
    mixed = find_mixed(written, number.quantity)
    own = isinstance(written.data("fractions").get("mixed-noun"), Mapping)
    names = written.data("units").get("names", {})
    changes = number.noun or (number.unit and (own or not isinstance(names.get(number.unit), str)))
    if not (mixed and changes):
        return _add_unit(written, number, _spell(written, number))
    spelled = spell_whole(whole, written.language, number.form)
    counted = _count(spelled, Fraction(whole), 0, number, written.language)
    words = mixed.format(counted, spell_fraction(part, written.language, number.form))
    return _add_per(written, number, words)


def _add_unit(written: WrittenText, number: _Number, words: str) -> str:
    if words:
        digits = len(number.numeral.partition(".")[2])
        value = number.quantity.value
        if is_fraction(written, number.quantity) and written.data("fractions").get("singular"):
            # Half an hour is one hour's, and two and a half in one word are two hours'.
            value, digits = (Fraction(1), 0) if value < 1 else (value, digits)
        value, digits = (Fraction(int(value)), 0) if number.after else (value, digits)
        if number.unit and is_attributive(written, number.end, number.stop):
            value = _HYPHENED.get(str(written.data("units").get("hyphen-form")), value)
        words = _count(words, value, digits, number, written.language)
    if words and number.after:
        noun = say_noun(written, (number.end, number.stop), number.quantity.value)
        words = f"{words}{noun * (not number.unit)} {number.after}"
    return _add_per(written, number, f"{words}{number.power}" if words else "")


def _add_per(written: WrittenText, number: _Number, words: str) -> str:
    language = written.language
    for unit in number.per if words else ():
        joined = is_joined(written, number.stop)
        words = say_per(words, unit, language, joined=joined) or words
    return words


def _count(spelled: str, value: Fraction, digits: int, number: _Number, language: Language) -> str:
    """What is said of a number with its unit, or with its noun of [counted]."""
    if number.unit:
        return say_measure(spelled, value, digits, number.unit, language, number.case) or spelled
    if number.noun:
        return count_noun(spelled, value, digits, number.noun, language)
    return spelled


def _is_fused(written: WrittenText, number: _Number) -> bool:
    """Whether what is counted is said within a number: it says how often it is, as a dual does, or
    stands before the parts of a whole.
    """
    mark = "\0"
    digits = len(number.numeral.partition(".")[2])
    is_said_once = mark in _count(mark, number.quantity.value, digits, number, written.language)
    return not is_said_once or has_parts(written, number.numeral, number.unit)
