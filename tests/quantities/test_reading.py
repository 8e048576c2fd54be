"""Numbers are read by what they are worth, however a language writes them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.languages import find_language
from plainspoken.quantities import cldr
from plainspoken.quantities.normalize import fold
from plainspoken.quantities.quantity import ReadingHints
from plainspoken.quantities.reading import LocalizedText, read_text, read_text_pair

# Toki Pona alone writes groups of two digits. Haitian Creole has a decimal sign that is not CLDR's.
LOCALES = sorted(
    name for name in locale_identifiers() if name.split("_")[0] not in ("root", "tok", "ht")
)


def read_rows(name: str) -> list[tuple[str, str, str]]:
    """Language, number and words of each row of a file beside this one."""
    languages = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return [(lang, *row) for lang, table in languages.items() for row in table.items()]


NUMBERS = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False)


def read_number(text: str, lang: str) -> list[Fraction]:
    found = read_text(LocalizedText(fold(text), find_language(lang)), ReadingHints()).quantities
    return [each.value for each in found if not each.implied]


@given(st.sampled_from(LOCALES), NUMBERS)
def test_what_a_locale_writes_is_read_as_it_was_meant(name: str, number: Decimal) -> None:
    written = format_decimal(number, locale=name)
    assert read_number(written, name.replace("_", "-")) == [Fraction(number)], written


@given(st.sampled_from(["ar", "ar_EG", "fa", "hi", "mr", "bn", "ne", "my", "ur_IN"]), NUMBERS)
def test_digits_of_every_script_are_read(name: str, number: Decimal) -> None:
    locale = Locale.parse(name)
    written = format_decimal(number, locale=name, numbering_system="default")
    assert read_number(written, str(locale).replace("_", "-")) == [Fraction(number)], written


@pytest.mark.parametrize(
    ("written", "lang", "value"),
    [
        ("2.5", "es", Fraction(5, 2)),
        ("2,5", "es", Fraction(5, 2)),
        ("십 점 삼 세", "ko", Fraction(103, 10)),  # years
        ("三十八点五一刻", "zh", Fraction(77, 2)),  # a quarter of an hour
        ("2.500", "es", 2500),
        ("2.500", "en", Fraction(5, 2)),
        ("0.125", "de", Fraction(1, 8)),
        ("1.125", "de", 1125),
        ("12 000", "fr", 12000),
        ("12\u00a0000", "pl", 12000),
        ("1’500", "de-CH", 1500),
        ("1,50,000", "hi", 150000),
        ("٢٫٥", "ar", Fraction(5, 2)),
        ("۲٫۵", "fa", Fraction(5, 2)),
        ("२.५", "hi", Fraction(5, 2)),
        ("２．５", "ja", Fraction(5, 2)),
        ("½", "es", Fraction(1, 2)),
        ("2½", "es", Fraction(5, 2)),
        ("1 1/2", "en", Fraction(3, 2)),
        ("1.2万", "zh-Hans", 12000),
        ("15만", "ko", 150000),
        ("2.5 million", "en", 2500000),
        ("fünfundzwanzig", "de", 25),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("two hundred and five", "en", 205),
        ("خمسة وعشرون", "ar", 25),
        ("بیست و پنج", "fa", 25),
        ("डेढ़ लाख", "hi", 150000),
        ("साढ़े तीन", "hi", Fraction(7, 2)),
        ("五分之三", "zh-Hans", Fraction(3, 5)),
        ("hai mươi lăm", "vi", 25),
        ("swasanndizwit", "ht", 78),
        ("двадцать один", "ru", 21),
        ("half a dozen", "en", 6),
        ("one hundred and first", "en", 101),
        ("nineteen hundred", "en", 1900),
        ("a hundred", "en", 100),
        ("two and a half", "en", Fraction(5, 2)),
        ("zwölfhundert", "de", 1200),
        ("dalawa't kalahati", "tl", Fraction(5, 2)),
        ("hai nghìn không trăm hai mươi sáu", "vi", 2026),
        ("ثلاث مئة", "ar", 300),
        ("ثمانية مليغرامات ونصف", "ar", Fraction(17, 2)),
        ("خمسة عشر مليغرامًا ونصف", "ar", Fraction(31, 2)),
        ("ثلاث ملاعق صغيرة وثلاثة أرباع", "ar", Fraction(15, 4)),
        ("ثلاثة أقراص ونصف قرص", "ar", Fraction(7, 2)),
        ("三千万", "zh-Hans", 30_000_000),
        (".5", "en", Fraction(1, 2)),
        ("2.5bn", "en", 2_500_000_000),
        ("2,5mln", "pl", 2_500_000),
    ],
)
def test_a_number_has_its_value(written: str, lang: str, value: Fraction) -> None:
    assert read_number(written, lang) == [value]


@pytest.mark.parametrize(("lang", "number", "words"), read_rows("spelled.toml"))
def test_number_words_add_up_in_every_language(lang: str, number: str, words: str) -> None:
    assert read_number(words, lang) == [int(number)]


@pytest.mark.parametrize(("lang", "number", "words"), read_rows("ordinals.toml"))
def test_ordinals_are_read_as_far_as_a_month_has_days(lang: str, number: str, words: str) -> None:
    text = LocalizedText(fold(words), find_language(lang))
    (found,) = read_text(text, ReadingHints()).quantities
    assert found.value == int(number)
    assert found.ordinal or lang in ("fa", "ko", "zh-Hans")


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("two, three", "en", [2, 3]),
        ("ten twenty", "en", [10, 20]),
        ("five hundred, twenty", "en", [500, 20]),
        ("one hundred to two hundred", "en", [100, 200]),
        ("vier zwanzig", "de", [4, 20]),
        ("quinientos doscientos", "es", [500, 200]),
        ("أربعة وعشرون خمسة", "ar", [24, 5]),
        ("خمسة أقراص وعشرون حبة", "ar", [5, 20]),
        ("万一发烧", "zh-Hans", []),
    ],
)
def test_numbers_side_by_side_stay_apart(text: str, lang: str, values: list[int]) -> None:
    assert read_number(text, lang) == values


def test_a_hindi_word_that_also_abbreviates_seconds_is_no_unit() -> None:
    less_than_ten = LocalizedText(fold("10 से कम"), find_language("hi"))
    (found,) = read_text(less_than_ten, ReadingHints()).quantities
    assert (found.value, found.unit) == (Fraction(10), "")


def test_what_is_known_of_a_language_does_not_depend_on_others_asked_before() -> None:
    # Babel's own data do: it writes what it looks up for one locale into what all inherit.
    for name in ("zh", "ja", "ar", "es"):
        months = Locale.parse(name).months
        assert all(dict(months[context]["wide"]) for context in ("format", "stand-alone"))
        assert all(dict(months[context]["abbreviated"]) for context in months)
    assert {
        name for name, _ in cldr.list_months(find_language("es")) if not name.isalpha()
    } == set()


def test_a_number_is_a_time_or_a_decimal_as_the_translation_has_it() -> None:
    source = LocalizedText(fold("Come at 8.30."), find_language("en"))
    for text, value in (
        ("Venga a las 8:30 de la mañana.", Fraction(17, 2)),
        ("Venga con 8,30.", Fraction(83, 10)),
    ):
        first, second = read_text_pair(source, LocalizedText(fold(text), find_language("es")))
        assert [found.value for found in first.quantities] == [value]
        assert [found.value for found in second.quantities] == [value]


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 1, (0, 1)),
        (0, 2, (0, 3)),
        (1, 2, (2, 3)),
        (0, 0, (0, 0)),
        (1, 1, (2, 2)),
        (2, 2, (3, 3)),
    ],
)
def test_a_stretch_has_its_place_where_a_sign_is_left_out(
    start: int, end: int, place: tuple[int, int]
) -> None:
    assert fold("a\u00adb").place(start, end) == place


def test_signs_of_full_width_are_folded_from_the_first_to_the_last() -> None:
    assert fold("！Ａ～｟").text == "!a~｟"
