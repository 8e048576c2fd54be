"""What checks say of texts just below, at and above what decides."""

from __future__ import annotations

from tests.approval import Approve

from plainspoken.catalogs.checks.context import Facts, read_pair
from plainspoken.catalogs.checks.inflected_match import find_phrase
from plainspoken.catalogs.checks.runner import check_pairs
from plainspoken.catalogs.checks.suppressions import format_comment
from plainspoken.catalogs.extract import TERM
from plainspoken.catalogs.termbase import Rendering
from plainspoken.config.project import LocaleSettings
from plainspoken.languages import find_language
from plainspoken.po.model import Entry
from plainspoken.quantities.normalize import fold_text

from .conftest import tell
from .test_many_translations import describe_finding

RENDERINGS = [
    Rendering("cisplatin", ("cisplatina",)), Rendering("Tylenol", ("Tylenol",)),
    Rendering("ibuprofen", ("ibuprofeno",), ("ibuprofén",)), Rendering("555-0100", ("911 22",)),
    Rendering("bone marrow", ("médula ósea",), ("médula de hueso",), ("tuétano", "meollo")),
    Rendering("fever", (), ("fiebre",)), Rendering("nausea", (), (), ("náusea",)),
]  # fmt: skip
NAMES = ["vincristine", "vinblastine", "methotrexate", "oxaliplatin"]
PAIRS = [
    ("es", "Take cisplatin now.", "Tome cisplatino ahora."), ("es", "Take it now.",
    "Tome cisplatina ahora."),
    ("es", "Take cisplatin now.", "Tome eso ahora."), ("es", "Take Tylenol now.",
    "Tome Tilenol ahora."),
    ("es", "Take ibuprofen now.", "Tome ibuprofén ahora."), ("es", "Take ibuprofen now.",
    "Tome aspirina ahora."),
    ("es", "You get vincristine.", "Recibe vinblastina."), ("es", "You get it.",
    "Recibe metotrexato."),
    ("es", "You get vincristine.", "Recibe vincristina y oxaliplatino."), ("es", "You get it.",
    "Recibe vino."),
    ("es", "Bone marrow hurts.", "El tuétano duele."), ("es", "Bone marrow hurts.",
    "La médula duele."),
    ("es", "Bone marrow hurts.", "Las médulas óseas duelen."), ("es", "You have a fever.",
    "Tiene calor."),
    ("es", "You have nausea.", "Tiene náuseas."), ("es", "Call 555-0100 now.",
    "Llame al 911 22 ahora."),
    ("es", "Call 555-0100 now.", "Llame al 555-0101 ahora."), ("es", "Call 555-0100 now.",
    "Llame ahora."),
    ("ru", "Ask Maria and Peter about it.", "Спросите их об этом."), ("ru", "Ask Maria now.",
    "Спросите Masha об этом."),
    ("zh-Hans", "We live in London, in July.", "我们七月住在伦敦。"), ("ru", "Ask in French.",
    "Спросите по-французски."),
    ("ru", "Ask your nurse.", "Sprosite vashu sestru."), ("ru", "Ask your nurse.",
    "Спросите nurse."),
    ("ru", "Ask your nurse.", "Спросите медсеcтру."), ("es", "Ask your nurse.",
    "Pregunte a su enfеrmera."),
    ("es", "Ask your nurse.", "Pregunte a su 护士."), ("el", "Ask your nurse.",
    "Ρωτήστε τη νοσοκόμα."),
    ("fa", "Take 5 mg.", "٥ میلی‌گرم بخورید."), ("zh-Hant", "Ask your nurse.", "请问护士。"),
    ("es", "Wash your hands now.", "Lávese hands ahora."), ("es", "Wash your hands now.",
    "Lávese your hands."),
    ("es", "Wash your hands now.", "Lávese hands your."), ("es", "Wash the hands now.",
    "Lávese the manos."),
    ("ko", "Wash your hands now.", "hands 씻으세요."), ("es", "Read a.org/your/hands now.",
    "Lea a.org/your/hands."),
    ("es", "Wash your hands.", " Wash your hands. "), ("es", "OK", "OK"), ("es", "Aspirin",
    "Aspirin"),
    ("es", "Vitamin C, 5 mg", "Vitamin C, 5 mg"), ("es", "Rest now.", "Descanse.\n"), ("es",
    " Rest.", " Descanse."),
    ("es", "Rest now.", "\tDescanse."), ("es", "Rest **now**.", "Descanse."), ("es", "Rest.",
    "**Descanse**."),
    ("es", "Rest *now*.", "Descanse **ya**."), ("es", "Rest.", "Descanse *ya."), ("es", "Rest.",
    "[Descanse."),
    ("es", "Rest.", "Descanse {ya} `a."), ("es", "Rest {a}.", "Descanse a}."), ("es",
    "[Rest][more].", "Descanse."),
    ("es", "Rest.", "[Descanse][more]."), ("es", "[Rest][more].", "[Descanse][mor]."), ("es",
    "Rest.", "<b>Ya</b>"),
    ("es", "[Rest][more].", "[Descanse](http://a.org)."), ("es", "Rest.", "Des\u200bcanse\u202e."),
    ("es", "Take 2.5 mg.", "Tome 2\u200b,5 mg."), ("ar", "Take 2 mg.", "\u2067تناول 2 ملغ."), ("es",
    "Rest.", "\ufffd\ue000"),
    ("es", "\u2067Rest.", "\u2067Ya."), ("es", "Is it?", "Lo es."), ("es", "It is.", "¿Lo es?"),
    ("es", "It is:", "Lo es."),
    ("es", "It is!", "Lo es."), ("es", "It is.", "Lo es"), ("es", "(Is it?)", "¿Lo es."), ("th",
    "It is.", "ใช่"),
    ("ja", "Is it?", "そうですか。"), ("el", "Is it?", "Είναι;"),
    ("es", "It is…", "Lo es!"), ("es", "”",
    "“"),
    ("es", "Wash hands.", "Lave las las manos."), ("es", "It is very very hot.",
    "Está muy muy caliente."),
    ("es", "It is 5 5 5.", "Es 5 5 5."), ("zh-Hans", "Wash hands.", "请请洗手手。"),
    ("vi", "Slowly.",
    "Từ từ từ từ."),
    ("es", "Take 5 mg.", "Tome 5 g."), ("es", "Take 5 mg.", "Tome 5."), ("es", "Take 5.",
    "Tome 5 mg."),
    ("es", "It is 38 °C.", "Es 38 °F."), ("es", "It is 38°.", "Es 38 °C."), ("es", "Wait 2 hours.",
    "Espere 120 minutos."),
    ("es", "Wait 2 hours.", "Espere 2 días."), ("es", "It is 90%.", "Es 90."), ("es", "It is 90.",
    "Es 90 %."),
    ("es", "It is 90%.", "Es 0,9."), ("es", "Take 2 to 4 mg.", "Tome de 4 a 2 mg."), ("es",
    "1, 2, 3 and 4", "4, 3, 2 y 1"),
    ("es", "8 tablets in 24 hours", "24 tabletas en 8 horas"), ("es", "3 days, 5 mg",
    "5 días, 3 mg"),
    ("es", "Take 0 mg.", "Tome mg."), ("es", "Take 1 pill.", "Tome la pastilla."), ("es", "5 and 5",
    "5"),
    ("es", "Take five.", "Tome."), ("es", "Come on Monday.", "Venga."), ("es", "Come in May.",
    "Venga."),
    ("es", "Come at 8 p.m.", "Venga a las 8 de la mañana."), ("th", "Come at 8 p.m.", "มา 20"),
    ("th", "Take two.", "กิน"),
    ("es", "Take 1,500 mg.", "Tome 1,500 mg."), ("es", "Take 1.5 mg.", "Tome 1.500 mg."), ("es",
    "2/3", "0,667"),
    ("es", "Do not eat.", "Coma."), ("es", "Eat.", "No coma."), ("es", "Eat unless sick.",
    "Coma si no está enfermo."),
    ("es", "Do not go without food. Rest.", "No vaya. Descanse."), ("es", "Do not eat. Rest.",
    "Coma y descanse."),
    ("es", "Once a day.", "Once al día."), ("pl", "An actual list.", "Aktualna lista."),
]  # fmt: skip
SENTENCE = "The water is warm and clean. "
SPANISH = "El agua está tibia y limpia. "
LENGTHS = [
    *((SENTENCE, SPANISH * count) for count in (0, 1, 2, 3, 4, 5)),
    *((SENTENCE * 2, SPANISH * count) for count in (1, 4, 5)),
    *((SENTENCE * 3, SPANISH * count) for count in (1, 2, 5, 6)), (SENTENCE * 4, "Agua. " * 4),
    (SENTENCE * 4, "Agua. Sol. "), (SENTENCE * 2, "Agua."), (SENTENCE[:-2] + " and good.",
    "a" * 80),
    ("Rest now.", "Descanse " * 7), ("Rest now.", "Descanse " * 8), ("x" * 29, "y" * 120),
    ("x" * 30, "y" * 120),
    ("x" * 30, "y" * 13), ("x" * 30, "y" * 14), ("x" * 30, "y" * 72), ("x" * 30, "y" * 73),
    ("x" * 20_000, "y" * 20_000),
    ("x" * 20_000, "y" * 20_001), ("x" * 20_001, "y"), ("7 " * 400, "7 " * 400), ("7 " * 401,
    "7 " * 401),
]  # fmt: skip


def test_words(approve: Approve) -> None:
    lines = []
    for lang, source, target in PAIRS:
        lines.append(f"{lang}: {source!r} | {target!r}")
        found = tell(source, target, lang, RENDERINGS if lang == "es" else (), NAMES)
        lines += [line for each in found for line in describe_finding(each)]
    approve("\n".join(lines))


def test_lengths(approve: Approve) -> None:
    lines = []
    for source, target in LENGTHS:
        for lang in ("es", "zh-Hans"):
            lines.append(f"{lang}: {len(source)} {source[:40]!r} | {len(target)} {target[:40]!r}")
            lines += [
                f"    {each.finding.level} {each.rule}: {each.finding.message}. {each.finding.hint}"
                for each in tell(source, target, lang)
                if each.rule in ("length", "too-long")
            ]
    approve("\n".join(lines))


def test_comments_and_repeated_texts(approve: Approve) -> None:
    entry = Entry("Wait 3 minutes.", ("Espere 4 minutos.",))
    right = format_comment("number-values", entry)
    comments = [
        right.replace("REASON", "as meant"), right.replace("REASON", ""), "# allow", "#allow",
        right.replace("number-values", "numbers"), right.replace("number-values", "units"),
        "# allow number-values: why", "# allow number-values 000000: why", "# allow names abc: x",
        "# allowed", right.replace("REASON", "as meant").replace(": ", ":"),
    ]  # fmt: skip
    texts = [
        ("Wash your hands often.", "Lávese las manos a menudo.", None),
        ("Wash your hands, often!", "Límpiese mucho las manos.", None),
        ("Wash your **hands** often.", "Lávese a menudo las **manos**.", TERM),
        ("The hands", "Las manos", None), ("the hands!", "manos", None),
        ("The hands", "Unas manos", "there"), ("the hands", "las manos", "here"),
        ("the hands", "las palmas", TERM),
    ]  # fmt: skip
    facts = Facts("guide.po", "en", LocaleSettings("es"))
    entries = [Entry(source, (target,), context) for source, target, context in texts]
    entries += [
        Entry(entry.msgid, entry.msgstrs, comment, comments=(comment,)) for comment in comments
    ]
    pairs = [read_pair(facts, each, {}) for each in entries]
    lines = []
    for each in check_pairs(pairs):
        lines += [f"{each.key}: {each.reason!r} {each.how_to_suppress}", *describe_finding(each)]
        lines += [f"      {line}" for line in each.text.splitlines()]
    approve("\n".join(lines))


PHRASES = {
    "en": ("fever baby box",
    "fever fevers feverish fevered feve fe baby babies babys box boxes boxs"),
    "es": (
        "fiebre médula pus sal anticuerpo",
        "fiebre fiebres fiebrecita fiebrecitas fieb fie fiesta febril confiebre "
        "medula medular medulares medulosos médulas pus puses pusito pus- sal sales salida sa "
        "anticuerpos "
        "anti antic anticu anticuerp anticuerpillos anticuarios autoanticuerpo cuerpo",
    ),
    "ru": ("таблетка яд",
    "таблетка таблетки таблетками таблеток таблеточка табло таб таблет яд яда ядом ядами ядро"),
    "ar": ("دواء الكبد كلية",
    "دواء الدواء والدواء بالدواء دواءه أدوية كبد الكبد والكبد للكبد كلية الكلية كليتان كلى"),
    "ko": ("약 간염", "약 약을 약은 약국 간염 간염이 간 만성간염 간 염"),
    "zh-Hans": ("药 发烧", "药 吃药 发烧 发 烧 发高烧"), "pl": ("gorączka",
    "gorączka gorączki gorączką gorącz gorąco gor"),
    "de": ("Blut Fieber", "Blut Blutes Blutung Vollblut Fieber Fiebers Fiebern Fieb Reisefieber"),
}  # fmt: skip
LONGER = {
    "en": ("bone marrow",
    "bone marrow, bone marrows, bones marrow, bone the marrow, marrow bone, bone-marrow"),
    "es": ("médula ósea",
    "la médula ósea, médulas óseas, medula osea, médula, ósea, médula muy ósea, med ose"),
    "pl": ("szpik kostny", "szpiku kostnego, szpik, kostny, szpikiem kostnym, szpikulec kosmiczny"),
    "ar": ("نخاع العظم", "نخاع العظم، نخاع عظم، النخاع العظمي، ونخاع العظم"),
}  # fmt: skip


def test_phrases(approve: Approve) -> None:
    lines = []
    for tag, (phrases, words) in PHRASES.items():
        for phrase in phrases.split():
            for strict in (False, True):
                found = [
                    word
                    for word in words.split()
                    if find_phrase(phrase, fold_text(word), find_language(tag), strict)
                ]
                lines.append(f"{tag}: {phrase}{', strictly' * strict}: {' '.join(found)}")
    for tag, (phrase, texts) in LONGER.items():
        for text in texts.replace("،", ",").split(", "):
            places = [
                find_phrase(phrase, fold_text(f"x {text}."), find_language(tag), strict)
                for strict in (False, True)
            ]
            lines.append(f"{tag}: {phrase} in {text}: {places}")
    approve("\n".join(lines))
