"""double-negative: two negatives in one clause."""

from __future__ import annotations

import pytest

from .conftest import Flagged, Told

DOUBLE = {
    "en": [
        "It is not an unusual effect.",
        "That is not unsafe.",
        "It is not unusual to feel sad.",
        "Do not stop without a plan.",
        "This is not impossible.",
        "You cannot not call.",
        "No one should do nothing.",
        "The pain is not very uncommon.",
        "Nobody is unaffected.",
        "Do not hesitate to call.",
        "There is no reason not to ask.",
        "Don’t leave without your pills.",
        "Do not take aspirin unless your team says so.",
    ],
    "es": [
        "No es infrecuente sentirse triste.",
        "No pare sin un plan.",
        "Esto no es imposible.",
        "Nunca salga sin sus pastillas.",
        "El dolor no es muy inusual.",
        "No tome aspirina a menos que su equipo lo diga.",
        "Nadie debe irse sin ayuda.",
    ],
}
SINGLE = {
    "en": [
        "Do not ignore unusual bleeding.",
        "Do not use unsafe water.",
        "The label says “do not take without food”.",
        "Do not stop.",
        "Without more treatment, the cells do not die.",
        "If you do not eat, do not drive.",
        "It is not only for the old.",
        "Ask whether or not you may eat.",
        "Do not drink and do not eat.",
        "Never take it, and do not chew it.",
        "He does not know that it is not safe.",
        "You do not need to be under care.",
        "It is not a unit or a union.",
        "Do not wait until morning.",
        "No, it is not your fault.",
        "Tell us if you cannot come or do not want to.",
        "It is unlikely to hurt.",
    ],
    "es": [
        "No pare.",
        "No tome nada.",
        "No llame nunca a nadie.",
        "No deje de tomar sus pastillas.",
        "No hay que dejar de comer.",
        "No hay ningún riesgo.",
        "Sin más tratamiento, las células no mueren.",
        "Si no come, no maneje.",
        "No es suya la culpa, sin embargo duele.",
        "No solo es para los mayores.",
        "Es imposible saberlo.",
        "No beba y coma sin sal.",
        "No espere hasta mañana.",
    ],
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_two_negatives_in_one_clause_are_told(flagged: Flagged, lang: str) -> None:
    sentences = [*DOUBLE[lang], *SINGLE[lang]]
    assert flagged("double-negative", sentences, lang) == DOUBLE[lang]


def test_an_exception_weighs_less(told: Told) -> None:
    (remark,) = told("Do not take it unless we say so.", kind="double-negative")
    assert remark.finding.level == "info"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_negation_is_never_reworded(told: Told, lang: str) -> None:
    found = told(*DOUBLE[lang], lang=lang, kind="double-negative")
    assert all(each.instead == () for each in found)


def test_a_double_negative_is_told_once(told: Told) -> None:
    assert len(told("Do not stop without a plan without me.", kind="double-negative")) == 1
