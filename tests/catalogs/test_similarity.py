"""Of many texts, similar ones are found without comparing each with each."""

from __future__ import annotations

import random

import pytest

from plainspoken.catalogs import similarity
from plainspoken.catalogs.similarity import SimilarityIndex, find_similar_pairs

PROSE = (
    "take the pills with water twice a day call your doctor when fever starts eat drink wash "
    "hands before meals nurse clinic blood test result sleep rest walk pain medicine dose weight"
)
WORDS = PROSE.split()


def texts(number: int, least: int, most: int, seed: int) -> list[str]:
    dice = random.Random(seed)
    return [" ".join(dice.choices(WORDS, k=dice.randint(least, most))) for _ in range(number)]


def reworded(text: str, seed: int) -> str:
    dice = random.Random(seed)
    words = text.split()
    words[dice.randrange(len(words))] = dice.choice(WORDS)
    return " ".join(words)


def best(some: list[str], others: list[str]) -> dict[int, float]:
    found: dict[int, float] = {}
    for score, place, _ in find_similar_pairs(some, others, 75):
        found[place] = max(score, found.get(place, 0))
    return found


@pytest.mark.parametrize(("least", "most"), [(10, 40), (5, 12), (1, 4)])
def test_an_index_finds_nearly_all_that_comparing_each_with_each_finds(
    monkeypatch: pytest.MonkeyPatch, least: int, most: int
) -> None:
    others = texts(400, least, most, seed=1)
    some = [reworded(text, seed) for seed, text in enumerate(others)]
    all_found = best(some, others)
    monkeypatch.setattr(similarity, "MAX_PAIRS", 0)
    found = best(some, others)
    assert found.keys() <= all_found.keys()
    assert len(found) >= 0.97 * len(all_found)
    assert sum(found[place] < all_found[place] for place in found) <= 0.03 * len(found)


def test_texts_without_spaces_are_found_too() -> None:
    index = SimilarityIndex(
        [
            "食事の前に石けんで手を洗ってください。",
            "水をたくさん飲んでください。",
            "熱がある時は電話。",
        ]
    )
    assert index.find_similar("食事の前に必ず石けんで手を洗ってください。", 0.5)[0] == 0
    assert index.find_within("熱がある時は電話。水を飲む。", 0) == [2]


def test_texts_too_long_to_compare_are_left_out() -> None:
    long = "a" * (similarity.MAX_LENGTH + 1)
    assert list(find_similar_pairs([long, "short"], [long, "short"], 75)) == [(100.0, 1, 1)]


def test_nothing_is_like_nothing() -> None:
    assert list(find_similar_pairs([], ["a"], 75)) == []
    assert list(find_similar_pairs(["a"], [], 75)) == []
    assert list(find_similar_pairs(["", "—"], ["", "…"], 75)) == [(100.0, 0, 0)]


@pytest.mark.parametrize(
    ("count", "position", "found"),
    [(499, 0, 499), (500, 0, 500), (501, 0, 16), (501, 0.5, 32), (501, 1, 16)],
)
def test_of_a_feature_of_more_than_500_texts_those_nearby_are_looked_at(
    count: int, position: float, found: int
) -> None:
    assert len(SimilarityIndex(["ab"] * count).find_within("ab", position)) == found
