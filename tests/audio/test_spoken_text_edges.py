"""What is an abbreviation, a name in other letters, a picture or a number for a voice, and what
stands beside it.
"""

from __future__ import annotations

import pytest

from plainspoken.audio.spoken_text import say_sentence, split_languages, trace_text
from plainspoken.guide import Mark, Pronunciation, Sentence, Span
from plainspoken.languages import load

SHORT = (
    Pronunciation("IV", respelling=(("en", "into a vein"),)),
    Pronunciation("MG", respelling=(("en", "many germs"),)),
    Pronunciation("IVX", respelling=(("en", "Into A Vein"),)),
    Pronunciation("CNS", respelling=(("en", "central nervous system"),)),
)
LEXICON = (
    Pronunciation("Ann", phonemes=(("espeak", "en", "'an"),)),
    Pronunciation("XYZ", respelling=(("en", "ex why"),)),
    Pronunciation("XYZ plus", respelling=(("en", "and more"),)),
    Pronunciation("anna", respelling=(("en", "an na"),)),
    Pronunciation("ana", respelling=(("en", "a na"),)),
)


def say(text: str, engine: str = "espeak", lang: str = "en") -> str:
    sentence = Sentence("s", lang, (Span(text),))
    return say_sentence(sentence, LEXICON, engine, abbreviations=SHORT).sound


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("Give IV now.", "Give into a vein now."),
        ("The CNS is", "The central nervous system is"),
        ("The cns is", "The cns is"),
        ("The CNSs", "The CNSs"),
        ("The central nervous system (CNS) is", "The central nervous system (CNS) is"),
        ("The central nervous system ( CNS) is", "The central nervous system ( central nervous"
         " system) is"),
        ("The CENTRAL nervous system (CNS) is", "The CENTRAL nervous system (CNS) is"),
        ("The CNS (central nervous system) is", "The CNS (central nervous system) is"),
        ("The CNS  （Central nervous system） is", "The CNS （Central nervous system） is"),
        ("It goes into a vein (IVX) or IVX (into a VEIN) or (into a vein) IVX",
         "It goes into a vein (IVX) or IVX (into a VEIN) or (into a vein) Into A Vein"),
        ("The nerves (CNS) are", "The nerves (central nervous system) are"),
        ("The CNS (the nerves) is", "The central nervous system (the nerves) is"),
        ("XYZ (ex why) is", "XYZ (ex why) is"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_said_in_full_unless_that_stands_beside_it(
    text: str, sound: str
) -> None:
    assert say(text) == sound


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u202f"])
def test_after_a_number_it_is_no_abbreviation(space: str) -> None:
    assert "germs" not in say(f"Take 5{space}MG now.")
    assert "germs" in say(f"Take 5{space} x MG now.")


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("Ann, ann and ANN", "[['an]], ann and ANN"),
        ("Anna, ANNA and ana", "an na, an na and a na"),
        ("XYZ xyz", "ex why xyz"),
        ("XYZA aXYZ XYZ1 XYZ_", "XYZA aXYZ"),
        ("(XYZ)", "(ex why)"),
        ("XYZ plus XYZ pluses", "and more ex why pluses"),
    ],
)
def test_words_of_the_lexicon_are_found_whole(text: str, sound: str) -> None:
    assert say(text).startswith(sound)
    assert ("ex why" in say(text)) is ("ex why" in sound)


def test_phonemes_serve_their_engine_alone_and_the_words_stay() -> None:
    sentence = Sentence("s", "en", (Span("Ask Ann."),))
    own = say_sentence(sentence, LEXICON, "espeak")
    assert (own.words, own.sound, own.written) == ("Ask Ann.", "Ask [['an]].", "Ask Ann.")
    assert say_sentence(sentence, LEXICON, "gtts").sound == "Ask Ann."


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("да Take it", ["Take it"]),
        ("да It Take", ["Take"]),
        ("да at да", []),
        ("да ate да", ["ate"]),
        ("да don't да", ["don't"]),
        ("да don’t да", ["don’t"]),
        ("да Take-it да", ["Take-it"]),
        ("да Take, care", ["Take", "care"]),
        ("да Take  care", ["Take", "care"]),
        ("да B12 Take2 x@take.org 5Take 5-Take take/care да", []),
        ("да mRNA.да да", []),
        ("да Take. да", ["Take"]),
        ("да Take: да", ["Take"]),
        ("да_Take да", []),
        ("Take_ да", []),
        ("_Take да", []),
        ("1Take да", []),
        ("a/Take да", []),
        ("/Take да", ["Take"]),
        ("Take", ["Take"]),
        ("Taкe care", ["care"]),
    ],
)
def test_a_row_of_words_in_the_letters_of_the_guide_is_a_part(
    text: str, foreign: list[str]
) -> None:
    found = list(split_languages(Sentence("s", "ru", (Span(text),)), load("en")))
    assert "".join(part.text for part in found) == text
    assert [part.text for part in found if part.lang == "en"] == foreign
    assert {part.lang for part in found} <= {"ru", "en"}


def test_marks_stay_with_the_words_that_are_divided() -> None:
    strong = (Mark("strong"),)
    sentence = Sentence("s", "ru", (Span("да Take", strong), Span(" care да")))
    found = list(split_languages(sentence, load("en")))
    assert [(part.lang, part.text) for part in found] == [
        ("ru", "да "), ("en", "Take"), ("ru", " "), ("en", "care"), ("ru", " да"),
    ]  # fmt: skip
    assert [span.marks for part in found for span in part.spans if span.text == "Take"] == [strong]


def test_a_sentence_in_the_letters_of_the_guide_is_one_part() -> None:
    sentence = Sentence("s", "es", (Span("Pregunte por Take Care"),))
    assert list(split_languages(sentence, load("en"))) == [sentence]


PICTURE = (Mark("image", "cup.png"),)


def test_a_picture_is_announced_if_it_has_words() -> None:
    before, _, after = str(load("en").table("spoken", "cues")["picture"]).partition("{0}")
    spans = (Span("See "), Span("A cup", PICTURE), Span(" "), Span(" ", PICTURE), Span("now"))
    said = say_sentence(Sentence("s", "en", spans), (), "espeak").sound
    assert before.strip()
    assert " ".join(said.split()) == " ".join(f"See {before}A cup{after} now".split())


def test_a_number_that_is_set_is_read_as_a_telephone_number_alone() -> None:
    def read(*spans: Span) -> str:
        return say_sentence(Sentence("s", "en", (Span("Room "), *spans)), (), "espeak").words

    phone = Span("250", (Mark("value", "tel:250", "phone"),))
    for other in (Mark("value", "", "limit"), Mark("link", "tel:250")):
        assert read(Span("250", (other,))) == "Room two hundred fifty"
    assert read(phone, Span(" or "), phone) == "Room two five zero or two five zero"


def trace(*spans: Span, lang: str = "en") -> list[tuple[str, tuple[int, int] | None]]:
    return list(trace_text(Sentence("s", lang, spans)))


def test_each_character_is_traced_to_the_letter_with_its_marks() -> None:
    assert trace(Span("ae\u0301"), Span("\u200eb")) == [
        ("a", (0, 1)), ("é", (1, 3)), ("b", (4, 5)),
    ]  # fmt: skip
    assert trace(Span("각")) == [("각", (0, 1))]
    assert trace(Span("\u1100\u1161\u11a8")) == [("각", (0, 3))]
    assert trace(Span("a\0b")) == [("a", (0, 1)), (" ", (1, 2)), ("b", (2, 3))]


def test_what_is_said_of_a_picture_is_traced_to_nothing() -> None:
    found = trace(Span("See "), Span("cup", PICTURE), Span("s"))
    letters = [(letter, place) for letter, place in found if place]
    assert letters == [
        ("S", (0, 1)), ("e", (1, 2)), ("e", (2, 3)), (" ", (3, 4)), ("c", (4, 5)), ("u", (5, 6)),
        ("p", (6, 7)), ("s", (7, 8)),
    ]  # fmt: skip
    assert len(found) > len(letters)


def test_brackets_of_phonemes_are_spaces() -> None:
    assert "".join(letter for letter, _ in trace(Span("a[[b]]"))) == "a  b  "
    assert [place for _, place in trace(Span("a[[b]]"))] == [(n, n + 1) for n in range(6)]
