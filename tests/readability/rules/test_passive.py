"""passive: who acts is hidden, or named last."""

from __future__ import annotations

import re

import pytest

from .conftest import Flagged, Told

HIDDEN = {
    "en": [
        "The pill is swallowed whole.",
        "Your blood was tested in the morning.",
        "The tube will be put into a vein.",
        "Children are not always told the truth.",
        "The results have been sent to your home.",
        "You may get treated at once.",
        "The dose is slowly being raised.",
        "This drug is used to treat pain.",
        "Noise is used to wake patients.",
        "Is it given at night?",
        "The drug is given by mouth.",
        "Patients are given drugs.",
        "You are called back the next day.",
    ],
    "es": [
        "La pastilla es tragada entera.",
        "Su sangre fue analizada en la mañana.",
        "El tubo será puesto en una vena.",
        "Los niños no son siempre informados.",
        "Los resultados han sido enviados a su casa.",
        "La dosis está siendo aumentada.",
        "El medicamento es dado por la boca.",
        "Las pruebas serán hechas mañana.",
    ],
}
NAMED = {
    "en": [
        "The pill is given by a nurse.",
        "You will be examined by your doctor.",
        "The test was done quickly by the lab.",
        "Germs are carried to others by the hands.",
        "The drug is given by mouth by your nurse.",
    ],
    "es": [
        "La pastilla es dada por una enfermera.",
        "Usted será examinado por su médico.",
        "La prueba fue hecha rápidamente por el laboratorio.",
        "Los resultados son enviados a su casa por el hospital.",
    ],
}
ACTIVE = {
    "en": [
        "You may be tired or worried.",
        "You are used to the clinic.",
        "You get used to taking pills.",
        "You are used to noise.",
        "Children are used to noise.",
        "Noise is used to the clinic.",
        "You will be able to walk.",
        "The light is red.",
        "This is called a port.",
        "The tube is called “the line”.",
        "There are tested drugs for this.",
        "These are approved drugs.",
        "You are going home.",
        "She has finished her pills.",
        "You need a bed.",
        "It is indeed a small cut.",
        "They are married.",
        "Are you scared?",
        "You are allowed to drink.",
        "We got started at noon.",
    ],
    "es": [
        "Usted está cansado.",
        "El botón es rojo.",
        "Es un cuidado especial.",
        "Es demasiado tarde.",
        "Esto es rápido.",
        "Se hace una prueba.",
        "La dosis es adecuada.",
        "Es cada vez mejor.",
        "El tubo es llamado catéter.",
        "El niño ha comido bien.",
        "Son medidas sencillas.",
        "Es debido al calor.",
    ],
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_passive_is_told_and_an_active_sentence_is_not(flagged: Flagged, lang: str) -> None:
    passive = [*HIDDEN[lang], *NAMED[lang]]
    assert flagged("passive", [*passive, *ACTIVE[lang]], lang) == passive


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_passive_weighs_more_where_the_doer_comes_last(told: Told, lang: str) -> None:
    hidden = told(*HIDDEN[lang], lang=lang, kind="passive")
    named = told(*NAMED[lang], lang=lang, kind="passive")
    assert {each.finding.level for each in hidden} == {"info"}
    assert {each.finding.level for each in named} == {"warning"}


def test_a_passive_weighs_more_in_a_long_sentence(told: Told) -> None:
    long = (
        "The pill is swallowed whole with a glass of water or milk or juice in the morning, "
        "at noon and at night."
    )
    assert [each.finding.level for each in told(long, kind="passive")] == ["warning"]


def test_a_term_that_the_guide_explains_is_no_passive(told: Told) -> None:
    assert not told("It is [boiled][term:kettle] water.", kind="passive")


@pytest.mark.parametrize(
    ("lang", "text", "phrases"),
    [
        ("en", "The dose is being raised.", ["is being raised"]),
        ("en", "You may be being watched.", ["be being watched"]),
        ("en", "You will get to be treated.", ["be treated"]),
        ("en", "The pill is given and the dose was raised.", ["is given", "was raised"]),
        ("en", "It is done by a nurse and seen by a doctor.", ["is done by a nurse"]),
        ("en", "It is sent and is seen by the team.", ["is sent", "is seen by the team"]),
        ("en", "It is given. It is taken.", ["is given", "is taken"]),
        ("es", "La dosis está siendo aumentada.", ["siendo aumentada"]),
        ("es", "Son enviados y son leídos por el médico.",
         ["Son enviados", "son leídos por el médico"]),
    ],
)  # fmt: skip
def test_each_passive_is_told_once(told: Told, lang: str, text: str, phrases: list[str]) -> None:
    sentences = re.findall(r"[^.]+\.", text)
    remarks = told(text, lang=lang, kind="passive")
    found = []
    for remark in remarks:
        (words,) = re.findall("“(.+?)”", remark.finding.message)
        assert any(words == sentence.strip()[remark.begin : remark.end] for sentence in sentences)
        found.append(words)
    assert found == phrases


def test_the_words_at_fault_are_those_from_the_verb_to_the_doer(told: Told) -> None:
    text = "Now the pill is given by a clinic nurse in the ward."
    (remark,) = told(text, kind="passive")
    assert text[remark.begin : remark.end] == "is given by a clinic nurse"
