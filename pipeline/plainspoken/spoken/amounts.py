"""Know amounts of money, and say a whole and its hundredths apart: $25.50, 252,50 zł, 1,72 m; and
feet with inches, 5'4".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from ..languages import Language
from ..quantities.language_data import match_any
from ..quantities.quantity import Quantity
from .counted import find_noun
from .numbers import decline, spell_whole
from .unit_symbols import read_unit
from .units import find_gender, name_unit, say_measure
from .word_pattern import MARK, SIGN, WordPattern
from .written import Saying, WrittenText, find_quantity

METER = "length-meter"
_BLANKS = " \u00a0\u2009\u202f"
_WORD = WordPattern(rf"[{_BLANKS}]?(?:[^\W\d_]|{MARK})+")
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?(?![\w,])|\d+\.\d\d(?!\w)")
"""A number that looks like money: 1,500; 250.00."""
_HEIGHT = re.compile(rf"(?<![\w.,/])([12])[{_BLANKS}]?m[{_BLANKS}]?(\d{{1,2}})(?![\w/]|[.,]\d)")
_FEET = re.compile(
    rf"(?<![\w.,])(\d{{1,2}})[{_BLANKS}]?(?:['′’]|ft\b\.?)[{_BLANKS}-]?"
    rf"(\d{{1,2}})[{_BLANKS}]?(?:[\"″”]|''|’’|in\b)(?!\w)"
)


def find_currency(written: WrittenText, start: int) -> tuple[int, str]:
    """Where a sign or code of money before a number begins, and the unit that it is; else nothing.
    A code is no part of a word, and a sign after a number belongs to that.
    """
    before = written.text[:start].rstrip(_BLANKS)
    data = written.data("money")
    signs: Mapping[str, str] = data.get("signs", {})
    if "amounts" in data and _AMOUNT.match(written.text, start):
        signs = {**signs, **data["amounts"]}
    for sign in sorted(signs, key=len, reverse=True):
        if before.endswith(sign):
            place = len(before) - len(sign)
            last = before[:place].rstrip(_BLANKS)[-1:]
            if not (last.isdecimal() or (sign[0].isalpha() and before[:place][-1:].isalnum())):
                outer = find_currency(written, place)  # MXN $5
                return outer if outer[1] and not sign[0].isalpha() else (place, signs[sign])
    return start, ""


def is_currency(written: WrittenText, unit: str) -> bool:
    """Whether a unit is one of money."""
    return unit in written.data("money").get("signs", {}).values()


def has_parts(written: WrittenText, numeral: str, unit: str) -> bool:
    """Whether an amount is said as a whole and its hundredths: 25.50, not 1.5 or 2.125; a height
    from a meter on.
    """
    whole, _, digits = numeral.partition(".")
    data = _find_data(written, unit)
    is_said = unit != METER or (whole != "0" and not re.fullmatch("0[1-9]", digits))
    return len(digits) == 2 and is_said and unit in data.get("parts", {})


def _find_data(written: WrittenText, unit: str) -> Mapping[str, Any]:
    return written.data("heights" if unit == METER else "money")


def say_parts(written: WrittenText, numeral: str, unit: str, case: str) -> str:
    """An amount as so many wholes and so many parts: `twenty-five dollars and fifty cents`."""
    data = _find_data(written, unit)
    whole, _, digits = numeral.partition(".")
    amounts = [(int(whole), unit), (int(digits), str(data["parts"][unit]))]
    words = [count_unit(written, number, name, case) for number, name in amounts if number]
    return str(data["and"]).format(*words) if len(words) == 2 else "".join(words)


def count_unit(written: WrittenText, number: int, unit: str, case: str) -> str:
    """A whole number with its unit, or alone."""
    language = written.language
    form = decline(find_gender(language, unit), case, language) if unit else ""
    spelled = spell_whole(number, language, form)
    return say_measure(spelled, Fraction(number), 0, unit, language, case) if unit else spelled


def say_heights(written: WrittenText) -> Iterator[Saying]:
    """Meters with the sign between them and what is above: 1m65."""
    pattern = str(written.data("heights").get("and", ""))
    for found in _HEIGHT.finditer(written.text) if pattern else ():
        part = str(written.data("heights")["parts"][METER])
        high, low = found[1], found[2]
        nought = spell_whole(0, written.language) + written.gap if low[0] == "0" else ""
        words = nought + count_unit(written, int(low), part if len(low) == 2 else "", "")
        yield Saying(
            *found.span(), pattern.format(count_unit(written, int(high), METER, ""), words)
        )


def split_parts(stretch: str, numbers: Sequence[Quantity], language: Language) -> list[Fraction]:
    """The numbers of what is written, those with hundredths apart where some have them."""
    money = language.table("spoken", "money")
    signs = [*money.get("signs", ()), *money.get("amounts", ())]
    is_meter = re.search(rf"\d[{_BLANKS}]?m$", stretch)
    if not (is_meter or any(sign in stretch for sign in signs)):
        return []
    parts = (divmod(number.value, 1) for number in numbers)
    values = (value for whole, part in parts for value in (Fraction(whole), part * 100))
    return [value for value in values if value]


def say_feet(written: WrittenText) -> Iterator[Saying]:
    """Feet with inches: 5'4", 5 ft 4 in."""
    pattern = str(written.data("heights").get("and", f"{{0}}{written.gap}{{1}}"))
    for found in _FEET.finditer(written.text):
        units = zip(found.groups(), ("length-foot", "length-inch"), strict=True)
        words = [count_unit(written, int(number), unit, "") for number, unit in units]
        if all(words):
            yield Saying(*found.span(), pattern.format(*words))


def find_large(
    written: WrittenText, numeral: Quantity, quantity: Quantity, units: tuple[str, str]
) -> Mapping[str, str]:
    """What is said of an amount whose number goes on after its digits, as a noun of [counted] is:
    $5 million, $3.5bn, by `large` of [money]. `units`: that of the money, and the short form of
    such a number, if it is one.
    """
    currency, great = units
    language = written.language
    scale = written.text[numeral.end : quantity.end]
    if great:
        digits = len(written.text[slice(*numeral.span)].replace(",", ".").partition(".")[2])
        form = find_gender(language, great)
        amount = say_measure("{0}", numeral.value, digits, great, language)
    elif _WORD.fullmatch(scale):
        _, form, _ = find_noun(written, numeral.end)
        amount = f"{{0}}{scale}"
    else:
        return {}
    pattern = str(written.data("money")["large"])
    return {"form": form, "other": pattern.format(amount, name_unit(currency, language))}


def say_currencies(written: WrittenText) -> Iterator[Saying]:
    """Signs and codes of money after a number that ends in words: 1,5 млн ₽, 5 milyon TL."""
    data = written.data("money")
    for numeral in written.numerals if data else ():
        quantity = find_quantity(written, numeral)
        if quantity and quantity.value != numeral.value:
            end, _ = read_unit(written, quantity, numeral.end)
            found = _match_sign(written.language).match(written.text, max(end, quantity.end))
            if found:
                name = name_unit(str(data["signs"][found[1]]), written.language)
                words = str(data["large"]).format("", name).strip()
                yield Saying(*found.span(), f"{written.gap}{words}")


@cache
def _match_sign(language: Language) -> WordPattern:
    signs = match_any(language.table("spoken", "money").get("signs", {}))
    return WordPattern(rf"[{_BLANKS}]?({signs})(?!{SIGN})")
