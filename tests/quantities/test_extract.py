"""All quantities of a text are found, with their values, their units and their places."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.languages import find_language
from plainspoken.languages.tags import FOLDER
from plainspoken.quantities.extract import extract
from plainspoken.quantities.quantity import Quantity

TAGS = sorted(path.parent.name for path in FOLDER.glob("*/quantities.toml"))
# Toki Pona alone writes groups of two digits.
# Haitian texts have a point, which CLDR does not know.
UNLIKE_CLDR = ("root", "tok", "ht")
LOCALES = sorted(name for name in locale_identifiers() if name.split("_")[0] not in UNLIKE_CLDR)
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False)
PARTS = st.lists(
    st.sampled_from([
        "2.5", "1,000", "½", "1/2", "8 p.m.", "20:00", "555-0142", "2019-2023", "911", "May 4",
        "05/06/2026", "two", "half", "mg", "Mg", "%", "°C", "°", "tablets", "一", "百分之", "열두",
        "डेढ़", "خمسة", "٫", "\u0301", "\ud800", "\0", "\n\n", "-", "to", "in", "call",
    ]),
    max_size=20,
).map(" ".join)  # fmt: skip
DOSES = {
    "ar": "تناول ٢ أقراص.", "de": "Nehmen Sie 2 Tabletten.", "en": "Take 2 tablets.",
    "es": "Tome 2 comprimidos.", "fa": "۲ قرص بخورید.", "fr": "Prenez 2 comprimés.",
    "hi": "२ गोलियाँ लें।", "ht": "Pran 2 grenn.", "it": "Prenda 2 compresse.",
    "ko": "2정을 드세요.", "pl": "Zażyj 2 tabletki.", "pt": "Tome 2 comprimidos.",
    "ru": "Примите 2 таблетки.", "tl": "Uminom ng 2 tableta.", "tr": "2 tablet alın.",
    "vi": "Uống 2 viên.", "zh": "每次服用2片。",
}  # fmt: skip


def extract_in(tag: str, text: str) -> tuple[Quantity, ...]:
    return extract(text, find_language(tag))


@given(st.sampled_from(LOCALES), NUMBERS)
def test_what_a_locale_writes_is_found_with_its_value(name: str, number: Decimal) -> None:
    written = format_decimal(number, locale=name)
    (found,) = extract_in(name.replace("_", "-"), written)
    assert found.value == Fraction(number), written
    assert found.span == (0, len(unicodedata.normalize("NFC", written)))


@given(st.sampled_from(TAGS), st.one_of(st.text(), PARTS))
def test_quantities_of_any_text_lie_within_it_in_its_order(tag: str, text: str) -> None:
    found = extract_in(tag, text)
    length = len(unicodedata.normalize("NFC", text))
    assert all(0 <= quantity.start <= quantity.end <= length for quantity in found)
    assert [quantity.span for quantity in found] == sorted(quantity.span for quantity in found)


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_knows_the_forms_of_its_doses(tag: str) -> None:
    assert [quantity.value for quantity in extract_in(tag, DOSES[tag]) if quantity.dose] == [2]


@pytest.mark.parametrize(
    ("text", "tag", "value", "unit"),
    [
        ("Take 5 mg.", "en", 5, "mass-milligram"),
        ("Take 0.5mg.", "en", Fraction(1, 2), "mass-milligram"),
        ("A 250-mg pill.", "en", 250, "mass-milligram"),
        ("Inject 10 IU.", "en", 10, "[iU]"),
        ("It is 120 mmHg.", "en", 120, "pressure-millimeter-ofhg"),
        ("A fever of 100.4° is high.", "en", Fraction(502, 5), "temperature-generic"),
        ("Ab 38,5 °C.", "de", Fraction(77, 2), "temperature-celsius"),
        ("Ab 38,5 Grad.", "de", Fraction(77, 2), "temperature-celsius"),
        ("5 मिलीग्राम लें।", "hi", 5, "mass-milligram"),
        ("٥ مل", "ar", 5, "volume-milliliter"),
        ("每次5毫升。", "zh-Hans", 5, "volume-milliliter"),
        ("血压140 mmHg", "zh-Hans", 140, "pressure-millimeter-ofhg"),
        ("注射10IU胰岛素", "zh-Hans", 10, "[iU]"),
        ("10IU를", "ko", 10, "[iU]"),
        ("Примите 5 мг.", "ru", 5, "mass-milligram"),
    ],
)
def test_a_dose_has_its_unit(text: str, tag: str, value: Fraction, unit: str) -> None:
    (found,) = extract_in(tag, text)
    assert (found.value, found.unit, found.dose) == (value, unit, True)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("In 2026, it changed.", "en"),
        ("See page 12.", "en"),
        ("A room for 4 guests.", "en"),
        ("Wait 3 weeks.", "en"),
        ("Only 5 Mg.", "en"),
        ("Vitamin B12 drops.", "en"),
        ("Call 555-0142.", "en"),
        ("En 2026, voyez la page 12.", "fr"),
        ("Im Jahr 2026, Seite 12.", "de"),
        ("Warten Sie 3 Wochen.", "de"),
        ("В 2026 г. стало лучше.", "ru"),
        ("С 2019-2020 гг.", "ru"),
        ("2026年第12页，等3个星期。", "zh-Hans"),
        ("2026년 3주", "ko"),
        ("عام 2026، صفحة ١٢", "ar"),
        ("2026 में 3 सप्ताह", "hi"),
    ],
)
def test_other_numbers_are_no_dose(text: str, tag: str) -> None:
    found = extract_in(tag, text)
    assert found
    assert not any(quantity.dose for quantity in found)


def test_both_ends_of_a_range_are_a_dose() -> None:
    low, high = extract_in("en", "Take 2 to 4 tablets.")
    assert low.dose and low.in_range and high.dose and high.in_range


def test_a_dose_before_a_time_stays_one() -> None:
    dose, time = extract_in("fr", "Prenez 500 mg à 20 h.")
    assert dose.dose and not time.dose


def test_times_and_dates_are_known() -> None:
    found = extract_in("en", "Come at 8 p.m. on May 6.")
    assert [quantity.kind for quantity in found] == ["number", "month", "number"]
    assert found[0].minutes_of_day == {20 * 60}


def test_a_number_in_words_is_spelled_and_may_be_ordinal() -> None:
    two, third = extract_in("en", "Two pills on the third day.")[:2]
    assert two.spelled and two.value == 2
    assert third.spelled and third.ordinal and third.value == 3


def test_a_vitamin_is_no_part_of_the_dose_beside_it() -> None:
    name, dose = extract_in("en", "Vitamin B12 500 mcg.")
    assert name.value == 12
    assert dose.value == 500
    assert dose.unit == "mass-microgram"


def test_a_unit_in_one_sign_is_the_unit() -> None:
    (dose,) = extract_in("ko", "500㎎")
    assert dose.value == 500
    assert dose.unit == "mass-milligram"


def test_a_range_of_round_amounts_is_no_telephone_number() -> None:
    found = extract_in("vi", "30.000-60.000đ")
    assert [quantity.value for quantity in found] == [30_000, 60_000]
    assert not any(quantity.kind == "phone" for quantity in found)
