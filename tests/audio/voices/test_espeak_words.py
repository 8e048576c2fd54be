"""espeak-ng tells where its words begin, in the text as it was before signs were added to it."""

from __future__ import annotations

import pytest

from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.espeak_words import place_in_text, read_starts
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.workers import run_in_child


@pytest.mark.parametrize(
    ("given", "text", "places", "found"),
    [
        ("ab cd", "ab cd", [0, 3, 5], [0, 3, 5]),
        ("ab, cd", "ab cd", [0, 2, 3, 4, 6], [0, 2, 2, 3, 5]),
        ("a b", "ab", [0, 1, 2, 3], [0, 1, 1, 2]),
        ("ab,", "ab", [2, 3], [2, 2]),
        ("ab", "ab", [-1, -9, 2, 9], [0, 0, 2, 2]),
        ("", "", [0, 1], [0, 0]),
    ],
)
def test_a_place_is_found_again_without_the_signs_that_were_added(
    given: str, text: str, places: list[int], found: list[int]
) -> None:
    starts = [(place, 7 * number) for number, place in enumerate(places)]
    again = list(place_in_text(starts, given, text))
    assert again == [(place, 7 * number) for number, place in enumerate(found)]


def test_no_events_have_no_starts() -> None:
    assert list(read_starts(None)) == []


def test_the_words_of_a_sentence_begin_where_they_are_written_and_heard() -> None:
    voice, english = EspeakVoice(), load("en")
    voice.prepare()
    text = "Call us, then drink a glass of water now."
    with run_in_child(lambda: (voice.find_words(text, english), voice.speak(text, english))) as it:
        (sound, starts), same = it.receive()
    assert sound == same
    assert starts[:2] == [(0, 0), (0, 0)]
    places = [place for place, _ in starts]
    words = [place for place in range(len(text)) if place == 0 or text[place - 1] == " "]
    assert set(words) <= set(places)
    samples = [sample for _, sample in starts]
    assert samples == sorted(samples)
    assert len(set(samples)) > 7
    assert RATE < samples[-1] <= len(sound) // 2 + RATE // 4
    then = dict(starts)[text.index("then")]
    silence = memoryview(sound).cast("h")[then - RATE // 20 : then - RATE // 100]
    assert max(map(abs, silence)) < 300, "there is a rest before it"


def test_a_text_that_is_divided_has_the_places_of_the_text_before() -> None:
    voice, english = EspeakVoice(), load("en")
    voice.prepare()
    text = f"Say {'ba' * 60} now"
    with run_in_child(lambda: voice.find_words(text, english)) as child:
        _, starts = child.receive()
    assert text.rindex("now") in dict(starts)
    assert max(place for place, _ in starts) <= len(text)
