"""What is said of results of tests: (+), ↑, units in one sign, and digits below the line."""

from __future__ import annotations

import pytest

from .conftest import check_said_and_heard, list_cases

SIGNS = {
    "en": {
        "Take 250㎎ in 5㎖, twice": "Take two hundred fifty milligrams in five milliliters, twice",
        "Ferritin 8 ng/mL (↓), ALT 90 U/L ↑": (
            "Ferritin eight nanograms per milliliter, low, ALT ninety units per liter, high"
        ),
        "HCV (−), ANA (+), result: (-)": "HCV negative, ANA positive, result: negative",
        "Blood group B, Rh-": "Blood group B, Rh negative",
        "Press the ↓ key": "Press the ↓ key",
        "A risk of 30% ↑": "A risk of thirty percent ↑",
        "CO₂ 40 and vitamin B₁₂ 250 μg": (
            "CO two, forty and vitamin B twelve, two hundred fifty micrograms"
        ),
    },
    "de": {
        "Kalium 2,9 mmol/l ↓, Rh(+)": (
            "Kalium zwei Komma neun Millimol pro Liter, niedrig, Rh positiv"
        ),
    },
    "es": {
        "Calcio 11 mg/dl (↑), VHC (-)": (
            "Calcio once miligramos por decilitro, por encima de lo normal, VHC negativo"
        ),
    },
    "fr": {
        "Sodium 128 mmol/l (↓), VHB (+)": (
            "Sodium cent vingt-huit millimoles par litre, au-dessous de la normale, VHB positif"
        ),
    },
    "it": {
        "Calcio 11 mg/dl ↑, HCV (-)": (
            "Calcio undici milligrammi per decilitro, sopra la norma, HCV negativo"
        ),
    },
    "pt": {
        "Cálcio 11 mg/dl ↑, HCV (-)": (
            "Cálcio onze miligramas por decilitro, acima do normal, HCV negativo"
        ),
    },
    "tr": {
        "Kalsiyum 11 mg/dl (↑), HCV (-)": (
            "Kalsiyum desilitre başına on bir miligram ( artış ), HCV negatif"
        ),
    },
    "ar": {
        "HCV (+)، 15 g/dL (↑)": "HCV إيجابي، خمسة عشر غرامًا لكل ديسيلتر ( ارتفاع)",
    },
    "fa": {
        "HCV (+)، 15 g/dL (↑)": "HCV مثبت، پانزده گرم در دسی‌لیتر ( افزایش)",
    },
    "hi": {
        "HCV (+), 15 g/dL (↓)": "HCV पॉज़िटिव, पंद्रह ग्राम प्रति डेसीलीटर ( कमी)",
    },
    "vi": {
        "Bạch cầu ↑, HCV (-)": "Bạch cầu, cao, HCV âm tính",
    },
    "ko": {
        "혈당 250㎎/㎗(↑), HCV (-)": "혈당 데시리터당 이백오십 밀리그램, 높음, HCV 음성",
    },
    "zh-Hans": {
        "血糖↑，HCV（-），体重52㎏": "血糖，偏高，HCV阴性，体重五十二公斤",
    },
    "tl": {
        "Potassium 2.9 mmol/L (↓), HCV (+)": (
            "Potassium dalawa punto siyam na milimol kada litro, mababa, HCV positibo"
        ),
    },
    "ht": {
        "Potasyòm 2.9 mmol/L (↓), VHB (-)": (
            "Potasyòm de pwen nèf milimòl pa lit, ba, VHB negatif"
        ),
    },
}


@pytest.mark.parametrize(("lang", "text", "words"), list_cases(SIGNS))
def test_signs_of_findings_are_said_where_they_are_no_keys(
    lang: str, text: str, words: str
) -> None:
    check_said_and_heard(text, lang, words)
