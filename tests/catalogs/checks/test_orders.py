"""What sentences order, in many words: must, may, from, until, only if."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

DATA = tomllib.loads(Path(__file__).with_name("orders.toml").read_text(encoding="utf-8"))
KINDS = [(lang, kind) for lang, kinds in DATA["translations"].items() for kind in kinds]
Rules = Callable[..., set[str]]


@pytest.mark.parametrize(("lang", "kind"), KINDS)
def test_a_translation_that_orders_the_same_is_left_alone(
    lang: str, kind: str, rules: Rules
) -> None:
    for translation in DATA["translations"][lang][kind]:
        for text in DATA["texts"][kind]:
            assert not rules(text, translation, lang), (text, translation)


@pytest.mark.parametrize(("lang", "kind"), KINDS)
def test_a_translation_that_orders_something_else_is_told(
    lang: str, kind: str, rules: Rules
) -> None:
    for other in DATA["instead"][kind].split():
        for translation in DATA["translations"][lang].get(other, ()):
            text = DATA["texts"][kind][0]
            assert rules(text, translation, lang), (text, translation)


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "Only call if it hurts.", "No hace falta que llame a menos que le duela."),
        ("ar", "You only need to call if it hurts.", "لا داعي للاتصال إلا إذا شعرت بألم."),
        ("fr", "You need to call only if it hurts.", "N'appelez pas, sauf si vous avez mal."),
        ("de", "Get up only when it is dry.", "Stehen Sie nicht auf, solange es nass ist."),
        ("fa", "Drive only when you have no dizziness.", "تا وقتی سرگیجه دارید رانندگی نکنید."),
    ],
)  # fmt: skip
def test_a_condition_may_be_said_by_its_opposite_and_a_no(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert not rules(source, target, lang)


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "Use it every 8 hours.", "Úselo de 8 en 8 horas."),
        ("pt", "Use it every 6 hours.", "Use de 6 em 6 horas."),
        ("it", "Use it every 8 hours.", "Lo usi di 8 ore in 8 ore."),
        ("ht", "Half of them had pain.", "Sou chak de moun ki te malad, youn te gen doulè."),
        ("fr", "A quarter of them had pain.", "Une personne malade sur quatre avait mal."),
        ("zh", "Half of them had pain.", "每两名患者中有一人疼痛。"),
        ("pl", "Avoid it for the last three months.", "Proszę go unikać w ostatnim trymestrze."),
        ("de", "Avoid it for three months.", "Meiden Sie es im ersten Trimester."),
    ],
)  # fmt: skip
def test_rates_and_shares_may_be_said_in_other_words(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert not rules(source, target, lang)
