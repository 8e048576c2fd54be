"""number-style: numbers in words before what they count."""

from __future__ import annotations

import pytest

from .conftest import Flagged, Told

IN_WORDS = {
    "en": [
        "Take no more than two pills.",
        "Take at least two pills.",
        "Drink up to four cups a day.",
        "Take three pills.",
        "Wait for four days.",
        "It has two large parts.",
        "Drink eight cups a day.",
        "We saw ten children.",
        "It took about six weeks.",
        "Come back in five days.",
        "You need twelve small tubes.",
    ],
    "es": [
        "Tome tres pastillas.",
        "Espere cuatro días.",
        "Tiene dos partes.",
        "Beba ocho vasos al día.",
        "Vimos diez niños.",
        "Duró unas seis semanas.",
        "Vuelva en cinco días.",
        "Necesita doce tubos.",
    ],
}
AS_THEY_SHOULD_BE = {
    "en": [
        "About one in ten children rest.",
        "Take two to three pills.",
        "Take 3 pills.",
        "Take one pill.",
        "Take one or two pills.",
        "Wait two or three days.",
        "The second dose is small.",
        "Three pills are enough.",
        "It is two in the morning.",
        "The two drugs help.",
        "One of two will do.",
        "Take a two-day rest.",
        "He is the first of five.",
        "Two more drugs help.",
        "Read “three pills” here.",
        "We sat at Four Winds.",
        "Phase two starts soon.",
    ],
    "es": [
        "Es una de cada diez personas.",
        "Tome 3 pastillas.",
        "Tome una pastilla.",
        "Tome una o dos pastillas.",
        "Espere dos o tres días.",
        "La segunda dosis es baja.",
        "Tres pastillas bastan.",
        "Son las dos de la mañana.",
        "Los dos medicamentos ayudan.",
        "Uno de dos basta.",
        "La fase dos empieza pronto.",
        "Coma a las seis.",
    ],
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_number_in_words_before_what_it_counts_is_told(flagged: Flagged, lang: str) -> None:
    sentences = [*IN_WORDS[lang], *AS_THEY_SHOULD_BE[lang]]
    assert flagged("number-style", sentences, lang) == IN_WORDS[lang]


def test_the_cure_names_the_numeral_and_nothing_is_reworded(told: Told) -> None:
    (remark,) = told("Take three pills.", kind="number-style")
    assert remark.finding.hint == "Write “3”."
    assert remark.finding.level == "info"
    assert remark.instead == ()
