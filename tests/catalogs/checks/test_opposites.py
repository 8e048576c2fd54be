"""A word that became its opposite is told, unless a no beside it says the same again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspoken.catalogs.checks.polarity import compare_poles
from plainspoken.languages import find_language
from plainspoken.languages.inventory import list_languages

from .conftest import Told

Rules = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "The bottle must be unopened.", "El frasco debe estar abierto."),
        ("es", "Choose unsalted butter.", "Elija mantequilla salada."),
        ("fr", "The tests were abnormal.", "Les analyses étaient normales."),
        ("it", "The wound was untreated.", "La ferita era trattata."),
        ("de", "People who lack this vitamin bruise.", "Wer dieses Vitamin hat, bekommt Flecken."),
        ("pt", "It is unsafe at night.", "É seguro à noite."),
        ("pl", "The pulse was unstable.", "Tętno było stabilne."),
        ("ru", "Use clean towels.", "Используйте грязные полотенца."),
        ("vi", "The patient was unconscious.", "Bệnh nhân đã tỉnh táo."),
        ("ko", "The test was negative.", "검사는 양성이었습니다."),
        ("zh-Hans", "The skin must be dry.", "皮肤必须潮湿。"),
        ("tr", "Choose unsalted cheese.", "Tuzlu peynir seçin."),
        ("ar", "The lump is painless.", "الكتلة مؤلمة."),
        ("fa", "The result was abnormal.", "نتیجه طبیعی بود."),
        ("hi", "The pulse was irregular.", "नाड़ी नियमित थी।"),
        ("ht", "The food was undercooked.", "Manje a te byen kwit."),
        ("tl", "This is an uncommon side effect.", "Karaniwan ang side effect na ito."),
    ],
)
def test_a_word_that_became_its_opposite_is_told(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert "opposites" in rules(source, target, lang)


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "The lump is not dangerous.", "El bulto es inofensivo."),
        ("es", "The lump is harmless.", "El bulto no es peligroso."),
        ("fr", "Do not rush.", "Allez lentement."),
        ("it", "Do not worry about the noise.", "Resti calmo: il rumore è normale."),
        ("de", "Do not leave the child alone.", "Das Kind muss immer begleitet werden."),
        ("pt", "The cream does not contain alcohol.", "O creme é isento de álcool."),
        ("pl", "This is not a rare problem.", "Ten problem jest częsty."),
        ("ru", "The rash is harmless.", "Сыпь не опасна."),
        ("vi", "Do not let it get wet.", "Giữ cho nó khô ráo."),
        ("ko", "Do not worry.", "안심하세요."),
        ("ko", "The dye is harmless, but it stains.", "염료는 안전하지만 얼룩이 집니다."),
        ("zh-Hans", "Do not worry.", "请放心。"),
        ("tr", "Do not rush.", "Yavaş olun."),
        ("ar", "The lump is harmless.", "الكتلة ليست خطيرة."),
        ("fa", "The lump is not dangerous.", "توده بی‌خطر است."),
        ("hi", "The lump is not dangerous.", "गाँठ हानिरहित है।"),
        ("ht", "Do not let it get wet.", "Kenbe li sèk."),
        ("tl", "Do not rush.", "Dahan-dahan lang."),
    ],
)
def test_a_no_with_the_opposite_says_the_same(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert rules(source, target, lang) == set()


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "Do not stop taking the pills.", "Deje de tomar las pastillas."),
        ("fr", "Do not stop the treatment.", "Arrêtez le traitement."),
        ("pt", "Stop taking the pills.", "Não pare de tomar os comprimidos."),
        ("tr", "Do not stop the treatment.", "Tedaviyi bırakın."),
    ],
)
def test_a_word_that_both_have_is_no_excuse_for_a_lost_no(
    lang: str, source: str, target: str, rules: Rules
) -> None:
    assert "negation" in rules(source, target, lang)


def test_the_finding_shows_both_words_as_they_are_written(told: Told) -> None:
    (found,) = told("The pulse was irregular.", "El pulso era regular.", "es")
    assert found.finding.message == "“irregular” became “regular”"


def test_a_no_near_the_word_on_one_side_only_is_that_of_the_word(rules: Rules) -> None:
    source = "If you do not feel well, go home."
    assert rules(source, "若感觉不适，请不要停留，回家吧。", "zh-Hans") == set()


def test_words_of_both_are_filled_up_and_their_endings_left() -> None:
    languages = find_language("en"), find_language("tr")
    found = compare_poles("it is dangerous", "tehlikelidir", languages)
    assert found.turned == ()
    assert found.plain == ("it is xxxxxxous", "xxxxxxxlidir")


def test_a_side_with_a_word_and_its_opposite_cannot_be_told() -> None:
    languages = find_language("en"), find_language("es")
    found = compare_poles("safe, not dangerous", "seguro", languages)
    assert found.is_mixed
    assert found.turned == ()


@pytest.mark.parametrize("tag", list_languages())
def test_words_of_concepts_are_written_as_they_are_read(tag: str) -> None:
    concepts = find_language(tag).table("opposites", "opposites")
    assert concepts.keys() <= find_language("en").table("opposites", "opposites").keys()
    for concept, poles in concepts.items():
        assert isinstance(poles, str) if concept == "idioms" else len(poles) in (2, 3, 4)
        for word in "|".join([poles] if isinstance(poles, str) else poles).split():
            assert all("*" not in part.strip("*") for part in word.split("|")), (concept, word)
