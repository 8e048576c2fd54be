"""Numbers with a hyphen that are no range, hours, laws, and what is for each of a unit."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard

PAIRS = [
    ("en", "See Table 2-1.", "See Table two dash one."),
    ("en", "Go to Room 3-2", "Go to Room three dash two"),
    ("fr", "art. L. 162-17 du code", "article L. cent soixante-deux tiret dix-sept du code"),
    ("zh-Hans", "住在12-3号。", "住在十二杠三号。"),
    ("ko", "표 2-1을 보세요.", "표 이 다시 일을 보세요."),
    ("en", "Take 1-0-1 tablets.", "Take one, zero, one tablets."),
    ("en", "from 10-5 mg", "from ten to five milligrams"),
    ("en", "Take 2-1/4 tablets.", "Take two and a quarter tablets."),
    ("hi", "3-1/2 गोली", "साढ़े तीन गोली"),
    ("en", "Open 9-5 Mon-Fri.", "Open nine to five Monday to Friday."),
    ("en", "the 2023-24 season", "the twenty twenty-three to twenty-four season"),
]

HOURS = [
    ("pl", "Czynne w godz. 8–16.", "Czynne w godzinach od ósmej do szesnastej."),
    ("ko", "진료 시간은 9~18시입니다.", "진료 시간은 아홉 시에서 오후 여섯 시입니다."),
    ("zh-Hans", "早8:00-晚5:30", "早八点到晚五点三十分"),
    ("zh-Hans", "早上8点-下午5点", "早上八点到下午五点"),
    ("pl", "od godz. 8 do 16", "od godziny ósmej do szesnastej"),
    ("ar", "ابق على بعد 2 م من الآخرين", "ابق على بعد مترين من الآخرين"),
    ("ar", "الساعة 2 م", "الساعة الثانية مساءً"),
    ("en", "Wait 90s, as in the 90s", "Wait ninety seconds, as in the nineties"),
    ("en", "in their 30s and 40s", "in their thirties and forties"),
    ("ru", "Приём 8:30–17:15.", "Приём с восьми тридцати до семнадцати пятнадцати."),
    ("tr", "17.30'dan sonra", "on yedi otuzdan sonra"),
    ("ht", "Vini a 8è p.m.", "Vini a uitè diswa"),
]

SCORES = [
    ("en", "pain 8/10", "pain eight out of ten"),
    ("de", "Schmerz 8/10", "Schmerz acht von zehn"),
    ("ru", "боль 8/10", "боль восемь из десяти"),
    ("pl", "8/10", "osiem na dziesięć"),
    ("zh-Hans", "8/10", "十分之八"),
    ("en", "3/4 cup", "three quarters cup"),
]

OVER = [
    ("en", "adults 65+", "adults sixty-five plus"),
    ("en", "aged 65+ years", "aged sixty-five years and over"),
    ("fr", "Les 65+ ans", "Les soixante-cinq ans et plus"),
    ("es", "personas de 65+ años", "personas de sesenta y cinco años o más"),
    ("ar", "65+ سنة", "خمس وستون سنة فما فوق"),
    ("fa", "افراد ۶۵+ سال", "افراد شصت و پنج سال به بالا"),
    ("hi", "65+ वर्ष", "पैंसठ वर्ष और उससे अधिक"),
    ("zh-Hans", "65+岁", "六十五岁以上"),
    ("ko", "65+ 세", "육십오 세 이상"),
    ("en", "protein 2+", "protein two plus"),
]

CUBES = [
    ("en", "12 m³", "twelve cubic meters"),
    ("ht", "12 m³", "douz mèt kib"),
    ("zh-Hans", "12 m³", "十二立方米"),
    ("ko", "12 m³", "십이 입방미터"),
    ("en", "x² + 3", "x squared plus three"),
    ("de", "x³", "x hoch drei"),
]

OTHERS = [
    ("tr", "Risk %5-%10 arasıdır.", "Risk yüzde beş ila on arasıdır."),
    ("es", "en el s. XXI", "en el siglo veintiuno"),
    ("it", "nel XXI sec.", "nel ventunesimo secolo"),
    ("fr", "au XXIe s.", "au vingt et unième siècle"),
    ("zh-Hans", "5月1日-5日放假。", "五月一日到五日放假。"),
    ("zh-Hans", "5月1日至5日放假。", "五月一日至五日放假。"),
    ("ko", "5월 1일-5일 휴진.", "오월 일일에서 오일 휴진."),
    ("ar", "أ. د. سامي", "الأستاذ الدكتور سامي"),
    ("en", "10⁵ CFU/mL", "ten to the fifth CFU per milliliter"),
    ("fr", "10⁵ UFC/mL", "dix puissance cinq UFC par millilitre"),
    ("pt", "Lei 8.080/1990", "Lei oito mil e oitenta de mil novecentos e noventa"),
    ("vi", "tháng 3/2024", "tháng ba, năm hai nghìn không trăm hai mươi tư"),
    ("vi", "quý 2/2024", "quý hai, năm hai nghìn không trăm hai mươi tư"),
    ("fa", "پلاکت ۱۵۰/۰۰۰", "پلاکت صد و پنجاه هزار"),
    ("en", "2 cm x 3 cm", "two centimeters by three centimeters"),
]


@pytest.mark.parametrize(("tag", "text", "words"), PAIRS)
def test_numbers_that_fall_are_a_range_with_a_unit_alone(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), HOURS)
def test_both_hours_of_a_range_are_hours(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), OTHERS)
def test_a_sign_between_is_said_by_what_stands_on_both_sides(
    tag: str, text: str, words: str
) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), OVER)
def test_a_plus_after_a_number_says_and_over(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), CUBES)
def test_squares_and_cubes_are_said_beside_anything(tag: str, text: str, words: str) -> None:
    assert say_text(text, load(tag)).words == words


@pytest.mark.parametrize(("tag", "text", "words"), SCORES)
def test_a_score_keeps_both_of_its_numbers(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sabato 2-3 compresse.", "Sabato da due a tre compresse."),
        ("lun-ven 1-2 cucchiai", "da lunedì a venerdì da uno a due cucchiai"),
        ("Sabato 8-12.", "Sabato dalle otto alle dodici."),
        ("orario 8-12 e 14-18", "orario dalle otto alle dodici e dalle quattordici alle diciotto"),
    ],
)
def test_what_is_counted_on_a_day_is_no_hours(text: str, words: str) -> None:
    assert say_text(text, load("it")).words == words
