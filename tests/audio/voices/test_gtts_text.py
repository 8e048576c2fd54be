"""How the online voice cuts a text, and what it says of itself."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from plainspoken.audio.voices import find_facts
from plainspoken.audio.voices.gtts import GttsVoice, split_text
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.languages import load


@pytest.mark.parametrize(
    ("text", "longest", "parts"),
    [
        ("", 5, []),
        ("  ", 5, []),
        (" abcde ", 5, ["abcde"]),
        ("abcdef", 5, ["abcde", "f"]),
        ("ab cdef", 5, ["ab", "cdef"]),
        ("abcde fg", 5, ["abcde", "fg"]),
        ("abcd efg", 5, ["abcd", "efg"]),
        ("a. bc de", 6, ["a.", "bc de"]),
        ("a. b, c de", 7, ["a. b,", "c de"]),
        ("abcd. efg", 5, ["abcd.", "efg"]),
        ("abcde. fg", 5, ["abcde", ". fg"]),
        ("2.5 mg now", 5, ["2.5", "mg", "now"]),
        ("ab\u00a0cd ef", 5, ["ab\u00a0cd", "ef"]),
    ],
)
def test_a_text_is_cut_after_a_stop_or_else_at_a_space(
    text: str, longest: int, parts: list[str]
) -> None:
    assert split_text(text, longest) == parts


@pytest.mark.parametrize("stop", ".,;:!?…。、，；：！？؟،।")
def test_each_stop_goes_before_a_space(stop: str) -> None:
    assert split_text(f"a{stop} b c", 5) == [f"a{stop}", "b c"]


def test_the_service_takes_a_hundred_characters() -> None:
    assert [len(part) for part in split_text("a" * 201)] == [100, 100, 1]


def test_it_says_what_it_is() -> None:
    voice = GttsVoice()
    facts = find_facts(voice)
    assert facts
    assert (facts.quality, facts.megabytes, facts.is_online) == ("natural", 0, True)
    assert facts.licence == "a service of Google, without a promise"
    assert (voice.engine, voice.credit, voice.timeout, voice.first_wait) == ("gtts", "gTTS", 30, 1)
    assert voice.cache_key(load("zh-Hans")) == f"gtts {version('gtts')} zh-CN"
    assert GttsVoice(timeout=9).cache_key(load("en")) == f"gtts {version('gtts')} en"


def test_a_service_that_cannot_be_reached_is_told_with_what_to_do() -> None:
    voice = GttsVoice("http://127.0.0.1:9/", timeout=0.5, first_wait=9)
    with pytest.raises(VoiceError) as raised:
        voice.speak("Call us.", load("en"))
    (finding,) = raised.value.findings
    assert finding.message == (
        "gTTS did not speak “Call us.” within 0.5 s, asked once: it cannot be reached"
        " (ConnectionError)"
    )
    assert finding.hint == (
        "Try again later, or speak with --voice espeak, which needs no network."
        ' More time: voices = [{engine = "gtts", timeout = 120}].'
    )
