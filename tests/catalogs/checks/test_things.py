"""What a text names stays the same thing in the translation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Told

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("lang", "source", "right", "wrong"),
    [
        ("es", "Give one teaspoon.", "Dé una cucharadita.", "Dé una cucharada."),
        ("es", "Take a level teaspoon.", "Una cucharadita rasa.", "Una cucharada rasa."),
        ("es", "Rub it on your thigh.", "Frótelo en el muslo.", "Frótelo en la nalga."),
        ("de", "Eat an apple.", "Essen Sie einen Apfel.", "Essen Sie eine Banane."),
        ("pt", "Wipe off the saliva.", "Limpe a saliva.", "Limpe o sangue."),
        ("tr", "Do not eat cheese.", "Peynir yemeyin.", "Tereyağı yemeyin."),
        ("pl", "The donor must rest.", "Dawca musi odpocząć.", "Biorca musi odpocząć."),
        ("ht", "Wear your glasses.", "Mete linèt ou.", "Mete lantiy ou."),
    ],
)  # fmt: skip
def test_a_thing_that_became_another_of_its_kind_is_told(
    lang: str, source: str, right: str, wrong: str, rules: Rules
) -> None:
    assert "things" not in rules(source, right, lang)
    assert "things" in rules(source, wrong, lang)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # Both name both, in whatever order.
        ("Eat bread and soup.", "Tome sopa y pan."),
        # A thing that is only left out, or only added, may be said in other words.
        ("Eat soup or something warm.", "Tome algo caliente."),
        ("Eat something warm.", "Tome sopa o algo caliente."),
        # A bandage may be called a dressing, and a word may stand for two things.
        ("Keep the bandage dry.", "Mantenga seco el apósito."),
        ("Use the toilet.", "Vaya al baño."),
        # Another group's word is no other thing.
        ("Drink tea.", "Beba té con la mano izquierda."),
    ],
)
def test_what_may_be_the_same_is_left_alone(source: str, target: str, rules: Rules) -> None:
    assert "things" not in rules(source, target, "es")


def test_in_a_long_sentence_it_is_only_worth_a_look(told: Told) -> None:
    source = "Eat some soup, and rest on the bed of your own room, and call your friends, " * 2
    target = "Coma pan, y descanse en la cama de su propia habitación, y llame a sus amigos, " * 2
    (found,) = [
        each for each in told(f"{source}too.", f"{target}también.", "es") if each.rule == "things"
    ]
    assert found.finding.level == "info"


def test_both_are_shown_as_they_are_written(told: Told) -> None:
    (found,) = told("Eat the Soup warm.", "Coma el Pan caliente.", "es")
    assert found.finding.message == "“Soup” became “Pan”"
