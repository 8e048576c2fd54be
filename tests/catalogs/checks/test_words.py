"""Names, terms, left-over words, negations, letters, marks: what checks say of the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspoken.catalogs.termbase import Rendering

from .conftest import Told

Rules = Callable[..., set[str]]
DRUG = Rendering("cisplatin", ("cisplatina",))
BRAND = Rendering("Tylenol", ("Tylenol",))
MARROW = Rendering("bone marrow", ("médula ósea",), ("médula de los huesos",), ("tuétano",))


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Le daremos cisplatina.", set()),
        ("Le daremos carboplatina.", {"names"}),
        ("Le daremos cisplatin.", set()),
        ("Le daremos el medicamento.", {"names"}),
    ],
)
def test_a_drug_has_its_own_spelling_in_a_language(
    target: str, found: set[str], rules: Rules
) -> None:
    given = [DRUG, Rendering("carboplatin", ("carboplatina",))]
    assert rules("We will give you cisplatin.", target, renderings=given) == found


def test_a_brand_stays_as_it_is(rules: Rules) -> None:
    text = "You may take Tylenol."
    assert rules(text, "Puede tomar Tylenol.", renderings=[BRAND]) == set()
    assert rules(text, "Puede tomar Tilenol.", renderings=[BRAND]) == {"names"}
    assert rules(text, "Vous pouvez prendre du Tylenol.", "fr", renderings=[BRAND]) == set()


def test_drugs_of_the_lexicon_are_known_without_the_glossary(rules: Rules) -> None:
    names = ["vincristine", "vinblastine"]
    text = "You get vincristine."
    assert rules(text, "Recibe vincristina.", names=names) == set()
    assert rules(text, "Recibe vinblastina.", names=names) == {"names"}


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Una muestra de su médula ósea.", set()),
        ("Muestras de las médulas óseas.", set()),
        ("Una muestra de la médula de los huesos.", set()),
        ("Una muestra de su tuétano.", {"terms"}),
        ("Una muestra de su hueso.", {"terms"}),
    ],
)
def test_a_term_is_said_as_the_glossary_has_it(target: str, found: set[str], rules: Rules) -> None:
    assert rules("A sample of your bone marrow.", target, renderings=[MARROW]) == found


@pytest.mark.parametrize(
    ("source", "target", "lang", "found"),
    [
        ("Rest now, if you can.", "Rest now, if you can.", "es", {"copied"}),
        ("Hospital", "Hospital", "es", set()),
        ("Vitamin C: 60 mg", "Vitamin C: 60 mg", "vi", set()),
        ("Change the bandage.", "Cambie the bandage.", "es", {"left-over"}),
        ("Read https://a.org/for/you today.", "Lea hoy https://a.org/for/you.", "es", set()),
        ("Take it once a day.", "Tómelo once al día.", "es", {"false-friends", "number-values"}),
        ("Wash with soap.", "Lave con jab\u043en.", "es", {"script"}),
        ("Ask your doctor.", "询问您的醫生。", "zh-Hans", {"script"}),
        ("Ask your doctor.", "請詢問您的醫生。", "zh-Hant", set()),
        ("Ask your doctor.", "請詢問您的医生。", "zh-Hant", {"script"}),
        ("Vitamin B12 helps.", "La vitamina B12 ayuda.", "es", set()),
        ("Does it hurt?", "¿Le duele.", "es", {"final-punctuation"}),
        ("Does it hurt?", "Πονάει;", "el", set()),
        ("Does it hurt?", "痛いですか。", "ja", set()),
        ("It hurts.", "เจ็บ", "th", set()),
        ("Take it with water.", "Tómelo con con agua.", "es", {"doubled-words"}),
        ("It hurts very, very much.", "Duele mucho, mucho.", "es", set()),
        ("Do not run.", "Corra.", "es", {"negation"}),
        ("Run.", "No corra.", "es", {"negation"}),
        ("Take it.", " Tómelo.", "es", {"white-space"}),
        ("Take it.", "Tóme\u202elo.", "es", {"hidden-characters"}),
        ("Take it.", "Tóme\u2066lo.", "es", {"hidden-characters"}),
        ("Take 25 mg.", "Tome 2\u200b5 mg.", "es", {"hidden-characters"}),
        ("Take **two**.", "Tome **dos.", "es", {"markdown"}),
        ("See [more][more].", "Vea [más] (more).", "es", {"markdown", "named-things"}),
        ("See [more][more].", "Vea más.", "es", {"named-things"}),
        ("It is a spinal tap.", "Es una punción lumbar (spinal tap, LP).", "es", set()),
        ("It is a spinal tap.", "Es una spinal tap (punción lumbar).", "es", set()),
        ("It is a spinal tap.", "Es una spinal tap.", "es", {"left-over"}),
        ("Ask the Home Care Network.", "Pregunte a la Home and Care Network.", "es", set()),
        (
            "Write to Health Data about your data set.",
            "Escriba a Health Data sobre sus datos.",
            "pt",
            set(),
        ),
        (
            "Brown et al. grew Candida albicans.",
            "Brown et al. cultivaron Candida albicans.",
            "es",
            set(),
        ),
        (
            "Candida albicans grew in vitro.",
            "Candida albicans 在 in vitro 生长。",
            "zh-Hans",
            set(),
        ),
        ("The gene makes mRNA of 20 nm.", "该基因产生20 nm的mRNA。", "zh-Hans", set()),
        ("Wait at Newport on the Levee.", "Newport on the Levee'de bekleyin.", "tr", set()),
        ("Ask for the key.", "Pida for the key.", "es", {"left-over"}),
        ("do you have a fever", "¿tiene fiebre?", "es", set()),
        ("Take it.", "¿Tómelo?", "es", {"final-punctuation"}),
        ("Pain? Or fever?", "Schmerzen oder Fieber?", "de", set()),
        ("Do you have pain, or fever?", "您疼吗？还是发烧。", "zh-Hans", set()),
        ("“Is it safe?", "„Ist es sicher?“", "de", set()),
        ("The clinic (GHC) is open.", "La clínica (GHC [antes GC]) está abierta.", "es", set()),
        ("Please call Ms Mayor today.", "Llame hoy a la Sra. Mayor.", "es", set()),
        ("Please call the mayor today.", "Llame hoy al mayor.", "es", {"false-friends"}),
    ],
)
def test_a_check_says_what_it_is_for(
    source: str, target: str, lang: str, found: set[str], rules: Rules
) -> None:
    assert rules(source, target, lang) == found


def test_lost_emphasis_is_worth_a_look_and_no_more(told: Told) -> None:
    (found,) = told("Do **not** run.", "No corra.")
    assert (found.rule, found.finding.level) == ("emphasis", "info")


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("No se la quite a menos que se moje.", set()),
        ("Quítesela solo si se moja.", set()),
        ("No se la quite si se moja.", {"conditions"}),
        ("No se la quite si no se moja.", set()),
    ],
)
def test_not_unless_is_only_if(target: str, found: set[str], rules: Rules) -> None:
    assert rules("Do not take it off unless it gets wet.", target) == found
