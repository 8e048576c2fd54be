"""What is said of money, heights and distances, in every language, and heard as it is written."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard

MONEY = {
    "en": {
        "$25.50, $1, $0.50, $1.01": (
            "twenty-five dollars and fifty cents, one dollar, fifty cents, one dollar and one cent"
        ),
        "$20-30, £3.20, €10.00": (
            "twenty to thirty dollars, three pounds and twenty pence, ten euros"
        ),
        "25 USD, USD 25, $1.5 million": (
            "twenty-five dollars, twenty-five dollars, one point five million dollars"
        ),
        "under $5, $100/month, INR 2": (
            "under five dollars, one hundred dollars per month, INR two"
        ),
    },
    "es": {
        "$25.50, 21 €, £21, $5 millones": (
            "veinticinco dólares con cincuenta centavos, veintiún euros, veintiuna libras, "
            "cinco millones de dólares"
        )
    },
    "fr": {
        "26,50 €, 1 €, 1 200,75 €, 21 £": (
            "vingt-six euros et cinquante centimes, un euro, "
            "mille deux cents euros et soixante-quinze centimes, vingt et une livres"
        )
    },
    "de": {
        "7,50 €, 0,05 €, 10,00 €, 5–10 €": (
            "sieben Euro und fünfzig Cent, fünf Cent, zehn Euro, fünf bis zehn Euro"
        )
    },
    "it": {
        "36,15 €, £1, 20-30 €": (
            "trentasei euro e quindici centesimi, una sterlina, da venti a trenta euro"
        )
    },
    "pt": {
        "R$ 1.250,75, R$ 1,00, US$ 5": (
            "mil duzentos e cinquenta reais e setenta e cinco centavos, um real, cinco dólares"
        )
    },
    "ru": {
        "252,50 руб., до 500 руб. и $22": (
            "двести пятьдесят два рубля пятьдесят копеек, до пятисот рублей и двадцать два доллара"
        )
    },
    "pl": {
        "252,50 zł, 1,01 zł, do 500 zł, 20–30 zł": (
            "dwieście pięćdziesiąt dwa złote pięćdziesiąt groszy, jeden złoty jeden grosz, "
            "do pięciuset złotych, dwadzieścia do trzydziestu złotych"
        )
    },
    "tr": {
        "1.250,50 TL'dir, 100 TL'ye, ₺50, 20 €'dur": (
            "bin iki yüz elli lira elli kuruştur, yüz liraya, elli lira, yirmi avrodur"
        )
    },
    "ar": {
        "25.50 $، 3 $، 2 $، 50 €": (
            "خمسة وعشرون دولارًا وخمسون سنتًا، ثلاثة دولارات، دولارين، خمسون يورو"
        )
    },
    "fa": {"$۲۰ و ۵۰ €": "بیست دلار و پنجاه یورو"},
    "hi": {"₹25.50, ₹1, रु. 100, Rs. 500": "पच्चीस रुपये पचास पैसे, एक रुपया, एक सौ रुपये, पाँच सौ रुपये"},
    "zh-Hans": {"￥2，¥50.00，100 USD": "两元，五十元，一百美元"},
    "ko": {"$25.50, ₩15,000": "이십오 달러 오십 센트, 만 오천 원"},
    "vi": {
        "150.000đ, 150.000-200.000 ₫": (
            "một trăm năm mươi nghìn đồng, một trăm năm mươi nghìn đến hai trăm nghìn đồng"
        )
    },
    "tl": {
        "₱1,500.50, PHP 250": (
            "isang libo't limandaang piso at limampung sentimo, dalawandaan at limampung piso"
        )
    },
    "ht": {"250 HTG, 1 HTG, $25": "desan senkant goud, yon goud, vennsenk dola"},
}
LARGE = {
    "es": {"$1 millón": "un millón de dólares"},
    "pt": {"R$ 1,5 bi": "um vírgula cinco bilhão de reais"},
    "ru": {"1,5 млн ₽": "полтора миллиона рублей"},
    "hi": {"₹5 लाख": "पाँच लाख रुपये"},
    "tr": {"5 milyon TL": "beş milyon lira"},
    "vi": {"1,5 tỷ đ": "một phẩy năm tỷ đồng"},
}
HEIGHTS = {
    "en": {
        "5'4\" tall, 5 ft 4 in, 6’1”": (
            "five feet four inches tall, five feet four inches, six feet one inch"
        ),
        "1.72 m tall. Keep 2 m apart": "one point seven two meters tall. Keep two meters apart",
    },
    "es": {
        "mide 1.65 m. A 2 m de distancia.": (
            "mide un metro sesenta y cinco. A dos metros de distancia."
        ),
        "Mide 1,05 m": "Mide uno coma cero cinco metros",
    },
    "fr": {"mesure 1,72 m. 5'4\"": "mesure un mètre soixante-douze. cinq pieds quatre pouces"},
    "de": {"1,82 m groß, 2 m Abstand": "ein Meter zweiundachtzig groß, zwei Meter Abstand"},
    "it": {"alta 1,12 m": "alta un metro e dodici"},
    "pt": {
        "mede 1,72 m": "mede um metro e setenta e dois",
        "1,60–1,70 m": "um metro e sessenta a um metro e setenta",
    },
    "pl": {"1,72 m wzrostu": "jeden metr siedemdziesiąt dwa wzrostu"},
    "tr": {"1,72 m'dir": "bir metre yetmiş iki santimetredir"},
    "ar": {"الطول 1.72 m": "الطول واحد فاصلة اثنان وسبعون متر"},
    "fa": {"قد ۱٫۷۲ m": "قد یک متر و هفتاد و دو سانتی‌متر"},
    "hi": {"1.72 मी, 170 सेमी": "एक दशमलव सात दो मीटर, एक सौ सत्तर सेंटीमीटर"},
    "ko": {"거리 2 m": "거리 이 미터"},
    "vi": {"cao 1,72 m": "cao một mét bảy mươi hai"},
    "tl": {"taas ay 1.72 m": "taas ay isang metro at pitumpu't dalawang sentimetro"},
    "ht": {"mezire 1,20 m": "mezire yon mèt ven"},
}  # fmt: skip
UNCLEAR = {
    "en": {"after 5 m of": "after five m of"},
    "fr": {"5 m.": "cinq m."},
    "de": {"150.000-400.000/µl": "einhundertfünfzigtausend bis vierhunderttausend pro Mikroliter"},
}
CASES = [
    (lang, *row)
    for tables in (MONEY, LARGE, HEIGHTS, UNCLEAR)
    for lang, table in tables.items()
    for row in table.items()
]


@pytest.mark.parametrize(("lang", "text", "words"), CASES)
def test_an_amount_is_said_with_its_units_and_heard_as_it_is_written(
    lang: str, text: str, words: str
) -> None:
    check_said_and_heard(text, lang, words)


def test_another_number_of_cents_is_heard_as_wrong() -> None:
    spoken = say_text("$25.50", load("en"))
    wrong = spoken.sayings[0].words.replace("fifty", "fifteen")
    changed = type(spoken.sayings[0])(0, 6, wrong)
    assert list(find_misreadings(type(spoken)(spoken.source, (changed,), wrong, wrong)))
