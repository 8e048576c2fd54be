"""What is said of millions, of how many times a day, and of decimals after words for hours."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

GREAT = [
    ("en", "2.5 mln people", "two point five million people"),
    ("en", "$3.5bn, £1 million", "three point five billion dollars, one million pounds"),
    ("fr", "1,5 Md €, 5 M€", "un virgule cinq milliard d'euros, cinq millions d'euros"),
    ("fr", "2,5 Mio. de personnes", "deux virgule cinq millions de personnes"),
    ("de", "1 Mio. Menschen", "eine Million Menschen"),
    ("de", "1,5 Mrd. Euro, 2 Mio.", "eins Komma fünf Milliarden Euro, zwei Millionen"),
    ("it", "1 mln di persone", "un milione di persone"),
    ("it", "2,5 mld €", "due virgola cinque miliardi di euro"),
    ("pt", "2,5 mi de pessoas", "dois vírgula cinco milhões de pessoas"),
    ("es", "2,5 mill. de personas", "dos coma cinco millones de personas"),
    ("ru", "2,5 млн человек", "две целых пять десятых миллиона человек"),
    ("ru", "к 10 тыс. больных", "к десяти тысячам больных"),
    ("ru", "более 5 млн, 1,5млн", "более пяти миллионов, полтора миллиона"),
    ("pl", "ponad 2,5 mln osób", "ponad dwa i pół miliona osób"),
    ("pl", "około 5 mln, 10 tys. osób", "około pięciu milionów, dziesięć tysięcy osób"),
    ("tr", "2,5 mn kişi, 5 mlr", "iki buçuk milyon kişi, beş milyar"),
]
TIMES = [
    ("pl", "3x dziennie, 3×/dobę", "trzy razy dziennie, trzy razy na dobę"),
    ("ru", "3x в день, 3х/день", "три раза в день, три раза в день"),
    ("ru", "2 × 5 мг, 3х500 мг", "два раза по пять миллиграммов, три раза по пятьсот миллиграммов"),
    ("ru", "5х3 см", "пять на три сантиметра"),
    ("pl", "2 x 5 mg, 5×3 cm", "dwa razy pięć miligramów, pięć na trzy centymetry"),
    ("tr", "günde 3x, 3×/gün", "günde üç kez, günde üç kez"),
    ("ar", "3× يوميًا", "ثلاث مرات يوميًا"),
    ("fa", "۳× در روز", "سه بار در روز"),
    ("hi", "दिन में 3x", "दिन में तीन बार"),
    ("zh", "每日3×", "每日三次"),
    ("ko", "하루 3x", "하루 세 번"),
    ("vi", "3x/ngày", "ba lần mỗi ngày"),
    ("tl", "2 × 5 mg", "dalawang beses na limang miligramo"),
    ("tl", "3×/araw", "tatlong beses kada araw"),
    ("ht", "3×/jou", "twa fwa pa jou"),
]
DECIMALS = [
    ("en", "About 2.5 people", "About two point five people"),
    ("ru", "до 5,1 ммоль/л", "до пяти целых одной десятой миллимоля на литр"),
    ("pl", "od 3,5 do 5,1 mg", "od trzech i pół do pięciu i jednej dziesiątej miligrama"),
]
ENDINGS = [
    ("±3 mmHg'dir, 130/80 mmHg'nin altında", "artı eksi üç milimetre cıvadır, "
     "yüz otuz bölü seksen milimetre cıvanın altında"),
    ("5 mg'ı, 5 kg'ye, 5 mL'ye, 2 g'lık", "beş miligramı, beş kilograma, beş mililitreye, "
     "iki gramlık"),
    ("5 TL'dir, 100 TL'ye, %5'i", "beş liradır, yüz liraya, yüzde beşi"),
    ("4'ün, %6'sında, 2'şer, B12'yi", "dördün, yüzde altısında, ikişer, B on ikiyi"),
    ("38 °C'nin üzerinde, 7 mmol/L'dir", "otuz sekiz santigrat derecenin üzerinde, "
     "yedi milimol bölü litredir"),
]  # fmt: skip
CASES = [
    ("ru", "детям 2–5 лет, у пациентов 65 лет",
     "детям двух – пяти лет, у пациентов шестидесяти пяти лет"),
    ("ru", "г. Казань, ул. Пушкина, д. 15, корп. 2",
     "город Казань, улица Пушкина, дом пятнадцать, корпус два"),
    ("ru", "в 2015–2019 гг.", "в две тысячи пятнадцатом – две тысячи девятнадцатом годах"),
    ("ru", "1 ХЕ = 12 г", "одна хлебная единица равняется двенадцати граммам"),
    ("ru", "1 л = 1000 мл", "один литр равняется одной тысяче миллилитров"),
    ("ru", "§ 4, в § 5", "параграф четыре, в параграфе пять"),
    ("ru", "252,50 руб., 5 ₽", "двести пятьдесят два рубля пятьдесят копеек, пять рублей"),
    ("pl", "przekroczy 38,5°C", "przekroczy trzydzieści osiem i pół stopnia Celsjusza"),
    ("pl", "nie przekraczać 4 g", "nie przekraczać czterech gramów"),
    ("pl", "w latach 2015–2019", "w latach dwa tysiące piętnaście do dwa tysiące dziewiętnaście"),
    ("pl", "w latach 90., lata 90.", "w latach dziewięćdziesiątych, lata dziewięćdziesiąte"),
    ("pl", "w XVIII w., w XIX wieku, z XV w.",
     "w osiemnastym wieku, w dziewiętnastym wieku, z piętnastego wieku"),
    ("pl", "252,50 zł, 1 zł, 22 zł",
     "dwieście pięćdziesiąt dwa złote pięćdziesiąt groszy, jeden złoty, dwadzieścia dwa złote"),
    ("pl", "jest < 70 mg, u osób > 65 lat",
     "jest poniżej siedemdziesięciu miligramów, u osób powyżej sześćdziesięciu pięciu lat"),
    ("tr", "1.250,50 TL'dir", "bin iki yüz elli lira elli kuruştur"),
    ("it", "è < 70 mg, i valori sono > 5",
     "è minore di settanta milligrammi, i valori sono maggiori di cinque"),
]  # fmt: skip
PRESSURES = [
    ("en", "<120 mm Hg", "less than one hundred twenty millimeters of mercury"),
    ("ru", "±3 мм рт. ст.", "плюс-минус три миллиметра ртутного столба"),
    ("ru", "<120 мм рт.ст.", "менее ста двадцати миллиметров ртутного столба"),
    ("ru", "120/82 мм рт. ст.", "сто двадцать на восемьдесят два миллиметра ртутного столба"),
    ("pl", "±3 mm Hg", "plus minus trzy milimetry słupa rtęci"),
    (
        "pl",
        ">140/90 mmHg",
        "powyżej stu czterdziestu na dziewięćdziesiąt milimetrów słupa rtęci",
    ),
    ("tr", ">140/90 mmHg", "yüz kırk bölü doksan milimetre cıvadan fazla"),
    ("ar", ">140/90 ملم زئبق", "أكثر من مئة وأربعين على تسعين مليمتر زئبقي"),
    ("ko", ">140/90 mm Hg", "백사십에 구십 수은주밀리미터 초과"),
    ("hi", "<140/90 mmHg", "एक सौ चालीस बटा नब्बे मिलीमीटर पारा से कम"),
]


@pytest.mark.parametrize(("tag", "text", "words"), PRESSURES)
def test_a_pressure_is_said_with_its_sign_and_unit(tag: str, text: str, words: str) -> None:
    check(tag, text, words)


@pytest.mark.parametrize(("text", "words"), ENDINGS)
def test_an_ending_fits_what_is_said_before_it(text: str, words: str) -> None:
    check("tr", text, words)


@pytest.mark.parametrize(("tag", "text", "words"), CASES)
def test_words_around_a_number_fit_it(tag: str, text: str, words: str) -> None:
    check(tag, text, words)


@pytest.mark.parametrize(("tag", "text", "words"), GREAT)
def test_a_great_number_is_said_in_full_in_its_case(tag: str, text: str, words: str) -> None:
    check(tag, text, words)


@pytest.mark.parametrize(("tag", "text", "words"), TIMES)
def test_a_sign_for_times_says_how_often(tag: str, text: str, words: str) -> None:
    check(tag, text, words)


@pytest.mark.parametrize(("tag", "text", "words"), DECIMALS)
def test_a_decimal_is_no_hour_with_a_rest(tag: str, text: str, words: str) -> None:
    check(tag, text, words)


def check(tag: str, text: str, words: str) -> None:
    """Whether a text is said so, and heard as it is written."""
    said = say_text(text, load(tag))
    assert said.words == words
    assert not [*find_misreadings(said)]
