"""Say slashes and other signs, and tell which signs nobody can say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from ..quantities.language_data import match_any
from .numbers import decline, spell_whole
from .signs_before import choose_pattern, fill, find_sign
from .unit_symbols import COUNTED, read_per, read_symbol
from .units import say_measure, say_per
from .word_pattern import LETTER, MARK, SIGN, WordPattern, compile_words
from .written import (
    Saying,
    WrittenText,
    find_words_before,
    read_range_word,
    set_apart,
    stands_after,
)

_PRESSURE = re.compile(r"(?<![\d.,/])(\d{2,3})[/⁄](\d{2,3})(?![\d/])")
_PAIR_DASH = re.compile(r"[ \u00a0]?[-–—~〜～][ \u00a0]?(?=\d{2,3}/\d{2,3}(?!\d))")
_LOW_PAIR = re.compile(r"\d/\d{2,3}[ \u00a0]?[-–—~〜～][ \u00a0]?$")
"""What stands between two pressures as a range: 120/80–130/85."""
_SMALL_PRESSURE = re.compile(r"(?<![\d.,/])(\d{1,2}) ?[/⁄xX×] ?(\d{1,2})(?![\d/]|[.,]\d)")
"""In centimetres of mercury, after words for it: فشار خون ۱۲/۸."""
_RATIO = re.compile(r"(?<!\d)(?<!\d[.,:])(\d{1,3})[:∶：](\d{1,6}(?:[.,]\d{3})*)(?![\d:])")
_ONE_IN = re.compile(
    r"(?<![\d/.,:])(1)[/:](\d{1,3}(?:[ .,\u00a0\u2009\u202f]\d{3})+"
    r"|(?!(?:19|20)\d\d(?!\d))\d{3,6})"
    rf"(?![\d/]|[.,]\d|{LETTER})"
)
"""One in so many hundreds or thousands: 1/160, 1/10 000."""
_SLASH = WordPattern(rf"(?:(?<=[^\W\d_]|{MARK})|(?<=[^\W\d_]\.)) ?/ ?(?=[^\W\d_])")
_DIGIT_SLASH = re.compile(r"(?<=\d)/(?=\d|[A-HА-Е](?!\w))")
"""In the number of a house: Turkish 5/3."""
_MEASURE_PER = WordPattern(rf"[\d½¼¾⅓-⅞][ \u00a0]?{LETTER}+(?:/{LETTER}+)?(?P<per> ?/ ?)(?=\d)")
_PLACE = "(?P<low>\\d{1,3})[ \u00a0]?[/⁄][ \u00a0]?(?P<high>\\d{1,3})(?!\\d|[.,/]\\d)"
_STRAIN = re.compile(r"(?<!\w)[A-D]/[A-Z]\d")
"""A virus with its kind: A/H1N1."""
_PAIRS = (
    (_PRESSURE, "over"),
    (_SMALL_PRESSURE, "over"),
    (_RATIO, "ratio"),
)
_AMOUNT = re.compile(r"\d[^\d,;:.!?()/]*$")
_JOINERS = "\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u00ad"


def say_one_in(written: WrittenText) -> Iterator[Saying]:
    """One in so many hundreds or thousands, as a ratio: 1/10 000, 1:10,000."""
    for found in _ONE_IN.finditer(written.text) if "ratio" in written.data("signs") else ():
        if read_place(written, found.start()):
            continue
        is_part = "/" in found[0] and "one-in" in written.data("signs")
        many = read_one_in(found[0])
        if many < 1000 and not is_part:
            continue  # Polish ul. Długa 1/120
        yield _say_pair(written, found.span(), (1, many), "one-in" if is_part else "ratio")


def read_one_in(stretch: str) -> int:
    """How many one is taken of; 0 where a stretch says nothing of the kind."""
    found = _ONE_IN.fullmatch(stretch)
    return int(re.sub(r"\D", "", found[2])) if found else 0


def say_pairs(written: WrittenText) -> Iterator[Saying]:
    """Two numbers with a sign between: blood pressure, 120/80; a ratio, 1:10."""
    signs = written.data("signs")
    times = [quantity for quantity in written.quantities if quantity.minutes_of_day]
    for pattern, key in _PAIRS:
        if key not in signs:
            continue
        for found in pattern.finditer(written.text):
            low, high = (int(re.sub(r"\D", "", found[group])) for group in (1, 2))
            if key == "over" and (low < high or not high):
                continue
            if pattern is _SMALL_PRESSURE and not _is_small_pressure(written, found):
                continue
            # The one of 1:10 alone may be taken for an hour: à 1.
            if key == "ratio" and any(
                time.start == found.start() and time.end > found.end(1) for time in times
            ):
                continue
            yield _say_pair(written, found.span(), (low, high), key)
            if dash := _PAIR_DASH.match(written.text, found.end()):
                yield Saying(*dash.span(), read_range_word(written))


def _say_pair(
    written: WrittenText, span: tuple[int, int], pair: tuple[int, int], key: str
) -> Saying:
    """A pair with the sign before it and its unit: < 120/80 mmHg."""
    signs, (start, end) = written.data("signs"), span
    is_first = key == "over" and not _LOW_PAIR.search(written.text[:start])
    sign, place = find_sign(written, start) if is_first else ("", start)
    case = str(signs.get("cases", {}).get(sign, ""))
    case = case or find_words_before(written, place, written.data("before"))
    form = decline("", case, written.language)
    forms = signs.get(f"{key}-forms") or (form, str(signs.get(f"{key}-form", form)))
    numbers = (
        spell_whole(number, written.language, form)
        for number, form in zip(pair, forms, strict=True)
    )
    words = str(signs[key]).format(*numbers)
    stop, unit = read_symbol(written, end) if key == "over" else (end, "")
    if unit:
        words = say_measure(words, Fraction(pair[1]), 0, unit, written.language, case)
    if sign:
        words = fill(written, place, choose_pattern(written, place, sign), words)
    return Saying(place, stop, words)


def _is_small_pressure(written: WrittenText, found: re.Match[str]) -> bool:
    """Whether two numbers below a hundred are a blood pressure, and not the first of two decimals:
    Persian ۱۳/۵ روی ۸/۵.
    """
    signs = written.data("signs")
    over = str(signs["over"]).partition("{0}")[2].partition("{1}")[0].strip()
    is_decimal = written.text[found.end() :].lstrip().startswith(over)
    is_likely = int(found[1]) in range(7, 31) and int(found[2]) in range(3, 21)
    return (
        is_likely
        and not is_decimal
        and stands_after(written, signs.get("over-after"), found.start())
    )


def say_either(written: WrittenText) -> Iterator[Saying]:
    """Two numbers of a name with a slash between, after the words of [roman]: grade 3/4."""
    before, word = written.data("roman").get("before", ""), written.data("signs").get("or", "")
    if isinstance(before, str) and before and word:
        pattern = compile_words(rf"(?<!{SIGN})(?:{before})[ \u00a0](\d)/(\d)(?!{SIGN}|[./])")
        for found in pattern.finditer(written.text):
            for group in (1, 2):
                yield Saying(*found.span(group), spell_whole(int(found[group]), written.language))
            yield Saying(found.end(1), found.start(2), set_apart(written, word))


def say_places(written: WrittenText) -> Iterator[Saying]:
    """Which of how many, by the patterns of [places], and the sign before it: step 1/3, p. 2/5."""
    forms = written.data("signs").get("place-forms", ("", ""))
    for found, pattern in _find_places(written):
        numbers = (
            spell_whole(int(found[group]), written.language, form)
            for group, form in zip(("low", "high"), forms, strict=True)
        )
        words = pattern.format(*numbers, found.groupdict().get("noun"))
        start, end = found.start("low"), found.end() if "{2}" in pattern else found.end("high")
        sign, place = find_sign(written, start)
        if sign:
            words = fill(written, place, choose_pattern(written, place, sign), words)
        yield Saying(place, end, words)


def read_place(written: WrittenText, start: int) -> list[Fraction]:
    """The two numbers that say which of how many from a place on; none where there are none."""
    for found, _ in _find_places(written):
        if start in (found.start("low"), find_sign(written, found.start("low"))[1]):
            return [Fraction(found["low"]), Fraction(found["high"])]
    return []


def _find_places(written: WrittenText) -> Iterator[tuple[re.Match[str], str]]:
    for pattern, words in written.data("places").items() if "/" in written.text else ():
        framed = str(pattern).replace("{0}/{1}", _PLACE)
        for found in compile_words(rf"(?<!{SIGN})(?<![/.,]){framed}").finditer(written.text):
            if int(found["low"]) <= int(found["high"]) > 1:
                yield found, str(words)


def say_between(written: WrittenText) -> Iterator[Saying]:
    """Signs between numbers: 2 × 5, 3 + 4 = 7; and slashes between words. Words before a sign may
    want other words for it, by `between-after` of [signs].
    """
    signs = written.data("signs")
    after = signs.get("between-after", {})
    for sign, words in signs.get("between", {}).items():
        if sign in written.text:
            range_word = read_range_word(written)  # it may be an ending, as in Korean
            said = range_word if words == range_word.strip() else set_apart(written, words)
            for found in _match_between(sign).finditer(written.text):
                own = find_words_before(written, found.start(), after.get(sign, {}))
                yield Saying(*found.span(), set_apart(written, own) if own else said)
    for found in _DIGIT_SLASH.finditer(written.text) if "slash" in signs else ():
        yield Saying(*found.span(), set_apart(written, signs["slash"]))
    if "or" in signs:
        yield from _say_measures_per(written)
        yield from _say_slashes(written, str(signs["or"]))


def _say_slashes(written: WrittenText, word: str) -> Iterator[Saying]:
    """Slashes between words: `he or she`, nothing where the word follows, and/or; before a unit
    after a number: `5 tablets per day`.
    """
    again = compile_words(rf"{re.escape(word)}(?!{SIGN})")
    counted = {name: str(noun["written"]) for name, noun in written.data("counted").items()}
    for found in _SLASH.finditer(written.text):
        if _STRAIN.match(written.text, found.start() - 1):
            yield Saying(*found.span(), " ")
            continue
        if again.match(written.text, found.end()):
            yield Saying(*found.span(), written.gap)
            continue
        end, per = found.end(), ""
        before = written.text[max(0, found.start() - 40) : found.start()]
        stop, units = read_per(written, found.start())
        is_often = "".join(units[:1]).endswith(("hour", "day", "week")) and _AMOUNT.search(before)
        if is_often or COUNTED.search(before) or find_words_before(written, found.start(), counted):
            end = stop
            for unit in units:
                per = say_per(per, unit, written.language) or per
        if per:
            yield Saying(found.start(), end, f" {per.strip()}")
        else:
            yield Saying(*found.span(), set_apart(written, word))


def _say_measures_per(written: WrittenText) -> Iterator[Saying]:
    """A slash between two measures: 5 mg/5 mL."""
    if per := str(written.data("units").get("per", "")).format("", "").strip():
        for found in _MEASURE_PER.finditer(written.text):
            yield Saying(*found.span("per"), set_apart(written, per))


@cache
def _match_between(sign: str) -> re.Pattern[str]:
    gap = "[ \u00a0]"
    expression = rf"(?<=[\d%)°℃℉％\w]){gap}?{re.escape(sign)}{gap}?(?=[\d(\w]|[-−－]\d)"
    if sign.isalpha():  # 2x1, 2 x daily, 50 mg x 2
        # But no letter of a word: Portuguese 1 xíc.
        expression = (
            rf"(?<=\d){gap}?{sign}(?:{gap}?(?=[\d(])|{gap}(?=\w))|(?<=\w){gap}{sign}{gap}(?=\d)"
        )
    return re.compile(expression)


def say_signs(written: WrittenText) -> Iterator[Saying]:
    """Single signs: &, %, @."""
    signs = written.data("signs").get("alone", {})
    for found in re.finditer(
        match_any(sign for sign in signs if sign in written.text), written.text
    ):
        yield Saying(*found.span(), set_apart(written, signs[found[0]]))


def say_signs_of_voice(written: WrittenText) -> Iterator[Saying]:
    """The signs of [spoken] in voice.toml, for a language without a spoken.toml: an engine reads
    its numbers.
    """
    for sign, words in written.language.table("voice", "spoken").items():
        for found in re.finditer(re.escape(sign), written.text):
            yield Saying(*found.span(), str(words))
    for found in _SLASH.finditer(written.text):
        yield Saying(*found.span(), ", ")


def is_sayable(character: str) -> bool:
    """Whether a voice can read a character, or rightly passes it over: letters, plain punctuation.

    Symbols (Unicode general category S) say something; nobody may drop them in silence.
    """
    category = unicodedata.category(character)
    return category[0] in "LMZP" or category == "Nd" or character in _JOINERS or character.isspace()
