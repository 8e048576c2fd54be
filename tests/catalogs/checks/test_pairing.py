"""What stands together in a text stands together in its translation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspoken.languages import find_language
from plainspoken.languages.tags import list_folders

from .conftest import Told

Rules = Callable[..., set[str]]
BOTTLES = "The blue bottle is for your ears, the green one is for your nose."
THINGS = [tag for tag in list_folders() if find_language(tag).has("things")]


@pytest.mark.parametrize(
    ("lang", "target"),
    [
        ("es", "El frasco azul es para los oídos; el verde, para la nariz."),
        ("es", "El frasco verde es para la nariz; el azul, para los oídos."),
        ("de", "Für die Ohren nehmen Sie die blaue Flasche, für die Nase die grüne."),
        ("ko", "귀에는 파란색 병을, 코에는 초록색 병을 쓰세요."),
        ("tr", "Mavi şişe kulaklarınız, yeşil şişe burnunuz içindir."),
        ("zh-Hans", "蓝色瓶子用于耳朵，绿色瓶子用于鼻子。"),
    ],
)
def test_the_order_of_what_belongs_together_is_free(lang: str, target: str, rules: Rules) -> None:
    assert rules(BOTTLES, target, lang) == set()


@pytest.mark.parametrize(
    ("lang", "target"),
    [
        ("es", "El frasco verde es para los oídos; el azul, para la nariz."),
        ("es", "El frasco azul es para la nariz; el verde, para los oídos."),
        ("de", "Für die Nase nehmen Sie die blaue Flasche, für die Ohren die grüne."),
        ("ko", "귀에는 초록색 병을, 코에는 파란색 병을 쓰세요."),
        ("tr", "Yeşil şişe kulaklarınız, mavi şişe burnunuz içindir."),
        ("zh-Hans", "绿色瓶子用于耳朵，蓝色瓶子用于鼻子。"),
    ],
)
def test_what_belongs_together_and_was_swapped_is_told(
    lang: str, target: str, rules: Rules
) -> None:
    assert rules(BOTTLES, target, lang) == {"pairing"}


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "Give 3 ml at noon and 6 ml at bedtime.",
            "Al acostarse dé 6 ml; al mediodía, 3 ml.",
            "Dé 6 ml al mediodía y 3 ml al acostarse.",
        ),
        (
            "Come on Tuesday with your mother, on Friday with your father.",
            "El martes venga con su madre; el viernes, con su padre.",
            "El viernes venga con su madre; el martes, con su padre.",
        ),
        (
            "Use the spray before sport and the gel after a shower.",
            "Use el aerosol antes del deporte y el gel después de la ducha.",
            "Use el gel antes del deporte y el aerosol después de la ducha.",
        ),
        (
            "Drink juice instead of milk.",
            "En vez de leche, beba jugo.",
            "En vez de jugo, beba leche.",
        ),
        (
            "Your son may swim in the lake; at the pool, he may not play.",
            "Su hijo puede nadar en el lago; en la piscina no puede jugar.",
            "Su hijo puede jugar en la piscina; en el lago no puede nadar.",
        ),
        (
            "Give 2 drops in the morning. Give 5 drops in the evening.",
            "Dé 2 gotas por la mañana. Por la noche, dé 5 gotas.",
            "Dé 5 gotas por la mañana. Por la noche, dé 2 gotas.",
        ),
        (
            "Let the lozenge melt; do not crush it.",
            "No la triture: deje que la pastilla se disuelva.",
            "No la disuelva: triture la pastilla.",
        ),
    ],
)
def test_numbers_days_and_noes_stay_with_their_words(
    source: str, right: str, wrong: str, rules: Rules
) -> None:
    assert rules(source, right) == set()
    assert "pairing" in rules(source, wrong)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # A list has no two and two.
        (
            "Wash your hands before you touch your eyes, nose or mouth with them.",
            "Antes de tocarse la boca, la nariz o los ojos con las manos, láveselas.",
        ),
        # The number of a name counts nothing.
        (
            "In adults COVID-19 lasts 7 days, in children 4 days.",
            "La COVID-19 dura 4 días en niños y 7 días en adultos.",
        ),
        # What stands twice tells nothing apart.
        (
            "Milk in the morning, water and milk at night.",
            "Leche y agua por la noche, leche por la mañana.",
        ),
        # What is denied in a list may stand in any order.
        (
            "If you take this pill, eat no cheese, eggs or honey.",
            "Si toma esta pastilla, no coma huevos, miel ni queso.",
        ),
        # Before belongs to what follows it.
        (
            "Wash your hands with soap before eating and after you use the bathroom.",
            "Antes de comer y después de ir al baño, lávese las manos con jabón.",
        ),
        # One no denies both.
        ("Do not chew or crush the pill.", "No triture ni mastique la pastilla."),
    ],
)
def test_what_does_not_stand_two_by_two_is_left_alone(
    source: str, target: str, rules: Rules
) -> None:
    assert rules(source, target) == set()


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        (
            "es",
            "Los niños deben mantenerse lejos de las mujeres embarazadas.",
            "Las mujeres embarazadas deben mantenerse lejos de los niños.",
        ),
        (
            "tr",
            "Çocuklar hamile kadınlardan uzak durmalıdır.",
            "Hamile kadınlar çocuklardan uzak durmalıdır.",
        ),
        ("zh-Hans", "儿童应远离怀孕的女性。", "怀孕的女性应远离儿童。"),
    ],
)
def test_who_keeps_away_from_whom_stays_so(lang: str, right: str, wrong: str, rules: Rules) -> None:
    source = "Children should stay away from pregnant women."
    assert rules(source, right, lang) == set()
    assert rules(source, wrong, lang) == {"pairing"}


def test_the_finding_shows_what_belongs_together_in_both(told: Told) -> None:
    (found,) = told(BOTTLES, "El frasco verde es para los oídos; el azul, para la nariz.")
    assert found.finding.message == "“blue” belongs to “ears”, but “azul” to “nariz”"
    (found,) = told("Drink tea instead of milk.", "Beba leche en vez de té.")
    assert found.finding.message == "“milk” is turned down, but “té” is in the translation"


@pytest.mark.parametrize("tag", THINGS)
def test_every_language_names_the_same_things(tag: str) -> None:
    groups = find_language(tag).table("things", "things")
    english = find_language("en").table("things", "things")
    assert {group: set(things) for group, things in groups.items()} == {
        group: set(things) for group, things in english.items()
    }
    assert all(words for things in groups.values() for words in things.values())
    assert find_language(tag).table("things", "marks")


@pytest.mark.parametrize(
    ("lang", "source", "right", "wrong"),
    [
        (
            "es",
            "It is normal for a woman yet low for a man.",
            "Es normal en una mujer, pero bajo en un hombre.",
            "Es normal en un hombre, pero bajo en una mujer.",
        ),
        (
            "es",
            "The pacemaker is on the left, so use your phone at the right ear.",
            "El marcapasos está a la izquierda, así que use el teléfono en el oído derecho.",
            "El marcapasos está a la derecha, así que use el teléfono en el oído izquierdo.",
        ),
        # A verb at the end belongs to both hands.
        (
            "hi",
            "Hold the syringe in your right hand and the bottle in your left hand.",
            "सिरिंज को दाएँ हाथ में और बोतल को बाएँ हाथ में पकड़ें।",
            "सिरिंज को बाएँ हाथ में और बोतल को दाएँ हाथ में पकड़ें।",
        ),
    ],
)
def test_people_and_sides_keep_what_stands_with_them_whatever_it_is(
    lang: str, source: str, right: str, wrong: str, rules: Callable[..., set[str]]
) -> None:
    assert "pairing" not in rules(source, right, lang)
    assert "pairing" in rules(source, wrong, lang)
