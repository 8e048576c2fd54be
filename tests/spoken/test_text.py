"""What is said for what is written."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text
from plainspoken.spoken.word_pattern import compile_words

from .conftest import check_said_and_heard

ENGLISH = {
    "Take 1/2 tablet.": "Take one half tablet.",
    "< 70 mg/dL": "less than seventy milligrams per deciliter",
    "1–2 tablets": "one to two tablets",
    "4,000 units": "four thousand units",
    "2.5 mg/kg": "two point five milligrams per kilogram",
    "0.50 mg": "zero point five zero milligrams",
    "100 mg/m²/day": "one hundred milligrams per square meter per day",
    "-5 °C or ≥ 38 °C": "minus five degrees Celsius or at least thirty-eight degrees Celsius",
    "BP 120/80 mmHg": "BP one hundred twenty over eighty millimeters of mercury",
    "at 8:30 p.m. and 20:00": "at eight thirty p m and eight p m",
    "on 03/04/2026": "on March fourth, twenty twenty-six",
    "In 1998, on May 1.": "In nineteen ninety-eight, on May first.",
    "The 2nd dose, stage IV": "The second dose, stage four",
    "Call 911 or (555) 123-4567.": (
        "Call nine one one or five five five, one two three, four five six seven."
    ),
    "B12, CD19, COVID-19, 6-MP": "B twelve, CD nineteen, COVID nineteen, six MP",
    "Write to help@example.org.": "Write to help at example dot org.",
    "pain and/or fever, he/she, e.g. chills": "pain and or fever, he or she, for example chills",
    "2 tablets/day, mg/day": "two tablets per day, milligrams per day",
    "112 mg, 1:1000": "one hundred twelve milligrams, one to one thousand",
    "2 × 500 mg": "two times five hundred milligrams",
    "95 out of 100, ages 1 to 21": "ninety-five out of one hundred, ages one to twenty-one",
    "code 0042, take 05 mL": "code zero zero four two, take zero five milliliters",
    "Rest for 5 min.": "Rest for five minutes.",
    "a 12-hour day, a 5-year-old": "a twelve-hour day, a five-year-old",
    "Plain words.": "Plain words.",
    "Dilute it 1:10.": "Dilute it one to ten.",
    "At 1:10, at 1:10 p.m.": "At one ten, at one ten p m",
    "<0.5 × 10⁹/L": "less than zero point five times ten to the ninth per liter",
    "3 x 10^-3": "three times ten to the minus three",
    "Keep it dry for 48 h.": "Keep it dry for forty-eight hours.",
    "a 1/2 tablet, 3x a day, 2 pills/day": "a half tablet, three times a day, two pills per day",
    "May 3–5, 8:30-9:30 am, 10/2026": (
        "May third to fifth, eight thirty to nine thirty a m, October twenty twenty-six"
    ),
    "the 1990s, 2019-2021, grade 3/4, 5 mg/5 mL": (
        "the nineteen nineties, twenty nineteen to twenty twenty-one, grade three or four, "
        "five milligrams per five milliliters"
    ),
    "example.org/a1": "example dot org slash a one",
}
SPANISH = {
    "Tome 1/2 tableta o 1 tableta.": "Tome media tableta o una tableta.",
    "21 pastillas cada 12 h": "veintiuna pastillas cada doce horas",
    "4,000 unidades": "cuatro mil unidades",
    "1–2 tabletas, 1 1/2 cucharadas": "una a dos tabletas, una cucharada y media",
    "2.5 mg/kg/día": "dos punto cinco miligramos por kilogramo por día",
    "El 1.º de mayo, la 1.ª dosis": "El primero de mayo, la primera dosis",
    "04/03/2026": "cuatro de marzo de dos mil veintiséis",
    "31 días, 200 unidades": "treinta y un días, doscientas unidades",
}
OTHERS = (
    ("à 8h30 ou 14 h 05", "fr", "à huit heures trente ou quatorze heures cinq"),
    ("Prenez 1/2 comprimé.", "fr", "Prenez un demi comprimé."),
    ("1/2 Tablette, 10⁹/l", "de", "eine halbe Tablette, zehn hoch neun pro Liter"),
    ("按1:10稀释，每日3次，每次0.3ml，见example.org。", "zh-Hans",
     "按一比十稀释，每日三次，每次零点三毫升，见example点org。"),
    ("第2天，拨打120。", "zh-Hans", "第二天，拨打幺二零。"),
    ("10 мкл, 10⁹/л", "ru", "десять микролитров, десять в девятой степени на литр"),
)  # fmt: skip
RUSSIAN = {
    "5 % раствор, 10%-й раствор, 25 % раствора, 5 % мазь": (
        "пятипроцентный раствор, десятипроцентный раствор, двадцатипятипроцентного "
        "раствора, пятипроцентная мазь"
    ),
    "между 1 и 2 дозами, с 1 по 5 день, 1–3 день": (
        "между одной и двумя дозами, с первого по пятый день, первый – третий день"
    ),
    "до 10 кг — 2,5 мл, выше +38 °C": (
        "до десяти килограммов – две целых пять десятых миллилитра, выше плюс тридцати "
        "восьми градусов Цельсия"
    ),
    "24.03.2024, в 90-х годах": (
        "двадцать четвёртого марта две тысячи двадцать четвёртого года, в девяностых годах"
    ),
    "через 1,5 часа, 1,5 таблетки, через 1,2 ч": (
        "через полтора часа, полторы таблетки, через одну целую две десятых часа"
    ),
    "в 2–3 % случаев, по 1/2–1 таблетке": (
        "в двух – трёх процентах случаев, по половине – одной таблетке"
    ),
    "выше 140/90 мм рт. ст.": "выше ста сорока на девяносто миллиметров ртутного столба",
    "на 5 день, с 12 недели, на 11 неделе": (
        "на пятый день, с двенадцатой недели, на одиннадцатой неделе"
    ),
    "по 1 таблетке, 1 таблетку, 21 таблетка, из 21 инъекции": (
        "по одной таблетке, одну таблетку, двадцать одна таблетка, из двадцати одной инъекции"
    ),
    "по 1 мг, по 2 мг, по 1–2 таблетки, по 1/2 таблетки": (
        "по одному миллиграмму, по два миллиграмма, по одной – две таблетки, по половине таблетки"
    ),
    "до 38,5 °C, 0,25 мг, к 36,6 °C, 1,125 мл": (
        "до тридцати восьми целых пяти десятых градуса Цельсия, ноль целых двадцать "
        "пять сотых миллиграмма, к тридцати шести целым шести десятым градуса Цельсия, "
        "одна целая сто двадцать пять тысячных миллилитра"
    ),
    "от 2 до 4 часов, через 3 дня, в течение 5 дней, через 1 мин": (
        "от двух до четырёх часов, через три дня, в течение пяти дней, через одну минуту"
    ),
    "у 1 % пациентов, в 5 % случаев, в 1 мкл, при −20 °C": (
        "у одного процента пациентов, в пяти процентах случаев, в одном микролитре, при "
        "минус двадцати градусах Цельсия"
    ),
    "менее 3 недель, < 3,9 ммоль/л, ≤ 25 °C, ≥ 1 таблетки": (
        "менее трёх недель, менее трёх целых девяти десятых миллимоля на литр, не более "
        "двадцати пяти градусов Цельсия, не менее одной таблетки"
    ),
    "10 × 5 см, 0,5 × 10⁹/л, разведите 1:10": (
        "десять на пять сантиметров, ноль целых пять десятых умножить на десять в "
        "девятой степени на литр, разведите один к десяти"
    ),
    "с 2 таблетками, с 1 стаканом, 2 столовые ложки, 2 укола": (
        "с двумя таблетками, с одним стаканом, две столовые ложки, два укола"
    ),
    "10-дневный, 24-часовой, 25-летний, 2-й день, на 2-й неделе, к 3-му дню": (
        "десятидневный, двадцатичетырёхчасовой, двадцатипятилетний, второй день, на "
        "второй неделе, к третьему дню"
    ),
    "с 9:00 до 18:00, в 8 ч, к 1 мая, до 01.05.2026 г., в 1998 г.": (
        "с девяти ноль ноль до восемнадцати ноль ноль, в восемь часов, к первому мая, "
        "до первого мая две тысячи двадцать шестого года, в тысяча девятьсот девяносто "
        "восьмом году"
    ),
    "III стадия, на II стадии, диабет 2 типа": (
        "третья стадия, на второй стадии, диабет второго типа"
    ),
    "к д-ру и/или, 500 ЕД, 5 млн, 20 мг/кг/сут": (
        "к доктору и или, пятьсот единиц, пять миллионов, двадцать миллиграммов на "
        "килограмм в сутки"
    ),
}
POLISH = {
    "Po 1 tabletce, 1 tabletkę, 2 tabletki, 5 tabletek": (
        "Po jednej tabletce, jedną tabletkę, dwie tabletki, pięć tabletek"
    ),
    "do 1 g, od 2 do 4 godzin, po 3 dniach": (
        "do jednego grama, od dwóch do czterech godzin, po trzech dniach"
    ),
    "powyżej 38,5 °C, 2,25 mg": (
        "powyżej trzydziestu ośmiu i pół stopnia Celsjusza, "
        "dwa przecinek dwadzieścia pięć miligrama"
    ),
    "5–10 mg, 1–2 tabletki": "pięć do dziesięciu miligramów, jedną – dwie tabletki",
    "7–10 dni; 2–4 tygodnie": "siedem do dziesięciu dni; dwa – cztery tygodnie",
    "1 1/2 tabletki, 0,5 ml": "półtorej tabletki, pół mililitra",
    "120/80 mmHg (mg)": "sto dwadzieścia na osiemdziesiąt milimetrów słupa rtęci (miligramów)",
    "o godz. 8.30, o 20:15, przed 8:00, do godz. 18": (
        "o godzinie ósmej trzydzieści, o dwudziestej piętnaście, przed ósmą, do godziny osiemnastej"
    ),
    "03.05.2026 r., w 1998 r., 2026 rok": (
        "trzeciego maja dwa tysiące dwudziestego szóstego roku, "
        "w tysiąc dziewięćset dziewięćdziesiątym ósmym roku, dwa tysiące dwudziesty szósty rok"
    ),
    "12-letnie dziecko, 5 dzieci, 2 lekarzy": (
        "dwunastoletnie dziecko, pięcioro dzieci, dwóch lekarzy"
    ),
    "3 razy/dobę, 5 tabletek/dobę, 500/mm3": (
        "trzy razy na dobę, pięć tabletek na dobę, pięćset na milimetr sześcienny"
    ),
    "w 5. dobie, od 1. do 5. dnia, w 2. roku życia": (
        "w piątej dobie, od pierwszego do piątego dnia, w drugim roku życia"
    ),
    "czynne 8:00–16:00": "czynne od ósmej do szesnastej",
    "III faza, w III stopniu, stadium IV": "trzecia faza, w trzecim stopniu, stadium czwarte",
    "w 2. dniu, tel. 22 123 45 67": (
        "w drugim dniu, telefon dwa dwa, jeden dwa trzy, cztery pięć, sześć siedem"
    ),
    "D3 1000 IU": "D trzy, tysiąc jednostek międzynarodowych",
}
TURKISH = {
    "Saat 8'de, saat 8:30'da, 14:05'te": "Saat sekizde, saat sekiz otuzda, on dört sıfır beşte",
    "4'ün, 24’ü, 4'ten, 2'şer, 4'er": "dördün, yirmi dördü, dörtten, ikişer, dörder",
    "38,5 °C'nin, 2,5'ten, 2,5 mg'lık": (
        "otuz sekiz buçuk santigrat derecenin, iki virgül beşten, iki buçuk miligramlık"
    ),
    "1/3, 3/4 bardak, 3/4'ü, 2½ tablet": (
        "üçte bir, dörtte üç bardak, üç bölü dördü, iki buçuk tablet"
    ),
    "5–10 mg/kg/gün": "günde kilogram başına beş ila on miligram",
    "70 mg/dL'nin": "yetmiş miligram bölü desilitrenin",
    "%50'si, ≥ %90, <%5, %5–10": (
        "yüzde ellisi, en az yüzde doksan, yüzde beşten az, yüzde beş ila on"
    ),
    "< 5 yaş": "beş yaşından küçük",
    "2. doz, 3'üncü gün, IV. evre": "ikinci doz, üçüncü gün, dördüncü evre",
    "0212 555 01 23, 2x1": "sıfır iki bir iki, beş beş beş, sıfır bir, iki üç, iki kez bir",
    "COVID-19'dan, 03.05.2026": "COVID on dokuzdan, üç Mayıs iki bin yirmi altı",
}
VIETNAMESE = {
    "1/2 viên, 1 1/2 viên, 3/4 ly": "nửa viên, một viên rưỡi, ba phần tư ly",
    "38,5 °C, 0,25 mL, 38,05": (
        "ba mươi tám phẩy năm độ xê, không phẩy hai mươi lăm mililít, ba mươi tám phẩy không năm"
    ),
    "21, 24, 15, 104 và 1.005": (
        "hai mươi mốt, hai mươi tư, mười lăm, một trăm lẻ bốn và một nghìn không trăm lẻ năm"
    ),
    "5–10 mg/kg/ngày, ≥ 5 tuổi": "năm đến mười miligam trên kilôgam mỗi ngày, từ năm tuổi trở lên",
    "4–6 giờ, 8 giờ sáng, 8h30, 14:05": (
        "bốn đến sáu giờ, tám giờ sáng, tám giờ ba mươi, mười bốn giờ năm"
    ),
    "ngày 03/04/2026, tháng 4, thứ 4, liều thứ 15": (
        "ngày ba tháng tư năm hai nghìn không trăm hai mươi sáu, "
        "tháng tư, thứ tư, liều thứ mười lăm"
    ),
    "Gọi 115 hoặc 028 3855 4269, mã 0042": (
        "Gọi một, một, năm hoặc không, hai, tám, ba, tám, năm, năm, bốn, hai, sáu, chín, "
        "mã không, không, bốn, hai"
    ),
    "50 mg x 2 lần, chụp x quang": "năm mươi miligam nhân hai lần, chụp x quang",
    "giai đoạn IV, B12": "giai đoạn bốn, B mười hai",
}


@pytest.mark.parametrize(("text", "words"), ENGLISH.items())
def test_english_is_said_as_people_say_it(text: str, words: str) -> None:
    assert say_text(text, load("en")).words == words


@pytest.mark.parametrize(("text", "words"), SPANISH.items())
def test_spanish_is_said_as_people_say_it(text: str, words: str) -> None:
    assert say_text(text, load("es"), "419").words == words


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        (lang, *row)
        for lang, table in (("pl", POLISH), ("tr", TURKISH), ("vi", VIETNAMESE))
        for row in table.items()
    ],
)
def test_a_language_is_said_and_heard_as_people_say_it(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)


@pytest.mark.parametrize(("text", "words"), RUSSIAN.items())
def test_russian_is_said_as_people_say_it(text: str, words: str) -> None:
    check_said_and_heard(text, "ru", words)


@pytest.mark.parametrize(("text", "lang", "words"), OTHERS)
def test_signs_of_other_languages_are_said_and_none_is_lost(
    text: str, lang: str, words: str
) -> None:
    check_said_and_heard(text, lang, words)


def test_a_decimal_point_is_called_as_the_region_calls_it() -> None:
    spanish = load("es")
    assert say_text("2,5 mg", spanish, "ES").words == "dos coma cinco miligramos"
    assert say_text("2.5 mg", spanish, "MX").words == "dos punto cinco miligramos"


def test_a_sign_that_nobody_can_say_is_named_with_its_place() -> None:
    spoken = say_text("Tea ⌘ and ◊", load("en"))
    assert [spoken.written[start:end] for start, end in spoken.unsaid] == ["⌘", "◊"]


@pytest.mark.filterwarnings("error")
def test_letters_of_a_set_have_their_marks_in_every_script() -> None:
    pattern = compile_words(r"(?<![\w-])की(?![\w-])‑?")
    assert pattern.search("की")
    assert not pattern.search("कीं")
    assert not pattern.search("-की")


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "Take it 💊 now ☕.", "Take it pill now hot beverage."),
        ("en", "👍🏽 Call 👨‍👩‍👧", "thumbs up Call family man woman girl"),
        ("es", "Tome la 💊.", "Tome la píldora."),
        ("zh-Hans", "吃💊吧", "吃药丸吧"),
        ("ar", "قلب ❤️ هنا", "قلب قلب أحمر هنا"),
    ],
)
def test_emoji_are_said_by_their_names(lang: str, text: str, words: str) -> None:
    spoken = say_text(text, load(lang))
    assert (spoken.words, spoken.unsaid) == (words, ())


@pytest.mark.parametrize(("lang", "text"), [("pl", "💊"), ("en", "🕐"), ("en", "💯")])
def test_emoji_without_a_name_or_with_a_number_in_it_stay_unsaid(lang: str, text: str) -> None:
    spoken = say_text(f"Ok {text}.", load(lang))
    assert [spoken.written[start:end] for start, end in spoken.unsaid] == [text]
