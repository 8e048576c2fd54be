"""Telephone numbers without a word for them, small blood pressures, a half after one, and cases."""

import pytest

from .conftest import check_said_and_heard, list_cases

TELEPHONES = {
    "pl": {
        "Zapisy: 22 987 65 43": "Zapisy: dwa dwa, dziewięć osiem siedem, sześć pięć, cztery trzy"
    },
    "it": {"340 987 6543": "tre quattro zero, nove otto sette, sei cinque quattro tre"},
    "tr": {"Kayıt: 216 987 65 43": "Kayıt: iki bir altı, dokuz sekiz yedi, altı beş, dört üç"},
    "en": {
        "Front desk: 212.555.0187": "Front desk: two one two, five five five, zero one eight seven"
    },
    "es": {
        "Centro: 93 456 78 90": "Centro: nueve tres, cuatro cinco seis, siete ocho, nueve cero",
        "Citas: 654 321 987": "Citas: seis cinco cuatro, tres dos uno, nueve ocho siete",
        "Hay 600 001 002 votos": "Hay seiscientos millones mil dos votos",
    },
}
PRESSURES = {
    "fr": {"Tension du matin : 13/8": "Tension du matin: treize sur huit"},
    "es": {"Su presión de hoy es 13/8": "Su presión de hoy es trece sobre ocho"},
    "it": {"La pressione è scesa a 12/7": "La pressione è scesa a dodici su sette"},
    "pt": {
        "A pressão subiu para 15×9": "A pressão subiu para quinze por nove",
        "pressão de 14 x 9 em casa": "pressão de catorze por nove em casa",
    },
}
HALVES = {
    "es": {
        "Espere 1 1/2 horas": "Espere una hora y media",
        "Tome 1 1/2 sobres": "Tome un sobre y medio",
        "Tome 2 1/2 sobres": "Tome dos sobres y medio",
    },
    "it": {"Prenda 1 1/2 bustine": "Prenda una bustina e mezza"},
    "pt": {"Use 1 1/2 colheres de chá": "Use uma colher de chá e meia"},
}
CASES = {
    "ar": {
        "استرح 30 دقيقة": "استرح ثلاثين دقيقة",
        "إذا كانت الحرارة > 38 درجة": "إذا كانت الحرارة أكثر من ثماني وثلاثين درجة",
        "اخلط العصير بنسبة 1:4": "اخلط العصير بنسبة واحد إلى أربعة",
        "د. هدى جراحة": "الدكتورة هدى جراحة",
        "د. حمزة جراح": "الدكتور حمزة جراح",
        "كل الخضار والفاكهة و...": "كل الخضار والفاكهة وغير ذلك",
    },
    "fa": {
        "میوه، سبزی و...": "میوه، سبزی و غیره",
        "ساختمان ۴، و. ۹": "ساختمان چهار، واحد نه",
    },
    "pl": {
        "Rozpuść w 200 ml wody": "Rozpuść w dwustu mililitrach wody",
        "Namocz w 1 l wody": "Namocz w jednym litrze wody",
        "Zrób to w 3 h": "Zrób to w trzy godziny",
    },
    "hi": {"फ़ैक्टर IX कम है": "फ़ैक्टर नौ कम है"},
    "zh-Hans": {"缺少因子IX": "缺少因子九"},
}


@pytest.mark.parametrize(("tag", "text", "said"), list_cases(TELEPHONES, PRESSURES, HALVES, CASES))
def test_it_is_said_as_people_say_it(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
