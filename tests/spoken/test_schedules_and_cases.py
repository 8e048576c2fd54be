"""When doses are due, ranges of ordinals, and short forms in the case that is wanted."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard

SCHEDULES = [
    ("en", "at 0-1-6 months", "at zero, one, six months"),
    ("fr", "schéma 0-1-6 mois", "schéma zéro, un, six mois"),
    ("vi", "lịch 0-1-6 tháng", "lịch không, một, sáu tháng"),
    ("ko", "일정은 0-1-6개월입니다.", "일정은 영, 일, 육 개월입니다."),
    ("zh-Hans", "程序为0-1-6个月", "程序为零，一，六个月"),
    ("ar", "جدول 0-1-6 أشهر", "جدول صفر، واحد، ستة أشهر"),
    ("fa", "واکسن 0-1-6 ماه", "واکسن صفر، یک، شش ماه"),
    ("tr", "Aşı 0-1-6. aylarda", "Aşı sıfırıncı, birinci, altıncı aylarda"),
]

CASES = [
    ("ru", "с 8:30 до 17:15", "с восьми тридцати до семнадцати пятнадцати"),
    ("ru", "к 9:45", "к девяти сорока пяти"),
    ("ru", "32 чел., 22 капс. в день", "тридцать два человека, двадцать две капсулы в день"),
    ("ru", "до 2 амп. в день", "до двух ампул в день"),
    ("ru", "1–2-й день, на 3-4-й неделе", "первый – второй день, на третьей – четвёртой неделе"),
    ("ru", "5–7-дневный курс", "пяти – семидневный курс"),
    ("ru", "на ул. Мира, из г. Тулы", "на улице Мира, из города Тулы"),
    ("pl", "przy ul. Długiej, z os. Leśnego", "przy ulicy Długiej, z osiedla Leśnego"),
    ("pl", "dla dzieci 6–12 lat", "dla dzieci sześciu do dwunastu lat"),
    ("pl", "poniżej 140/90", "poniżej stu czterdziestu na dziewięćdziesiąt"),
    ("pl", "2 j. insuliny, 5 amp. leku", "dwie jednostki insuliny, pięć ampułek leku"),
    ("pl", "5-10-dniowy kurs", "pięcio – dziesięciodniowy kurs"),
    ("pl", "Weź 1 amp. i po 1 tabl. rano", "Weź jedną ampułkę i po jednej tabletce rano"),
    ("pl", "w wieku 6–12 mies. życia", "w wieku sześciu do dwunastu miesięcy życia"),
    ("pl", "na ul. Lipowej 12/4", "na ulicy Lipowej dwanaście łamane przez cztery"),
    ("pl", "w 12.–16. tygodniu", "w dwunastym – szesnastym tygodniu"),
    ("pl", "od 6 m.ż. do 2 r.ż.", "od szóstego miesiąca życia do drugiego roku życia"),
    ("pl", "między 8:30 a 9:45", "między ósmą trzydzieści a dziewiątą czterdzieści pięć"),
    ("tr", "1.-2. gün, No. 12/A", "birinci ila ikinci gün, numara on iki bölü A"),
    ("en", "PM2.5 levels", "PM two point five levels"),
    ("ko", "PM2.5, B1층 1번 출구", "PM 이 점 오, 지하 일 층 일 번 출구"),
    ("ru", "По 1 ч. л. 2 р/день", "По одной чайной ложке два раза в день"),
    ("tr", "2x1 tb. al, No: 5/3", "iki kez bir tablet al, numara beş bölü üç"),
    ("ar", "فيتامين ب12، 2 أمبول", "فيتامين بي اثني عشر، أمبولين"),
    ("ar", "2000 سعرة حرارية/يوم", "ألفي سعرة حرارية في اليوم"),
    ("fa", "ویتامین D3 1000 واحد", "ویتامین دی سه، هزار واحد"),
    ("fa", "ساعت ۵ ب.ظ. بیایید", "ساعت پنج بعد از ظهر بیایید"),
    ("zh-Hans", "第1、2天", "第一、二天"),
    ("ko", "20명이 10cm가", "스무 명이 십 센티미터가"),
    ("tr", "2 tb. al, 20 dml. damlat", "iki tablet al, yirmi damla damlat"),
    ("tr", "Araştırma 2019-2021", "Araştırma iki bin on dokuz ila iki bin yirmi bir"),
    ("tr", "3-4. evre", "üçüncü ila dördüncü evre"),
    ("ar", "الجرعة = 5 ملغ", "الجرعة تساوي خمسة مليغرامات"),
    ("ar", "معدل الحرارة = 38", "معدل الحرارة يساوي ثمانية وثلاثين"),
    ("fa", "خ. ولیعصر، پ. 12، ط. 3", "خیابان ولیعصر، پلاک دوازده، طبقه سه"),
    ("zh-Hans", "1500~2000 kcal/d", "每天一千五百到两千大卡"),
    ("zh-Hans", "每天30~35千卡/kg", "每天每公斤三十到三十五大卡"),
    ("ko", "수치 < 50는 낮습니다.", "수치 오십 미만은 낮습니다."),
    ("ko", "오메가-3은 좋고 GLP-1을", "오메가쓰리는 좋고 GLP 원을"),
    ("ko", "인터루킨-2를", "인터루킨투를"),
]


@pytest.mark.parametrize(("tag", "text", "words"), SCHEDULES)
def test_months_of_doses_are_a_list_and_no_ranges(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), CASES)
def test_what_is_said_has_the_case_that_is_wanted(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


def test_a_particle_fits_the_word_for_a_sign_that_is_quoted() -> None:
    assert "미만 '은" in say_text("'<'는 작다", load("ko")).words


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "100/80-110/85", "one hundred over eighty to one hundred ten over eighty-five"),
        ("en", "100-110/60-70", "one hundred to one hundred ten over sixty to seventy"),
        (
            "ru",
            "АД 120/80–130/85",
            "АД сто двадцать на восемьдесят – сто тридцать на восемьдесят пять",
        ),
        ("pl", "100-110/60-70", "sto do stu dziesięciu na sześćdziesiąt do siedemdziesięciu"),
        ("ko", "혈압 120/80~130/85", "혈압 백이십에 팔십에서 백삼십에 팔십오"),
        ("tr", "120/80-130/85", "yüz yirmi bölü seksen ila yüz otuz bölü seksen beş"),
        ("ru", "с 12-й по 16-ю неделю", "с двенадцатой по шестнадцатую неделю"),
    ],
)
def test_ranges_of_pressures_are_no_telephone_numbers(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)
