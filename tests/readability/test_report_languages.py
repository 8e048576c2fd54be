"""Each language in the report: its own words say so, and its scale says which way is easier."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from plainspoken.config.project import LocaleSettings, Project, Targets, load_project
from plainspoken.guide import Guide
from plainspoken.readability.analysis import Analysis, analyse
from plainspoken.readability.history import LocaleStatistics, Release
from plainspoken.readability.report import render_report
from plainspoken.readability.report.formatting import format_distance, format_target
from plainspoken.readability.score import score

from .test_report import by_id, find, text

GuideOf = Callable[..., Guide]
EASY = "You rest. You eat well. You call us. We help you. It is good for you. " * 12
HARD = (
    "The multidisciplinary administration of intravenous medication necessitates institution. " * 30
)
SHORT = "Tome la pastilla. Beba agua. Descanse en su casa. Llame si hay dolor. " * 12
LONG = (
    "La administración multidisciplinaria de medicamentos intravenosos necesita hospitalización. "
    * 30
)


@pytest.fixture
def project(small_guide: Path) -> Project:
    locales = tuple(LocaleSettings(lang) for lang in ("en", "es", "ar"))
    return replace(load_project(small_guide), locales=locales)


def read(analysis: Analysis) -> Element:
    return etree.fromstring(render_report(analysis))


@pytest.mark.parametrize(
    ("lang", "words", "direction"),
    [("ar", "في دمك خلايا كثيرة.", "rtl"), ("es", "Su sangre.", "ltr")],
)
def test_what_is_in_another_language_says_its_language_and_direction(
    project: Project, guide_of: GuideOf, lang: str, words: str, direction: str
) -> None:
    alien = "It **hurts**.\n\n- one\n\n| Head |\n|---|\n| Cell. |\n\n> Quoted."
    english = guide_of(alien).sections[0].blocks[1:]
    guide = guide_of(words, lang)
    mixed = replace(guide.sections[0], blocks=(*guide.sections[0].blocks, *english))
    guide = replace(guide, source_lang="en", sections=(mixed,))
    (body,) = find(read(analyse(project, {lang: guide}, guide_of(alien))), "//div[@class='text']")
    assert (body.get("lang"), body.get("dir")) == (lang, direction)
    marked = {text(element): element.get("dir") for element in find(body, ".//*[@lang='en']")}
    assert marked == dict.fromkeys(("It hurts.", "one", "Head", "Cell.", "Quoted."), "ltr")
    assert len(find(body, ".//*[@lang]")) == len(marked)


def test_a_sentence_in_another_language_than_its_block_says_so(
    project: Project, guide_of: GuideOf
) -> None:
    guide = guide_of("Rest. Descanse.")
    heading, block = guide.sections[0].blocks
    first, second = block.sentences
    block = replace(block, sentences=(first, replace(second, lang="ar")))
    mixed = replace(guide.sections[0], blocks=(heading, block))
    guide = replace(guide, sections=(mixed,))
    page = read(analyse(project, {"en": guide}, guide))
    assert by_id(page, f"en.{first.id}").get("lang") is None
    element = by_id(page, f"en.{second.id}")
    assert (element.get("lang"), element.get("dir")) == ("ar", "rtl")


def test_hard_sentences_and_what_to_write_instead_are_in_their_own_language(
    project: Project, guide_of: GuideOf
) -> None:
    page = read(analyse(project, {"es": guide_of(LONG, "es")}, guide_of("Rest.")))
    quoted = find(by_id(page, "costs"), ".//blockquote")
    assert quoted
    assert {(element.get("lang"), element.get("dir")) for element in quoted} == {("es", "ltr")}


@pytest.mark.parametrize(
    ("lang", "easy", "hard", "bound", "easier"),
    [("en", EASY, HARD, "at most 6", "lower"), ("es", SHORT, LONG, "at least 55", "higher")],
)
def test_a_scale_says_which_way_is_easier(
    project: Project, guide_of: GuideOf, lang: str, easy: str, hard: str, bound: str, easier: str
) -> None:
    for words, verdict, side in ((easy, "Easy enough", "easier"), (hard, "Too hard", "harder")):
        page = read(analyse(project, {lang: guide_of(words, lang)}, guide_of(words, lang)))
        card = text(next(page.iter("article")))
        assert f"target {bound}" in card
        assert verdict in card
        *_, whole = find(by_id(page, "sections"), ".//tbody/tr")
        assert text(whole).endswith(f" {side}")
        target = find(by_id(page, "method"), ".//dt[.='Target']/following-sibling::dd")[0]
        assert text(target) == f"{bound} ({easier} is easier)"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_easier_releases_stand_higher_up_on_every_scale(
    project: Project, guide_of: GuideOf, lang: str
) -> None:
    guide = guide_of(EASY if lang == "en" else SHORT, lang)
    scale = score(guide).formula
    assert scale
    easy, hard = (5.0, 9.0) if lang == "en" else (90.0, 40.0)
    releases = tuple(
        Release(f"0.{number}.0", datetime.date(2026, 1, number), {lang: statistics})
        for number, value in enumerate((hard, easy), 1)
        for statistics in [LocaleStatistics(scale.name, value, value, 900, 90, 9.0, 22, 4, 7)]
    )
    analysis = replace(analyse(project, {lang: guide}, guide), history=releases)
    drawing = find(by_id(read(analysis), "past"), ".//svg")[0]
    first, second = (float(dot.get("cy").removesuffix("em")) for dot in drawing.iter("circle"))
    assert second < first
    assert "higher up: easier" in text(drawing)


def test_the_guides_own_limits_are_bounds_on_the_easy_side(
    project: Project, guide_of: GuideOf
) -> None:
    for lang, words, bound in (("en", EASY, "at most"), ("es", SHORT, "at least")):
        settings = LocaleSettings(lang, targets=Targets(score=7, score_as_read=8))
        own = replace(project, locales=(settings,))
        card = text(next(read(analyse(own, {lang: guide_of(words, lang)}, guide_of(words, lang)))
                         .iter("article")))  # fmt: skip
        assert f"as read {bound} 8, known terms aside {bound} 7" in card


def test_a_distance_from_the_target_is_easier_or_harder(guide_of: GuideOf) -> None:
    assert [format_distance(value) for value in (1.23, -1.23, 0.04, None)] == [
        "1.2 easier", "1.2 harder", "on target", "–",
    ]  # fmt: skip
    for lang, words in (("en", "at most 6"), ("es", "at least 55")):
        formula = score(guide_of("Rest.", lang)).formula
        assert formula
        assert format_target(formula) == words
        easy, hard = (5.0, 7.0) if lang == "en" else (60.0, 50.0)
        assert formula.distance(easy, formula.target) > 0 > formula.distance(hard, formula.target)
