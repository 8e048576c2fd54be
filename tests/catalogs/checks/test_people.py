"""Who a text speaks of, and where a medicine goes in, in words of every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("lang", "source", "right", "wrong"),
    [
        (
            "fr", "Your doctor will decide when you can stop.",
            "Votre médecin décidera quand vous pourrez arrêter.",
            "Vous déciderez quand vous pourrez arrêter.",
        ),
        (
            "it", "You may adjust the dose yourself.",
            "Può adeguare la dose da solo.",
            "Il medico può adeguare la dose da solo.",
        ),
        (
            "de", "The mother can make the baby sleepy.",
            "Die Mutter kann das Baby schläfrig machen.",
            "Die Mutter kann sie schläfrig machen.",
        ),
        (
            "pt", "Older people often feel dizzy.",
            "Os idosos costumam ter tontura.",
            "Os jovens costumam ter tontura.",
        ),
        (
            "zh-Hans", "Ask a nurse for help.",
            "请护士帮忙。",
            "请医生帮忙。",
        ),
    ],
)  # fmt: skip
def test_somebody_else_is_told(
    lang: str, source: str, right: str, wrong: str, rules: Rules
) -> None:
    assert rules(source, right, lang) == set()
    assert rules(source, wrong, lang) == {"people"}


@pytest.mark.parametrize(
    ("lang", "source", "right", "wrong"),
    [
        (
            "ru", "Insert the suppository into the rectum.",
            "Введите свечу в прямую кишку.",
            "Введите свечу во влагалище.",
        ),
        (
            "tl", "Put the tablet under your tongue.",
            "Ilagay ang tableta sa ilalim ng dila.",
            "Ilagay ang tableta sa ibabaw ng dila.",
        ),
        (
            "de", "Swallow the tablet.",
            "Schlucken Sie die Tablette.",
            "Kauen Sie die Tablette.",
        ),
        (
            "es", "The injection goes into the spine.",
            "La inyección se pone en la columna.",
            "La inyección se pone en la vena.",
        ),
    ],
)  # fmt: skip
def test_another_place_is_told(
    lang: str, source: str, right: str, wrong: str, rules: Rules
) -> None:
    assert rules(source, right, lang) == set()
    assert rules(source, wrong, lang) == {"route"}


def test_a_suppository_alone_says_not_where_it_goes_in(rules: Rules) -> None:
    source = "Use the vaginal suppository at home."
    assert rules(source, "Use el supositorio vaginal en casa.", "es") == set()
    assert rules(source, "Use el supositorio rectal en casa.", "es") == {"route"}


def test_not_to_chew_is_to_swallow_whole(rules: Rules) -> None:
    source = "Do not chew the tablet."
    assert rules(source, "No mastique la tableta.", "es") == set()
    assert "route" not in rules(source, "Trague la tableta entera.", "es")


@pytest.mark.parametrize(
    ("lang", "source", "wrong"),
    [
        ("fa", "Boys may have pain.", "دختران ممکن است درد داشته باشند."),
        ("ko", "Girls may have pain.", "남자아이는 아플 수 있습니다."),
        ("pl", "Only the midwife may remove it.", "Usunąć może go tylko pacjentka."),
        ("ht", "Boys may have pain.", "Ti fi ka gen doulè."),
    ],
)
def test_boys_girls_and_midwives_are_told_apart(
    lang: str, source: str, wrong: str, rules: Rules
) -> None:
    assert "people" in rules(source, wrong, lang)
