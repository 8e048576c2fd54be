"""What is said of numbers that fit what is around them: Arabic, Chinese, Turkish and others."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

SAID = {
    "ar": {
        "تناول 1 ½ قرص، يجب تناول 1 قرص": "تناول قرصًا واحدًا ونصف، يجب تناول قرص واحد",
        "خذ 1-2 قرص، أعط الطفل 1 مل": "خذ قرصًا واحدًا إلى قرصين، أعط الطفل مليلترًا واحدًا",
        "يُعطى المريض 21 مليغرام، اشرب 1500 مل": (
            "يُعطى المريض واحدًا وعشرين مليغرامًا، اشرب ألفًا وخمسمئة مليلتر"
        ),
        "بلغت حرارة الطفل ٣٨٫٥ درجة": "بلغت حرارة الطفل ثمانيًا وثلاثين فاصلة خمسة درجة",
        "كان هناك 20 مريض، الجرعة 1 قرص": "كان هناك عشرون مريضًا، الجرعة قرص واحد",
        "الجرعة 2 بعد شهر": "الجرعة الثانية بعد شهر",
        "العمر ≥ 18 سنة، في حرارة ≤ 25 درجة مئوية": (
            "العمر لا يقل عن ثماني عشرة سنة، في حرارة لا تزيد على خمس وعشرين درجة مئوية"
        ),
        "اليوم الـ3، المرة الـ2، الأسبوع ال12": "اليوم الثالث، المرة الثانية، الأسبوع الثاني عشر",
        "عدد الصفائح ≤ 50، الساعة 2:20 ظهرًا": (
            "عدد الصفائح لا يزيد على خمسين، الساعة الثانية وعشرون دقيقة ظهرًا"
        ),
        "11 مريضة، 3 أدوية": "إحدى عشرة مريضة، ثلاثة أدوية",
        "خلال الـ24 ساعة، في الـ3 أيام الأولى": (
            "خلال الأربع والعشرين ساعة، في الثلاثة أيام الأولى"
        ),
        "8 1/2 ملغ، 15½ مل، 10 3/4 كغ": (
            "ثمانية مليغرامات ونصف، خمسة عشر مليلترًا ونصف، عشرة كيلوغرامات وثلاثة أرباع"
        ),
        "بين 20% و30%، بين عامي 2019 و2021": (
            "بين عشرين بالمئة وثلاثين بالمئة، بين عامي ألفين وتسعة عشر وألفين وواحد وعشرين"
        ),
        "اشرب 1.5 لتر، طولك 1,65 م": ("اشرب واحد فاصلة خمسة لتر، طولك واحد فاصلة خمسة وستون متر"),
        "امش 5 كم، 90 كم/س، 40 و.د. يوميًا": (
            "امش خمسة كيلومترات، تسعون كيلومترًا في الساعة، أربعون وحدة دولية يوميًا"
        ),
        "في 1 رمضان 1447 هـ، عام 2020م، القرن 21": (
            "في الأول من رمضان ألف وأربعمئة وسبعة وأربعين هجري، "
            "عام ألفين وعشرين ميلادي، القرن الحادي والعشرين"
        ),
        "الساعة 9:15 ص. انظر ص 15 و ص. 16": (
            "الساعة التاسعة والربع صباحًا. انظر صفحة خمسة عشر و صفحة ستة عشر"
        ),
        "اتصل على ٠٥٠١٢٣٤٥٦٧": "اتصل على صفر خمسة صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة",
        "72 bpm، مرتين/يوم، ضغط الدم ١٤/٩": (
            "اثنتان وسبعون نبضة في الدقيقة، مرتين في اليوم، ضغط الدم أربعة عشر على تسعة"
        ),
        "لمن أعمارهم ≥ 65 سنة، ١-٠-١، 7/10": (
            "لمن أعمارهم لا تقل عن خمس وستين سنة، واحد، صفر، واحد، سبعة على عشرة"
        ),
    },
    "fa": {
        "فشار خون ۱۴/۹، ۲،۵۰۰ تومان": "فشار خون چهارده روی نه، دو هزار و پانصد تومان",
        "ر.ک. ص ۱۵ و صص. ۱۵-۲۰، نبض ۷۲ bpm": (
            "رجوع کنید به صفحهٔ پانزده و صفحه‌های پانزده تا بیست، نبض هفتاد و دو ضربه در دقیقه"
        ),
        "سال ۱۴۴۵ ه.ق. است": "سال هزار و چهارصد و چهل و پنج هجری قمری است",
        "تلفن: ۸۸۷۷۶۶۵۵، ۱-۰-۱": "تلفن: هشت هشت هفت هفت شش شش پنج پنج، یک، صفر، یک",
        "از ساعت ۸-۱۲": "از ساعت هشت تا دوازده",
    },
    "zh-Hans": {
        "应在-20℃下，在－80°C": "应在零下二十摄氏度下，在零下八十摄氏度",
        "于-20℃至-10℃，为-2～8℃": "于零下二十摄氏度至零下十摄氏度，为零下二到八摄氏度",
        "-20℃~-10℃，-5": "零下二十摄氏度到零下十摄氏度，负五",
    },
    "ko": {"-20℃~-10℃에서, -5": "영하 섭씨 이십 도에서 영하 섭씨 십 도에서, 마이너스 오"},
    "tr": {
        "10 × 5 cm, 1:10 oranında": "on çarpı beş santimetre, bire on oranında",
        "5 ml/saattir, 2 tablet/gün": "saatte beş mililitre, günde iki tablet",
        "< 70 mg/dl ise, > 38,5 °C olursa": (
            "desilitre başına yetmiş miligramdan az ise, "
            "otuz sekiz buçuk santigrat dereceden yüksek olursa"
        ),
        "< 4 saat, > 3 gün, >%50, < 100, > 2,5": (
            "dört saatten az, üç günden fazla, yüzde elliden fazla, yüzden az, iki buçuktan fazla"
        ),
        "oran 1:100, 2:1, 4:1000": "oran bire yüz, ikiye bir, dörde bin",
    },
    "vi": {
        "1/2 viên, 1½ viên, 2 1/2 muỗng cà phê": "nửa viên, một viên rưỡi, hai muỗng cà phê rưỡi",
        "1½ năm, 1½ mg": "một năm rưỡi, một miligam rưỡi",
    },
    "tl": {
        "38.5 degrees, -20 degrees, 2.5 mg": (
            "tatlumpu't walo punto lima degrees, negatibong dalawampung degrees, "
            "dalawa punto limang miligramo"
        ),
        "2,345 pasyente, 1500": (
            "dalawang libo't tatlundaan at apatnapu't limang pasyente, isang libo't limandaan"
        ),
        "08/15/2024, Agosto 15": (
            "ikalabinlima ng Agosto, dalawang libo at dalawampu't apat, Agosto kinse"
        ),
        "ika-1 ng Mayo, ika-1 dosis": "ikaisa ng Mayo, unang dosis",
        "August 15, 2024": "August fifteen, two thousand twenty four",
    },
    "hi": {
        "माँ/पिता, ओमेगा-3, दवा -5": "माँ या पिता, ओमेगा तीन, दवा माइनस पाँच",
        "500 रु. या रु 250, ₹100/-": "पाँच सौ रुपये या दो सौ पचास रुपये, एक सौ रुपये",
        "10 × 15 से.मी., 5 किमी, 90 कि.मी./घंटा": (
            "दस गुणा पंद्रह सेंटीमीटर, पाँच किलोमीटर, नब्बे किलोमीटर प्रति घंटा"
        ),
        "सुबह 8-12 बजे, 15 मि. बाद": "सुबह आठ से बारह बजे, पंद्रह मिनट बाद",
        "1990 के दशक में डॉ शर्मा": "उन्नीस सौ नब्बे के दशक में डॉक्टर शर्मा",
        "098765 43210, 72 bpm": ("शून्य नौ आठ सात छह पाँच, चार तीन दो एक शून्य, बहत्तर धड़कन प्रति मिनट"),
        "1:10 के अनुपात में, 2 गोली/दिन": "एक अनुपात दस के अनुपात में, दो गोली प्रति दिन",
    },
    "ht": {
        "38.5 degre, 8 èdtan, 8yèm": "trantuit pwen senk degre, uit èdtan, uityèm",
        "a 8è30, 2zè30": "a uitè trant, dezè trant",
        "Delye li 1:10, 08/15/2024": "Delye li en pou dis, kenz out de mil vennkat",
    },
}
CASES = [(tag, text, words) for tag, said in SAID.items() for text, words in said.items()]


@pytest.mark.parametrize(("tag", "text", "words"), CASES)
def test_a_number_fits_what_is_around_it(tag: str, text: str, words: str) -> None:
    spoken = say_text(text, load(tag))
    assert spoken.words == words
    assert not spoken.unsaid
    assert not list(find_misreadings(spoken))


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("ru", "витамин B12, CD19", "витамин бэ двенадцать, си ди девятнадцать"),
        ("ar", "فيتامين B12", "فيتامين بي اثنا عشر"),
        ("hi", "विटामिन B12", "विटामिन बी बारह"),
        ("fa", "ویتامین B12", "ویتامین ب دوازده"),
        ("ko", "비타민 B12", "비타민 비 십이"),
        ("zh-Hans", "11 3/4 °C", "十一又四分之三摄氏度"),
        ("zh-Hans", "1/4 mg", "四分之一毫克"),
        ("de", "1-1-1, 7/12", "eins, eins, eins, sieben durch zwölf"),
        ("ko", "8 1/3 mg", "팔 하고 삼분의 일 밀리그램"),
        ("ko", "1:10으로 희석하십시오.", "일 대 십으로 희석하십시오."),
        ("pt", "em 1º/05/2021", "em primeiro de maio de dois mil e vinte e um"),
        ("es", "el 1.º/05/2021", "el primero de mayo de dos mil veintiuno"),
    ],
)  # fmt: skip
def test_letters_of_names_and_signs_of_days_are_said(lang: str, text: str, words: str) -> None:
    spoken = say_text(text, load(lang))
    assert spoken.words == words
    assert not list(find_misreadings(spoken))
