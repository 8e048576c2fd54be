"""What a voice is given to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.audio.spoken_text import say_sentence, split_languages
from plainspoken.guide import Mark, Pronunciation, Sentence, Span
from plainspoken.languages import load

LEXICON = (
    Pronunciation("ALL", respelling=(("en", "A L L"),)),
    Pronunciation("Ph+", respelling=(("en", "P H positive"),)),
    Pronunciation("marrow", phonemes=(("espeak", "en", "m'aroU"),), respelling=(("en", "ma roh"),)),
    Pronunciation("bone marrow", respelling=(("en", "bone mah roh"),)),
)


def said(text: str, lang: str = "en", engine: str = "espeak") -> str:
    return say_sentence(Sentence("s", lang, (Span(text),)), LEXICON, engine).sound


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Not all of ALL is Ph+ ALL.", "Not all of A L L is P H positive A L L."),
        ("Marrow, not bone marrow.", "[[m'aroU]], not bone mah roh."),
        ("Narrow tall walls.", "Narrow tall walls."),
        ("It is 38\u00a0°C.", "It is thirty-eight degrees Celsius."),
        ("and/or", "and or"),
        ("Plain [[words]] here", "Plain words here"),
        ("— … !", ""),
        ("Boil\0the\ud800hot\ufffewater.", "Boil the hot water."),
        ("\0", ""),
    ],
)
def test_signs_and_words_of_the_lexicon_are_said_as_they_should_be(text: str, words: str) -> None:
    assert said(text) == words


def test_a_respelling_serves_where_the_engine_has_no_phonemes() -> None:
    assert said("marrow", engine="gtts") == "ma roh"


def test_a_pronunciation_is_only_for_its_language() -> None:
    assert said("ALL marrow", lang="es") == "ALL marrow"


def test_a_telephone_number_is_read_digit_by_digit() -> None:
    phone = Span("+1 555 010-0199", (Mark("value", "tel:+15550100199", "phone"),))
    sentence = Sentence("s", "en", (Span("Call "), phone, Span(".")))
    assert say_sentence(sentence, (), "espeak").sound == (
        "Call plus one, five five five, zero one zero, zero one nine nine."
    )


@given(st.text(max_size=40))
def test_no_text_of_an_author_is_taken_for_phonemes(text: str) -> None:
    assert "[[" not in said(text, lang="es")


@pytest.mark.parametrize(
    ("lang", "text", "foreign"),
    [
        ("ar", "اطلب Cipra Plus، 2 ملغ.", ["Cipra Plus"]),
        ("ar", "«Take Care.» Ask first, then اطلب", ["Take Care", "Ask first", "then"]),
        ("hi", "पैरासिटामोल (Paracetamol) लें", ["Paracetamol"]),
        ("zh-Hans", "请问Take-it Care吧", ["Take-it Care"]),
        ("ru", "Витамин B12, interleukin-2, Omega-3, HbA1c и mRNA-вакцина", []),
        ("ar", "راسل help.desk@example.org أو www.example.org/path", []),
        ("ru", "Примите 5 mg, CT и T-cell", []),
        ("es", "Pregunte por Take Care", []),
    ],
)
def test_only_whole_words_in_the_script_of_the_guide_are_said_by_its_voice(
    lang: str, text: str, foreign: list[str]
) -> None:
    parts = list(split_languages(Sentence("s", lang, (Span(text),)), load("en")))
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if part.lang == "en"] == foreign
