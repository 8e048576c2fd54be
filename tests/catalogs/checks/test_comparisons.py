"""Two that are compared, or one that is meant and one that is not, keep their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Told

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "Women faint more often than men.",
            "Las mujeres se desmayan más que los hombres.",
            "Los hombres se desmayan más que las mujeres.",
        ),
        (
            "It is worse in the morning than in the evening.",
            "Es peor por la mañana que por la noche.",
            "Es peor por la noche que por la mañana.",
        ),
        (
            "Use it in the nose, not in the ear.",
            "Úselo en la nariz, no en el oído.",
            "Úselo en el oído, no en la nariz.",
        ),
        (
            "Ibuprofen works longer than aspirin.",
            "El ibuprofeno actúa más tiempo que la aspirina.",
            "La aspirina actúa más tiempo que el ibuprofeno.",
        ),
    ],
)
def test_two_that_changed_places_are_told(
    source: str, right: str, wrong: str, rules: Rules
) -> None:
    assert rules(source, right, "es") == set()
    assert "comparisons" in rules(source, wrong, "es")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Women need less salt than men.", "Los hombres necesitan más sal que las mujeres."),
        ("Ask a nurse, not a doctor.", "No pregunte a un médico, sino a una enfermera."),
    ],
)
def test_two_may_stand_the_other_way_round_where_the_words_turn_too(
    source: str, target: str, rules: Rules
) -> None:
    assert "comparisons" not in rules(source, target, "es")


def test_both_are_shown_as_they_are_written(told: Told) -> None:
    (found,) = told("Women sleep more than men.", "Los hombres duermen más que las mujeres.", "es")
    assert found.finding.message == (
        "“Women” and what it is compared with have changed places at “mujeres”"
    )
