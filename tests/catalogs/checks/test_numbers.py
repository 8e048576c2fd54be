"""Numbers are compared by what they are worth, not by how they look."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.catalogs.termbase import Rendering
from plainspoken.languages import find_language
from plainspoken.quantities import LocalizedText, ReadingHints, cldr, read_text
from plainspoken.quantities.normalize import fold

from .conftest import Told

Rules = Callable[..., set[str]]
# Toki Pona alone writes groups of two digits.
LOCALES = sorted(name for name in locale_identifiers() if name.split("_")[0] not in ("root", "tok"))
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
        (".5", "en", Fraction(1, 2)),
    ],
)
def test_a_number_has_its_value(written: str, lang: str, value: Fraction) -> None:
    assert read_number(written, lang) == [value]


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("Take 2.5 mg.", "Tome 25 mg.", "es"),
        ("Take 1,500 mg.", "Tome 1.500 mg.", "es@MX"),
        ("The vial holds 1.125 mg.", "Das Fläschchen enthält 1.125 mg.", "de"),
        ("Take 5 mg.", "Tome 15 mg.", "es"),
        ("Take it at 8 p.m.", "Tómelo a las 8.", "es"),
        ("Take it at 8 a.m.", "Tómelo a las 20:00.", "es"),
        ("The visit is on May 6, 2026.", "La visita es el 05/06/2026.", "es"),
        ("Take half a tablet.", "Tome una tableta.", "es"),
        ("The dose is in week 6.", "La dosis es en la semana.", "es"),
        ("Rest for a week.", "Descanse 3 semanas.", "es"),
    ],
)
def test_another_number_is_an_error(source: str, target: str, lang: str, rules: Rules) -> None:
    assert "number-values" in rules(source, target, lang)


def test_a_sign_that_reads_otherwise_is_told_as_such(told: Told) -> None:
    (found,) = told("The vial holds 1.125 mg.", "Das Fläschchen enthält 1.125 mg.", "de")
    assert found.finding.message == "“1.125” reads as 1125 in this language, not 1.125"


def test_a_region_tells_what_a_point_is(rules: Rules) -> None:
    assert rules("It holds 1,500 units.", "Contiene 1.500 unidades.", "es") == set()
    assert rules("It holds 1,500 units.", "Contiene 1.500 unidades.", "es@419")
    assert rules("It holds 1,500 units.", "Contiene 1,500 unidades.", "es@419") == set()


def test_what_a_language_without_data_writes_in_words_is_not_guessed(rules: Rules) -> None:
    assert rules("Take two pills.", "Swallow these.", "sw") == set()


@pytest.mark.parametrize(
    ("source", "target", "rule"),
    [
        (
            "No more than 8 tablets in 24 hours.",
            "No más de 24 tabletas en 8 horas.",
            "number-order",
        ),
        ("Wait 4 to 5 days.", "Espere de 5 a 4 días.", "number-order"),
        ("Beds 4 and 7 are free.", "Las camas 7 y 4 están libres.", "number-order"),
        ("Take 25 mcg.", "Tome 25 mg.", "units"),
        ("Take 5 mL.", "Tome 5 l.", "units"),
        ("Take 5 mL.", "Tome 5.", "units"),
        ("Rest for 3 weeks.", "Descanse 3 meses.", "units"),
        ("Above 38 °C, call.", "Con más de 38 °F, llame.", "units"),
        ("It helps 60% of people.", "Ayuda a 60 personas.", "percent"),
        ("It helps 60 people.", "Ayuda al 60 % de las personas.", "percent"),
        ("Call 555-0142.", "Llame al 555-0124.", "phones"),
        ("Call 911.", "Llame al 112.", "phones"),
    ],
)
def test_what_a_number_counts_stays_with_it(
    source: str, target: str, rule: str, rules: Rules
) -> None:
    assert rules(source, target) == {rule}


def test_the_same_length_of_time_may_be_said_in_another_unit(rules: Rules) -> None:
    assert rules("Come in two weeks.", "Venga en 14 días.") == set()
    assert rules("Take 1000 mg.", "Tome 1 g.") == {"number-values"}


def test_a_local_telephone_number_stands_where_the_glossary_has_it(rules: Rules) -> None:
    local = [Rendering("911", ("112",))]
    assert rules("Call 911.", "Llame al 112.", renderings=local) == set()
    assert rules("Call 911.", "Llame al 113.", renderings=local) == {"phones"}


def test_what_is_known_of_a_language_does_not_depend_on_others_asked_before() -> None:
    # Babel's own data do: it writes what it looks up for one locale into what all inherit.
    for name in ("zh", "ja", "ar", "es"):
        months = Locale.parse(name).months
        assert all(dict(months[context]["wide"]) for context in ("format", "stand-alone"))
        assert all(dict(months[context]["abbreviated"]) for context in months)
    assert {
        name for name, _ in cldr.list_months(find_language("es")) if not name.isalpha()
    } == set()
