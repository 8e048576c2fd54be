"""The nearest known word is suggested, in a bounded time."""

from __future__ import annotations

import pytest

from plainspoken.diagnostics.suggestions import suggest_nearest


def test_the_nearest_word_is_suggested() -> None:
    assert suggest_nearest("kettel", ["cup", "kettle", "settle"]) == "Did you mean `kettle`?"


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("spoon", ["cup", "kettle"]),
        ("a" * 100, ["a" * 101]),
        ("kettel", ["kettle", *map(str, range(2_000))]),
    ],
    ids=["none is near", "a long word", "many words"],
)
def test_nothing_is_suggested(word: str, known: list[str]) -> None:
    assert suggest_nearest(word, known) == ""
