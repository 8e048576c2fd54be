"""hard-word: an everyday word will do."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.languages import load

from .conftest import Flagged, Told

REWORDED = {
    "en": [
        ("Call the physician’s office.", "Call the doctor's office."),
        ("The patch adheres to skin.", "The patch sticks to skin."),
        ("Refrain from smoking.", "Avoid smoking."),
        ("Utilize a soft brush.", "Use a soft brush."),
        ("A nurse utilizes it.", "A nurse uses it."),
        ("We are utilizing it.", "We are using it."),
        ("Eat prior to the test.", "Eat before the test."),
        ("It takes approximately an hour.", "It takes about an hour."),
        ("The drug was administered.", "The drug was given."),
        ("We will commence soon.", "We will start soon."),
        ("You can discontinue the drug.", "You can stop the drug."),
        ("Rest in order to heal.", "Rest to heal."),
        ("She obtained the pills.", "She got the pills."),
        ("Ask a physician.", "Ask a doctor."),
        ("Ask the physicians.", "Ask the doctors."),
        ("It has been transmitted.", "It has been passed on."),
        ("They participate in a trial.", "They take part in a trial."),
        ("She participated in a trial.", "She took part in a trial."),
        ("At the present time you rest.", "Now you rest."),
        ("It is an evident sign.", "It is a clear sign."),
        ("Call us immediately if you fall.", "Call us right away if you fall."),
        ("It is due to the fact that you rest.", "It is because you rest."),
    ],
    "es": [
        ("Utilice un cepillo suave.", "Use un cepillo suave."),
        ("La enfermera utiliza esto.", "La enfermera usa esto."),
        ("Los tubos utilizados son suaves.", "Los tubos usados son suaves."),
        ("Descanse con el fin de sanar.", "Descanse para sanar."),
        ("Dura aproximadamente una tarde.", "Dura más o menos una tarde."),
        ("Posteriormente coma algo.", "Después coma algo."),
        ("Se efectúa una prueba.", "Se hace una prueba."),
        ("Finalice la prueba.", "Termine la prueba."),
        ("Solicite ayuda.", "Pida ayuda."),
        ("El médico le proporcionará ayuda.", "El médico le dará ayuda."),
        ("Coma previamente.", "Coma antes."),
        ("Coma previamente al viaje.", "Coma antes del viaje."),
        ("Es superior al otro.", "Es mayor que el otro."),
        ("Obtenga sus pastillas.", "Consiga sus pastillas."),
    ],
}
NAMED_ONLY = {
    "en": [
        "You are required to fast.",
        "You may therefore need rest.",
        "The doctor will determine the dose.",
        "Keep your leg elevated.",
        "Avoid excessive doses.",
        "Minimize contact with others.",
        "Consume soft food.",
        "The nurse administered it.",  # gave, or given?
        "This demonstrates it.",
        "An adequate dose helps.",
        "The majority of the people rest.",
        "However, rest helps.",
        "If you immediately call us, we come.",
        "It is an optimum time.",
        "Your result was obtained today.",
        "You need an additional visit.",
    ],
    "es": [
        "Adminístrelo por la noche.",
        "Notifíquenos los cambios.",
        "Puede realizarse la prueba.",
        "Mantenga la pierna elevada.",
        "La utilización de esto cuesta.",
        "Reduzca la ingesta de sal.",
        "No exceda la dosis.",
        "Tras el viaje, descanse.",
        "El problema reside allí.",
        "Hay numerosos tubos; acuda mañana.",
        "Esto puede exacerbar el dolor.",
    ],
}
LEFT = {
    "en": [
        "Keep the doctor informed.",
        "The dose is determined by your weight.",
        "Eat a portion of greens.",
        "At your request, we send it.",
        "The pain is abdominal.",
        "Flu is common at this time of year.",
        "Drink a bottle of Ensure each day.",
        "It is not a sexually transmitted disease.",
        "Use a soft brush.",
        "This is called “commencement”.",
        "The doctor said “utilize it”.",
        "Write `utilize` here.",
        "Ask a physician assistant.",
        "Multiple sclerosis is a disease.",
        "Give informed consent.",
        "Your renal, or kidney, test is soon.",
        "It is an incision (a small opening).",
        "You need in order to live some rest.",
        "The administration is closed.",
        "Make an informed choice.",
        "Write your initials.",
        "Call immediately after it.",
    ],
    "es": [
        "Escriba sus iniciales.",
        "El solicitante llega.",
        "Léalo con calma.",
        "La enfermedad se manifiesta con fiebre.",
        "Los médicos concluyeron que es así.",
        "El viaje comprende tres partes.",
        "No esté de pie por tanto tiempo.",
        "Es la parte superior al hombro.",
        "El cuerpo rechaza el tubo.",
        "Estoy de acuerdo con usted.",
        "Use un cepillo suave.",
        "Esto se llama domicilio.",
        "El médico dijo «utilice esto».",
        "Escriba `utilizar` aquí.",
        "Inmediatamente después coma algo.",
        "Los útiles están en la mesa.",
        "Es el abdomen (la barriga).",
        "El empleado está allí.",
        "No hay evidencia.",
        "El fin de la tarde es mejor.",
    ],
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_hard_word_is_put_into_its_own_form(told: Told, lang: str) -> None:
    hard = [before for before, _ in REWORDED[lang]]
    found = told(*hard, lang=lang, kind="hard-word")
    assert [(each.finding.detail[0][1:-1], each.instead) for each in found] == [
        (before, (after,)) for before, after in REWORDED[lang]
    ]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_easy_word_that_may_not_fit_is_named_and_not_put_in(
    flagged: Flagged, told: Told, lang: str
) -> None:
    assert flagged("hard-word", NAMED_ONLY[lang], lang) == NAMED_ONLY[lang]
    found = told(*NAMED_ONLY[lang], lang=lang, kind="hard-word")
    assert all(each.instead == () and each.finding.hint for each in found)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_words_that_are_names_terms_or_quoted_stay(flagged: Flagged, lang: str) -> None:
    assert flagged("hard-word", LEFT[lang], lang) == []


def test_the_message_names_both_words_and_the_cure_the_easy_one(told: Told) -> None:
    (remark,) = told("Utilize it.", kind="hard-word")
    assert remark.finding.message == "“Utilize” is harder than “use”"
    assert remark.finding.hint == "Write “use”."
    assert "Utilize it."[remark.begin : remark.end] == "Utilize"


def test_a_term_of_the_glossary_stays(small_guide: Path, told: Told) -> None:
    glossary = small_guide / "source/glossary.toml"
    text = '\n[renal]\nterm = "renal unit"\ndefinition = "A place."\n'
    glossary.write_text(glossary.read_text("utf-8") + text, encoding="utf-8")
    assert not told("Go to the renal unit.", kind="hard-word")
    assert told("Go to the renal ward.", kind="hard-word")


def test_a_name_of_the_lexicon_stays(small_guide: Path, told: Told) -> None:
    lexicon = small_guide / "source/lexicon.toml"
    text = '\n[Via]\nsyllables = "vi-a"\n'
    lexicon.write_text(lexicon.read_text("utf-8") + text, encoding="utf-8")
    assert not told("Take Via at night.", kind="hard-word")


def test_a_guide_brings_its_own_words(small_guide: Path, told: Told) -> None:
    words = '[en]\n"Tepid water" = "warm water"\nutilize = "take"\n\n[es]\nbrew = "te"\n'
    (small_guide / "source/plain-words.toml").write_text(words, encoding="utf-8")
    found = told("Use tepid water.", "She utilized it.", "They brew tea.", kind="hard-word")
    assert [each.instead for each in found] == [("Use warm water.",), ("She took it.",)]


def test_a_word_of_one_letter_is_replaced_and_one_in_capitals_is_not(
    small_guide: Path, told: Told
) -> None:
    (small_guide / "source/plain-words.toml").write_text('[en]\nu = "you"\n', encoding="utf-8")
    found = told("U may rest.", "UTILIZE it.", kind="hard-word")
    assert [each.instead for each in found] == [("You may rest.",), ()]


def test_a_suggestion_has_its_what_if(told: Told) -> None:
    (remark,) = told("Utilize the kettle.", kind="hard-word")
    assert remark.what_if
    assert remark.what_if.after < remark.what_if.before


@pytest.mark.parametrize(("lang", "least"), [("en", 150), ("es", 120)])
def test_the_lists_are_long_and_no_easy_word_is_itself_hard(lang: str, least: int) -> None:
    plainer = load(lang).writing["plainer"]
    assert len(plainer) >= least
    assert not [easy for easy in plainer.values() if easy in plainer]
    assert all(hard == hard.lower() for hard in plainer)


def test_no_cure_names_a_number_or_a_denial_that_the_word_has_not(told: Told) -> None:
    (remark,) = told("An inadequate dose is no help.", kind="hard-word")
    assert remark.finding.message == "“inadequate” is a hard word"
    assert "not enough" not in remark.finding.hint and remark.instead == ()
