"""The names of common medicines in each language, and one that became another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.catalogs.checks.medicines import find_medicines, list_names
from plainspoken.catalogs.termbase import Rendering
from plainspoken.diagnostics.finding import ReportedFinding
from plainspoken.languages import find_language
from plainspoken.languages.tags import FOLDER
from plainspoken.quantities.normalize import fold_text

LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/medicines.toml"))
ENGLISH = find_language("en").table("medicines", "forms")
COMBINED = find_language("en").table("medicines", "combined")
SIMPLE = [name for name in ENGLISH if name not in COMBINED]
SENTENCES = {
    "ar": "لا تتناول {} اليوم.", "de": "Nehmen Sie heute {}.", "es": "Tome {} hoy.",
    "fa": "امروز {} مصرف کنید.", "fr": "Prenez {} aujourd'hui.", "hi": "आज {} लें।",
    "ht": "Pran {} jodi a.", "it": "Prenda {} oggi.", "ko": "오늘 {} 드세요.",
    "pl": "Proszę dziś wziąć {}.", "pt": "Tome {} hoje.", "ru": "Примите сегодня {}.",
    "tl": "Uminom ng {} ngayon.", "tr": "Bugün {} alın.", "vi": "Hôm nay uống {}.",
    "zh": "今天服用{}。", "en": "Take {} today.",
}  # fmt: skip
Rules = Callable[..., set[str]]


def swaps(source: str, target: str, lang: str) -> list[str]:
    """What is said of medicines in a translation of a sentence."""
    ours = find_medicines(fold_text(source), find_language("en"))
    theirs = find_medicines(fold_text(target), find_language(lang))
    return [name for name in ours if name not in theirs and theirs.keys() - ours.keys()]


def test_seventeen_languages_name_medicines() -> None:
    assert set(LANGUAGES) == set(SENTENCES)
    assert len(ENGLISH) >= 500


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_medicine_has_a_name_in_every_language(lang: str) -> None:
    forms = find_language(lang).table("medicines", "forms")
    assert forms.keys() == ENGLISH.keys()
    assert all(names and all(name.strip() == name != "" for name in names)
               for names in forms.values())  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_stands_for_two_medicines(lang: str) -> None:
    language = find_language(lang)
    for medicine, name in list_names(language):
        assert list(find_medicines(fold_text(name), language)) == [medicine], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_medicine_is_found_in_a_sentence_and_told_where_its_neighbour_stands(
    lang: str,
) -> None:
    forms, sentence = find_language(lang).table("medicines", "forms"), SENTENCES[lang]
    for medicine, other in pairwise([*SIMPLE, SIMPLE[0]]):
        for name in ENGLISH[medicine]:
            source = SENTENCES["en"].format(name)
            assert swaps(source, sentence.format(forms[other][0]), lang) == [medicine]
            for right in forms[medicine]:
                assert swaps(source, sentence.format(right), lang) == [], right


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_combined_medicines_are_made_of_is_listed(lang: str) -> None:
    forms = find_language(lang).table("medicines", "forms")
    assert all({whole, *parts} <= forms.keys() for whole, parts in COMBINED.items())


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("Take co-trimoxazole today.", "Tome hoy sulfametoxazol con trimetoprima.", "es"),
        ("Take trimethoprim-sulfamethoxazole today.", "Nehmen Sie heute Cotrimoxazol.", "de"),
        ("Take your Tylenol today.", "Tome hoy su paracetamol.", "es"),
        ("Aspirin thins the blood.", "El ácido acetilsalicílico diluye la sangre.", "es"),
        ("Take mercaptopurine in the evening.", "Nehmen Sie mercaptopurine am Abend.", "de"),
    ],
)
def test_another_name_of_the_same_medicine_is_right(
    source: str, target: str, lang: str, rules: Rules
) -> None:
    assert "names" not in rules(source, target, lang)


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("Give prednisone, not aspirin.", "Dé prednisolona, no aspirina.", "es"),
        ("Ask about warfarin.", "Preguntad por la heparina.", "es"),
        ("Take ibuprofen.", "Nehmen Sie Naproxen.", "de"),
        ("Warfarin is stopped.", "Метформин отменяют.", "ru"),
    ],
)
def test_a_medicine_that_became_another_is_told(
    source: str, target: str, lang: str, rules: Rules
) -> None:
    assert "names" in rules(source, target, lang)


@pytest.mark.parametrize(
    ("name", "medicine", "lang"),
    [
        ("سفکسیم", "cefixime", "fa"), ("سایپروفلوکساسین", "ciprofloxacin", "fa"),
        ("siprofloksasin", "ciprofloxacin", "ht"), ("asetaminofèn", "paracetamol", "ht"),
        ("ibuprofèn", "ibuprofen", "ht"), ("karbamazepin", "carbamazepine", "ht"),
        ("kabamazepin", "carbamazepine", "ht"), ("एज़िथ्रोमायसिन", "azithromycin", "hi"),
        ("इबूप्रोफेन", "ibuprofen", "hi"), ("أوموكسيسيلين", "amoxicillin", "ar"),
        ("вальсартан", "valsartan", "ru"), ("사이프로플록사신", "ciprofloxacin", "ko"),
        ("amôxixilin", "amoxicillin", "vi"),
    ],
)  # fmt: skip
def test_a_medicine_is_known_in_spellings_that_people_use(
    name: str, medicine: str, lang: str
) -> None:
    assert list(find_medicines(fold_text(name), find_language(lang))) == [medicine]


@pytest.mark.parametrize("more", [
    {"renderings": [Rendering("warfarin", ("warfarina",))]},
    {"names": ["warfarin", "methotrexate"]},
    {},
])  # fmt: skip
def test_a_medicine_is_told_once_whoever_knows_it(
    more: Mapping[str, Any], told: Callable[..., list[ReportedFinding]]
) -> None:
    found = told("Take warfarin now.", "Tome metotrexato ahora.", "es", **more)
    assert [each.rule for each in found] == ["names"]


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_places_lie_in_any_text(text: str, lang: str) -> None:
    folded = fold_text(text)
    for start, end in find_medicines(folded, find_language(lang)).values():
        assert 0 <= start < end <= len(folded)
        assert re.search(r"\w", folded[start:end])
