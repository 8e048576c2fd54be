"""long-sentence: more words than the limit, and where a sentence may be split."""

from __future__ import annotations

import pytest

from .conftest import Flagged, Told

SPLIT = {
    "en": [
        (
            "The nurse will take some blood from your arm in the morning, and the doctor will "
            "look at it in the afternoon with you.",
            "The nurse will take some blood from your arm in the morning.",
            "The doctor will look at it in the afternoon with you.",
        ),
        (
            "The drug can make you very tired in the first days at home, but most people feel "
            "much better after some good rest.",
            "The drug can make you very tired in the first days at home.",
            "But most people feel much better after some good rest.",
        ),
        (
            "The test is done in the clinic on the second floor of the house; you can go home "
            "on the very same day.",
            "The test is done in the clinic on the second floor of the house.",
            "You can go home on the very same day.",
        ),
        (
            "Your team will ask you many questions about your health on the first day because "
            "some drugs do not mix well with others.",
            "Your team will ask you many questions about your health on the first day.",
            "This is because some drugs do not mix well with others.",
        ),
        (
            "Nurses take the temperature of a small child in the bottom at home, which can cause "
            "bleeding or an infection in the blood.",
            "Nurses take the temperature of a small child in the bottom at home.",
            "This can cause bleeding or an infection in the blood.",
        ),
        (
            "In the second phase you get a large number of new stem cells, which grow into "
            "healthy blood cells within a few weeks.",
            "In the second phase you get a large number of new stem cells.",
            "These grow into healthy blood cells within a few weeks.",
        ),
        (
            "Take each of the pills with a big glass of water in the morning, and if you feel "
            "sick, call your team right away.",
            "Take each of the pills with a big glass of water in the morning.",
            "If you feel sick, call your team right away.",
        ),
        (
            "The old tubes are hard and can hurt the skin of the arm, so your nurse will put in "
            "a new one for you.",
            "The old tubes are hard and can hurt the skin of the arm.",
            "So your nurse will put in a new one for you.",
        ),
        (
            "The kind nurses of the old clinic by the river will eat bread and cold soup because "
            "no hall is near to them.",
            "The kind nurses of the old clinic by the river will eat bread and cold soup.",
            "This is because no hall is near to them.",
        ),
        (
            "Today the kind nurses polish some of the old brass lamps near the door, and you can "
            "go home with your child.",
            "Today the kind nurses polish some of the old brass lamps near the door.",
            "You can go home with your child.",
        ),
    ],
    "es": [
        (
            "La enfermera le va a sacar un poco de sangre del brazo por la mañana, y el médico "
            "la puede mirar por la tarde con usted en la clínica.",
            "La enfermera le va a sacar un poco de sangre del brazo por la mañana.",
            "El médico la puede mirar por la tarde con usted en la clínica.",
        ),
        (
            "El medicamento puede dar mucho cansancio en los primeros días en la casa, pero la "
            "mayoría de las personas está mucho mejor con un buen descanso.",
            "El medicamento puede dar mucho cansancio en los primeros días en la casa.",
            "Pero la mayoría de las personas está mucho mejor con un buen descanso.",
        ),
        (
            "La prueba se hace en la clínica, en el segundo piso de la casa grande; usted puede "
            "ir a su casa en el mismo día con su familia.",
            "La prueba se hace en la clínica, en el segundo piso de la casa grande.",
            "Usted puede ir a su casa en el mismo día con su familia.",
        ),
        (
            "Su equipo le va a hacer muchas preguntas sobre su salud en el primer día, porque "
            "algunos de los medicamentos son muy fuertes y tienen muchos efectos.",
            "Su equipo le va a hacer muchas preguntas sobre su salud en el primer día.",
            "Esto es porque algunos de los medicamentos son muy fuertes y tienen muchos efectos.",
        ),
        (
            "Los tubos viejos son duros y hacen daño en la piel del brazo de los niños, así que "
            "la enfermera va a poner uno nuevo y más suave.",
            "Los tubos viejos son duros y hacen daño en la piel del brazo de los niños.",
            "Así que la enfermera va a poner uno nuevo y más suave.",
        ),
    ],
}
WHOLE = {
    "en": [
        # A condition, a doubt or a reason reaches over the place.
        "Call your team in the morning if you have a fever at night, and you should also call "
        "us for pain in the belly.",
        "If you have a fever or pain in the belly at night, you should rest, and you can call "
        "your team in the morning.",
        "Your doctor says that you can eat some soup in the evening, and you can drink a glass "
        "of warm milk at night.",
        "You do not have to stop all the pills on the first day because you feel a bit better "
        "on the second one.",
        "You can eat some soup in the evening at home, and you can drink a glass of milk if "
        "your doctor says so.",
        # What `This` is, the act or leaving it, would be open.
        "Never take the temperature of a small child in the bottom at home, which can cause "
        "bleeding or an infection in the blood.",
        "The kind nurses of the old clinic by the river will eat cold soup or nothing because "
        "the hall is too far away.",
        "The kind nurses of the old clinic by the river will eat bread and no soup because the "
        "hall is too far away.",
        "Nobody in the old clinic by the river will eat the cold soup and bread because the hall "
        "is too far away.",
        # A list goes over it.
        "You may feel tired, lose some hair, have sores in the mouth or the throat, and bruise "
        "or bleed more easily than before it.",
        "Bring your pills, your papers, your card, a warm coat, some water, a book, and the "
        "phone number of someone who can help you.",
        # A question, a bracket.
        "Can you eat and drink at home on the first day of the cure, and can you take all of "
        "the pills with you?",
        "The nurse gives you some pills (they are small and white, and they have a line on one "
        "side) in the morning of each day.",
        # Only one half has a verb.
        "The doctor will look at the skin of your arms and your legs on the first day, and the "
        "inside of your mouth.",
        # The first half may have none: it has commas, as a list does.
        "Today, the kind nurses polish some of the old brass lamps near the door, and you can "
        "go home with your child.",
        "Today the kind nurses polish the brass lamps, the cups and the old door, and you can "
        "go home with your child.",
    ],
    "es": [
        "Llame a su equipo por la mañana si tiene fiebre o dolor en la noche, y también puede "
        "llamar por un dolor muy fuerte en la barriga de día.",
        "Su médico dice que usted puede comer un poco de sopa por la noche, y puede beber un "
        "vaso de leche caliente antes de ir a la cama.",
        "Usted no tiene que dejar todas las pastillas en el primer día, porque se siente un "
        "poco mejor en el segundo día de la primera semana.",
        "Puede sentir cansancio, perder un poco de pelo, tener llagas en la boca o en la "
        "garganta, y sangrar con más facilidad en la piel y en las encías.",
        "¿Puede usted comer y beber en su casa en el primer día de la cura, y puede tomar "
        "todas las pastillas con un vaso de agua?",
    ],
}
SHORT = {
    "en": ["Take the pill, and you can rest.", " ".join(["very"] * 19) + " good."],
    "es": ["Tome la pastilla, y puede descansar.", " ".join(["muy"] * 24) + " bien."],
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_sentence_over_the_limit_is_told_and_one_at_the_limit_is_not(
    flagged: Flagged, lang: str
) -> None:
    long = [*(text for text, _, _ in SPLIT[lang]), *WHOLE[lang]]
    assert flagged("long-sentence", [*long, *SHORT[lang]], lang) == long


CASES = [(lang, *case) for lang in ("en", "es") for case in SPLIT[lang]]


@pytest.mark.parametrize(("lang", "sentence", "one", "other"), CASES)
def test_a_sentence_is_split_where_both_halves_stand_alone(
    told: Told, lang: str, sentence: str, one: str, other: str
) -> None:
    (remark,) = told(sentence, lang=lang, kind="long-sentence")
    assert remark.instead == (one, other)
    assert remark.what_if


ALONE = [(lang, sentence) for lang in ("en", "es") for sentence in WHOLE[lang]]


@pytest.mark.parametrize(("lang", "sentence"), ALONE)
def test_a_sentence_is_not_split_where_a_half_would_say_something_else(
    told: Told, lang: str, sentence: str
) -> None:
    (remark,) = told(sentence, lang=lang, kind="long-sentence")
    assert remark.instead == ()
    assert remark.finding.hint == "Split it: one idea a sentence."


def test_a_name_that_begins_small_begins_no_sentence(told: Told) -> None:
    text = (
        "The lab will look at the water in the tube in the morning or the evening, and pH can "
        "change by the hour in the tube."
    )
    (remark,) = told(text, kind="long-sentence")
    assert remark.instead == ()


def test_items_of_a_list_are_judged_one_by_one(told: Told) -> None:
    items = "\n".join(f"- {' '.join(['word'] * 12)}" for _ in range(4))
    assert not told("You may have:", items, kind="long-sentence")


def test_a_language_sets_its_own_limit(told: Told) -> None:
    text = " ".join(["palabra"] * 23) + "."
    assert not told(text, lang="es", kind="long-sentence")
    assert told(text, lang="en", kind="long-sentence")


def test_a_hint_quotes_the_words_that_a_split_goes_before(told: Told) -> None:
    (remark,) = told(SPLIT["en"][0][0], kind="long-sentence")
    assert remark.finding.hint == "Split it before “and”."
