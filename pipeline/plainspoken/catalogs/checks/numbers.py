"""Whether a translation says the same numbers: by value, however a language writes them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from ...findings import Finding
from .pair import Pair

_GROUPS = "\u00a0\u202f\u2009'’٬"
_NUMBER = re.compile(rf"\d+(?:[.,٫{_GROUPS}]\d+)*[¼½¾⅓⅔⅛⅜⅝⅞]?|[¼½¾⅓⅔⅛⅜⅝⅞]")
_SEPARATOR = re.compile(rf"([.,٫{_GROUPS}])")
# Words for 0, 1, 2… and for a half: a number may be a digit on one side and a word on the other.
_WORDS = {
    "en": "zero|no|none one|once|first two|twice|second three|third four|fourth five|fifth six "
    "seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty",
    "es": "cero|ningún|ninguno|ninguna un|uno|una|primer|primero|primera dos|segundo|segunda "
    "tres|tercer|tercero|tercera cuatro|cuarto|cuarta cinco|quinto|quinta seis siete ocho nueve "
    "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "tl": "sero|wala isa|isang|una dalawa|dalawang|ikalawa tatlo|tatlong|ikatlo apat limang|lima "
    "anim pito|pitong walo|walong siyam sampu|sampung",
}
_HALVES = {"en": "half", "es": "medio|media|mitad", "tl": "kalahati|kalahating"}


def number_values(pair: Pair) -> Iterator[Finding]:
    """Each number of the text stands in the translation, and no other does."""
    source, target = _both(pair)
    missing, added = Counter(source) - Counter(target), Counter(target) - Counter(source)
    for number in sorted(missing):
        said = _said(number, pair.locale.lang, pair.target_text)
        where = "stands as a word in the translation" if said else "is missing in the translation"
        cure = "See that the word says the same." if said else "Correct the number."
        yield pair.finding(f"the number {number} {where}", cure, "warning" if said else "error")
    for number in sorted(added):
        said = _said(number, pair.source_lang, pair.source_text)
        where = "stands as a word in the text" if said else "is not in the text"
        cure = "See that the number says the same." if said else "Correct the number."
        yield pair.finding(f"the number {number} {where}", cure, "warning" if said else "error")


def number_order(pair: Pair) -> Iterator[Finding]:
    """The same numbers in another order may have changed places: 8 in 24, 24 in 8."""
    source, target = _both(pair)
    if source != target and Counter(source) == Counter(target):
        cure = "See that each number still belongs to its word."
        yield pair.finding("the numbers stand in another order", cure, "warning")


def _both(pair: Pair) -> tuple[list[Decimal], list[Decimal]]:
    return (
        numbers(pair.source_text, pair.source_lang, ""),
        numbers(pair.target_text, pair.locale.lang, pair.locale.region),
    )


def numbers(text: str, lang: str, region: str) -> list[Decimal]:
    """The values of all numbers written with digits, as readers of a language read them."""
    decimal = _decimal_sign(lang, region)
    return [value for found in _NUMBER.finditer(text) for value in _values(found[0], decimal)]


@cache
def _decimal_sign(lang: str, region: str) -> str:
    from babel import Locale
    from babel.numbers import get_decimal_symbol

    parts = [lang.replace("-", "_"), region]
    return get_decimal_symbol(Locale.parse("_".join(filter(None, parts))))


def _values(token: str, decimal: str) -> list[Decimal]:
    """One value; or several, where signs between digits make no number together."""
    part = Decimal(0)
    if token[-1] in "¼½¾⅓⅔⅛⅜⅝⅞":
        part = Decimal(str(round(unicodedata.numeric(token[-1]), 4)))
        token = token[:-1]
    if not token:
        return [part]
    pieces = _SEPARATOR.split(token)
    digits, signs = pieces[::2], pieces[1::2]
    fraction = ""
    if signs and _is_decimal(signs, digits[-1], decimal):
        fraction = digits.pop()
        signs.pop()
    if signs and not _are_groups(signs, digits):
        return [Decimal(int(each)) for each in _SEPARATOR.split(token)[::2]]
    whole = Decimal(f"{int(''.join(digits))}.{_latin(fraction) or 0}")
    return [(whole + part).normalize() + 0]


def _is_decimal(signs: Sequence[str], last: str, decimal: str) -> bool:
    sign = signs[-1]
    if signs.count(sign) > 1 or sign in _GROUPS:
        return False
    # Another language's sign is understood where it cannot be one of thousands.
    return sign in (decimal, "٫") or (len(signs) == 1 and len(last) != 3)


def _are_groups(signs: Sequence[str], digits: Sequence[str]) -> bool:
    same = len(set(signs)) == 1
    return same and len(digits[0]) <= 3 and all(len(each) == 3 for each in digits[1:])


def _latin(digits: str) -> str:
    return "".join(str(unicodedata.digit(each)) for each in digits)


def _said(number: Decimal, lang: str, text: str) -> bool:
    """Whether a text has a word for a number."""
    base = lang.partition("-")[0]
    words = _WORDS.get(base, "").split()
    if number == Decimal("0.5"):
        said = _HALVES.get(base, "")
    elif number == int(number) and number < len(words):
        said = words[int(number)]
    else:
        return False
    return bool(set(said.split("|")) & set(re.findall(r"\w+", text.lower())) - {""})
