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


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "Avoid alcohol and do not drive.", "Beba alcohol y no conduzca."),
        (
            "es",
            "Do not lift weights, and do not swim for a week.",
            "No levante pesas y nade durante una semana.",
        ),
        (
            "de",
            "Do not scratch the wound and do not wet it.",
            "Kratzen Sie nicht an der Wunde und machen Sie sie nass.",
        ),
        (
            "de",
            "Avoid sunlight, and never use a sunbed.",
            "Suchen Sie Sonnenlicht, und benutzen Sie nie ein Solarium.",
        ),
        (
            "it",
            "Do not rub the eye and do not wear lenses.",
            "Non strofini l'occhio e porti lenti.",
        ),
        ("pl", "Do not rub the eye, and do not swim.", "Nie trzeć oka i pływać."),
        ("ru", "Do not rub the eye, and do not swim.", "Не трите глаз и плавайте."),
        ("zh-Hans", "Do not rub the eye, and do not swim.", "不要揉眼睛，可以游泳。"),
        ("vi", "Do not rub the eye, and do not swim.", "Không dụi mắt và hãy bơi."),
        ("ar", "Do not rub the eye, and do not swim.", "لا تفرك عينك واسبح."),
        ("tr", "Do not rub the eye, and do not swim.", "Gözünüzü ovmayın ve yüzün."),
    ],
)
def test_one_of_two_noes_that_was_lost_is_told(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert "negation" in rules(source, target, lang)


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "Avoid alcohol and do not drive.", "Evite el alcohol y no conduzca."),
        (
            "es",
            "Do not lift weights, and do not swim for a week.",
            "No levante pesas ni nade durante una semana.",
        ),
        (
            "de",
            "Do not scratch the wound and do not wet it.",
            "Kratzen Sie nicht an der Wunde und machen Sie sie nicht nass.",
        ),
        (
            "de",
            "Avoid sunlight, and never use a sunbed.",
            "Vermeiden Sie Sonnenlicht, und benutzen Sie nie ein Solarium.",
        ),
        (
            "it",
            "Do not rub the eye and do not wear lenses.",
            "Non strofini l'occhio e non porti lenti.",
        ),
        ("pl", "Do not rub the eye, and do not swim.", "Nie trzeć oka i nie pływać."),
        ("ru", "Do not rub the eye, and do not swim.", "Не трите глаз и не плавайте."),
        ("zh-Hans", "Do not rub the eye, and do not swim.", "不要揉眼睛，也不要游泳。"),
        ("vi", "Do not rub the eye, and do not swim.", "Không dụi mắt và không bơi."),
        ("ar", "Do not rub the eye, and do not swim.", "لا تفرك عينك ولا تسبح."),
        ("tr", "Do not rub the eye, and do not swim.", "Gözünüzü ovmayın ve yüzmeyin."),
    ],
)
def test_two_noes_may_be_said_as_a_language_says_them(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert rules(source, target, lang) == set()


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("de", "Your next dose is less than ten years away.", "Das sind noch keine zehn Jahre."),
        ("hi", "Sleep for at least eight hours each night.", "हर रात आठ घंटे से कम न सोएँ।"),
        ("de", "Start no earlier than in May.", "Beginnen Sie frühestens im Mai."),
        ("fr", "Do not take it on an empty stomach.", "Prenez-le toujours après avoir mangé."),
        ("ru", "Only adults may use this cream.", "Детям этот крем нельзя."),
        ("tr", "You may drink coffee.", "Kahve içmenizde sakınca yoktur."),
        ("zh-Hans", "There is no need to worry about redness.", "发红属于正常现象。"),
        ("ko", "Do not exceed the stated dose.", "정해진 용량을 지키십시오."),
        ("pl", "Do not let the child out of your sight.", "Miej dziecko zawsze na oku."),
        ("it", "Nothing can replace breast milk.", "Il latte materno è insostituibile."),
        ("de", "This gel is free of alcohol.", "Dieses Gel ist alkoholfrei."),
        ("pt", "This cream contains no perfume.", "Este creme é sem perfume."),
        ("fa", "It takes a year and a half.", "هجده ماه طول می‌کشد."),
    ],
)
def test_free_renderings_of_a_no_are_left_alone(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert rules(source, target, lang) == set()
