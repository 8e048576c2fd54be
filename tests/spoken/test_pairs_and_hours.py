"""Numbers with a hyphen that are no range, hours, laws, and what is for each of a unit."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

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
]

HOURS = [
    ("pl", "Czynne w godz. 8–16.", "Czynne w godzinach od ósmej do szesnastej."),
    ("ko", "진료 시간은 9~18시입니다.", "진료 시간은 아홉 시에서 오후 여섯 시입니다."),
    ("zh-Hans", "早8:00-晚5:30", "早八点到晚五点三十分"),
    ("ru", "Приём 8:30–17:15.", "Приём с восьми тридцати до семнадцати пятнадцати."),
    ("tr", "17.30'dan sonra", "on yedi otuzdan sonra"),
    ("ht", "Vini a 8è p.m.", "Vini a uitè diswa"),
]

OTHERS = [
    ("tr", "Risk %5-%10 arasıdır.", "Risk yüzde beş ila on arasıdır."),
    ("zh-Hans", "5月1日-5日放假。", "五月一日到五日放假。"),
    ("zh-Hans", "5月1日至5日放假。", "五月一日至五日放假。"),
    ("ko", "5월 1일-5일 휴진.", "오월 일일에서 오일 휴진."),
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
    spoken = say_text(text, load(tag))
    assert spoken.words == words
    assert not list(find_misreadings(spoken))


@pytest.mark.parametrize(("tag", "text", "words"), HOURS)
def test_both_hours_of_a_range_are_hours(tag: str, text: str, words: str) -> None:
    spoken = say_text(text, load(tag))
    assert spoken.words == words
    assert not list(find_misreadings(spoken))


@pytest.mark.parametrize(("tag", "text", "words"), OTHERS)
def test_a_sign_between_is_said_by_what_stands_on_both_sides(
    tag: str, text: str, words: str
) -> None:
    spoken = say_text(text, load(tag))
    assert spoken.words == words
    assert not list(find_misreadings(spoken))
