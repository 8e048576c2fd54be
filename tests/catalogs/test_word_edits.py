"""Texts that differ in a word or two are found, near the same place of both files."""

from __future__ import annotations

import pytest

from plainspoken.catalogs.word_edits import find_word_edits


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("severe pain", "severe pain", True),
        ("severe pain", "mild pain", True),
        ("pain", "severe pain", True),
        ("pain", "very severe pain", True),
        ("pain", "very very severe pain", False),
        ("severe pain", "very mild pain", False),
        ("very severe pain", "rather mild pain", False),
        ("severe pain", "mild ache", False),
        ("pain", "ache", False),
    ],
)
def test_two_words_may_be_changed_in_both_together(text: str, other: str, found: bool) -> None:
    assert bool([*find_word_edits([text], [other])]) == found
    assert bool([*find_word_edits([other], [text])]) == found


@pytest.mark.parametrize(
    ("place", "near"),
    [(0, range(16)), (1, range(17)), (20, range(4, 36)), (30, range(14, 40)), (39, range(23, 40))],
)
def test_of_texts_that_share_their_other_words_16_on_both_sides_are_looked_at(
    place: int, near: range
) -> None:
    texts, others = ([f"{letter}{number} pain" for number in range(40)] for letter in "ab")
    assert [j for _, i, j in find_word_edits(texts, others) if i == place] == [*near]
