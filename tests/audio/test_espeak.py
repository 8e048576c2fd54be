"""espeak-ng, given what no author would write: sound or an error, soon and within bounds."""

from __future__ import annotations

import ctypes
import resource
import time
import unicodedata
from functools import partial
from pathlib import Path

import espeakng_loader
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.audio.casting import Reading
from plainspoken.audio.narrate import narrate
from plainspoken.audio.pcm import is_silent
from plainspoken.audio.speech import Utterance
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.guide import Guide
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.workers import run_in_child


def speak(text: str, lang: str = "en") -> bytes:
    """The sound, made in a process of its own as in a build."""
    voice = EspeakVoice()
    voice.prepare()
    with run_in_child(lambda: Utterance(voice, text, load(lang)).speak()) as child:
        return child.receive()


@pytest.mark.parametrize(
    "character",
    ["\0", "\x01", "\x1b", "\x7f", "\x85", "\ud800", "\udfff", "\ufdd0", "\ufffe", "\uffff",
     "\U0001fffe", "\U0010ffff"],
)  # fmt: skip
def test_a_character_that_it_cannot_take_is_a_pause_and_ends_nothing(character: str) -> None:
    assert speak(f"Boil{character}the water.") == speak("Boil the water.")
    with pytest.raises(VoiceError, match="cannot speak"):
        speak(character)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters() | st.sampled_from("[]<>&\0'_^ab1"), max_size=60))
def test_any_text_is_sound_or_an_error(text: str) -> None:
    try:
        assert not is_silent(speak(text.replace("[[", "[")))
    except VoiceError as error:
        assert not any(unicodedata.category(each) == "Cs" for each in str(error))


def test_a_thousand_words_are_one_clip() -> None:
    assert len(speak("word " * 1000)) / 2 / RATE > 250


@pytest.mark.parametrize(
    ("lang", "piece"),
    [("en", "ba" * 25), ("en", "1234567890" * 3), ("es", "ba" * 25),
     ("zh-Hans", "医生你好" * 12), ("ko", "닭값" * 20), ("hi", "का" * 20), ("ar", "٣" * 20)],
)  # fmt: skip
def test_nothing_of_a_long_word_or_number_is_left_unsaid(lang: str, piece: str) -> None:
    once = len(speak(piece, lang))
    assert len(speak(piece * 10, lang)) > 8 * once


@pytest.mark.parametrize(
    ("lang", "clause"),
    [
        ("ko", "아이에게 열이 있으면 병원에 전화하고 "),
        ("zh-Hans", "医生你好"),
        ("en", "call the clinic "),
    ],
)
def test_nothing_of_a_long_clause_is_left_unsaid(lang: str, clause: str) -> None:
    assert len(speak(clause * 40, lang)) > 32 * len(speak(clause, lang))


@pytest.mark.parametrize("text", ["a" * 1_000_000, "word " * 20_000, "9" * 50_001, " " * 1_000_000])
def test_a_text_that_is_much_too_long_is_an_error_at_once(text: str) -> None:
    with pytest.raises(VoiceError, match="so long a sentence: “") as raised:
        speak(text)
    assert len(str(raised.value)) < 300


def test_sound_that_takes_far_too_long_is_no_longer_listened_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("plainspoken.audio.voices.espeak.LONGEST", 20 * RATE)
    begun = time.monotonic()
    with pytest.raises(VoiceError, match="so long a sentence: “漢漢"):
        speak("漢" * 49_000)
    assert time.monotonic() - begun < 10
    assert speak("漢" * 10)


TEXTS = [
    ("en", "Call the clinic at once."),
    ("es", "No tome la medicina."),
    ("en", "Ok."),
    ("ar", "اتصل بالعيادة."),
    ("zh-Hans", "请打电话给诊所。"),
    ("en", "Wash your hands with soap and warm water for twenty seconds."),
]


def test_the_sound_of_a_sentence_does_not_depend_on_what_was_spoken_before() -> None:
    voice = EspeakVoice()
    assert voice.stateless  # with the C library of the machines that test this

    def speak_all(order: list[int]) -> dict[int, bytes]:
        return {place: voice.speak(TEXTS[place][1], load(TEXTS[place][0])) for place in order}

    with run_in_child(lambda: speak_all([0, 1, 2, 3, 4, 5])) as child:
        forwards = child.receive()
    with run_in_child(lambda: speak_all([5, 4, 3, 2, 1, 0, 2, 4, 0])) as child:
        backwards = child.receive()
    for place, sound in forwards.items():
        with run_in_child(partial(speak_all, [place])) as child:
            assert child.receive()[place] == sound == backwards[place]


def test_many_sentences_in_one_process_take_no_more_memory() -> None:
    def measure_growth() -> int:
        voice = EspeakVoice()
        for _ in range(20):
            voice.speak("Call us.", load("en"))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(300):
            voice.speak("Call us.", load("en"))
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before

    with run_in_child(measure_growth) as child:
        assert child.receive() < 20_000  # kilobytes


def test_where_a_system_keeps_the_engine_each_sentence_has_a_process(
    guide: Guide, tmp_path: Path
) -> None:
    def list_clips(cache: Path) -> dict[str, bytes]:
        narrate([Reading(guide, (EspeakVoice(),))], cache, 2, lambda *_: None)
        return {path.name: path.read_bytes() for path in cache.glob("clips/*/*")}

    def keep_engine() -> tuple[bool, dict[str, bytes]]:
        held = ctypes.CDLL(espeakng_loader.get_library_path())
        assert held
        return EspeakVoice().stateless, list_clips(tmp_path / "kept")

    with run_in_child(keep_engine) as child:
        stateless, clips = child.receive()
    with run_in_child(lambda: list_clips(tmp_path / "unloaded")) as other:
        assert clips == other.receive()
    assert clips
    assert not stateless
