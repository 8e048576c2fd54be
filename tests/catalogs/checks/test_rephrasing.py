"""What is said with a no in one language and without it in another is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "Only a nurse may open it.", "No debe abrirlo más que una enfermera."),
        (
            "fr",
            "Only a nurse may move it.",
            "Personne d'autre qu'une infirmière ne peut le bouger.",
        ),
        ("de", "Only your dentist may do this.", "Das darf niemand außer Ihrem Zahnarzt tun."),
        ("ar", "It is only sold in pharmacies.", "ولا يباع إلا في الصيدليات."),
        ("hi", "Only your sister may visit.", "आपकी बहन के अलावा कोई और न आए।"),
        ("vi", "Babies drink only milk.", "Bé không uống gì khác ngoài sữa."),
        ("ko", "Not for children under 7.", "7세 이상만 드실 수 있습니다."),
        ("zh-Hans", "People under 16 must not use it.", "年满16岁方可使用。"),
        ("it", "Do not give it to people under 16.", "Solo per persone dai 16 anni in su."),
        ("pl", "Do not go out without a coat.", "Zawsze proszę nosić płaszcz."),
        ("pt", "Do not leave without your card.", "Saia somente com o seu cartão."),
        ("ru", "It is never too late.", "Время есть всегда."),
        ("tr", "Avoid crowds.", "Kalabalıktan uzak durun."),
    ],
)
def test_only_and_no_other_say_the_same(lang: str, source: str, target: str, rules: Rules) -> None:
    assert "negation" not in rules(source, target, lang)


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "Not for children under 7.", "Para niños menores de 7 años."),
        ("it", "Only a nurse may open it.", "Solo un'infermiera non può aprirlo."),
        ("zh-Hans", "Patients lack this vitamin.", "患者不缺乏这种维生素。"),
        ("pt", "Avoid crowds.", "Procure multidões."),
        ("pl", "Avoid crowds.", "Wybieraj tłumy."),
    ],
)
def test_a_no_that_nothing_makes_up_for_is_told(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert "negation" in rules(source, target, lang)
