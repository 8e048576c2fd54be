"""Opening hours, days in short and powers of ten are said and heard."""

from __future__ import annotations

import pytest

from .conftest import check_said_and_heard, list_cases

HOURS = {
    "de": {
        "Besuchszeit: 14.30–19.30": "Besuchszeit: vierzehn Uhr dreißig bis neunzehn Uhr dreißig",
        "täglich 7.30–16.00 Uhr": "täglich sieben Uhr dreißig bis sechzehn Uhr",
        "7.35–7.45, 2.00–2.30 mg": (
            "sieben Komma drei fünf bis sieben Komma vier fünf, "
            "zwei Komma null null bis zwei Komma drei null Milligramm"
        ),
    },
    "it": {"Prelievi: 7.30-10.00": "Prelievi: dalle sette e trenta alle dieci"},
    "pl": {
        "Wizyty: 13.00-14.30": "Wizyty: od trzynastej do czternastej trzydzieści",
        "od 9:00 do 17:00": "od dziewiątej do siedemnastej",
    },
    "tr": {"Ziyaret saatleri: 13.00-14.30": "Ziyaret saatleri: on üç ila on dört otuz"},
    "es": {"Horario: 8.30–14.00 h": "Horario: ocho y treinta a catorce horas"},
    "ar": {
        "أبوابها من 9:00 إلى 17:00": "أبوابها من الساعة التاسعة إلى الساعة الخامسة مساءً",
        "الزيارة: 13:00-14:30": "الزيارة: الساعة الواحدة إلى الساعة الثانية والنصف ظهرًا",
    },
    "zh-Hans": {
        "门诊时间：13:30-17:00。": "门诊时间：十三点三十分到十七点。",
        "门诊时间 8.00-11.30": "门诊时间 八点到十一点三十分",
        "凝血时间 9.00-13.00秒": "凝血时间 九点零零到十三点零零秒钟",
        "门诊时间:8:00～11:30": "门诊时间:八点到十一点三十分",
    },
    "ko": {"면회 시간: 18:00~20:30": "면회 시간: 오후 여섯 시에서 여덟 시 삼십 분"},
    "fa": {"ساعت کار: ۸.۰۰–۱۴.۳۰": "ساعت کار: هشت تا دو و نیم بعد از ظهر"},
    "hi": {"ओपीडी: 9.00–13.00": "ओपीडी: नौ बजे से दोपहर एक बजे"},
    "tl": {"Bukas: 8.00–17.00": "Bukas: alas-otso hanggang alas-singko ng hapon"},
    "en": {
        "Open 9.00–17.00": "Open nine o'clock to five p m",
        "Open: 3.50–5.00 mmol/L": (
            "Open: three point five zero to five point zero zero millimoles per liter"
        ),
        "from 1.5 to 1.8 and 1.5": "from one point five to one point eight and one point five",
    },
}
DAYS = {
    "en": {"Mon–Fri 8:00": "Monday to Friday eight o'clock"},
    "es": {"Lun-Vie; el mar. 8:00": "de lunes a viernes; el martes ocho en punto"},
    "fr": {"lun.-ven. Le sam. matin": "du lundi au vendredi. Le samedi matin"},
    "de": {
        "Mo, Di, Do 8:00, Mo. bis Fr. 8 Uhr, So-so": (
            "Montag, Dienstag, Donnerstag acht Uhr, Montag bis Freitag acht Uhr, So-so"
        )
    },
    "it": {
        "lun-ven 7.30-10.00": "da lunedì a venerdì dalle sette e trenta alle dieci",
        "dal lun al ven: 8.00-13.00": "dal lunedì al venerdì: dalle otto alle tredici",
    },
    "pt": {"seg-sex": "de segunda a sexta"},
    "ru": {"Пн.-Пт.: 9:00": "с понедельника по пятницу: девять ноль ноль"},
    "pl": {"pon.–pt., czw. 8:00": "od poniedziałku do piątku, czwartek ósma"},
    "tr": {"Pzt–Cum": "Pazartesi ila Cuma"},
    "hi": {"सोम–शुक्र": "सोमवार से शुक्रवार"},
    "ko": {"월-금, 월, 수, 금 9:00": "월요일부터 금요일, 월요일, 수요일, 금요일 아홉 시"},
    "zh-Hans": {"周一-周五8:30": "周一到周五八点三十分"},
    "vi": {"T2–T6": "Thứ Hai đến Thứ Sáu"},
    "tl": {"Lun–Biy": "Lunes hanggang Biyernes"},
    "ht": {"Lendi-vandredi": "lendi rive vandredi"},
    "ar": {"الأحد–الخميس": "الأحد إلى الخميس"},
    "fa": {"شنبه–چهارشنبه": "شنبه تا چهارشنبه"},
}
POWERS = {
    "en": {
        "10⁻³, 10^9, 1.5x10⁹/L": (
            "ten to the minus three, ten to the ninth, "
            "one point five times ten to the ninth per liter"
        ),
        "and 1.5×10⁹/L": "and one point five times ten to the ninth per liter",
        "5 U × 10³": "five units times ten to the third",
    },
    "es": {"4 x 10^9/l": "cuatro por diez a la nueve por litro"},
    "it": {"10⁻³": "dieci alla meno terza"},
    "ru": {
        "10⁻³, 4×10⁹/л": (
            "десять в минус третьей степени, четыре умножить на десять в девятой степени на литр"
        )
    },
    "tr": {
        "< 0,5 × 10⁹/L, 4×10⁹/L'nin altında": (
            "litre başına sıfır virgül beş çarpı on üzeri dokuzdan az, "
            "dört çarpı on üzeri dokuz bölü litrenin altında"
        )
    },
    "ar": {
        "250 × 10⁹/ل": "مئتان وخمسون في عشرة أس تسعة لكل لتر",
        "١٫٥×١٠⁹/لتر": "واحد فاصلة خمسة في عشرة أس تسعة لكل لتر",
    },
    "fa": {"۱٫۵×۱۰⁹/L": "یک ممیز پنج ضربدر ده به توان نه در لیتر"},
    "hi": {"< 0.5 × 10⁹/L": "शून्य दशमलव पाँच गुणा दस की घात नौ प्रति लीटर से कम"},
    "zh-Hans": {
        "低于4×10⁹/L者，10⁻³": "低于每升四乘以十的九次方者，十的负三次方",
        "4～10×10⁹/L": "每升四到十乘以十的九次方",
    },
    "ko": {
        "1.5×10⁹/L 미만, <0.5×10⁹/L": (
            "리터당 일 점 오 곱하기 십의 구 제곱 미만, 리터당 영 점 오 곱하기 십의 구 제곱 미만"
        )
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    list_cases(HOURS, DAYS, POWERS),
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
