"""unexplained-term: a medical word that nobody explains."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Flagged, Told

UNEXPLAINED = {
    "en": [
        "You may get mucositis.",
        "An appendectomy is planned.",
        "You need a colonoscopy.",
        "The anemia is mild.",
        "It is a lymphoma.",
        "Your thrombocytopenia is mild.",
        "The drug goes in by catheter.",
        "The lump is benign.",
        "You have acute pain.",
        "You need a biopsy.",
        "Ask the dermatologist.",
        "Watch for edema, fever, or pain.",
        "It is an intravenous drug.",
        "You have hypertension.",
        "There are no metastases.",
        "The echocardiogram is ready.",
    ],
    "es": [
        "Puede tener mucositis.",
        "Le harán una apendicectomía.",
        "Necesita una colonoscopia.",
        "La anemia es leve.",
        "Es un linfoma.",
        "Su trombocitopenia es leve.",
        "El medicamento entra por el catéter.",
        "El bulto es benigno.",
        "Tiene un dolor agudo.",
        "Necesita una biopsia.",
        "Pregunte al dermatólogo.",
        "Tiene hipertensión.",
    ],
}
PLAIN = {
    "en": [
        "You may get sores.",
        "The program weighs a gram.",
        "Show some sympathy.",
        "Make an apology.",
        "It smells of an aroma.",
        "She has a diploma.",
        "The analysis is done.",
        "Learn about technology and psychology.",
        "Read the whole paragraph.",
        "Ask at the Institute of Pathology.",
        "You may have diarrhea.",
        "The diagnosis is clear.",
        "Your history matters.",
        "He speaks of “sepsis”.",
    ],
    "es": [
        "Puede tener llagas.",
        "El programa pesa un gramo.",
        "Muestre simpatía.",
        "El síntoma es leve.",
        "Es otro idioma.",
        "La dosis es baja.",
        "Tome la pastilla.",
        "El análisis está listo.",
        "Es una buena tecnología.",
        "La tarea es de la tarde.",
        "Necesita un requisito.",
        "Es una paloma.",
    ],
}
EXPLAINED = {
    "en": [
        "You need a biopsy, or tissue test.",
        "You need a biopsy (a test of tissue).",
        "A test of tissue (biopsy) is next.",
        "This test is called a biopsy.",
        "A biopsy is a test of tissue.",
        "Biopsy means testing.",
        "Biopsy means a test of tissue.",
        "You need a biopsy, which tests tissue.",
        "Next is the biopsy: a test of tissue.",
        "You need a tissue test, or biopsy.",
        "You need a biopsy, a test of tissue.",
        "On Monday, you will need biopsies, or tissue tests.",
        "On this Monday, you need a tissue test, or biopsy.",
    ],
    "es": [
        "Necesita una biopsia, o prueba de tejido.",
        "Necesita una biopsia (una prueba de tejido).",
        "Una prueba de tejido (biopsia) sigue.",
        "Esta prueba se llama biopsia.",
        "Una biopsia es una prueba de tejido.",
        "Biopsia significa prueba de tejido.",
        "Necesita una biopsia, que analiza el tejido.",
        "Sigue la biopsia: una prueba de tejido.",
        "Necesita una prueba de tejido, o biopsia.",
    ],
}
NOT_EXPLAINED = {
    "en": [
        "You need a biopsy, scans, or blood tests.",
        "You need scans, blood tests, or a biopsy.",
        "You need scans, biopsies, or tests.",
        "You need scans, two new biopsies, or tests.",
        "You need scans, two new tests, or a biopsy.",
        "You need a biopsy, or BX.",
        "The biopsy is near.",
        "That means biopsies hurt a lot.",
    ],
    "es": [
        "Necesita agua, sal, o una biopsia.",
        "Necesita una biopsia, o BX.",
        "La biopsia es mañana.",
    ],
}
LATER = {"en": "The biopsies take an hour.", "es": "Las biopsias duran una hora."}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_medical_word_is_told_and_its_look_alikes_are_not(flagged: Flagged, lang: str) -> None:
    sentences = [*UNEXPLAINED[lang], *PLAIN[lang]]
    assert flagged("unexplained-term", sentences, lang) == UNEXPLAINED[lang]


CASES = [(lang, text) for lang in ("en", "es") for text in EXPLAINED[lang]]


@pytest.mark.parametrize(("lang", "sentence"), CASES)
def test_a_word_that_a_sentence_explains_is_known_everywhere(
    flagged: Flagged, lang: str, sentence: str
) -> None:
    assert flagged("unexplained-term", [LATER[lang], sentence], lang) == []


CASES = [(lang, text) for lang in ("en", "es") for text in NOT_EXPLAINED[lang]]


@pytest.mark.parametrize(("lang", "sentence"), CASES)
def test_a_list_or_another_short_form_explains_nothing(
    flagged: Flagged, lang: str, sentence: str
) -> None:
    sentences = [LATER[lang], sentence]
    assert flagged("unexplained-term", sentences, lang) == sentences


def test_words_side_by_side_are_told_as_one(told: Told) -> None:
    (remark,) = told("You have chronic ischemia now.", kind="unexplained-term")
    assert "“chronic ischemia”" in remark.finding.message


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Ischemia, edema and sepsis hurt.", ["Ischemia", "edema", "sepsis"]),
        ("Chronic ischemia, edema and sepsis hurt.", ["Chronic ischemia", "edema", "sepsis"]),
        ("It is ischemia: edema came.", ["edema"]),
        ("We see acute benign edema.", ["acute benign edema"]),
    ],
)
def test_words_that_something_parts_are_told_one_by_one(
    told: Told, sentence: str, terms: list[str]
) -> None:
    remarks = told(sentence, kind="unexplained-term")
    assert [re.findall("“(.+?)”", each.finding.message) for each in remarks] == [
        [term] for term in terms
    ]


def test_a_heading_is_no_place_to_explain(told: Told) -> None:
    assert not told("## Your biopsy", "It is near.", kind="unexplained-term")


def test_a_word_of_the_glossary_or_the_lexicon_is_known(small_guide: Path, told: Told) -> None:
    glossary = small_guide / "source/glossary.toml"
    text = '\n[biopsy]\nterm = "biopsy"\ndefinition = "A test."\n'
    glossary.write_text(glossary.read_text("utf-8") + text, encoding="utf-8")
    lexicon = small_guide / "source/lexicon.toml"
    lexicon.write_text('[anemia]\nsyllables = "a-ne-mi-a"\n', encoding="utf-8")
    assert not told("You need a biopsy.", "The anemia is mild.", kind="unexplained-term")
