"""What CLDR knows of a locale, as it is needed beside numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from plainspoken.languages import find_language
from plainspoken.quantities import cldr


@pytest.mark.parametrize(
    ("value", "tag", "region", "text"),
    [
        (Fraction(12345, 10), "en", "", "1,234.5"),
        (Fraction(12345, 10), "de", "", "1.234,5"),
        (Fraction(12345, 10), "de", "CH", "1’234.5"),
        (Fraction(12345, 10), "es", "", "1.234,5"),
        (Fraction(12345, 10), "es", "MX", "1,234.5"),
        (Fraction(12345, 10), "fr", "", "1\u202f234,5"),
        (Fraction(12345, 10), "pl", "", "1\u00a0234,5"),
        (Fraction(1234567), "en", "", "1,234,567"),
        (Fraction(1234567), "es", "", "1.234.567"),
        (Fraction(12), "es", "", "12"),
        (Fraction(1, 3), "es", "", "1/3"),
        (Fraction(1, 2), "de", "", "0,5"),
    ],
)
def test_a_number_is_written_as_in_its_locale(
    value: Fraction, tag: str, region: str, text: str
) -> None:
    assert cldr.write_number(value, find_language(tag), region) == text


@pytest.mark.parametrize(
    ("tag", "region", "order"),
    [
        ("en", "", "mdy"), ("en", "GB", "dmy"), ("en", "CA", "ymd"), ("de", "", "dmy"),
        ("es", "", "dmy"), ("es", "PR", "mdy"), ("zh-Hans", "", "ymd"), ("ko", "", "ymd"),
        ("hu", "", "ymd"), ("fa", "", "ymd"), ("qo", "", "ymd"),
    ],
)  # fmt: skip
def test_dates_are_in_the_order_of_their_locale(tag: str, region: str, order: str) -> None:
    assert cldr.find_date_order(find_language(tag), region) == order


@pytest.mark.parametrize(
    ("tag", "region", "sign"),
    [
        ("en", "", "."), ("en", "ZA", ","), ("es", "", ","), ("es", "419", "."), ("es", "MX", "."),
        ("es", "AR", ","), ("pt", "AO", ","), ("de", "AT", ","), ("de", "CH", "."),
        ("sr-Latn", "", ","), ("qo", "", "."), ("ar", "", "."), ("fa", "", "."),
    ],
)  # fmt: skip
def test_the_decimal_sign_is_that_of_the_locale_or_its_nearest_parent(
    tag: str, region: str, sign: str
) -> None:
    assert cldr.find_decimal_sign(find_language(tag), region) == sign


def test_months_and_days_have_all_their_names_and_no_bare_numbers() -> None:
    names = dict(cldr.list_months(find_language("de")))
    assert [names[name] for name in ("januar", "jan", "märz", "mär", "sept", "dez")] == [
        1, 1, 3, 3, 9, 12,
    ]  # fmt: skip
    genitive = dict(cldr.list_months(find_language("pl")))
    assert genitive["maj"] == genitive["maja"] == 5
    chinese = dict(cldr.list_months(find_language("zh-Hans")))
    assert (chinese["1月"], chinese["十二月"]) == (1, 12)
    days = dict(cldr.list_weekdays(find_language("es")))
    assert [days[name] for name in ("lunes", "domingo")] == [0, 6]


def test_parts_of_the_day_are_morning_afternoon_night_and_noon_the_longest_names_first() -> None:
    parts = cldr.list_day_parts(find_language("ja"))
    assert sorted(parts) == ["am", "night", "noon", "pm"]
    assert {"午前"} <= set(parts["am"])
    assert {"午後", "夕方"} <= set(parts["pm"])
    assert "正午" in parts["noon"]
    assert all(len(name) > 1 for names in parts.values() for name in names)
    for tag in ("uk", "el", "ja"):
        for names in cldr.list_day_parts(find_language(tag)).values():
            assert [len(name) for name in names] == sorted(map(len, names), reverse=True)


def test_a_unit_has_the_forms_of_the_widths_that_are_asked_for() -> None:
    english = find_language("en")
    assert set(cldr.list_unit_forms(english, "mass-milligram", ["short"])) == {"mg"}
    assert set(cldr.list_unit_forms(english, "mass-milligram", ["long", "short"])) == {
        "milligram", "milligrams", "mg",
    }  # fmt: skip
    assert list(cldr.list_unit_forms(english, "no-unit", ["long"])) == []
    assert set(cldr.list_unit_forms(find_language("fr"), "concentr-percent", ["long"])) == {
        "pour cent"
    }
