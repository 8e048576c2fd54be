"""What stands on labels, on appointment cards and in letters: short words, dates, months, signs."""

from __future__ import annotations

import pytest

from .conftest import check_said_and_heard, list_cases

COUNTED = {
    "ru": {
        "у 3/4 взрослых, в 1/2 чашки воды": "у трёх четвертей взрослых, в половине чашки воды",
        "ЧСС 64 уд/мин, выше 61 уд./мин": (
            "ЧСС шестьдесят четыре удара в минуту, выше шестидесяти одного удара в минуту"
        ),
        "через 3 суток, не более 2 суток": "через трое суток, не более двух суток",
        "4-е сутки, на 2-3-и сутки": "четвёртые сутки, на вторые – третьи сутки",
        "с 1-х суток, 5-х суток": "с первых суток, пятых суток",
        "до 5 суток, 21 сутки": "до пяти суток, двадцать одни сутки",
        "Запейте 1/3 стакана воды": "Запейте одной третью стакана воды",
        "запивать 150 мл воды": "запивать ста пятьюдесятью миллилитрами воды",
        "Мальчику 7 лет 2 мес., для детей 7 лет": (
            "Мальчику семь лет два месяца, для детей семи лет"
        ),
    },
    "pl": {
        "o długości 4 cm, w odstępie 1 godziny": (
            "o długości czterech centymetrów, w odstępie jednej godziny"
        ),
        "7 kropli, po 1 kropli, u 4 dzieci": "siedem kropli, po jednej kropli, u czworga dzieci",
        "3 opak., 14 tydzień, od 14 tygodnia": (
            "trzy opakowania, czternasty tydzień, od czternastego tygodnia"
        ),
        "w lipcu 2023, od 2015 do 2018 r.": (
            "w lipcu dwa tysiące dwudziestego trzeciego, "
            "od dwa tysiące piętnastego do dwa tysiące osiemnastego roku"
        ),
        "powtórz po 3 godz., przed 3 dniami": "powtórz po trzech godzinach, przed trzema dniami",
        "po 1 h, przed 45 min": "po jednej godzinie, przed czterdziestoma pięcioma minutami",
        "między 3 a 5 ml": "między trzema a pięcioma mililitrami",
        "do 2/3 dawki, o 1/5 mniej": "do dwóch trzecich dawki, o jedną piątą mniej",
        "3 szkl. wody, 6 łyż. cukru, 1 szkl. mąki": (
            "trzy szklanki wody, sześć łyżek cukru, jedna szklanka mąki"
        ),
        "w 31 tyg. ciąży, do 12 tyg. ciąży, co 2 tyg.": (
            "w trzydziestym pierwszym tygodniu ciąży, do dwunastego tygodnia ciąży, co dwa tygodnie"
        ),
        "w 24 tygodniu, po 3 tygodniach": "w dwudziestym czwartym tygodniu, po trzech tygodniach",
        "III piętro, na IV piętrze, z II piętra": (
            "trzecie piętro, na czwartym piętrze, z drugiego piętra"
        ),
        "w XIX w., XVIII w.": "w dziewiętnastym wieku, osiemnasty wiek",
    },
    "tr": {
        "4.'sü, Perş. 15.30, 08.45'te": "dördüncüsü, Perşembe on beş otuz, sekiz kırk beşte",
        "4'er mg'lık 30 tablet, 2'şer mL'si": "dörder miligramlık otuz tablet, ikişer mililitresi",
        "Günde 2x1, 3 x 2 aç karnına": "Günde iki kez bir, üç kez iki aç karnına",
        "2 yemek k. un, 3 çay k. şeker": "iki yemek kaşığı un, üç çay kaşığı şeker",
    },
    "ar": {
        "المرة 4، أعوام 2011-2015": ("المرة الرابعة، أعوام ألفين وأحد عشر إلى ألفين وخمسة عشر"),
        "من مواليد 1974": "من مواليد ألف وتسعمئة وأربعة وسبعين",
        "الطابق 5، الدورة 3، شارع 20": "الطابق الخامس، الدورة الثالثة، شارع عشرين",
    },
    "fa": {
        "۳ ق.غ شکر، ۲ ق.م نمک، ۱/۲ ق.چ": (
            "سه قاشق غذاخوری شکر، دو قاشق مرباخوری نمک، نصف قاشق چای‌خوری"
        ),
        "سال ۳۰۰ ق.م.": "سال سیصد پیش از میلاد",
        "خیابان سعدی، پ ۱۴، ط ۴": "خیابان سعدی، پلاک چهارده، طبقه چهار",
    },
    "hi": {
        "140 मिग्रा/डेली, 1.72 मी., 12:45 बजे": (
            "एक सौ चालीस मिलीग्राम प्रति डेसीलीटर, एक दशमलव सात दो मीटर, बारह बजकर पैंतालीस मिनट"
        ),
        "15-25 डिग्री से. पर": "पंद्रह से पच्चीस डिग्री सेल्सियस पर",
    },
}
DATES = {
    "ru": {
        "3, 10 и 17 мая, со 2 месяца, со 2 недели": (
            "третьего, десятого и семнадцатого мая, со второго месяца, со второй недели"
        ),
        "до 27.04, 12.06 в 9:00, до 17.30": (
            "до двадцать седьмого апреля, двенадцатого июня в девять ноль ноль, "
            "до семнадцати тридцати"
        ),
        "с 4 по 9 июня, между 2 и 9 июня": (
            "с четвёртого по девятое июня, между вторым и девятым июня"
        ),
        "до 11.2027": "до ноября две тысячи двадцать седьмого года",
        "1968 г. р., род. 03.02.1968": (
            "тысяча девятьсот шестьдесят восьмого года рождения, "
            "дата рождения третьего февраля тысяча девятьсот шестьдесят восьмого года"
        ),
    },
    "pl": {
        "3, 10 i 17 maja, od 4 do 21 dnia, po 1 miesiącu": (
            "trzeciego, dziesiątego i siedemnastego maja, od czwartego do dwudziestego pierwszego "
            "dnia, po jednym miesiącu"
        ),
        "do 27.04, 12.06 o 9:00, do 17.30": (
            "do dwudziestego siódmego kwietnia, dwunastego czerwca o dziewiątej, "
            "do siedemnastej trzydzieści"
        ),
        "od 2 do 9 lipca, przed 4 lipca, po 6 lipca": (
            "od drugiego do dziewiątego lipca, przed czwartym lipca, po szóstym lipca"
        ),
        "między 2 a 9 lipca": "między drugim a dziewiątym lipca",
        "do 11.2027, do 11/2027": (
            "do listopada dwa tysiące dwudziestego siódmego roku, "
            "do listopada dwa tysiące dwudziestego siódmego roku"
        ),
    },
    "tr": {"SKT: 11/2027, 08.2028": "SKT: Kasım iki bin yirmi yedi, Ağustos iki bin yirmi sekiz"},
    "ar": {
        "3 و10 و17 يونيو": "الثالث والعاشر والسابع عشر من يونيو",
        "حتى 11/2027، من 2 إلى 9 يوليو": (
            "حتى نوفمبر ألفين وسبعة وعشرين، من الثاني إلى التاسع من يوليو"
        ),
    },
    "fa": {
        "۱۱/۲۰۲۷، ۱۴۰۶/۰۸": "نوامبر دو هزار و بیست و هفت، آبان هزار و چهارصد و شش",
    },
    "hi": {"समाप्ति 11/2027": "समाप्ति नवंबर दो हज़ार सत्ताईस"},
}
SHORT = {
    "ru": {
        "1 капс. х 2 р. в д., 2 млн ЕД": "одна капсула два раза в день, два миллиона единиц",
        "отд. 7, доц. Лис": "отделение семь, доцент Лис",
        "р-р для в/в введения, в/м инъекция": (
            "раствор для внутривенного введения, внутримышечная инъекция"
        ),
        "таб. п/о 10 мг, 18 в мин., мин. 2 ч": (
            "таблетки, покрытые оболочкой, десять миллиграммов, восемнадцать в минуту, "
            "минимум два часа"
        ),
        "см. рис. 2, в табл. 3, t 37,8": (
            "смотри рисунок два, в таблице три, температура тридцать семь целых восемь десятых"
        ),
        "1,5-часовая процедура": "полуторачасовая процедура",
    },
    "pl": {
        "Ewa Lis, ur. 2.04.1961, pacjent ur. 5.06.1970": (
            "Ewa Lis, urodzona drugiego kwietnia tysiąc dziewięćset sześćdziesiątego pierwszego "
            "roku, pacjent urodzony piątego czerwca tysiąc dziewięćset siedemdziesiątego roku"
        ),
        "m.in. mleko, 2 x dz. po jedz.": "między innymi mleko, dwa razy dziennie po jedzeniu",
        "lek. med. Lis, proszek do wstrzyk.": "lekarz medycyny Lis, proszek do wstrzykiwań",
    },
    "tr": {
        "7 no'lu oda, yatak no 3": "yedi numaralı oda, yatak numara üç",
        "min. 5 gün, s. 30": "en az beş gün, sayfa otuz",
        "Çarş. 10:00, Perş. 11:00": "Çarşamba on, Perşembe on bir",
    },
    "fa": {"د. کریمی، خ سعدی": "دکتر کریمی، خیابان سعدی"},
    "hi": {"मो. 9123456780, ता. 7 जून": "मोबाइल नौ एक दो तीन चार पाँच छह सात आठ शून्य, तारीख सात जून"},
}
SIGNS = {
    "ru": {
        "группа крови B-, Rh−": "группа крови B минус, Rh минус",
        "Rh (+), (−), ↑ риска": "Rh плюс, минус, повышение риска",
    },
    "pl": {"Rh (-), ↓ masy": "Rh minus, spadek masy"},
    "tr": {"Rh (+), test (-), şeker ↑": "Rh pozitif, test negatif, şeker artış"},
    "ar": {"(+)، (−)، ↓": "موجب، سالب، انخفاض"},
    "fa": {"(+)، (−)، ↓": "مثبت، منفی، کاهش"},
    "hi": {"(+), (−), ↓": "पॉज़िटिव, नेगेटिव, कमी"},
}


@pytest.mark.parametrize(("tag", "text", "words"), list_cases(COUNTED))
def test_what_is_counted_has_the_form_that_is_wanted(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), list_cases(DATES))
def test_days_and_months_in_digits_are_said_as_dates(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), list_cases(SHORT))
def test_short_words_of_labels_and_letters_are_said_in_full(
    tag: str, text: str, words: str
) -> None:
    check_said_and_heard(text, tag, words)


@pytest.mark.parametrize(("tag", "text", "words"), list_cases(SIGNS))
def test_arrows_and_signs_of_results_are_said(tag: str, text: str, words: str) -> None:
    check_said_and_heard(text, tag, words)
