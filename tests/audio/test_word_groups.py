"""From where a voice says that words begin, it is found when each is heard."""

from __future__ import annotations

from array import array

import pytest

from plainspoken.audio.sound_places import Stretch
from plainspoken.audio.word_groups import Start, Stay, find_stays, group_words
from plainspoken.narration import WordTime


def stays(sound: list[int], *starts: Start) -> list[Stay]:
    return list(find_stays(array("h", sound).tobytes(), starts))


LOUD = [900] * 10


@pytest.mark.parametrize(
    ("sound", "starts", "found"),
    [
        (LOUD, [(0, 0)], [(0, 0, 10)]),
        (LOUD, [(0, 0), (5, 4)], [(0, 0, 4), (5, 4, 10)]),
        (LOUD, [(5, 4), (0, 0)], [(0, 0, 4), (5, 4, 10)]),
        (LOUD, [(3, 2), (5, 4)], [(3, 2, 4), (5, 4, 10)]),
        (LOUD, [(0, 0), (5, 4), (2, 6)], [(0, 0, 4), (5, 4, 10)]),
        (LOUD, [(0, 0), (5, 4), (5, 6)], [(0, 0, 4), (5, 4, 10)]),
        (LOUD, [(0, 0), (3, 0), (5, 4)], [(0, 0, 4), (5, 4, 10)]),
        (LOUD, [(0, 0), (1, 1), (2, 2)], [(0, 0, 1), (1, 1, 2), (2, 2, 10)]),
        (LOUD, [(0, 0), (5, 10)], [(0, 0, 10)]),
        (LOUD, [], []),
        ([0, 0, 9, 900, 0, 900, 9, 0], [(0, 0)], [(0, 3, 6)]),
        ([0, 0, 0, 900, 900, 0, 900, 0], [(0, 0), (4, 5)], [(0, 3, 5), (4, 6, 7)]),
        ([0, 0, 0, 900, 900], [(0, 0), (4, 3)], [(4, 3, 5)]),
        ([900, 900, 0, 0], [(0, 0), (4, 2)], [(0, 0, 2)]),
        ([], [(0, 0)], []),
    ],
)
def test_a_word_stays_until_the_next_begins_without_the_silence_round_it(
    sound: list[int], starts: list[Start], found: list[Stay]
) -> None:
    assert stays(sound, *starts) == found


def group(
    text: str, *stays: Stay, places: list[Stretch | None] | None = None, at: int = 0
) -> list[tuple[str, int, int]]:
    usual = [(n, n + 1) if letter.isalnum() else None for n, letter in enumerate(text)]
    found = group_words(stays, text, places or usual, at)
    return [(text[word.start : word.stop], word.begin, word.end) for word in found]


@pytest.mark.parametrize(
    ("text", "stays", "words"),
    [
        ("ab cd", [(0, 0, 4), (3, 5, 9)], [("ab", 0, 4), ("cd", 5, 9)]),
        ("ab cd", [(0, 0, 4), (4, 5, 9)], [("ab", 0, 4), ("cd", 5, 9)]),
        ("ab cd", [(0, 0, 4), (2, 5, 9)], [("ab", 0, 4), ("cd", 5, 9)]),
        ("ab cd", [(0, 0, 4), (1, 5, 9)], [("ab cd", 0, 9)]),
        ("ab cd", [(1, 0, 4), (3, 5, 9)], [("ab", 0, 4), ("cd", 5, 9)]),
        ("ab cd", [(3, 5, 9)], [("cd", 5, 9)]),
        ("ab cd", [(0, 5, 9)], [("ab cd", 5, 9)]),
        ("ab, cd", [(0, 0, 2), (2, 3, 4), (4, 5, 9)], [("ab", 0, 2), ("cd", 5, 9)]),
        ("abc", [(0, 0, 2), (1, 3, 4), (2, 5, 6)], [("abc", 0, 6)]),
        ("", [], []),
        ("ab", [], []),
    ],
)
def test_words_are_those_that_begin_where_a_voice_says_or_before(
    text: str, stays: list[Stay], words: list[tuple[str, int, int]]
) -> None:
    assert group(text, *stays) == words
    later = [(word, begin + 70, end + 70) for word, begin, end in words]
    assert group(text, *stays, at=70) == later


def test_words_that_are_said_for_one_stretch_are_one() -> None:
    places: list[Stretch | None] = [(0, 1)] * 3 + [None] + [(0, 1)] * 4 + [None, (2, 3)]
    found = group_words([(0, 0, 4), (4, 5, 9), (9, 10, 12)], "one half b", places, 100)
    assert found == [WordTime(0, 1, 100, 109), WordTime(2, 3, 110, 112)]


def test_stretches_that_overlap_are_one_as_far_as_either_goes() -> None:
    text, stays = "a b c", [(0, 0, 4), (2, 5, 9), (4, 10, 12)]
    for second, stop in (((2, 6), 6), ((1, 3), 5), ((4, 5), 5)):
        places = [(0, 5), None, second, None, (6, 7)]
        found = group_words(stays, text, places, 0)
        assert found == [WordTime(0, stop, 0, 9), WordTime(6, 7, 10, 12)]
    places = [(0, 2), None, (2, 3), None, None]
    assert group_words(stays, text, places, 0) == [WordTime(0, 2, 0, 4), WordTime(2, 3, 5, 9)]
