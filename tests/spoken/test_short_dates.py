"""Days and months in digits are told from fractions, and days in short from other words."""

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard, list_cases

DATES = {
    "en": {
        "Results on 2/17.": "Results on February seventeenth.",
        "closed from 11/27 through 11/30": (
            "closed from November twenty-seventh through November thirtieth"
        ),
        "pain 7/10 on 5/19": "pain seven out of ten on May nineteenth",
        "Fri. 2/3 at 8:15": "Friday February third at eight fifteen",
        "on 5/19 or 1/2 cup": "on May nineteenth or one half cup",
        "due 30/4": "due April thirtieth",
        "Mon 2/4, Tue 4/4, Wed 3/5, Thu 1/6": (
            "Monday February fourth, Tuesday April fourth, Wednesday March fifth, "
            "Thursday January sixth"
        ),
    },
    "fr": {
        "consultation le 1/3": "consultation le premier mars",
        "du 1/2 au 12/2": "du premier février au douze février",
        "report au 17/11": "report au dix-sept novembre",
        "rappel : 09/05": "rappel: neuf mai",
    },
    "es": {
        "vacunada el 1/9": "vacunada el primero de septiembre",
        "ayer, 22/03": "ayer, veintidós de marzo",
    },
    "it": {
        "operata il 1/6": "operata il primo giugno",
        "chiuso 14/08": "chiuso quattordici agosto",
    },
    "pt": {"exame em 22/03.": "exame em vinte e dois de março."},
}
FRACTIONS = {
    "en": {
        "dilute to 1/5": "dilute to one fifth",
        "on 1/3 of the arm": "on one third of the arm",
        "3/4 of patients": "three quarters of patients",
        "7/12 women, 1/16 of it": "seven out of twelve women, one sixteenth of it",
        "Mon 1/2 tablet": "Monday one half tablet",
        "Mon 1/2, Tue 1/3": "Monday one half, Tuesday one third",
        "Mon 2/3, Tue 1/4": "Monday two thirds, Tuesday one quarter",
        "Fri. 3/4": "Friday three quarters",
    },
    "de": {"11/12 Frauen": "elf von zwölf Frauen"},
    "fr": {
        "Diluez au 1/5 ou au 1/20": "Diluez au cinquième ou au vingtième",
        "solution au 1/8": "solution au huitième",
        "dilution 1/20e, au 1/100e": "dilution un vingtième, au un centième",
        "sérologie 1/320": "sérologie un sur trois cent vingt",
        "le 1/6 du volume": "le sixième du volume",
    },
    "es": {"mezcle al 1/5": "mezcle al un quinto", "el 1/6 de la dosis": "el un sexto de la dosis"},
    "ko": {"매일 2/5": "매일 오분의 이"},
    "it": {
        "visus del 9/10": "visus del nove su dieci",
        "mescolare al 1/4": "mescolare al un quarto",
        "1/20 dei casi": "un ventesimo dei casi",
    },
    "pt": {"em 1/8 dos casos": "em um oitavo dos casos", "dor 07/10": "dor sete em dez"},
    "vi": {"pha loãng đến 1/5": "pha loãng đến một phần năm"},
}
EXPIRY = {
    "en": {"Use by 08/27": "Use by August twenty twenty-seven"},
    "de": {"verwendbar bis 10/28": "verwendbar bis Oktober zweitausendachtundzwanzig"},
    "fr": {"EXP 07/26": "EXP juillet deux mille vingt-six"},
    "es": {"Caducidad: 09/29": "Caducidad: septiembre de dos mil veintinueve"},
    "it": {"Scadenza 02/27": "Scadenza febbraio duemilaventisette"},
    "pt": {"Validade: 12/26": "Validade: dezembro de dois mil e vinte e seis"},
}
MONTHS = {
    "en": {
        "from 03/1900 to 12/2099": "from March nineteen hundred to December twenty ninety-nine",
        "code 03/1899": "code zero three slash one thousand eight hundred ninety-nine",
        "code 03/2100": "code zero three slash two thousand one hundred",
        "01/2026, 13/2026": "January twenty twenty-six, thirteen slash two thousand twenty-six",
        # The month stands first, so that these are decimals.
        "it weighs 2026.03": "it weighs two thousand twenty-six point zero three",
        "code 2026/12": "code two thousand twenty-six slash twelve",
    },
    "de": {"Code 2026.03": "Code zweitausendsechsundzwanzig Komma null drei"},
    "ko": {
        "2026.01, 2026-12": "이천이십육 년 일월, 이천이십육 년 십이월",
        "1900.01, 1899.03": "천구백 년 일월, 천팔백구십구 점 영 삼",
        "2026.13, 2026.00": "이천이십육 점 일 삼, 이천이십육 점 영 영",
        "2026.03 g, ₩2026.03": "이천이십육 점 영 삼 그램, 이천이십육 점 영 삼 원",
    },
    "zh-Hans": {"2099/01，2100.03": "二零九九年一月，两千一百点零三"},
}
DAYS = {
    "en": {
        "Tues. & Thurs. only": "Tuesday and Thursday only",
        "Wed, June 4": "Wednesday, June fourth",
        "Open Sat & Sun": "Open Saturday and Sunday",
        "Mon, Wed and Fri only": "Monday, Wednesday and Friday only",
    },
    "de": {"Do., 6.3.2025": "Donnerstag, sechster März zweitausendfünfundzwanzig"},
    "fr": {
        "mar. 11/02/2025": "mardi onze février deux mille vingt-cinq",
        "ven. 7 mars": "vendredi sept mars",
        "lun. et jeu. matin": "lundi et jeudi matin",
    },
    "es": {
        "mar. 11/02/2025": "martes once de febrero de dos mil veinticinco",
        "vie. a las 9:30": "viernes a las nueve y treinta",
    },
    "it": {"mar. 11/02/2025": "martedì undici febbraio duemilaventicinque"},
    "pt": {
        "qui., 06/03/2025": "quinta, seis de março de dois mil e vinte e cinco",
        "ter. e qui. à tarde": "terça e quinta à tarde",
    },
}


@pytest.mark.parametrize(
    ("tag", "text", "said"), list_cases(DATES, FRACTIONS, EXPIRY, MONTHS, DAYS)
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)


def test_a_region_has_its_own_order_of_day_and_month() -> None:
    assert say_text("due 4/9", load("en"), "GB").words == "due September fourth"
    assert say_text("due 4/9", load("en"), "US").words == "due April ninth"


@pytest.mark.parametrize("symbol", ["cl", "cL"])
def test_a_centiliter_is_said_in_every_spelling(symbol: str) -> None:
    assert say_text(f"30 {symbol}", load("fr")).words == "trente centilitres"
