"""Right translations that look wrong are left alone; wrong ones that are like them are told."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Told

Rules = Callable[..., set[str]]
TABLE = tomllib.loads(Path(__file__).with_name("look_alikes.toml").read_text("utf-8"))


@pytest.mark.parametrize(("lang", "source", "target"), TABLE["right"])
def test_nothing_is_said_of_what_only_looks_wrong(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert rules(source, target, lang) == set()


@pytest.mark.parametrize(("lang", "source", "target"), TABLE["wrong"])
def test_what_is_wrong_in_the_same_way_is_told(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert rules(source, target, lang)


def test_a_word_that_often_is_right_is_no_error(told: Told) -> None:
    levels = {each.finding.level for each in told("Keep the list.", "Zachowaj list.", "pl")}
    assert levels == {"warning"}


def test_one_wrong_section_number_is_told_once(told: Told) -> None:
    (found,) = told("See section 3.9.2.", "Veja a secção 9.3.2.", "pt")
    assert found.finding.message == "the number 3.9.2 became 9.3.2"


def test_a_wrong_sign_of_thousands_is_told_with_what_the_locale_writes(told: Told) -> None:
    (found,) = told("Take 4,000 mg.", "Tome 4.000 mg.", "es@MX")
    assert found.finding.hint == "Write 4,000 or 4000, as this locale does."
    (found,) = told("Take 4,000 mg.", "Tome 4,000 mg.", "es@ES")
    assert found.finding.hint == "Write 4.000 or 4000, as this locale does."
    (found,) = told("It holds 1.125 mg.", "Contiene 1.125 mg.", "es@ES")
    assert found.finding.hint == "Write 1,125, as this locale does."
