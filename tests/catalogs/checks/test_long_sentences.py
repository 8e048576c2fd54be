"""Long sentences: what is added or stands elsewhere in them is worth a look, and no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Told

Rules = Callable[..., set[str]]
WALK = (
    "The nurses who work on our ward walk with you through the garden each day, and the gate to"
    " the street stays open until the evening."
)
ALLOWED = (
    "On the days on which you are done with treatment at the clinic you may walk to the garden with"
    " your family, and you may eat lunch there."
)


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        (
            WALK,
            "Las enfermeras de nuestra sala dan un paseo con usted por el jardín cada día, y la"
            " puerta de la calle no deja de estar abierta hasta la noche.",
            "info",
        ),
        ("The gate stays open.", "La puerta no está abierta.", "warning"),
    ],
)
def test_a_no_that_is_added_to_a_long_sentence_is_only_worth_a_look(
    source: str, target: str, level: str, told: Told
) -> None:
    assert [(each.rule, each.finding.level) for each in told(source, target)] == [
        ("negation", level)
    ]


def test_a_long_sentence_may_not_forbid_what_its_text_allows(rules: Rules) -> None:
    target = (
        "Los días en que ha terminado el tratamiento en la clínica no debe caminar hasta el jardín"
        " con su familia, y puede almorzar allí."
    )
    assert "negation" in rules(ALLOWED, target)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        (
            "La puerta que da a la calle está cerrada por la noche, y las enfermeras de nuestra"
            " sala caminan con usted por el jardín todos los días.",
            set(),
        ),
        (
            "Las enfermeras de nuestra sala caminan con usted por el jardín todos los días, y la"
            " puerta que da a la calle está cerrada por la noche.",
            {"opposites"},
        ),
    ],
)
def test_an_opposite_in_another_part_of_a_long_sentence_is_another_word(
    target: str, found: set[str], rules: Rules
) -> None:
    source = WALK.replace("stays open until the evening", "is open in the evening")
    assert rules(source, target) == found
