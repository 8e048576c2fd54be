"""Only and alone stay in the translation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        ("es", "Solo los adultos pueden usarlo.", "Los adultos pueden usarlo."),
        ("fr", "Seuls les adultes peuvent l'utiliser.", "Les adultes peuvent l'utiliser."),
        ("de", "Nur Erwachsene dürfen es benutzen.", "Erwachsene dürfen es benutzen."),
        ("ru", "Им могут пользоваться только взрослые.", "Им могут пользоваться взрослые."),
        ("tr", "Bunu yalnızca yetişkinler kullanabilir.", "Bunu yetişkinler kullanabilir."),
        ("zh", "只有成年人可以使用。", "成年人可以使用。"),
        ("vi", "Chỉ người lớn được dùng.", "Người lớn được dùng."),
    ],
)
def test_a_lost_only_is_told(lang: str, right: str, wrong: str, rules: Rules) -> None:
    assert "restriction" not in rules("Only adults may use it.", right, lang)
    assert "restriction" in rules("Only adults may use it.", wrong, lang)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("You can only wait.", "No puede hacer nada más que esperar."),
        ("Only time will tell.", "El tiempo dirá."),
        ("There are only a few risks.", "Hay pocos riesgos."),
        ("It is not only safe.", "Además es seguro."),
        ("Take it only if it hurts.", "Tómelo cuando duela."),
    ],
)
def test_what_is_said_otherwise_is_left_alone(source: str, target: str, rules: Rules) -> None:
    assert "restriction" not in rules(source, target, "es")


def test_a_long_sentence_is_left_alone(rules: Rules) -> None:
    source = "Only adults who have read the leaflet and who have talked with their own doctor about"
    target = "Los adultos que han leído el folleto y que han hablado con su propio médico sobre"
    wrong = f"{target} el aerosol pueden usarlo."
    assert "restriction" not in rules(f"{source} the spray before may use it.", wrong, "es")
