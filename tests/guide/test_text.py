"""What the guide must say, in every language: facts, warnings, and the parts that help."""

from __future__ import annotations

import re

import pytest

from plainspoken.catalogs.checks import list_open_findings
from plainspoken.catalogs.extract import extract_messages
from plainspoken.catalogs.status import count_status
from plainspoken.catalogs.sync import read_catalogs
from plainspoken.config.project import Project
from plainspoken.guide import Guide
from plainspoken.readability import find_missed_targets, score

LANGS = ("en", "es")
BRANDS = (
    "Cerubidine", "Adriamycin", "Neosar", "Vincasar", "Elspar", "Oncaspar", "Cytosar-U", "Gleevec",
    "Sprycel", "Tasigna", "Iclusig", "Arranon", "Rituxan", "Blincyto", "Besponsa", "Clolar",
    "Marqibo",
)  # fmt: skip
DRUGS = (
    "daunorubicin", "doxorubicin", "cyclophosphamide", "vincristine", "asparaginase",
    "pegaspargase", "dexamethasone", "prednisone", "methotrexate", "cytarabine", "imatinib",
    "dasatinib", "nilotinib", "ponatinib", "nelarabine", "rituximab", "blinatumomab",
    "inotuzumab ozogamicin", "clofarabine",
)  # fmt: skip
FIGURES = (
    r"\b3 (to|a) 4 (weeks|semanas)",
    r"\b2 (to|a) 3 (years|años)",
    r"\b95 ?%",
    r"\b75 ?% (to|al|a) 80 ?%",
    r"\b1 (to|a) 21\b",
    r"\b6 (months|meses)",
    r"\b2 (types|tipos)",
)


def text_of(guide: Guide) -> str:
    return " ".join(block.text for section in guide.sections for block in section.leaves())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("brand", BRANDS)
def test_every_brand_is_named_as_it_is_written(
    texts: dict[str, Guide], lang: str, brand: str
) -> None:
    assert brand in text_of(texts[lang])


@pytest.mark.parametrize("drug", DRUGS)
def test_every_drug_is_named(texts: dict[str, Guide], drug: str) -> None:
    assert drug in text_of(texts["en"]).lower()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_is_told(texts: dict[str, Guide], lang: str, figure: str) -> None:
    assert re.search(figure, text_of(texts[lang]))


@pytest.mark.parametrize("lang", LANGS)
def test_no_dose_is_ever_told(texts: dict[str, Guide], lang: str) -> None:
    assert not re.search(r"\d\s*(mg|ml|mcg|µg|g|IU|UI)\b", text_of(texts[lang]))


@pytest.mark.parametrize("lang", LANGS)
def test_every_section_ends_with_a_question_to_say_back(texts: dict[str, Guide], lang: str) -> None:
    for section in texts[lang].sections:
        if section.role == "body":
            last = section.blocks[-1]
            assert (last.kind, last.variety) == ("alert", "question"), section.id


def test_the_guide_has_its_length_its_parts_and_its_glossary(texts: dict[str, Guide]) -> None:
    body = [section for section in texts["en"].sections if section.role == "body"]
    (terms,) = [section for section in texts["en"].sections if section.role == "glossary"]
    assert len(body) >= 12
    assert len(terms.blocks) >= 45
    assert 6500 <= score(texts["en"]).whole.words <= 9200
    assert any(block.variety == "caution" for section in body for block in section.blocks)


@pytest.mark.parametrize("lang", LANGS)
def test_the_guide_meets_its_targets(project: Project, texts: dict[str, Guide], lang: str) -> None:
    assert list(find_missed_targets(score(texts[lang]), project.find_locale(lang).targets)) == []


def test_the_english_is_as_plain_as_promised(texts: dict[str, Guide]) -> None:
    whole = score(texts["en"]).whole
    assert whole.mean <= 15
    assert whole.terms_aside and whole.terms_aside.value <= 6
    assert whole.as_read and whole.as_read.value <= 8


def test_the_spanish_is_whole_and_has_no_error(project: Project, texts: dict[str, Guide]) -> None:
    catalog = read_catalogs(project)["es"]
    counts = count_status(catalog, extract_messages(texts["en"]), "es")
    assert (counts.whole.fuzzy, counts.whole.untranslated) == (0, 0)
    found = list_open_findings(texts["en"], catalog, project.find_locale("es"))
    assert [finding for finding in found if finding.level == "error"] == []
