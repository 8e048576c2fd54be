"""What the natural voice is given to read."""

from __future__ import annotations

from contextlib import suppress
from unicodedata import name, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.approval import Approve

from plainspoken.audio.voices.espeak_clauses import divide
from plainspoken.audio.voices.espeak_ipa import UnknownSoundError
from plainspoken.audio.voices.espeak_trace import list_phonemes
from plainspoken.audio.voices.kokoro_phonemes import LONGEST, number_letters, write_letters

CASES = [
    ("en-us", "Take one half tablet, now.", "tˈAk wˈʌn hˈæf tˈæblət, nˈW."),
    ("en-us", "Say no: “I hurt!”", "sˈA nˈO: “I hˈɜɹt!”"),
    ("en-us", "[[v%INkr'IstIn]] helps", "vɪŋkɹˈɪstɪn hˈɛlps"),
    ("es-419", "¿Le duele la cabeza?", "le dwˈele la kaβˈesa?"),
    ("fr-fr", "Buvez un peu d’eau.", "byvˈez œ̃ pø dˈo."),
    ("it", "Chiami il medico.", "kjˈamɪ il mˈɛdiko."),
    ("pt-br", "Tome água.", "tˈomj ˈaɡwæ."),
    ("hi", "पानी पिएं।", "pˈaːni pˈɪẽː."),
]


@pytest.mark.parametrize(("voice", "text", "letters"), CASES)
def test_text_is_written_in_the_letters_of_the_model(voice: str, text: str, letters: str) -> None:
    assert write_letters(text, voice) == normalize("NFD", letters)


@pytest.mark.parametrize(
    ("voice", "text"), [("fr-fr", "Envoyez un email ce week-end."), ("hi", "Dr. Rao को फ़ोन करें।")]
)
def test_no_mark_for_another_language_is_read_out(voice: str, text: str) -> None:
    letters = write_letters(text, voice)
    assert "(" not in letters
    assert ")" not in letters


def test_words_and_brackets_stay_apart() -> None:
    assert write_letters("take it (now) ok", "en-us") == "tˈAk ɪt (nˈW) ˌOkˈA"


def test_nothing_of_many_words_without_a_stop_is_left_out() -> None:
    once = write_letters("wash " * 50, "en-us").split()
    assert len(write_letters("wash " * 900, "en-us").split()) == 18 * len(once)


def test_what_was_written_before_changes_nothing() -> None:
    first = [write_letters(text, voice) for voice, text, _ in CASES]
    again = [write_letters(text, voice) for voice, text, _ in reversed(CASES)]
    assert again[::-1] == first


def test_a_sound_that_the_model_has_not_is_an_error() -> None:
    with pytest.raises(UnknownSoundError):
        write_letters("你好", "cmn")  # with tones


def test_letters_have_the_numbers_of_the_model(approve: Approve) -> None:
    """Those of its configuration, with which it was trained: another is another sound."""
    lines = []
    for letter in map(chr, range(0x20, 0xB000)):
        with suppress(KeyError):
            lines.append(f"{number_letters(letter)[1]:3} U+{ord(letter):04X} {name(letter)}")
    approve("\n".join(sorted(lines)))


@given(st.text("ab ,.:;!?ˈ", max_size=2000))
def test_long_letters_are_divided_and_none_is_lost(letters: str) -> None:
    pieces = list(divide(letters, LONGEST))
    assert all(0 < len(piece) <= LONGEST for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(letters.split())
    assert all(len(number_letters(piece)) == len(piece) + 2 for piece in pieces)


def test_long_letters_are_divided_at_a_stop() -> None:
    first, second = divide("a" * 300 + ". " + "b" * 300, LONGEST)
    assert (first, second) == ("a" * 300 + ".", "b" * 300)


def test_pieces_are_about_as_long_as_each_other() -> None:
    letters = ", ".join(["a" * 28] * 10)
    pieces = list(divide(letters, 125))
    assert len(pieces) == 3
    assert all(80 <= len(piece) <= 125 for piece in pieces)
    assert all(piece.endswith(",") for piece in pieces[:-1])


@pytest.mark.parametrize("voice", ["en-us", "fr-fr", "pt-br", "hi"])
def test_each_sound_of_a_voice_has_its_letters(voice: str, approve: Approve) -> None:
    lines = []
    for sound in sorted(each for each, _ in list_phonemes(voice)):
        try:
            letters = write_letters(f"[[{sound}]]", voice)
        except UnknownSoundError as sign:
            letters = f"no {sign}"
        lines.append(f"{sound} {letters}")
    approve("\n".join(lines))
