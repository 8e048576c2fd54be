"""Sentences of the kind that translators write, right and wrong, in many languages."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
Rules = Callable[..., set[str]]


def pairs(name: str) -> list[tuple[str, str, str]]:
    table = tomllib.loads((FOLDER / name).read_text("utf-8"))
    return [(lang, *pair) for lang, each in table.items() for pair in each["pairs"]]


@pytest.mark.parametrize(("lang", "source", "target"), pairs("right.toml"))
def test_nothing_is_said_of_a_right_translation(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert rules(source, target, lang) == set()


@pytest.mark.parametrize(("lang", "source", "target"), pairs("wrong.toml"))
def test_a_wrong_translation_is_told(lang: str, source: str, target: str, rules: Rules) -> None:
    assert rules(source, target, lang)
