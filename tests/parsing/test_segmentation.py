"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import Mark, Span
from plainspoken.parsing.ids import IdGenerator
from plainspoken.parsing.segmentation import split_sentences


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("en", ["Call if it is 38.3 °C or more.", "Dr. Smith is in."]),
        ("en", ["Rest, e.g. at home.", "It is 5 p.m. now.", "“Really?” she said."]),
        ("en", ["See p. 4 of the U.S. guide.", "Wait!", "Is it safe?"]),
        ("es", ["La Dra. Pérez lo dijo.", "¿Qué es?", "¡Llame ya!"]),
        ("es", ["Tómelo aunque se sienta bien.", "Tome 5 mg.", "Dijo que no.", "¿Por qué?"]),
        ("es-MX", ["Son 38.3 °C.", "Espere."]),
        ("hi", ["यह पहला है।", "यह दूसरा है।"]),
    ],
)
def test_sentences_end_where_a_reader_stops(lang: str, sentences: list[str]) -> None:
    found = split_sentences((Span(" ".join(sentences)),), lang, IdGenerator("x"))
    assert [sentence.text for sentence in found] == sentences


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Take approx. 5 ml at night."),
        ("en", "Come 2 hrs. before you eat."),
        ("en", "Take 1 tsp. daily."),
        ("en", "Take 2 tbsp. twice a day."),
        ("en", "The avg. dose is 5 mg."),
        ("en", "The max. dose is 5 mg."),
        ("en", "Your temp. is 38.3 today."),
        ("en", "Ms. Li is your nurse."),
        ("en", "Take vit. B12 daily."),
        ("en", "You may get a C. diff. infection."),
        ("en", "Dr. J. Smith is here."),
        ("en", "Call J. R. Tolkien."),
        ("en", "Call J. R. R. Tolkien now."),
        ("en", "Take 1 tsp. 2 times a day."),
        ("en", "Go Mon. and Wed. at 5."),
        ("en", "“Really?” she asked."),
        ("en", "Rest (see the list (p. 4).) at home."),
        ("es", "Venga a las 9 a. m. del lunes."),
        ("es", "Venga a las 9 a.\u00a0m. del lunes."),
        ("es", "Venga a las 9 a.\u202fm. del lunes."),
        ("es", "Abre de 9:00 a. m. a 5:00 p. m. todos los días."),
        ("es", "Abre a las 9 a.m. y cierra a las 5 p.m. todos los días."),
        ("es", "La habitación n.º 5 está en el 2.º piso."),
        ("es", "Es la 2.ª dosis."),
        ("es", "Vea la habitación n.° 5."),
        ("es", "Tome de aprox. 5 mg."),
        ("es", "Tome 2 cdas. de jarabe."),
        ("es", "Tome 1 cdta. de jarabe."),
        ("es", "Venga el 3 de feb. a las 9."),
        ("es", "Es de ene. de 2026."),
        ("es", "El depto. de salud y la O.M.S. ayudan."),
        ("es", "La Enf. Gómez vendrá."),
        ("es", "Vive en la col. Centro."),
        ("es", "La Dra. J. Gómez vendrá."),
        ("es", "Abre de 9 a. m. – 5 p. m. hoy."),
        ("es", "—¿Sí? —dijo ella."),
    ],
)
def test_a_short_form_ends_no_sentence(lang: str, text: str) -> None:
    assert [
        sentence.text for sentence in split_sentences((Span(text),), lang, IdGenerator("x"))
    ] == [text]


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("en", ["Eat vitamin C.", "Eat oranges."]),
        ("en", ["Eat fruit, nuts, etc.", "Drink water too."]),
        ("en", ["(It may not.)", "Call us if it lasts."]),
        ("en", ["Visit www.cdc.gov.", "Read it."]),
        ("en", ["Go to cdc.gov.", "Read it."]),
        ("en", ["Take the pill at 9.", "30 minutes later eat."]),
        ("en", ["Send it to a@cdc.gov.", "Read cdc.gov/a.b too."]),
        ("en", ["Rest.", "(It may not help.)", "Call us."]),
        ("en", ["Eat vitamins A, B12 and C.", "Rest."]),
        ("en", ["You can say no.", "Ask us."]),
        ("en", ["Check your temp.", "Call us."]),
        ("en", ["It helps.", "mRNA is in it."]),
        ("es", ["Tome vitamina C.", "Coma naranjas."]),
        ("es", ["Tiene hepatitis C.", "Los médicos ayudan."]),
        ("es", ["Es del grupo A.", "La sangre se guarda."]),
        ("es", ["Espere 10 min.", "Luego coma."]),
        ("es", ["Coma fruta, nueces, etc.", "Beba agua."]),
        ("es", ["Vive en EE. UU.", "Muchos viven allí."]),
        ("es", ["Envíe un S.O.S.", "Llame ya."]),
        ("es", ["Abra a las 9 a. m.", "Llame antes."]),
        ("es", ["Coma col.", "Beba agua."]),
        ("es", ["«Puede que no.»", "Llame ya."]),
        ("ko", ["쉬세요.", "aspirin은 드시지 마세요."]),
    ],
)
def test_a_sentence_can_end_in_a_short_form(lang: str, sentences: list[str]) -> None:
    found = split_sentences((Span(" ".join(sentences)),), lang, IdGenerator("x"))
    assert [sentence.text for sentence in found] == sentences


def test_chinese_sentences_end_without_a_space() -> None:
    found = split_sentences((Span("这是第一句。这是第二句！"),), "zh-Hans", IdGenerator("x"))
    assert [(sentence.text, sentence.tail) for sentence in found] == [
        ("这是第一句。", ""),
        ("这是第二句！", ""),
    ]


def test_a_link_is_never_cut() -> None:
    link = Span("What is it? Read on.", (Mark("link", "https://example.org", "more"),))
    assert (
        len(split_sentences((Span("Look: "), link, Span(" Then rest.")), "en", IdGenerator("x")))
        == 2
    )


PIECES = [
    "A b.",
    "Why?",
    " ",
    "…",
    "e.g.",
    "No!",
    "(c)",
    "\n",
    "Dr.",
    "J.",
    "a.\u00a0m.",
    "n.º",
    "5",
]
MORE = [
    "vitamin C.",
    "(It is.)",
    "O.M.S.",
    "etc.",
    "cdc.gov.",
    "vit.",
    "mRNA",
    "y",
    "«No es.»",
    ")",
]


@given(st.lists(st.sampled_from(PIECES + MORE)), st.sampled_from(["en", "es"]))
def test_no_character_is_lost_or_moved(pieces: list[str], lang: str) -> None:
    text = " ".join(pieces).strip()
    found = split_sentences((Span(text),) if text else (), lang, IdGenerator("x"))
    assert "".join(sentence.text + sentence.tail for sentence in found) == text
    assert all(sentence.text for sentence in found)
    assert len({sentence.id for sentence in found}) == len(found)
