"""A no that belongs to one of two words does not go over to the other one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Told

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("lang", "target"),
    [
        ("es", "Trague la cápsula entera; no la mastique."),
        ("es", "No mastique la cápsula; tráguela entera."),
        ("tr", "Kapsülü çiğnemeden bütün olarak yutun."),
        ("ko", "캡슐은 씹지 말고 통째로 삼키세요."),
        ("zh-Hans", "不要嚼碎胶囊，要整粒吞下。"),
    ],
)
def test_the_order_of_clauses_is_free(lang: str, target: str, rules: Rules) -> None:
    assert rules("Swallow the capsule whole; do not chew it.", target, lang) == set()


@pytest.mark.parametrize(
    ("lang", "target"),
    [
        ("es", "Mastique la cápsula; no la trague entera."),
        ("tr", "Kapsülü yutmadan çiğneyin."),
        ("ko", "캡슐은 통째로 삼키지 말고 씹으세요."),
        ("zh-Hans", "要嚼碎胶囊，不要整粒吞下。"),
    ],
)
def test_a_no_that_went_over_is_told(lang: str, target: str, rules: Rules) -> None:
    assert rules("Swallow the capsule whole; do not chew it.", target, lang) == {"route"}


def test_the_finding_shows_both_words_that_are_denied(told: Told) -> None:
    source, target = "Swallow it, do not chew it.", "Mastique la píldora, no la trague."
    (found,) = told(source, target)
    assert found.finding.message == "the no of “chew” became that of “trague”"
