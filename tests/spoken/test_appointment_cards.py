"""Appointment cards, and degrees with the sign of an ordinal, are said as people read them."""

import pytest

from .conftest import check_said_and_heard, list_cases

CARDS = {
    "en": {
        "Thurs. Nov. 6 at 3:45 p.m., 4th fl.": (
            "Thursday November sixth at three forty-five p m, fourth fl."
        ),
        "Open M-F, 3rd fl., wt. 60 kg": (
            "Open Monday to Friday, third floor, weight sixty kilograms"
        ),
    },
    "de": {
        "Sprechst.: Di. u. Do. 9–11 Uhr, s. a. S. 3": (
            "Sprechstunde: Dienstag und Donnerstag neun bis elf Uhr, siehe auch Seite drei"
        ),
        "im Okt.": "im Oktober",
    },
    "es": {
        "c/ Dra. Gil, cons. 12, 3.º C": "con doctora Gil, consulta doce, tercero C",
        "c/ comida": "cada comida",
    },
    "fr": {"3 j. pdt 2 sem., en sept.": "trois jours pendant deux semaines, en septembre"},
    "it": {"2 v/die, 8 ott. c/o Rossi": "due volte al giorno, otto ottobre presso Rossi"},
    "pt": {
        "c/ o Dr. Reis, sl. 12, c/ 6 h": "com o doutor Reis, sala doze, c/ seis horas",
        "fechado dom. e fer.": "fechado domingos e feriados.",
    },
}
DEGREES = {
    "es": {"39ºC, 37 ºC": "treinta y nueve grados Celsius, treinta y siete grados Celsius"},
    "fr": {"39ºC": "trente-neuf degrés Celsius"},
    "it": {"39ºC, 2º ciclo": "trentanove gradi Celsius, secondo ciclo"},
    "pt": {"39ºC, 102ºF": "trinta e nove graus Celsius, cento e dois graus Fahrenheit"},
    "tr": {"39ºC": "otuz dokuz santigrat derece"},
}


@pytest.mark.parametrize(("tag", "text", "said"), list_cases(CARDS, DEGREES))
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
