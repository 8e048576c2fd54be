"""Counts of tablets with a strength, units of insulin, heights and years are said and heard."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard

COUNTS = {
    "en": {
        "2 × 500 mg tablets, 2 x tablets": "two five hundred milligram tablets, two tablets",
        "2 × 5 mg daily, a 2 × 3 cm lump": (
            "two times five milligrams daily, a two by three centimeter lump"
        ),
        "1 tab, 3 gtts, 1 amp.": "one tablet, three drops, one ampoule",
    },
    "es": {
        "1,200 personas, 4,500/mm³, 1,500 mg": (
            "mil doscientas personas, cuatro mil quinientos por milímetro cúbico, "
            "uno coma cinco cero cero miligramos"
        ),
        "1 comp., 1 cáps., 20 gts, 1 amp. IM": (
            "un comprimido, una cápsula, veinte gotas, una ampolla por vía intramuscular"
        ),
        "350 células/mL": "trescientas cincuenta células por mililitro",
    },
    "pt": {
        "1 comp. por dia, 2 cp., 1 cáps.": "um comprimido por dia, dois comprimidos, uma cápsula"
    },
    "fr": {
        "moins de 1 h, de 1 comprimé, de 1 à 3, de 1 à 2 gélules, de 1,5 g": (
            "moins d'une heure, d'un comprimé, de un à trois, d'une à deux gélules, "
            "de un virgule cinq gramme"
        ),
        "UI/mL, 10 U.I., 1 000 000 UI": (
            "unités internationales par millilitre, dix unités internationales, "
            "un million d'unités internationales"
        ),
        "2 x comprimés, 1 amp.": "deux comprimés, une ampoule",
    },
    "de": {
        "§ 39 SGB V, § 132g Abs. 1 SGB XI": (
            "Paragraf neununddreißig SGB fünf, Paragraf einhundertzweiunddreißig g "
            "Absatz eins SGB elf"
        ),
        "geboren 1956, 1985 wurde es, von 1985–1990, 1985 Fälle": (
            "geboren neunzehnhundertsechsundfünfzig, neunzehnhundertfünfundachtzig wurde es, "
            "von neunzehnhundertfünfundachtzig bis neunzehnhundertneunzig, "
            "eintausendneunhundertfünfundachtzig Fälle"
        ),
        "100 E/ml, 1 E, 2 Kps.": "einhundert Einheiten pro Milliliter, eine Einheit, zwei Kapseln",
    },
    "it": {"1 ½ kg, 2 fl. IM": "un chilogrammo e mezzo, due fiale IM"},
    "pl": {"4 j., 1 j.": "cztery jednostki, jedna jednostka"},
    "ht": {"8 p.m., No 5": "uitè diswa, nimewo senk"},
}
HEIGHTS = {
    "de": "ein Meter fünfundsechzig", "es": "un metro sesenta y cinco",
    "fr": "un mètre soixante-cinq", "pt": "um metro e sessenta e cinco",
    "it": "un metro e sessantacinque", "vi": "một mét sáu mươi lăm", "ht": "yon mèt swasannsenk",
}  # fmt: skip
UNITS = {
    "en": "ten units", "es": "diez unidades", "pt": "dez unidades", "fr": "dix unités",
    "de": "zehn Einheiten", "it": "dieci unità", "pl": "dziesięć jednostek", "ru": "десять единиц",
    "tr": "on ünite", "ar": "عشر وحدات", "fa": "ده واحد", "hi": "दस यूनिट", "zh-Hans": "十单位",
    "ko": "십 단위", "vi": "mười đơn vị", "tl": "sampung unit", "ht": "dis inite",
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [(lang, *row) for lang, table in COUNTS.items() for row in table.items()],
)
def test_what_is_counted_is_said_with_its_number(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)


@pytest.mark.parametrize(("lang", "words"), HEIGHTS.items())
def test_a_height_has_a_word_for_its_letter(lang: str, words: str) -> None:
    check_said_and_heard("1m65", lang, words)


@pytest.mark.parametrize(("lang", "words"), UNITS.items())
def test_units_of_insulin_are_plain_units(lang: str, words: str) -> None:
    check_said_and_heard("10 U", lang, words)


def test_a_comma_is_a_decimal_sign_in_spain() -> None:
    spoken = say_text("1,250 km", load("es"), "ES")
    assert spoken.words == "uno coma dos cinco cero kilómetros"


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        (
            "fr",
            "2 càs, 1 c. à c., 8 400 kJ, 25 déc. 2024, 2023/24, 1/10 000, J1–J21",
            "deux cuillères à soupe, une cuillère à café, huit mille quatre cents kilojoules, "
            "vingt-cinq décembre deux mille vingt-quatre, deux mille vingt-trois vingt-quatre, "
            "un sur dix mille, J un à J vingt et un",
        ),
        (
            "en",
            "3 mIU/L, 1:10,000, 1/10,000, q8h, mid-80s, in his 60s, 20¢, 25 Dec 2024",
            "three milli-international units per liter, one to ten thousand, one in ten thousand, "
            "every eight hours, mid-eighties, in his sixties, twenty cents, "
            "twenty-fifth December twenty twenty-four",
        ),
        (
            "de",
            "1:10.000, 20. Jh., am 3. Okt.",
            "eins zu zehntausend, zwanzigstes Jahrhundert, am dritten Oktober",
        ),
        (
            "es",
            "Ley 41/2002, clase NYHA II-III, C/ Mayor 12",
            "Ley cuarenta y uno de dos mil dos, clase NYHA dos a tres, calle Mayor doce",
        ),
        ("pt", "2 col. sopa, inc. III", "duas colheres de sopa, inciso três"),
        ("it", "2 bust./die", "due bustine al giorno"),
        ("it", "L. n. 104/1992", "L. numero centoquattro del millenovecentonovantadue"),
        ("es", "25 dic. 2024", "veinticinco de diciembre de dos mil veinticuatro"),
    ],
)
def test_short_forms_of_labels_are_said_in_full(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("ht", "1 1/2 ti kiyè siwo", "yon ti kiyè edmi siwo"),
        ("ht", "2 1/2 gwo kiyè", "de gwo kiyè edmi"),
        ("pl", "w 2. trymestrze", "w drugim trymestrze"),
        ("de", "z.\u202fB. Saft, d.\u00a0h. Tee", "zum Beispiel Saft, das heißt Tee"),
        ("fr", "fer (p.\u00a0ex. des lentilles)", "fer (par exemple des lentilles)"),
    ],
)
def test_words_and_short_forms_stay_together(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("es", "Moja <6 pañales.", "Moja menos de seis pañales."),
        ("es", "adultos >65", "adultos mayores de sesenta y cinco"),
        ("zh-Hans", "（4～10）×10⁹/L", "（四到十）乘十的九次方每升"),
        ("ko", "(4~10)×10⁹/L", "(사에서 십) 곱하기 십의 구 제곱 리터당"),
        ("tl", "sa Rm. 204", "sa Room two zero four"),
    ],
)
def test_limits_products_and_rooms_are_said_as_people_do(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("ko", "100/60 mmHg", "백에 육십 수은주밀리미터"),
        ("vi", "3 1/2 %", "ba rưỡi phần trăm"),
        ("vi", "3 1/2 mg", "ba miligam rưỡi"),
        ("fr", "10 1/4 %", "dix et un quart pour cent"),
    ],
)
def test_what_is_written_is_heard_as_such(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)
