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
ARTICLES = {
    "fr": {
        "1 sur 1 000 l'attrape": "un sur mille l'attrape",
        "Sur 20 l’ont eu 3": "Sur vingt l’ont eu trois",
    },
    "it": {"uno su 10 l'ha avuto": "uno su dieci l'ha avuto"},
    "tr": {"5 l'lik su": "beş litrelik su"},
}
HALVES = {
    "es": {
        "Espere 1 1/2 horas": "Espere una hora y media",
        "Tome 1 1/2 sobres": "Tome un sobre y medio",
        "Tome 2 1/2 sobres": "Tome dos sobres y medio",
    },
    "it": {
        "Prenda 1 1/2 bustine": "Prenda una bustina e mezza",
        "Aspetti 1 1/2 ore": "Aspetti un' ora e mezza",
    },
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

PARTS = {
    "en": {"Cut 5/8 inch off": "Cut five eighths inch off", "7/8 full": "seven eighths full"},
    "es": {
        "Corte la tableta y tome 1/2 cada noche": "Corte la tableta y tome media cada noche",
        "Corte el comprimido y tome 1/2": "Corte el comprimido y tome medio",
        "Llene 5/8 del vaso": "Llene cinco octavos del vaso",
    },
    "fr": {"Remplissez 5/8 du verre": "Remplissez cinq huitièmes du verre"},
    "de": {"Füllen Sie 5/8 des Glases": "Füllen Sie fünf achtel des Glases"},
    "it": {
        "Spezzi la pastiglia e prenda 1/2 ora": "Spezzi la pastiglia e prenda mezza ora",
        "Tagli la pastiglia e ne prenda 1/2": "Tagli la pastiglia e ne prenda mezza",
    },
    "pt": {"Corte a cápsula e tome 1/2": "Corte a cápsula e tome meia"},
    "ru": {"Налейте 5/8 стакана": "Налейте пять восьмых стакана"},
    "tl": {"Haluan ng 2 1/2 tasa": "Haluan ng dalawa at kalahating tasa"},
    "ar": {"اركض 1½ كم": "اركض كيلومترًا واحدًا ونصف"},
}
COMPARED = {
    "de": {
        "mit Werten ≤ 5": "mit Werten von höchstens fünf",
        "Der Wert ist ≥ 5": "Der Wert ist mindestens fünf",
    },
    "fr": {"Votre fils a > 5 ans": "Votre fils a plus de cinq ans"},
    "it": {"Se dorme < 6 ore": "Se dorme meno di sei ore"},
    "pt": {
        "crianças com > 5 anos": "crianças com mais de cinco anos",
        "Corte em 4 × 6 cm": "Corte em quatro por seis centímetros",
    },
    "zh-Hans": {"药房24/7服务": "药房每周七天每天二十四小时服务"},
}
COSTS_AND_DAYS = {
    "ru": {
        "Осмотр стоит 21 000 рублей": "Осмотр стоит двадцать одну тысячу рублей",
        "Выпейте 1 000 мл": "Выпейте одну тысячу миллилитров",
        "Врач принимает в ср. и сб.": "Врач принимает в среду и субботу.",
        "Занятия по пн. и пт.": "Занятия по понедельникам и пятницам.",
    },
    "pl": {"Zapisy w śr. i ndz.": "Zapisy w środę i niedzielę."},
    "it": {"Aspetti 9 sec.": "Aspetti nove secondi."},
}


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    list_cases(TELEPHONES, PRESSURES, ARTICLES, HALVES, CASES, PARTS, COMPARED, COSTS_AND_DAYS),
)
def test_it_is_said_as_people_say_it(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
