"""Roman numerals with letters and hyphens, mixed numbers and their ranges, signs after a word."""

from __future__ import annotations

import pytest

from .conftest import check_said_and_heard, list_cases

STAGES = {
    "en": {
        "stage IIIB, stage IB2, type IIa": "stage three B, stage one B two, type two a",
        "a phase-II trial": "a phase-two trial",
        "stage IIIB–IVA": "stage three B to four A",
        "phases I, II and III": "phases one, two and three",
        "At stage I, I was told": "At stage one, I was told",
    },
    "de": {"Eine Phase-II-/III-Studie": "Eine Phase-zwei-/drei-Studie"},
    "es": {"estadio IIIB": "estadio tres B"},
    "fr": {"stade IIIB": "stade trois B"},
    "pl": {
        "rak w IV stadium, w stadium IIIB": "rak w czwartym stadium, w stadium trzecim B",
        "w II i III stadium, stadium II-III": (
            "w drugim i trzecim stadium, stadium drugie do trzeciego"
        ),
        "pacjenci z III stadium": "pacjenci z trzecim stadium",
        "IV stadium raka": "czwarte stadium raka",
        "leczenie IV stadium raka": "leczenie czwartego stadium raka",
        "w stosunku 1:10": "w stosunku jeden do dziesięciu",
    },
    "ru": {
        "от II до III стадии": "от второй до третьей стадии",
        "с III типом, стадия IIА": "с третьим типом, стадия вторая А",
    },
}
HALVES = {
    "en": {
        "6 1/3 mL/h": "six and one third milliliters per hour",
        "20 1/3 mg": "twenty and one third milligrams",
    },
    "de": {
        "½–1 Tablette, 1½ Std., ½ Tablette/Tag": (
            "eine halbe bis eine Tablette, eineinhalb Stunden, eine halbe Tablette pro Tag"
        ),
        "10 2/3 mg": "zehn und zwei Drittel Milligramm",
        "9 1/2 kg, 17 1/4 g": "neuneinhalb Kilogramm, siebzehneinviertel Gramm",
    },
    "es": {
        "20 3/4 kg, 18 1/2 %": "veinte kilogramos y tres cuartos, dieciocho y medio por ciento",
        "Tome 1–1½ tableta.": "Tome una a una tableta y media.",
    },
    "fr": {
        "2½ bouteilles, 1½ paquet": "deux bouteilles et demie, un paquet et demi",
        "20 1/3 kg, 23 1/2 %": "vingt kilogrammes et un tiers, vingt-trois et demi pour cent",
        "Prenez 1–1½ comprimé toutes les 4–6 h.": (
            "Prenez un à un comprimé et demi toutes les quatre à six heures."
        ),
        "1 à 2 comprimés toutes les 4 à 6 h": (
            "un à deux comprimés toutes les quatre à six heures"
        ),
    },
    "it": {
        "18 1/2 %, 1–1½ compressa": ("diciotto e mezzo per cento, da una a una compressa e mezza")
    },
    "pt": {
        "10 3/4 mg": "dez miligramas e três quartos",
        "Tome 1–1½ comprimido a cada 4–6 h.": (
            "Tome um a um comprimido e meio a cada quatro a seis horas."
        ),
    },
    "pl": {
        "10 2/3 °C": "dziesięć i dwie trzecie stopnia Celsjusza",
        "1½ opakowania": "półtora opakowania",
    },
    "ru": {"2 ½ таблетки, 1½ недели": "две с половиной таблетки, полторы недели"},
}
SIGNS = {
    "de": {"eine 3%ige, 10%-ige Lösung": "eine dreiprozentige, zehnprozentige Lösung"},
    "pl": {
        "3%-owy roztwór, 3% roztworem": "trzyprocentowy roztwór, trzyprocentowym roztworem",
    },
    "en": {
        "Store at-20 °C.": "Store at minus twenty degrees Celsius.",
        "COVID-19 at 20-25 °C": "COVID nineteen at twenty to twenty-five degrees Celsius",
    },
    "fr": {
        "L'âge doit être ≥ 18 ans.": "L'âge doit être d'au moins dix-huit ans.",
        "les patients ≥ 18 ans": "les patients d'au moins dix-huit ans",
        "à-20 °C, ≥ 18 ans": "à moins vingt degrés Celsius, au moins dix-huit ans",
    },
    "es": {"La edad debe ser ≥ 18 años.": "La edad debe ser de al menos dieciocho años."},
    "pt": {"A idade deve ser ≥ 18 anos.": "A idade deve ser de pelo menos dezoito anos."},
    "it": {"L'età deve essere ≥ 18 anni.": "L'età deve essere di almeno diciotto anni."},
    "ru": {
        "3%-м раствором, в 3%-м растворе": "трёхпроцентным раствором, в трёхпроцентном растворе",
        "3%-я мазь, 3%-й мазью, 3%-х растворов": (
            "трёхпроцентная мазь, трёхпроцентной мазью, трёхпроцентных растворов"
        ),
        "0,9%-м раствором": "ноль целых девять десятых процента раствором",
        "2-м этапом, на 2-м этапе": "вторым этапом, на втором этапе",
    },
}


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    list_cases(STAGES, HALVES, SIGNS),
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
