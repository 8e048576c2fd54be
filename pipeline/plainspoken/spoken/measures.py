"""Say numbers with their signs and units: `< 2.5 mg/kg`, `1–2 tablets`, `120/80 mmHg`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..quantities.language_data import match_any
from ..quantities.quantity import Quantity
from ..quantities.unit_table import SYMBOLS
from .numbers import decline, spell_decimal, spell_fraction
from .suffixes import is_joined
from .units import find_gender, name_unit, say_measure, say_per
from .written import (
    LETTER,
    SIGN,
    Saying,
    WrittenText,
    compile_words,
    find_quantity,
    find_words_before,
    write_ascii,
)

_FRACTION = re.compile(
    r"(?:\d+[ \u00a0\u2009]?)?[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
    r"|(?:\d+[ \u00a0\u2009])?\d{1,2}[/⁄]\d{1,2}"
)
_GAP = "[ \u00a0\u2009\u202f]?"
_PER = re.compile(rf"{_GAP}[/∕]{_GAP}({LETTER}+[²2³3]?|[\u2e80-\ud7ff]{{1,3}})(?!{SIGN})")


def _is_long(symbol: str) -> bool:
    """Whether a symbol is no letter that may be anything: mg, °C."""
    return len(symbol) > 1 and not symbol.isupper()


_SYMBOL = re.compile(rf"(?<!{SIGN})(?<!-)(?:{match_any(filter(_is_long, SYMBOLS))})(?!{SIGN}|-)")
_SHORT_FORM = re.compile(rf"{_GAP}((?:{LETTER}|[.²2µμ]){{1,5}})(?!{SIGN}|[-'’])")
_RANGE = re.compile(rf"{_GAP}[-–—‑~〜～]{_GAP}")
_STOP = re.compile("[.,;:!?]")
"""What stands between two ranges: 7–10 days; 2–4 weeks."""


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
    per: tuple[str, ...] = ()
    in_range: bool = False


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
    stop, unit = _read_unit(written, quantity, end)
    stop, per = read_per(written, stop)
    form = find_gender(written.language, unit) if unit else _find_noun_gender(written, stop)
    in_range = bool(quantity and quantity.in_range)
    digits = write_ascii(written.text[start:end], numeral.value)
    case = find_words_before(written, start, written.data("before"))
    return _Number(start, end, stop, numeral, digits, form, case, unit, per, in_range)


def _share_forms(written: WrittenText, numbers: list[_Number]) -> list[_Number]:
    """The numbers, the first end of a range in the form of the second: 1 or 2 tablets."""
    for index in reversed(range(len(numbers) - 1)):
        low, high = numbers[index : index + 2]
        is_range = low.in_range and high.in_range and not low.unit and not low.form
        if is_range and not _STOP.search(written.text, low.stop, high.start):
            numbers[index] = replace(low, form=high.form)
    return numbers


def _spell(written: WrittenText, number: _Number) -> str:
    """A number without its unit; empty where it is a code such as 0042."""
    text, language = written.text[number.start : number.end], written.language
    value, form = number.quantity.value, decline(number.form, number.case, language)
    joined = is_joined(written, number.end)
    if value.denominator > 1 and _FRACTION.fullmatch(text):
        return spell_fraction(value, language, form, joined=joined)
    if re.match(r"0\d", text):
        return ""
    return spell_decimal(number.numeral, language, written.region, form, joined=joined)


def _read_unit(written: WrittenText, quantity: Quantity | None, end: int) -> tuple[int, str]:
    """Where the number ends with its unit, and the unit if it is written as a symbol."""
    if quantity is None:
        return end, ""
    symbol = written.text[end : max(end, quantity.end)].strip(" \u00a0\u2009\u202f-")
    is_joined = written.text[end : end + 1] in "-‑" and symbol not in SYMBOLS  # 12-hour
    is_symbol = quantity.unit and symbol and not is_joined and _is_symbol(written, symbol)
    # What has no name is not taken up: its symbol stays in the text.
    if is_symbol and name_unit(quantity.unit, written.language):
        return quantity.end, quantity.unit
    return _read_short_form(written, quantity, end)


def _read_short_form(written: WrittenText, quantity: Quantity, end: int) -> tuple[int, str]:
    """A short form of [units.symbols] that only a voice must know: 48 h, 10 мкл."""
    found = _SHORT_FORM.match(written.text, end)
    if quantity.unit or not found:
        return end, ""
    known = written.data("units").get("symbols", {})
    for symbol in (found[1], found[1].rstrip(".")):
        unit = str(known.get(symbol, ""))
        if unit and name_unit(unit, written.language):
            return found.start(1) + len(symbol), unit
    return end, ""


def read_per(written: WrittenText, stop: int) -> tuple[int, tuple[str, ...]]:
    """Where the units end that a number is for each of, and their names: `/kg`, `/m²/day`."""
    units: list[str] = []
    while (found := _PER.match(written.text, stop)) and (name := _find_unit(written, found[1])):
        if not name_unit(name, written.language):
            break
        units.append(name)
        stop = found.end()
    return stop, tuple(units)


def _is_symbol(written: WrittenText, text: str) -> bool:
    known = written.data("units").get("symbols", {})
    is_word = text.replace("-", "").replace(" ", "").isalpha()
    return text in SYMBOLS or text in known or text.rstrip(".") in known or not is_word


def _find_unit(written: WrittenText, symbol: str) -> str:
    known = written.data("units").get("symbols", {})
    return SYMBOLS.get(symbol) or str(known.get(symbol, ""))


def say_units(written: WrittenText) -> Iterator[Saying]:
    """Symbols of units without a number of their own: `120/80 mmHg`, `Dose (mg)`."""
    for found in _SYMBOL.finditer(written.text):
        if words := name_unit(SYMBOLS[found[0]], written.language):
            yield Saying(*found.span(), words)


def _find_noun_gender(written: WrittenText, end: int) -> str:
    """The gender of the noun that is counted, by the patterns of [nouns] in spoken.toml."""
    for gender, pattern in written.data("nouns").items():
        if compile_words(rf"{_GAP}(?:{pattern})").match(written.text, end):
            return str(gender)
    return ""


def _makes_range(written: WrittenText, low: _Number, high: _Number) -> bool:
    between = written.text[low.stop : high.start]
    return bool(_RANGE.fullmatch(between)) and not (low.quantity.ordinal or high.quantity.ordinal)


def _say_group(written: WrittenText, group: list[_Number]) -> Iterator[Saying]:
    *lows, high = group
    data = written.data("signs")
    pattern = str(data.get(f"range-{high.form}") or data.get("range", "{0} – {1}"))
    if lows and f"range-{high.form}" not in data and "range-case" in data:
        high = replace(high, case=str(data["range-case"]))
    words = _say_range(written, lows, high, pattern)
    start = group[0].start
    if not words:
        return
    signs = data.get("before", {})
    before = written.text[:start].rstrip(" \u00a0\u2009\u202f")
    for sign in sorted(signs, key=len, reverse=True):
        if before.endswith(sign) and not _stands_in_word(before, sign, start - len(before)):
            stop, words = _take_noun(written, high, signs[sign], words)
            yield Saying(len(before) - len(sign), stop, _fill(signs[sign], words))
            return
    yield Saying(start, high.stop, words)


def _say_range(written: WrittenText, lows: Sequence[_Number], high: _Number, pattern: str) -> str:
    """The ends of a range with the unit of the last, each with its own where they differ."""
    alike = all(low.unit in ("", high.unit) and low.per in ((), high.per) for low in lows)
    words = _spell(written, high) if alike else _say_unit(written, high)
    for low in reversed(lows):
        spelled = _spell(written, low) if alike else _say_unit(written, low)
        words = pattern.format(spelled, words) if spelled and words else ""
    return _add_unit(written, high, words) if alike else words


def _take_noun(written: WrittenText, number: _Number, pattern: str, words: str) -> tuple[int, str]:
    """Where a number ends, and its words, with the noun where a sign is said after both."""
    quantity = find_quantity(written, number.quantity)
    if pattern.endswith("{0}") or "{0}" not in pattern or not quantity:
        return number.stop, words
    stop = max(number.stop, quantity.end)
    return stop, words + written.text[number.stop : stop]


def _fill(pattern: str, words: str) -> str:
    return pattern.replace("{0}", words) if "{0}" in pattern else f"{pattern} {words}"


def _stands_in_word(before: str, sign: str, gap: int) -> bool:
    """Whether a hyphen or a plus belongs to what is before it: COVID-19, 3 - 2."""
    rest = before[: len(before) - len(sign)]
    return sign in "-+−" and (rest[-1:].isalnum() or bool(gap))


def _say_unit(written: WrittenText, number: _Number) -> str:
    """A number with its unit; empty where the number is none."""
    return _add_unit(written, number, _spell(written, number))


def _add_unit(written: WrittenText, number: _Number, words: str) -> str:
    language = written.language
    if words and number.unit:
        digits = len(number.numeral.partition(".")[2])
        value = number.quantity.value
        words = say_measure(words, value, digits, number.unit, language, number.case) or words
    for unit in number.per if words else ():
        joined = is_joined(written, number.stop)
        words = say_per(words, unit, language, joined=joined) or words
    return words
