"""Numbers are compared by what they are worth, not by how they look."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.catalogs.termbase import Rendering

from .conftest import Told, tell

Rules = Callable[..., set[str]]

TABLETS = ("1.5 tablets", "6 tablets", "a quarter of a tablet", "half a tablet", "three tablets")
DOSES = {
    "es": (
        "Tome {dose} cada {hours} horas durante {days} días.",
        ("1,5 tabletas", "6 tabletas", "un cuarto de tableta", "media tableta", "tres tabletas"),
    ),
    "fr": (
        "Prenez {dose} toutes les {hours} heures pendant {days} jours.",
        (
            "1,5 comprimé",
            "6 comprimés",
            "un quart de comprimé",
            "un demi-comprimé",
            "trois comprimés",
        ),
    ),
    "ru": (
        "Принимайте {dose} каждые {hours} часов в течение {days} дней.",
        ("1,5 таблетки", "6 таблеток", "четверть таблетки", "половину таблетки", "три таблетки"),
    ),
    "zh": (
        "每{hours}小时服{dose}，连服{days}天。",
        ("1.5片", "6片", "四分之一片", "半片", "三片"),
    ),
}
"""A text with its dose left out, and the doses in the order of `TABLETS`, sorted."""


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


def test_an_hour_of_twelve_may_stand_for_a_time_where_its_words_are_not_known(rules: Rules) -> None:
    assert rules("Take it at 8 p.m.", "Meza saa 8.", "sw") == set()
    assert rules("Take it at 8 p.m.", "Meza saa 9.", "sw") == {"number-values"}


def test_the_same_digits_are_an_error_only_beside_what_they_count(told: Told) -> None:
    (found,) = told("In all, 25,000 came.", "Tổng cộng 25,000 đã đến.", "vi")
    assert found.finding.level == "info"
    (found,) = told("Take 1,500 mg.", "Nehmen Sie 1,500 mg.", "de")
    assert found.finding.level == "error"


def test_digits_of_a_name_may_be_said_in_words(told: Told) -> None:
    (found,) = told("Its R0 is high.", "Su número reproductivo es alto.")
    assert found.finding.level == "info"
    (found,) = told("Take vitamin B12.", "Tome una vitamina.")
    assert found.finding.level == "error"


def test_two_in_a_word_of_what_is_two_in_the_text_is_no_error(told: Told) -> None:
    (found,) = told("He compared Rome and Athens.", "Comparó estas dos ciudades, Roma y Atenas.")
    assert found.finding.level == "info"
    (found,) = told("Take the tablets.", "Tome dos tabletas.")
    assert found.finding.level == "error"


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # A share of four is no half tablet for four days.
        (
            "Take half a tablet for 4 days.",
            "Tome media tableta durante 4 días.",
            "Tome dos tabletas durante 4 días.",
        ),
        # What stands in the same sentence counts something else.
        (
            "Take one tablet for 3 days.",
            "Tome una tableta durante 3 días.",
            "Tome tres tabletas durante 3 días.",
        ),
        (
            "Take 4 tablets for 6 days.",
            "Tome 4 tabletas durante 6 días.",
            "Tome un cuarto de tableta durante 6 días.",
        ),
        (
            "Take two puffs twice a day.",
            "Use dos inhalaciones dos veces al día.",
            "Use dos inhalaciones una vez al día.",
        ),
        # No time of the day: a duration.
        ("Repeat after 5 minutes.", "Repita después de 5 minutos.", "Repita después de 5 horas."),
    ],
)
def test_a_dose_is_not_excused_by_an_equal_number_elsewhere(
    source: str, right: str, wrong: str, rules: Callable[..., set[str]]
) -> None:
    assert not rules(source, right, "es")
    assert rules(source, wrong, "es") & {"number-values", "units"}


@settings(max_examples=150, deadline=None)
@given(
    tablets=st.sampled_from(sorted(TABLETS)),
    others=st.sampled_from(sorted(TABLETS)),
    hours=st.integers(2, 12),
    days=st.integers(2, 12),
    lang=st.sampled_from(sorted(DOSES)),
)
def test_another_dose_is_told_whatever_stands_beside_it(
    tablets: str, others: str, hours: int, days: int, lang: str
) -> None:
    text, words = DOSES[lang]
    source = f"Take {tablets} every {hours} hours for {days} days."
    target = text.format(dose=words[sorted(TABLETS).index(others)], hours=hours, days=days)
    told = {each.finding.level for each in tell(source, target, lang)}
    assert bool(told & {"warning", "error"}) == (tablets != others)
