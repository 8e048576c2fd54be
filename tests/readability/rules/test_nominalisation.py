"""nominalisation: an action told as a thing."""

from __future__ import annotations

import pytest

from .conftest import Flagged, Told

REWORDED = {
    "en": [
        ("You make a decision.", "You decide."),
        ("She made a decision about it.", "She decided about it."),
        ("They are making decisions.", "They are deciding."),
        ("We perform an examination of the eye.", "We examine the eye."),
        ("A nurse conducts an assessment of the skin.", "A nurse checks the skin."),
        ("Carry out a comparison of the two.", "Compare the two."),
        ("He gives an explanation of the test.", "He explains the test."),
        ("Have a conversation with your nurse.", "Talk with your nurse."),
        ("She made a choice.", "She chose."),
        ("They have made a choice.", "They have chosen."),
    ],
    "es": [
        ("Realice una evaluación de la piel.", "Evalúe la piel."),
        ("Se lleva a cabo una revisión de la piel.", "Se revisa la piel."),
        ("Van a efectuar la medición de la sal.", "Van a medir la sal."),
        ("Ella hizo una donación.", "Ella donó."),
        ("Tome una decisión.", "Decida."),
        ("Están realizando la comparación de las pruebas.", "Están comparando las pruebas."),
        ("Haga una selección de frutas.", "Elija frutas."),
    ],
}
NAMED_ONLY = {
    "en": [
        "The nurse made a choice.",  # chose, or chosen?
        "We perform a new calibration.",
        "They conduct a careful investigation there.",
    ],
    "es": ["Se realiza una intervención.", "Van a llevar a cabo el procedimiento."],
}
LEFT = {
    "en": [
        "You have an infection.",
        "Take your medication.",
        "Make an appointment.",
        "You decide.",
        "They have information.",
        "Give consent.",
        "We perform a play.",
        "Do an exercise.",
        "The side effects that a treatment may cause are few.",
        "They make a difference.",
        "She has a question.",
    ],
    "es": [
        "Usted tiene una infección.",
        "Tome su medicación.",
        "Haga una cita.",
        "Usted decide.",
        "Hacer ejercicio ayuda.",
        "Haga preguntas.",
        "Le dan información.",
        "Realiza su sueño.",
    ],
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_listed_action_becomes_a_verb_of_the_same_form(told: Told, lang: str) -> None:
    things = [before for before, _ in REWORDED[lang]]
    found = told(*things, lang=lang, kind="nominalisation")
    assert [(each.finding.detail[0][1:-1], each.instead) for each in found] == [
        (before, (after,)) for before, after in REWORDED[lang]
    ]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_action_that_no_list_has_is_named_alone(flagged: Flagged, told: Told, lang: str) -> None:
    assert flagged("nominalisation", NAMED_ONLY[lang], lang) == NAMED_ONLY[lang]
    found = told(*NAMED_ONLY[lang], lang=lang, kind="nominalisation")
    assert all(each.instead == () for each in found)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_things_that_are_no_actions_stay(flagged: Flagged, lang: str) -> None:
    assert flagged("nominalisation", LEFT[lang], lang) == []
