"""Find units that are written as symbols, after a number, after a slash or alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..quantities.language_data import match_any
from ..quantities.quantity import Quantity
from ..quantities.unit_table import SYMBOLS
from .suffixes import is_joined
from .units import name_unit, say_per
from .word_pattern import LETTER, MARK, SIGN, UNSPACED, WordPattern, compile_signs, compile_words
from .written import Saying, WrittenText, stands_after

_GAP = "[ \u00a0\u2009\u202f]?"
_PER = WordPattern(
    rf"{_GAP}[/∕]{_GAP}({LETTER}+(?:\.{LETTER}+)*\.?[²2³3]?|(?:(?![\u3000-\u303f]){UNSPACED}){{1,3}})"
    rf"(?!{SIGN})"
)

_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}[.,٫]\d{1,2}(?:[ \u00a0]?[-–][ \u00a0]?\d+)?$")
_NEAR = 40
_SHORTENS = re.compile(r"\.(?=[,;:)]| +[^\W\d_A-ZÀ-ÞА-ЯЁ])")
"""A point of a short form, which ends no sentence."""
_LETTER_BEFORE = WordPattern(rf"{LETTER}$")
_STOP = r"[.!?؟。](?=\s|$)"
_UNSPACED = WordPattern(UNSPACED)


def _is_long(symbol: str) -> bool:
    """Whether a symbol is no letter that may be anything: mg, °C."""
    return len(symbol) > 1 and not symbol.isupper()


_SYMBOL = WordPattern(rf"(?<!{LETTER})(?<!-)(?:{match_any(filter(_is_long, SYMBOLS))})(?!{SIGN}|-)")
_MONEY = "$¢£¥€₩₫₱₹₺₽￥￦"
_SHORT_FORM = WordPattern(
    rf"{_GAP}((?:{LETTER}{{1,4}}\.){{2}}|{LETTER}{{0,3}}[{_MONEY}]|(?:{LETTER}|[.²2µμ]){{1,6}}|×)"
    rf"(?!{SIGN}|-)"
)


COUNTED = WordPattern(rf"[\d⁰¹²³⁴-⁹½¼¾⅓-⅞][ \u00a0-]?(?:[^\W\d_]|{MARK})+\.?$")
"""A word after a number, or the end of one."""
_POINTED = re.compile(r"\.[^\W\d_]")
_WORDS = WordPattern(rf"%?(?:{LETTER}|[ \u00a0-]|{UNSPACED})+")
_FACTOR = re.compile(rf"{_GAP}\d")


def read_unit(written: WrittenText, quantity: Quantity | None, end: int) -> tuple[int, str]:
    """Where the number ends with its unit, and the unit if it is written as a symbol."""
    if quantity is None:
        return end, ""
    if stands_after(written, written.data("units").get("not-after"), quantity.start):
        return end, ""  # § 132g
    if _POINTED.match(written.text, quantity.end):  # 5 U.I. is not 5 U
        longer = _read_short_form(written, replace(quantity, unit=""), end)
        if longer[1]:
            return longer
    symbol = written.text[end : max(end, quantity.end)].strip(" \u00a0\u2009\u202f-")
    is_joined = written.text[end : end + 1] in "-‑" and symbol not in SYMBOLS  # 12-hour
    if (
        symbol in written.data("units").get("not", "").split()
        and not read_per(written, quantity.end)[1]
    ):
        return end, ""  # Tagalog ng is a word, and a nanogram before a slash
    if plain := str(written.data("units").get("instead", {}).get(symbol, "")):
        return _pass_point(written, quantity.end), plain
    is_unit = quantity.unit and symbol and not is_joined and is_symbol(written, symbol)
    # What has no name is not taken up: its symbol stays in the text.
    if is_unit and name_unit(quantity.unit, written.language):
        return _pass_point(written, quantity.end), quantity.unit
    return _read_short_form(written, quantity, end)


def _read_short_form(written: WrittenText, quantity: Quantity, end: int) -> tuple[int, str]:
    """A short form of [units.symbols] that only a voice must know: 48 h, 10 мкл."""
    found = _SHORT_FORM.match(written.text, end)
    if quantity.unit or not found or _is_elided(written, found.end()):
        return end, ""
    known = {**written.data("units").get("symbols", {}), **written.data("money").get("signs", {})}
    if _is_clear(written, end, found.end()):
        known |= written.data("units").get("clear", {})
    is_sign = found[1] in written.data("signs").get("between", {})
    nouns = written.pattern("units", "attributive")
    if is_sign and compile_words(rf"[ \u00a0]?(?:{nouns})").match(written.text, found.end()):
        return end, ""  # 2 x tablets
    if is_sign and _FACTOR.match(written.text, found.end()):
        return end, ""  # 2 x 500 mg
    for symbol in (found[1], found[1].rstrip(".")):
        unit = str(known.get(symbol, ""))
        if unit and name_unit(unit, written.language):
            return _pass_point(written, found.start(1) + len(symbol)), unit
    return end, ""


def _pass_point(written: WrittenText, stop: int) -> int:
    """Where a short form ends with the point that is part of it: 2 tbsp. daily."""
    is_short = bool(_LETTER_BEFORE.search(written.text[:stop]))
    return stop + bool(is_short and _SHORTENS.match(written.text, stop))


def is_attributive(written: WrittenText, end: int, stop: int) -> bool:
    """Whether a measure is part of the noun after it: a 10-mg tablet; 500 mg tablets, by
    `attributive` of [units].
    """
    if written.text[end : end + 1] in ("-", "‑"):
        return True
    nouns = written.pattern("units", "attributive")
    after = compile_words(rf"[ \u00a0](?:{nouns})(?!{SIGN})")
    return end < stop and bool(after.match(written.text, stop))


def _is_elided(written: WrittenText, end: int) -> bool:
    """Whether letters are the beginning of a word, and no short form: 5 l'altra."""
    return written.text[end : end + 1] in ("'", "’") and not is_joined(written, end)


def read_symbol(written: WrittenText, end: int) -> tuple[int, str]:
    """Where a symbol ends that follows two numbers as one, and its unit: 120/80 mmHg."""
    known = {**SYMBOLS, **written.data("units").get("symbols", {})}
    symbols = match_any(filter(_is_long, known))
    found = compile_signs(rf"{_GAP}({symbols})(?!{SIGN}|-)").match(written.text, end)
    if found and name_unit(known[found[1]], written.language):
        return found.end(), known[found[1]]
    return end, ""


def _is_clear(written: WrittenText, end: int, stop: int) -> bool:
    """Whether a letter after a number that ends here can only be a unit, by what is around it: it
    follows a decimal number, a unit follows, 5 m/s, or words of `clear-words` of [units] are near.
    """
    is_per = bool(read_per(written, stop)[1])
    if is_per or _DECIMAL.search(written.text, max(0, end - _NEAR), end):
        return True
    words = compile_words(rf"(?<!{SIGN})(?:{written.pattern('units', 'clear-words')})")
    before = re.split(_STOP, written.text[max(0, end - _NEAR) : end])[-1]
    after = re.split(_STOP, written.text[stop : stop + _NEAR // 2])[0]
    return bool(words.search(before) or words.search(after))


def read_per(written: WrittenText, stop: int) -> tuple[int, tuple[str, ...]]:
    """Where the units end that a number is for each of, and their names: `/kg`, `/m²/day`."""
    units: list[str] = []
    while found := _find_per(written, stop):
        stop, name = found
        units.append(name)
    return stop, tuple(units)


def is_symbol(written: WrittenText, text: str) -> bool:
    """Whether what stands for a unit is a symbol, and no word that stays as it is written."""
    known = written.data("units").get("symbols", {})
    if text in SYMBOLS or text in known or text.rstrip(".") in known:
        return True
    return bool(text) and not _WORDS.fullmatch(text)


def follows_symbol(written: WrittenText, quantity: Quantity, start: int) -> bool:
    """Whether the symbol of its unit stands before a number, as a percent sign may: ٪۲۰."""
    before = written.text[quantity.start : start].strip()
    return bool(quantity.unit) and not re.search(r"\d", before) and is_symbol(written, before)


def _find_per(written: WrittenText, stop: int) -> tuple[int, str] | None:
    """Where a unit ends that follows a slash, and the unit; its last point may end a sentence."""
    if not (found := _PER.match(written.text, stop)):
        return None
    shorter = range(len(found[1]), 0, -1) if _UNSPACED.match(found[1]) else ()
    forms = [found[1], found[1].removesuffix(".")]
    follows = written.text[found.end() :].strip()[:1]
    if "." not in forms[1] and (not follows or follows.isupper()):
        forms.reverse()  # its point ends a sentence
    for symbol in (*forms, *(found[1][:end] for end in shorter)):
        unit = _find_unit(written, symbol)
        if unit and name_unit(unit, written.language):
            return found.start(1) + len(symbol), unit
    return None


def _find_unit(written: WrittenText, symbol: str) -> str:
    units = written.data("units")
    known = {**units.get("symbols", {}), **units.get("per-symbols", {})}
    return SYMBOLS.get(symbol) or str(known.get(symbol, ""))


def find_plain_units(written: WrittenText, saying: Saying) -> set[str]:
    """Units whose symbols are said as another in a stretch, by `instead` of [units]: U."""
    stretch = written.text[saying.start : saying.end]
    symbols = written.data("units").get("instead", {})
    pattern = compile_signs(rf"(?<!{LETTER})(?:{match_any(symbols)})(?!{LETTER})")
    return {SYMBOLS.get(found[0], "") for found in pattern.finditer(stretch)}


def say_units(written: WrittenText) -> Iterator[Saying]:
    """Symbols of units without a number of their own: `120/80 mmHg`, `Dose (mg)`."""
    data = written.data("units")
    words_of_language = data.get("not", "").split()
    own = match_any(data.get("alone", {}))
    alone = compile_signs(rf"(?<!{SIGN})(?<!-)(?:{own})(?!{SIGN}|-)")
    known = {**SYMBOLS, **data.get("alone", {})}
    for found in (*alone.finditer(written.text), *_SYMBOL.finditer(written.text)):
        if found[0] in words_of_language:
            continue
        before = written.text[: found.start()].rstrip()
        if before.endswith("/") and COUNTED.search(before[:-1].rstrip()):
            continue  # 5 cells/mL
        if words := name_unit(str(known[found[0]]), written.language):
            end, per = read_per(written, found.end())
            for unit in per:
                words = say_per(words, unit, written.language) or words
            yield Saying(found.start(), end, words)
