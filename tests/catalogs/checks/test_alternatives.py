"""One of two is not both, and both are not one of two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        ("es", "Llame si tiene fiebre o sarpullido.", "Llame si tiene fiebre y sarpullido."),
        ("fr", "Appelez si fièvre ou rougeurs.", "Appelez si fièvre et rougeurs."),
        ("it", "Chiami se ha febbre o sfogo.", "Chiami se ha febbre e sfogo."),
        ("pt", "Ligue se tiver febre ou manchas.", "Ligue se tiver febre e manchas."),
        ("de", "Rufen Sie bei Fieber oder Ausschlag an.", "Rufen Sie bei Fieber und Ausschlag an."),
        ("pl", "Zadzwoń przy gorączce lub wysypce.", "Zadzwoń przy gorączce i wysypce."),
        ("ru", "Звоните при жаре или сыпи.", "Звоните при жаре и сыпи."),
        ("tr", "Ateş veya döküntü varsa arayın.", "Ateş ve döküntü varsa arayın."),
        ("ar", "اتصل إذا كان لديك حمى أو طفح.", "اتصل إذا كان لديك حمى وطفح."),
        ("fa", "اگر تب یا بثورات دارید تماس بگیرید.", "اگر تب و بثورات دارید تماس بگیرید."),
        ("hi", "बुख़ार या दाने हों तो फ़ोन करें।", "बुख़ार और दाने हों तो फ़ोन करें।"),
        ("ht", "Rele si ou gen lafyèv oswa gratèl.", "Rele si ou gen lafyèv ak gratèl."),
        ("ko", "열 또는 발진이 있으면 전화하세요.", "열과 발진이 모두 있으면 전화하세요."),
        ("vi", "Hãy gọi nếu bị sốt hoặc phát ban.", "Hãy gọi nếu bị sốt và phát ban."),
        ("zh", "如果发烧或出疹子，请打电话。", "如果发烧和出疹子，请打电话。"),
        ("tl", "Tumawag kung may lagnat o pantal.", "Tumawag kung may lagnat at pantal."),
    ],
)  # fmt: skip
def test_or_that_became_and_is_told(lang: str, right: str, wrong: str, rules: Rules) -> None:
    source = "Call if you have a fever or a rash."
    assert "alternatives" not in rules(source, right, lang)
    assert "alternatives" in rules(source, wrong, lang)


def test_and_that_became_or_is_told(rules: Rules) -> None:
    source = "Stop when the pain is gone and the wound is dry."
    assert "alternatives" in rules(source, "Pare cuando no duela o la herida esté seca.", "es")
    assert "alternatives" not in rules(source, "Pare cuando no duela y la herida esté seca.", "es")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # No salt or sugar is no salt and no sugar.
        ("Do not add salt or sugar.", "Nie dodawaj soli i cukru."),
        # Who has both words may say them in another order.
        ("Call or write, day and night.", "Dzwoń i pisz w dzień albo w nocy."),
        ("Come with your wife.", "Przyjdź z żoną albo sam."),
    ],
)
def test_what_a_language_may_say_with_the_other_word_is_left_alone(
    source: str, target: str, rules: Rules
) -> None:
    assert "alternatives" not in rules(source, target, "pl")


def test_two_forms_of_a_word_are_no_alternatives(rules: Rules) -> None:
    source = "You are calm and awake."
    assert "alternatives" not in rules(source, "Está tranquila (despierto o despierta).", "es")
