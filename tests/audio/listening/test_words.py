"""The words of what is said and heard: told apart and counted."""

from __future__ import annotations

from plainspoken.audio.listening.words import count_errors, list_words
from plainspoken.languages import load

EN = load("en")


def test_numbers_count_by_their_value_however_they_are_written() -> None:
    said = list_words("Take thirty-eight point five grams.", EN)
    assert count_errors(said, list_words("take 38.5 grams", EN)) == 0
    assert count_errors(said, list_words("take 39.5 grams", EN)) == 1
    assert count_errors(said, list_words("take 38.5 grams of it", EN)) == 2


def test_languages_without_spaces_are_counted_by_character() -> None:
    said = list_words("不要吃两片。", load("zh-Hans"))
    assert count_errors(said, list_words("不要吃2片", load("zh-Hans"))) == 0
    assert count_errors(said, list_words("要吃2片", load("zh-Hans"))) == 1
