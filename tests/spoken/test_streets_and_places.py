"""Short forms of streets, which of how many, body weight, hours, what is per package, and codes."""

import pytest

from .conftest import check_said_and_heard, list_cases

STREETS = {
    "en": {
        "9 Park Dr., Springfield": "nine Park Drive, Springfield",
        "St. Mary's, 5 St. John St.": "Saint Mary's, five Saint John Street.",
        "12 Main St, Ste. 200": "twelve Main Street, Suite two hundred",
        "Dr. Smith, 12 Sunset Blvd., Fl. 3": "Doctor Smith, twelve Sunset Boulevard, Floor three",
    },
    "de": {
        "Hauptstr. 12": "Hauptstraße zwölf",
        "Königspl. 1, 2. OG": "Königsplatz eins, zweites Obergeschoss",
    },
    "fr": {"3 pl. de la République": "trois place de la République"},
    "es": {"Avda. Sur 12, of. 3": "avenida Sur doce, oficina tres"},
    "it": {"P.za Garibaldi 3": "piazza Garibaldi tre"},
    "pt": {"R. das Flores, 12, bl. 3": "rua das Flores, doze, bloco três"},
    "pl": {"ul. Długa 12 m. 3": "ulica Długa dwanaście mieszkanie trzy"},
    "ru": {
        "пр-т Мира, 10, стр. 1": "проспект Мира, десять, строение один",
        "смотри стр. 1": "смотри страницу один",
    },
    "tr": {"Lale Sk. No:5 D:3": "Lale sokak numara beş daire üç"},
    "vi": {"12 Đ. Lê Lợi, Q. 3": "mười hai đường Lê Lợi, quận ba"},
    "tl": {"Rizal St., Brgy. 5": "Rizal Street, Barangay lima"},
}
PLACES = {
    "en": {
        "Step 1/3": "Step one of three",
        "p. 2/5": "page two of five",
        "exp. 3/4": "exp. three quarters",
    },
    "fr": {"Étape 1/3": "Étape un sur trois", "1/3 des patients": "un tiers des patients"},
    "ht": {"Etap 1/3": "Etap en sou twa"},
    "de": {"Schritt 1/3": "Schritt eins von drei"},
    "es": {"pág. 2/5": "página dos de cinco"},
    "pt": {"Passo 1/3": "Passo um de três"},
    "it": {"Passo 1/3": "Passo uno di tre"},
    "pl": {"Krok 1/3": "Krok jeden z trzech"},
    "ru": {"Шаг 1/3": "Шаг один из трёх"},
    "ar": {"الصفحة 2/5": "الصفحة اثنان من خمسة"},
    "fa": {"صفحه ۲/۵": "صفحه دو از پنج"},
    "hi": {"पृष्ठ 2/5": "पृष्ठ दो, कुल पाँच"},
    "zh": {"第2/5页": "第二页，共五页"},
    "ko": {"1/3단계": "삼 단계 중 일 단계"},
    "vi": {"Trang 2/5": "Trang hai trên năm"},
    "tl": {"Pahina 2/5": "Pahina dalawa sa lima"},
}
WEIGHTS = {
    "de": {"2 mg/kg KG/Tag": "zwei Milligramm pro Kilogramm Körpergewicht pro Tag"},
    "fr": {"10 mg/kg p.c.": "dix milligrammes par kilogramme de poids corporel"},
    "en": {"10 mg/kg bw/day": "ten milligrams per kilogram body weight per day"},
    "ru": {"10 мг/кг м.т.": "десять миллиграммов на килограмм массы тела"},
}
HOURS = {
    "vi": {
        "7h–17h": "bảy giờ đến mười bảy giờ",
        "7h-11h30": "bảy giờ đến mười một giờ ba mươi",
        "lúc 14g30": "lúc mười bốn giờ ba mươi",
        "8h sáng": "tám giờ sáng",
        "20 giờ 05": "hai mươi giờ năm",
    },
    "it": {
        "Lunedì: 8-13": "Lunedì: dalle otto alle tredici",
        "Visite: ore 14–16": "Visite: dalle quattordici alle sedici",
    },
    "en": {
        "twice daily x 7 days": "twice daily for seven days",
        "It is 10 in. long": "It is ten inches long",
        "1 tab PO q6h": "one tablet by mouth every six hours",
    },
}
RATES = {
    "zh": {
        "0.5元/盒": "每盒零点五元",
        "5mg/片": "每片五毫克",
        "30粒/瓶": "每瓶三十粒",
        "男/女": "男或女",
        "2滴/眼": "每眼两滴",
    },
    "ko": {"5,000원/병": "병당 오천 원"},
    "en": {
        "30 tablets/bottle": "thirty tablets per bottle",
        "$20/visit": "twenty dollars per visit",
    },
    "de": {"20 Tabletten/Packung": "zwanzig Tabletten pro Packung"},
    "fr": {"30 comprimés/boîte": "trente comprimés par boîte"},
    "es": {"20 comprimidos/caja": "veinte comprimidos por caja"},
    "it": {"15 €/visita": "quindici euro per visita"},
    "pt": {"30 comprimidos/caixa": "trinta comprimidos por caixa"},
    "pl": {
        "20 zł/wizyta": "dwadzieścia złotych na wizytę",
        "5 mg/tabl.": "pięć miligramów na tabletkę.",
    },
    "ru": {"30 таблеток/уп": "тридцать таблеток на упаковку"},
    "tr": {"20 tablet/kutu": "yirmi tablet, kutu başına"},
    "vi": {"30 viên/hộp": "ba mươi viên mỗi hộp"},
    "ht": {"30 grenn/bwat": "trant grenn pa bwat"},
    "tl": {"₱50/kahon": "limampung piso bawat kahon"},
    "ar": {"30 قرصًا/علبة": "ثلاثون قرصًا لكل علبة"},
    "fa": {"۳۰ قرص/بسته": "سی قرص در هر بسته"},
    "hi": {"₹50/पैकेट": "पचास रुपये प्रति पैकेट"},
}
BOTH = {
    "hi": {"दर्द एवं/या बुखार": "दर्द एवं या बुखार"},
    "zh": {"及/或": "及或"},
    "ht": {"ak/ou": "ak oswa"},
}
MONEY = {
    "en": {
        "$1,200.50 MXN": "one thousand two hundred pesos and fifty centavos",
        "MXN $5": "five pesos",
        "MX$350": "three hundred fifty pesos",
    },
    "es": {"$45 USD": "cuarenta y cinco dólares"},
}
FRACTIONS = {
    "en": {"pain 8/10": "pain eight out of ten"},
    "de": {"8/10 Patienten": "acht von zehn Patienten"},
    "fr": {"4/10": "quatre sur dix"},
    "zh": {"8/10": "十分之八"},
}
CODES = {
    "de": {"Hauptstr. 5, 60311 Mainz": "Hauptstraße fünf, sechs null drei eins eins Mainz"},
    "en": {"Chicago, IL 60601": "Chicago, IL six zero six zero one"},
    "zh": {"费用120元": "费用一百二十元", "请拨打120": "请拨打幺二零"},
    "ko": {"119원": "백십구 원", "54.2 ± 10.3세": "오십사 점 이 플러스 마이너스 십 점 삼 세"},
}
CASES = {
    "ar": {
        "على مدى 25 يومًا": "على مدى خمسة وعشرين يومًا",
        "رقم 25": "رقم خمسة وعشرين",
        "علاج 45 مريضًا": "علاج خمسة وأربعين مريضًا",
        "مع 25 مريضًا": "مع خمسة وعشرين مريضًا",
    }
}


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    list_cases(STREETS, PLACES, WEIGHTS, HOURS, RATES, BOTH, MONEY, FRACTIONS, CODES, CASES),
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
