"""A condition may be said with a no and the opposite word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Do not give it unless the doctor says so.", "Délo solo si el médico lo dice."),
        ("Take it only if you have pain.", "No lo tome a menos que tenga dolor."),
        ("Do not eat until the test is over.", "Coma solo después de la prueba."),
    ],
)
def test_a_no_with_the_opposite_says_the_same(source: str, target: str, rules: Rules) -> None:
    assert rules(source, target, "es") == set()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Take it only if you have pain.", "Tómelo a menos que tenga dolor."),
        ("Give it unless the doctor says so.", "Délo solo si el médico lo dice."),
        ("Do not eat before the test.", "No coma después de la prueba."),
    ],
)
def test_the_opposite_alone_is_told(source: str, target: str, rules: Rules) -> None:
    assert rules(source, target, "es")


def test_an_opposite_that_is_said_more_often_than_in_the_text_is_told(rules: Rules) -> None:
    source = "Take it in the morning, or you will wake up at night."
    right = "Tómelo por la mañana, o se despertará por la noche."
    wrong = "Tómelo por la noche, o se despertará por la noche."
    assert rules(source, right, "es") == set()
    assert rules(source, wrong, "es") == {"frequency"}


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        ("You may take a shower.", "Puede ducharse.", "Debe ducharse."),
        ("You can go back to work.", "Puede volver al trabajo.", "Debe volver al trabajo."),
        ("It may be given at home.", "Puede darse en casa.", "Debe darse en casa."),
    ],
)
def test_what_you_may_do_is_no_mere_possibility(
    source: str, right: str, wrong: str, rules: Rules
) -> None:
    assert rules(source, right, "es") == set()
    assert rules(source, wrong, "es") == {"modals"}


def test_a_part_of_the_body_after_your_is_on_a_side(rules: Rules) -> None:
    source = "It is placed below your right collarbone."
    assert rules(source, "Se coloca bajo la clavícula derecha.", "es") == set()
    assert rules(source, "Se coloca bajo la clavícula izquierda.", "es") == {"side"}


def test_words_that_may_say_a_condition_need_none(rules: Rules) -> None:
    assert rules("Leave at least four hours.", "Deje al menos cuatro horas.", "es") == set()
    assert rules("Take half a tablet only.", "Tome medio comprimido solamente.", "es") == set()
