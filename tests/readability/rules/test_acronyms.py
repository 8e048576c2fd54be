"""undefined-acronym: capitals that the guide nowhere spells out."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Flagged, Told

UNKNOWN = {
    "en": [
        "You need a CBC today.",
        "Two CTs are planned.",
        "Your WBC is low.",
        "The MRI takes an hour.",
        "Use a PICC line.",
        "Your HLA type is known.",
        "Ask about G6PD first.",
        "The PEG-tube is soft.",
        "It goes in by IV.",
        "Take it BID.",
    ],
    "es": [
        "Necesita un HC hoy.",
        "La RM dura una hora.",
        "Su WBC es bajo.",
        "Use una vía PICC.",
        "Pregunte por el HLA.",
        "Le harán una TAC.",
        "Es por vía IV.",
        "La UCI está arriba.",
    ],
}
KNOWN = {
    "en": [
        "Take it WITH food.",
        "LEAVE the tube in, and HOLD still.",
        "Take 20 ML.",
        "For ADULTS alone.",
        "You live in the US.",
        "Do NOT take aspirin.",
        "STOP the pills at once, and call NOW.",
        "Turn off the TV.",
        "Bring your ID.",
        "Your DNA is yours.",
        "I am here.",
        "Take vitamin B12 and D3.",
        "It is stage II now, and stage IV then.",
        "DO NOT STOP YOUR PILLS.",
        "Read this: DO NOT STIR it ever.",
        "Write `CBC` here.",
        "Ph is short.",
        "It is 5 PM.",
    ],
    "es": [
        "Tome esto CON comida y EN AYUNAS.",
        "Tome 5 ML.",
        "NO tome aspirina.",
        "NUNCA comparta el vaso.",
        "Vive en EE. UU. con su madre.",
        "Apague la TV.",
        "Su ADN es suyo.",
        "Tome vitamina B12.",
        "Es la fase IV ahora.",
        "NO PARE SUS PASTILLAS.",
        "Escriba `HC` aquí.",
        "Y luego va a casa.",
    ],
}
SPELLED = {
    "en": [
        "A complete blood count (CBC) is a test.",
        "A CBC (complete blood count) is a test.",
        "You need a complete blood count, or CBC.",
        "You need a complete blood count, or a CBC, today.",
        "This test is called CBC.",
        "Doctors call this test a CBC.",
        "Doctors say CBC, for complete blood count.",
        "CBC means a count of your blood cells.",
        "CBC stands for complete blood count.",
    ],
    "es": [
        "La cuenta completa de la sangre (CBC) es una prueba.",
        "Una CBC (cuenta completa de la sangre) es una prueba.",
        "Necesita una cuenta básica completa, o una CBC.",
        "Necesita una cuenta básica completa o CBC.",
        "Esta prueba se llama CBC.",
        "Dicen CBC, por cuenta básica completa.",
        "CBC significa cuenta completa de la sangre.",
        "Es una prueba llamada CBC.",
    ],
}
NOT_SPELLED = {
    "en": [
        "A CT, an MRI, or CBC will do.",
        "A CBC (5 ml) will do.",
        "Have tea, or a CBC.",
        "Please call the CBC.",
    ],
    "es": ["Una TAC, una RM o CBC sirve.", "Una CBC (5 ml) sirve.", "Tome agua, o pida la CBC."],
}
LATER = {"en": "The CBC takes an hour.", "es": "La CBC dura una hora."}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_acronym_that_no_reader_can_know_is_told(flagged: Flagged, lang: str) -> None:
    sentences = [*UNKNOWN[lang], *KNOWN[lang]]
    assert flagged("undefined-acronym", sentences, lang) == UNKNOWN[lang]


CASES = [(lang, text) for lang in ("en", "es") for text in SPELLED[lang]]


@pytest.mark.parametrize(("lang", "sentence"), CASES)
def test_an_acronym_that_is_spelled_out_anywhere_serves_the_whole_guide(
    flagged: Flagged, lang: str, sentence: str
) -> None:
    assert flagged("undefined-acronym", [LATER[lang], sentence], lang) == []


CASES = [(lang, text) for lang in ("en", "es") for text in NOT_SPELLED[lang]]


@pytest.mark.parametrize(("lang", "sentence"), CASES)
def test_an_acronym_beside_other_words_is_not_spelled_out(
    flagged: Flagged, lang: str, sentence: str
) -> None:
    sentences = [LATER[lang], sentence]
    assert flagged("undefined-acronym", sentences, lang) == sentences


def test_the_glossary_spells_out(small_guide: Path, flagged: Flagged) -> None:
    glossary = small_guide / "source/glossary.toml"
    text = '\n[cbc]\nterm = "blood count (CBC)"\ndefinition = "A test."\n'
    glossary.write_text(glossary.read_text("utf-8") + text, encoding="utf-8")
    assert flagged("undefined-acronym", [LATER["en"]]) == []


def test_an_acronym_is_told_once_a_sentence(told: Told) -> None:
    assert len(told("A CBC is no CBC.", kind="undefined-acronym")) == 1


def test_a_language_without_lists_still_tells_acronyms_and_long_sentences(told: Told) -> None:
    long = " ".join(["quietly"] * 40)
    found = told("Die CBC ist gut.", f"Das ist {long}.", "Utilize it.", lang="tl")
    assert {each.kind for each in found} == {"undefined-acronym", "long-sentence"}
