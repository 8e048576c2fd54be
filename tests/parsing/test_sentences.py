"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import Mark, Span
from plainspoken.parsing.ids import Ids
from plainspoken.parsing.sentences import split


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
    made = split((Span(" ".join(sentences)),), lang, Ids("x"))
    assert [sentence.text for sentence in made] == sentences


def test_chinese_sentences_end_without_a_space() -> None:
    made = split((Span("这是第一句。这是第二句！"),), "zh-Hans", Ids("x"))
    assert [(each.text, each.tail) for each in made] == [("这是第一句。", ""), ("这是第二句！", "")]


def test_a_link_is_never_cut() -> None:
    link = Span("What is it? Read on.", (Mark("link", "https://example.org", "more"),))
    assert len(split((Span("Look: "), link, Span(" Then rest.")), "en", Ids("x"))) == 2


@given(st.lists(st.sampled_from(["A b.", "Why?", " ", "…", "e.g.", "No!", "(c)", "\n", "Dr."])))
def test_no_character_is_lost_or_moved(pieces: list[str]) -> None:
    text = " ".join(pieces).strip()
    made = split((Span(text),) if text else (), "en", Ids("x"))
    assert "".join(each.text + each.tail for each in made) == text
    assert all(each.text for each in made)
    assert len({each.id for each in made}) == len(made)
