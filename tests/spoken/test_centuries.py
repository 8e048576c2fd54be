"""Centuries, kings, decades and years are said and heard."""

from __future__ import annotations

import pytest

from .conftest import check_said_and_heard, list_cases

CENTURIES = {
    "en": {
        "the XIX century, the XVIIIth century": "the nineteenth century, the eighteenth century",
        "King Charles III": "King Charles the third",
    },
    "es": {
        "los siglos XVIII y XIX": "los siglos dieciocho y diecinueve",
        "Juan Carlos I, Alfonso XIII": "Juan Carlos primero, Alfonso trece",
    },
    "fr": {
        "aux XVIIIe et XIXe siècles": "aux dix-huitième et dix-neuvième siècles",
        "la IVe édition, la Ire partie": "la quatrième édition, la première partie",
        "Louis XIV, François Ier": "Louis quatorze, François premier",
    },
    "de": {
        "im XXI. Jahrhundert, das XX. Jahrhundert": (
            "im einundzwanzigsten Jahrhundert, das zwanzigste Jahrhundert"
        ),
        "im XVIII. Jh.": "im achtzehnten Jahrhundert",
        "Karl V": "Karl der fünfte",
    },
    "it": {"Papa Giovanni XXIII": "Papa Giovanni ventitreesimo"},
    "pt": {"nos séculos XVIII e XIX": "nos séculos dezoito e dezenove"},
    "pl": {
        "w XVIII w., z XIX w.": "w osiemnastym wieku, z dziewiętnastego wieku",
        "w XX wieku, od XX wieku": "w dwudziestym wieku, od dwudziestego wieku",
        "rozdział IV, Jana Pawła II": "rozdział czwarty, Jana Pawła drugiego",
    },
    "ru": {
        "в XVIII в., в конце XIX в.": "в восемнадцатом веке, в конце девятнадцатого века",
        "в XIX–XX вв.": "в девятнадцатом – двадцатом веках",
        "глава IV, Пётр I": "глава четвёртая, Пётр первый",
    },
    "tr": {"XX. yüzyılda, XXI. yy.": "yirminci yüzyılda, yirmi birinci yüzyıl"},
    "fa": {"قرن XX، فصل IV": "قرن بیستم، فصل چهار"},
    "hi": {"XX सदी": "बीसवीं सदी"},
    "zh-Hans": {"XX世纪": "二十世纪"},
    "ko": {"XX세기": "이십세기"},
    "vi": {"thế kỷ thứ XIX": "thế kỷ thứ mười chín"},
    "tl": {"ika-XX siglo": "ikadalawampu siglo"},
    "ht": {"XXyèm syèk": "ventyèm syèk"},
}

YEARS = {
    "en": {
        "the '90s, the 2010s, the 2000s": "the nineties, the twenty tens, the two thousands",
    },
    "de": {
        "die 1980er-Jahre, in den 90ern": "die neunzehnhundertachtziger Jahre, in den neunzigern",
        "seit den 2000er Jahren": "seit den zweitausender Jahren",
    },
    "es": {"los '90": "los noventa"},
    "fr": {"les années '80": "les années quatre-vingts"},
    "it": {
        "gli anni '80": "gli anni ottanta",
        "nel 2015-2019": "nel duemilaquindici-duemiladiciannove",
        "del 10-15%": "del dieci-quindici per cento",
    },
    "pt": {"os anos '90": "os anos noventa"},
    "pl": {
        "lata 80., w latach 90. XX w.": (
            "lata osiemdziesiąte, w latach dziewięćdziesiątych dwudziestego wieku"
        ),
        "w latach 2015–2019": "w latach dwa tysiące piętnaście do dwa tysiące dziewiętnaście",
    },
    "ru": {
        "80-е годы, в 90-х": "восьмидесятые годы, в девяностых",
        "в 2015–2019 гг.": "в две тысячи пятнадцатом – две тысячи девятнадцатом годах",
        "2015–2019 гг.": "две тысячи пятнадцатый – две тысячи девятнадцатый годы",
        "с 2015 по 2019 г.": "с две тысячи пятнадцатого по две тысячи девятнадцатый год",
    },
    "zh-Hans": {"2015-2019，2015–2019年": "二零一五到二零一九，二零一五到二零一九年"},
    "tl": {"dekada '90, 1990s": "dekada siyamnapu, nineteen nineties"},
}

DAYS = {
    "de": {
        "Ab der 12. SSW, im 2. OG": "Ab der zwölften SSW, im zweiten Obergeschoss",
        "in der 38.–40. SSW": "in der achtunddreißigsten bis vierzigsten SSW",
        "am 3.–5. Tag": "am dritten bis fünften Tag",
        "Di. u. Do. 14:00": "Dienstag und Donnerstag vierzehn Uhr",
    },
    "fr": {
        "du 1/5 au 31/12": "du premier mai au trente et un décembre",
        "le 1/2 comprimé, la 2e–3e dose": "le demi comprimé, la deuxième à troisième dose",
    },
    "it": {"dal 1/5 al 31/12, il 1/2": "dal primo maggio al trentuno dicembre, il mezzo"},
    "es": {"el 24/12, el 1/2 vaso": "el veinticuatro de diciembre, el medio vaso"},
    "vi": {
        "từ 1/5 đến 5/5, từ 1/2 đến 1 viên": (
            "từ một tháng năm đến năm tháng năm, từ nửa đến một viên"
        ),
        "lúc 14h30', A/H1N1, Thứ 2 - Thứ 6": (
            "lúc mười bốn giờ ba mươi phút, A H một N một, Thứ Hai đến Thứ Sáu"
        ),
    },
    "ko": {"제3장, 3장": "제삼장, 세 장"},
}


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    list_cases(CENTURIES, YEARS, DAYS),
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
