"""What espeak-ng says wrong, or takes for another language, it is given otherwise."""

from __future__ import annotations

import pytest

from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.espeak_respelling import digest_respelling, place_in_original, respell
from plainspoken.audio.voices.espeak_trace import hear_apart
from plainspoken.languages import load

CHINESE = load("zh-Hans")
NAMES = 0
"""Of `espeak_TextToPhonemes`: the names of phonemes."""


def hear(text: str) -> str:
    return hear_apart([respell(text, CHINESE)], "cmn", NAMES)[0]


@pytest.mark.parametrize(
    "text", ["胸口", "英雄", "贫穷", "窘迫", "这儿", "一点儿", "女孩儿", "玩儿", "一会儿"]
)
def test_no_chinese_is_taken_for_english(text: str) -> None:
    assert "(en)" in hear_apart([text], "cmn", NAMES)[0]
    assert "(en)" not in hear(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一滴", "ji51_| t'i55_|"),
        ("一袋", "ji35_| t'ai51_|"),
        ("便宜", "phiE35nji11_|"),
        ("咳痰", "kh'o-35_| th'a35n_|"),
    ],
)
def test_words_have_their_right_sound(text: str, names: str) -> None:
    assert hear(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "第一滴",
        "二十一袋",
        "周一晚上",
        "剂量一次",
        "请教您",
        "联系上",
        "咳嗽",
        "小儿科",
        "Call us.",
    ],
)
def test_what_is_said_right_stays_as_it_is_written(text: str) -> None:
    assert respell(text, CHINESE) == text


def test_the_key_of_a_sound_names_the_respellings_of_its_language() -> None:
    assert digest_respelling(CHINESE)
    assert digest_respelling(CHINESE) in EspeakVoice().cache_key(CHINESE)
    assert digest_respelling(load("en")) == ""


def test_places_in_what_is_given_are_told_by_the_text() -> None:
    text = "我胸口痛。"
    given = respell(text, CHINESE)
    starts = [(given.index(sign), number) for number, sign in enumerate(("我", "[[", "口", "痛"))]
    assert place_in_original(starts, text, CHINESE) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert place_in_original([(len(given) + 9, 1)], text, CHINESE) == [(5, 1)]


def test_words_after_a_respelled_one_have_their_own_places() -> None:
    text = "胸口很痛，请马上告诉护士。"
    _, starts = EspeakVoice().find_words(text, CHINESE)
    places = [place for place, _ in starts]
    assert places == sorted(places)
    assert {0, 5} <= set(places)
    assert max(places) > 8
