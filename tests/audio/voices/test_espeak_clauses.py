"""A text for a model is cut at its stops, and nothing but what can be said is left out."""

from __future__ import annotations

import pytest

from plainspoken.audio.voices.espeak_clauses import (
    cut_clauses,
    divide,
    hear_clauses,
    keep_known,
    report_obstacle,
    write_sounds,
)
from plainspoken.audio.voices.espeak_ipa import UnknownSoundError

IPA = 0x02


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("Go on", ["Go on"]),
        ("Go  \n on", ["Go on"]),
        ("Go, now!", ["Go", ", ", "now", "!"]),
        ("Go , now", ["Go", " , ", "now"]),
        ("It is 2.5 or a:b or x,y", ["It is 2.5 or a:b or x,y"]),
        ("It is 2.5.", ["It is 2.5", "."]),
        ("Wait… (please) “now”", ["Wait", "… ", "(", "please", ") ", "“", "now", "”"]),
        ("Wait... now", ["Wait", "... ", "now"]),
        ('say "yes" now', ["say", ' "', "yes", '" ', "now"]),
        ("f(x) is", ["f", "(", "x", ") ", "is"]),
        ("[[a.b, c]] now. [[d]]!", ["[[a.b, c]] now", ". ", "[[d]]", "!"]),
        ("word — word – word", ["word", " — ", "word", " — ", "word"]),
        ("¿Qué? ¡Ya!", ["Qué", "? ", "Ya", "!"]),
        ("نعم، لا؛ متى؟", ["نعم", ", ", "لا", "; ", "متى", "?"]),
        ("हाँ। ना", ["हाँ", ". ", "ना"]),
        ("«oui»", ["“", "oui", "”"]),
        ("好，药。停；去", ["好", ", ", "药", ". ", "停", "; ", "去"]),
        ("去：走！谁？", ["去", ": ", "走", "! ", "谁", "? "]),
        ("甲、乙（丙）", ["甲", ", ", "乙", " (", "丙", ") "]),
        ("《丁》戊", [" “", "丁", "” ", "戊"]),
        ("「丁」戊", [" “", "丁", "” ", "戊"]),
    ],
)  # fmt: skip
def test_a_text_is_cut_at_stops_that_end_a_word(text: str, pieces: list[str]) -> None:
    assert list(cut_clauses(text)) == pieces


@pytest.mark.parametrize(
    ("words", "lengths"),
    [(59, [59]), (60, [60]), (61, [60, 1]), (120, [60, 60]), (121, [60, 60, 1])],
)
def test_sixty_words_without_a_stop_are_a_piece(words: int, lengths: list[int]) -> None:
    pieces = list(cut_clauses("word " * words))
    assert [len(piece.split()) for piece in pieces[::2]] == lengths
    assert set(pieces[1::2]) <= {" "}


def test_words_with_phonemes_of_several_words_are_one() -> None:
    pieces = list(cut_clauses("[[a b c]]d " * 61))
    assert [piece.count("[[") for piece in pieces] == [60, 0, 1]


@pytest.mark.parametrize(
    ("letters", "longest", "pieces"),
    [
        ("", 5, []),
        ("abcde", 5, ["abcde"]),
        ("abcdef", 5, ["abcde", "f"]),
        ("ab cdef", 5, ["ab", "cdef"]),
        ("a bc de f", 5, ["a bc", "de f"]),
        ("ab. cd ef", 6, ["ab.", "cd ef"]),
        ("ab, cd ef", 6, ["ab,", "cd ef"]),
        ("ab cd. ef gh", 8, ["ab cd.", "ef gh"]),
        ("a. bcdefghij klm", 12, ["a. bcdefghij", "klm"]),
        ("abc. defg, hijk lmno", 12, ["abc. defg,", "hijk lmno"]),
        ("aaa. bbb. ccc. ddd.", 10, ["aaa. bbb.", "ccc. ddd."]),
        ("aaaa bbbb cccc dddd eeee ffff", 12, ["aaaa bbbb", "cccc dddd", "eeee ffff"]),
        ("abcdefghijkl", 4, ["abcd", "efgh", "ijkl"]),
    ],
)
def test_long_letters_are_divided_evenly_at_a_stop_or_else_a_space(
    letters: str, longest: int, pieces: list[str]
) -> None:
    assert list(divide(letters, longest)) == pieces


@pytest.mark.parametrize("stop", ".;:!?,…—")
def test_a_stop_of_any_kind_goes_before_a_space(stop: str) -> None:
    assert list(divide(f"aa{stop} bb cc", 8)) == [f"aa{stop}", "bb cc"]


def test_signs_that_a_model_knows_stay_and_silent_ones_go() -> None:
    assert keep_known("ab-a\u0303 (b).", "ab ") == "aba b"
    assert keep_known("ab-a\u0303 (b).", "ab -(.") == "ab-a (b."
    for sign in ("x", "1", "ː", "'"):
        with pytest.raises(UnknownSoundError, match=rf"^{sign}$"):
            keep_known(f"a{sign}y", "ab")


def test_what_keeps_a_model_from_reading_is_told() -> None:
    def fail(_: str) -> str:
        raise UnknownSoundError("ʘ")

    assert write_sounds("Go\0on", lambda text: text) == ("Go on", "")
    assert write_sounds("Go", lambda _: "1 .") == ("1 .", "finds nothing to say")
    assert write_sounds("Go", lambda _: "") == ("", "finds nothing to say")
    assert write_sounds("Go", fail) == ("", "has no sound for “ʘ”")
    (finding,) = report_obstacle("Hum", "has no sound for “ʘ”", "Go.").findings
    assert (finding.file, finding.line) == ("", 0)
    assert finding.message == "Hum has no sound for “ʘ”: “Go.”"
    assert finding.hint == "Change the sentence, or its words in source/lexicon.toml."


def test_clauses_are_heard_with_their_stops_and_without_marks_of_other_languages() -> None:
    assert hear_clauses("Call us, now!", "en-us", IPA) == "kˈɔːl ˌʌs, nˈaʊ!"
    assert hear_clauses("Yes. Yes.", "en-us", IPA) == "jˈɛs. jˈɛs."
    assert hear_clauses("— …", "en-us", IPA) == "— …"
    assert "(" not in hear_clauses("un week-end", "fr-fr", IPA)
