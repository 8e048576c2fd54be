"""What is said of beats a minute, and of addresses of the web, in every language."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard

RATES = {
    "en": {"141 beats/min. Rest": "one hundred forty-one beats per minute. Rest"},
    "es": {
        "late a 141 latidos/min.": "late a ciento cuarenta y un latidos por minuto.",
        "80 lpm": "ochenta latidos por minuto",
    },
    "fr": {"20 cycles/min.": "vingt cycles par minute.", "8 bpm": "huit battements par minute"},
    "de": {"20 Atemzüge/Min.": "zwanzig Atemzüge pro Minute.", "1 bpm": "ein Schlag pro Minute"},
    "it": {"20 atti/min.": "venti atti al minuto.", "80 bpm": "ottanta battiti al minuto"},
    "pt": {
        "141 batimentos/min.": "cento e quarenta e um batimentos por minuto.",
        "22 irpm": "vinte e duas incursões respiratórias por minuto",
    },
    "ru": {"101 bpm": "сто один удар в минуту"},
    "pl": {"100 ud./min, 82 bpm": "sto uderzeń na minutę, osiemdziesiąt dwa uderzenia na minutę"},
    "tr": {"80 atım/dk. Ve 60-100 bpm": "dakikada seksen atım. Ve dakikada altmış ila yüz atım"},
    "ar": {"3 bpm": "ثلاث نبضات في الدقيقة"},
    "fa": {"100 bpm": "صد ضربه در دقیقه"},
    "hi": {"141 धड़कन/मिनट": "एक सौ इकतालीस धड़कन प्रति मिनट", "पानी/दूध": "पानी या दूध"},
    "zh-Hans": {"心率80次/分。心率": "心率每分钟八十次。心率", "100 bpm": "每分钟一百次"},
    "ko": {"100 bpm": "분당 백 회"},
    "vi": {"100 bpm": "một trăm nhịp mỗi phút"},
    "tl": {"72 bpm": "pitumpu't dalawang tibok kada minuto"},
    "ht": {"72 fwa/min. 80 bpm": "swasanndouz fwa pa minit. katreven batman pa minit"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [(lang, *row) for lang, table in RATES.items() for row in table.items()],
)
def test_what_stands_before_a_minute_is_said_for_each_minute(
    lang: str, text: str, words: str
) -> None:
    check_said_and_heard(text, lang, words)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "w w w dot gov dot br"), ("pt", "w w w ponto gov ponto br"),
        ("pl", "wu wu wu kropka gov kropka br"), ("it", "vu vu vu punto gov punto br"),
        ("ru", "вэ вэ вэ точка gov точка br"), ("ar", "دبليو دبليو دبليو نقطة gov نقطة br"),
        ("hi", "डब्ल्यू डब्ल्यू डब्ल्यू डॉट gov डॉट br"), ("ko", "더블유 더블유 더블유 점 gov 점 br"),
    ],
)  # fmt: skip
def test_an_address_begins_with_its_three_letters(lang: str, words: str) -> None:
    assert say_text("www.gov.br", load(lang)).words == words


def test_an_address_with_a_scheme_is_said_without_it() -> None:
    assert say_text("https://www.gov.uk/help", load("en")).words == "gov dot uk slash help"


def test_a_french_article_is_no_roman_numeral() -> None:
    text = "Le matin, Les patients, Vers midi, au XXe siècle"
    words = "Le matin, Les patients, Vers midi, au vingtième siècle"
    assert say_text(text, load("fr")).words == words


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "10 − 3 = 7, 6 ÷ 2", "ten minus three equals seven, six divided by two"),
        ("ru", "10 − 3, 150/µL", "десять минус три, сто пятьдесят на микролитр"),
        ("zh-Hans", "10 − 3，150/mm³", "十减三，每立方毫米一百五十"),
        ("en", "5 m/s", "five meters per second"),
        ("es", "5 m/s, ~20 h", "cinco metros por segundo, aproximadamente veinte horas"),
        ("tr", "5 m/s", "saniyede beş metre"),
        ("ar", "5 m/s", "خمسة أمتار في الثانية"),
        ("en", "the '80s, a 10-mg tablet", "the eighties, a ten milligram tablet"),
        ("en", "2 tbsp. daily, 8 mos.", "two tablespoons daily, eight months."),
        ("en", "the 100th dose", "the one hundredth dose"),
        ("es", "toma c/ 8 h, 2 cdas. al día", "toma cada ocho horas, dos cucharadas al día"),
        ("pt", "PA 12/8, 5 de dez.", "PA doze por oito, cinco de dezembro"),
        ("tl", "2/3 ng pasyente, 5 ng", "dalawang-katlo ng pasyente, lima ng"),
        ("tl", "5 ng/mL, dekada '90", "limang nanogramo kada mililitro, dekada siyamnapu"),
        ("tl", "8-12 ng umaga", "alas-otso hanggang alas-dose ng umaga"),
        ("tl", "ika-7 ng gabi, ika-7 ng Hunyo", "alas-siyete ng gabi, ikapito ng Hunyo"),
        ("pt", "séc. XXI", "século vinte e um"),
        ("ht", "§ 4, No. 5, 1,72 m.", "paragraf kat, nimewo senk, yon mèt swasanndouz."),
    ],
)
def test_signs_and_short_forms_are_said(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)
