"""The report as a document: whole, safe, and the same each time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from plainspoken.config.project import LocaleSettings, Project, load_project, select_locales
from plainspoken.diagnostics.finding import Finding
from plainspoken.guide import Guide
from plainspoken.languages import load
from plainspoken.localized_guides import read_guides
from plainspoken.readability.analysis import Analysis, analyse
from plainspoken.readability.checklists import Answer, Checklist, Item
from plainspoken.readability.formulas import load_formulas
from plainspoken.readability.history import LocaleStatistics, Release
from plainspoken.readability.report import render_report
from plainspoken.readability.report.formatting import write_formula
from plainspoken.readability.report.language_charts import find_status
from plainspoken.readability.rules import Remark, WhatIf
from plainspoken.readability.score import Grade
from plainspoken.readability.tokens import normalize

ROOT = Path(__file__).parents[2]
GuideOf = Callable[..., Guide]
ENGLISH = """\
Your blood has many cells & some are sick. The bone marrow makes them.

- It is well established that a multidisciplinary administration of intravenous medication in the
  hospital may take one or two whole days, or even more, for some of the people who are treated.
- Rest.

## Bring with you:

Please bring all these:

- your card
- the book in which you wrote all of the questions that you would like to ask your own team today
"""
SPANISH = """\
Su sangre tiene muchas células y algunas están enfermas. La médula ósea las produce.

Traiga todas estas cosas el día en que venga a ver a su equipo: su tarjeta, el libro en que escribió
todas las preguntas que quiere hacer y una lista de lo que toma por la mañana y por la noche.
"""
ARABIC = "في دمك خلايا كثيرة. بعضها مريض."


@pytest.fixture
def project(small_guide: Path) -> Project:
    locales = tuple(LocaleSettings(lang) for lang in ("en", "es", "ar"))
    return replace(load_project(small_guide), locales=locales)


@pytest.fixture
def analysis(project: Project, guide_of: GuideOf) -> Analysis:
    source = guide_of(ENGLISH, "en", ("bone marrow", "medication"))
    spanish = replace(guide_of(SPANISH, "es", ("médula ósea",)), source_lang="en")
    arabic = replace(guide_of(ARABIC, "ar", ("دم",)), source_lang="en")
    return analyse(project, {"en": source, "es": spanish, "ar": arabic}, source)


@pytest.fixture(scope="module")
def real() -> Analysis:
    """The guide of this repository, in all its languages."""
    project = load_project(ROOT)
    made = read_guides(project, select_locales(project, ()))
    return analyse(project, made, made[project.language])


def read(analysis: Analysis) -> Element:
    return etree.fromstring(render_report(analysis))


def find(element: Element, path: str, **names: Any) -> list[Any]:
    found: Any = element.xpath(path, **names)
    return list(found)


def by_id(page: Element, name: str) -> Element:
    found: Element = find(page, "//*[@id=$name]", name=name)[0]
    return found


def text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def with_remark(analysis: Analysis, place: int = 0, **changes: object) -> Analysis:
    """The analysis, with one more remark on the first sentence of a language, by its place."""
    first = analysis.languages[place]
    unit = first.tokenized.sections[0].units[1]
    remark = Remark(
        kind="hard-word",
        finding=Finding("source/01-one.md", 3, "it is hard", "Make it easy."),
        lang=first.card.lang,
        section="one",
        block=unit.block.id,
        sentence=unit.sentence.id,
        begin=5,
        end=10,
    )
    changed = replace(first, remarks=(*first.remarks, replace(remark, **changes)))  # type: ignore[arg-type]
    languages = tuple(changed if each is first else each for each in analysis.languages)
    return replace(analysis, languages=languages)


def test_the_report_is_one_document_with_one_title_and_no_heading_left_out(
    analysis: Analysis,
) -> None:
    page = read(analysis)
    assert page.get("lang") == "en"
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(page.findall(".//main")) == len(page.findall(".//nav")) == 1


def test_it_runs_no_script_and_asks_for_nothing_outside_itself(real: Analysis) -> None:
    page = read(real)
    assert not page.findall(".//script")
    assert not find(page, "//@src | //link | //img | //iframe | //object | //*[name()='image']")
    assert not find(page, "//@*[starts-with(name(), 'on') or name() = 'style']")
    style = "".join(find(page, "//style/text()"))
    assert "url(" not in style
    assert "@import" not in style
    policy = find(page, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy[0].startswith("default-src 'none'")
    outside = find(page, "//*[@href[not(starts-with(., '#'))]]")
    assert all(each.tag == "a" and each.get("href").startswith("http") for each in outside)


def test_the_same_examination_gives_the_same_bytes(
    analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = render_report(analysis)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert render_report(analysis) == before


def test_the_real_report_takes_less_than_a_megabyte(real: Analysis) -> None:
    assert len(render_report(real)) < 1_000_000


def test_all_places_are_named_once_and_all_links_lead_somewhere(real: Analysis) -> None:
    page = read(with_remark(real))
    ids = find(page, "//@id")
    assert len(set(ids)) == len(ids)
    targets = {href.removeprefix("#") for href in find(page, "//@href[starts-with(., '#')]")}
    assert targets <= set(ids)
    named = find(page, "//@aria-labelledby")
    assert {name for each in named for name in each.split()} <= set(ids)


def test_every_sentence_of_every_language_is_in_it(real: Analysis) -> None:
    page = read(real)
    for each in real.languages:
        for sentence in each.guide.sentences():
            element = by_id(page, f"{each.card.lang}.{sentence.id}")
            assert "".join(map(str, element.itertext())) == normalize(sentence.text)


def test_every_open_remark_is_below_its_section_with_its_cure_and_the_way_back(
    real: Analysis,
) -> None:
    page = read(with_remark(real))
    assert sum(len(each.open_remarks) for each in with_remark(real).languages) > 0
    for each in with_remark(real).languages:
        listed = find(page, f"//li[starts-with(@id, '{each.card.lang}.remark.')]")
        told = sorted(text(item) for item in listed)
        assert len(told) == len(each.open_remarks)
        for remark in each.open_remarks:
            back = f"#{each.card.lang}.{remark.sentence}"
            own = [item for item in listed if find(item, ".//a[@href=$back]", back=back)]
            assert any(normalize(remark.finding.hint) in text(item) for item in own), remark


def test_text_of_a_guide_never_becomes_an_element(project: Project, guide_of: GuideOf) -> None:
    bad = "<script>alert(1)</script> \"><img src=x onerror='a'> & \x0b&lt;b&gt; ]]>"
    source = guide_of(f"Say `{bad.replace(chr(11), '')}` now.")
    found = analyse(replace(project, title=bad, publisher=bad), {"en": source}, source)
    found = with_remark(found, finding=Finding(bad, 1, bad, bad), reason=bad, instead=(bad,))
    found = with_remark(found, finding=Finding(bad, 1, bad, bad), block=bad, instead=(bad,))
    page = read(replace(found, errors=(Finding(bad, 1, bad),)))
    assert not find(page, "//script | //img | //b | //@onerror")
    assert text(page.findall(".//h1")[0]).endswith("& \ufffd&lt;b&gt; ]]>")


def test_no_template_marks_text_as_safe() -> None:
    templates = sorted((ROOT / "pipeline/plainspoken/readability/report/templates").glob("*.html"))
    assert templates
    for path in templates:
        assert not re.search(r"\|\s*safe|autoescape", path.read_text("utf-8")), path.name


def test_a_long_sentence_tells_its_words_with_the_list_that_belongs_to_it(
    analysis: Analysis,
) -> None:
    page = read(analysis)
    units = analysis.languages[0].tokenized.sections[0].units
    lead = next(unit for unit in units if unit.sentence.text.startswith("Please"))
    fragments = [unit for unit in units if unit.kind == "fragment"]
    words = sum(len(unit.words) for unit in (lead, *fragments))
    element = by_id(page, f"en.{lead.sentence.id}")
    beside = element.getnext()
    assert beside is not None
    assert text(beside) == f"{words} words"
    classes = {by_id(page, f"en.{unit.sentence.id}").get("class") for unit in (lead, *fragments)}
    assert classes == {element.get("class")} <= {"step4", "step5"}


def test_hard_words_are_marked_and_terms_of_the_glossary_are_told_aby_id(
    analysis: Analysis,
) -> None:
    marked = {text(each): each.get("class") for each in by_id(read(analysis), "text").iter("mark")}
    assert marked["multidisciplinary"] is None
    assert marked["medication"] == "explained"
    assert "blood" not in marked


def test_words_that_several_marks_would_cover_are_marked_once(analysis: Analysis) -> None:
    """`medication` is a long word, and remarks begin and end within it."""
    first = analysis.languages[0].tokenized.sections[0].units
    unit = next(unit for unit in first if "intravenous medication" in unit.sentence.text)
    word = next(word for word in unit.words if word.text == "intravenous")
    for begin, end in ((word.begin, word.end), (word.begin + 2, word.end + 5)):
        remarked = with_remark(analysis, sentence=unit.sentence.id, begin=begin, end=end)
        element = by_id(read(remarked), f"en.{unit.sentence.id}")
        assert "".join(map(str, element.itertext())) == unit.sentence.text
        marks = [text(mark) for mark in element.iter("mark")]
        covering = [mark for mark in marks if "intravenous" in mark or "medication" in mark]
        assert len(covering) == (2 if end == word.end else 1)
        assert not element.findall(".//mark//mark")


def test_headings_of_the_guide_have_no_ground(analysis: Analysis) -> None:
    unit = next(
        unit for unit in analysis.languages[0].tokenized.sections[0].units if unit.kind == "heading"
    )
    assert by_id(read(analysis), f"en.{unit.sentence.id}").get("class") is None


def test_a_language_without_a_scale_gets_lengths_and_never_a_grade(
    analysis: Analysis,
) -> None:
    page = read(analysis)
    card = next(each for each in page.iter("article") if "Arabic" in text(each))
    assert "no validated scale, so no grade" in text(card)
    assert "terms in 100 words" in text(card)
    assert "than those of the English source" in text(card)
    assert not card.findall(".//svg[@role='img']")
    assert "limit" in text(find(by_id(page, "sections"), ".//h3[.='Arabic']/following::svg")[0])
    assert "No accepted formula" in text(by_id(page, "method"))


def test_other_languages_stand_in_their_own_language_and_direction(
    analysis: Analysis,
) -> None:
    page = read(analysis)
    blocks = {each.get("lang"): each.get("dir") for each in find(page, "//div[@class='text']")}
    assert blocks == {"en": "ltr", "es": "ltr", "ar": "rtl"}


def test_every_drawing_says_what_it_shows_and_has_a_table_behind_it(
    analysis: Analysis,
) -> None:
    for drawing in by_id(read(analysis), "sections").iter("svg"):
        title, description = drawing[0], drawing[1]
        assert drawing.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert text(title)
        assert text(description)
        behind = drawing.getnext()
        assert behind is not None
        assert behind.tag == "details"
        assert behind.findall(".//caption")
        assert {each.get("scope") for each in behind.iter("th")} == {"row", "col"}


def test_words_beside_bars_stand_above_or_below_them(analysis: Analysis) -> None:
    for drawing in read(analysis).iter("svg"):
        lines = {em(each, "y") for each in drawing.iter("text")}
        for track in find(drawing, "rect[@class='track']"):
            top = em(track, "y")
            assert not [y for y in lines if top < y <= top + em(track, "height")]


def em(shape: Element, name: str) -> float:
    return float(shape.get(name, "").removesuffix("em"))


def luminance(colour: str) -> float:
    """WCAG's relative luminance of `#rrggbb`."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return sum(weight * x for weight, x in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_shapes_of_drawings_stand_out_from_what_is_behind_them() -> None:
    folder = ROOT / "pipeline/plainspoken/readability/report/templates"
    style = (folder / "style.css").read_text("utf-8")
    schemes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    assert len(schemes) == 2
    for scheme in schemes:
        colours = dict(re.findall(r"--(\w+): (#\w{6})", scheme))
        for front in ("good", "bad", "plain", "ink"):
            for back in ("track", "ground", "card", "zone"):
                light, dark = sorted((luminance(colours[front]), luminance(colours[back])))[::-1]
                assert (light + 0.05) / (dark + 0.05) >= 3, (front, back)


def test_a_translation_stands_beside_its_source_with_the_sentences_that_grew(
    analysis: Analysis,
) -> None:
    told = text(by_id(read(analysis), "beside"))
    assert "words for 100 of the source" in told
    assert "1 sentence that grew over the limit" in told
    assert "Traiga todas estas cosas" in told


@pytest.mark.parametrize("other", [None, WhatIf(9.1, 9.1)])
def test_what_eases_most_comes_first(analysis: Analysis, other: WhatIf | None) -> None:
    eased = with_remark(analysis, what_if=WhatIf(9.1, 7.4), instead=("Rest.",))
    eased = with_remark(eased, what_if=other)
    first = find(by_id(read(eased), "costs"), ".//ol/li")[0]
    assert "9.10 → 7.40" in text(first)
    assert "source/01-one.md:3" in text(first)
    assert "Make it easy." in text(first)
    longest = find(by_id(read(analysis), "costs"), ".//ol/li")[0]
    assert "multidisciplinary" in text(longest)


def test_medical_words_that_nobody_explains_are_rated_where_no_scale_is(
    analysis: Analysis,
) -> None:
    counted = with_remark(with_remark(analysis, 2, kind="unexplained-term"), 2)
    told = text(by_id(read(counted), "short"))
    assert re.findall("Unexplained([0-9.]+ terms in 100 words)", told) == [
        "16.7 terms in 100 words"
    ]


def test_silenced_remarks_are_shown_with_their_reason_and_are_not_open(
    analysis: Analysis,
) -> None:
    page = read(with_remark(analysis, reason="The team says so."))
    assert "The team says so." in text(by_id(page, "method"))
    assert "it is hard" not in text(by_id(page, "text"))


def test_without_releases_and_checklists_the_report_says_how_to_make_them(
    analysis: Analysis,
) -> None:
    page = read(analysis)
    assert "plainspoken score --record" in text(by_id(page, "past"))
    assert "Nobody has filled in" in text(by_id(page, "judged"))
    assert "plainspoken score --checklists" in text(by_id(page, "judged"))


def releases() -> Iterator[Release]:
    for number in range(1, 12):
        scale = "flesch-kincaid" if number > 1 else "another"
        figures = LocaleStatistics(scale, 8.5 - number / 2, 3.0, 900, 90, 10.0, 22, 4, 7)
        yield Release(f"0.{number}.0", datetime.date(2026, 1, number), {"en": figures})


def test_releases_are_a_line_and_a_table(analysis: Analysis) -> None:
    history = by_id(read(replace(analysis, history=tuple(releases()))), "past")
    drawing = history.findall(".//svg")[0]
    assert len(drawing.findall(".//circle")) == 6
    assert text(drawing[1]) == "From 5.5 in 0.6.0 to 3.0 in 0.11.0; the target is at most 6."
    assert len(history.findall(".//tbody/tr")) == 11
    assert "No recorded release has this language." in text(history)


def test_a_figure_on_another_scale_is_not_in_the_line(analysis: Analysis) -> None:
    history = by_id(read(replace(analysis, history=(next(releases()),))), "past")
    assert not history.findall(".//svg")
    assert "No recorded release was read on the Flesch-Kincaid grade." in text(history)


def test_a_checklist_tells_who_answered_what_about_which_version(
    analysis: Analysis,
) -> None:
    answers = (
        Answer(Item("1-aim", "A", "Is it clear?"), "yes"),
        Answer(Item("2-call", "A", "Is there a call?"), "no", "Not <yet>."),
    )
    checklist = Checklist(
        "cci", "Index", "CDC, https://example.org/index.", "Ada, nurse", datetime.date(2026, 2, 3),
        "0.9.0", answers, 50.0, 0, 90.0,
    )  # fmt: skip
    judged = by_id(read(replace(analysis, checklists=(checklist,))), "judged")
    assert "50.0 of 100. The score to reach is 90: not reached." in text(judged)
    assert "Answered by Ada, nurse on 2026-02-03. It was version 0.9.0" in text(judged)
    answer = [text(cell) for cell in judged.findall(".//tbody/tr")[1]]
    assert answer == ["2. Is there a call?", "No", "Not <yet>."]
    assert find(judged, ".//a/@href") == ["https://example.org/index"]


@pytest.mark.parametrize(
    ("figures", "fits", "stands"),
    [
        ((5.0, 4.8, 5.5), True, "easy"),
        ((5.9, 5.5, 6.2), True, "edge"),
        ((6.5, 5.9, 6.6), True, "edge"),
        ((7.0, 6.1, 7.2), True, "hard"),
        ((5.0, 4.8, 5.5), False, "short"),
    ],
)
def test_a_text_is_easy_or_hard_only_where_all_ways_of_counting_agree(
    figures: tuple[float, float, float], fits: bool, stands: str
) -> None:
    assert find_status(load_formulas(load("en"))[0], Grade(*figures, fits)) == stands
    assert find_status(None, None) == "none"


def test_formulas_are_written_as_people_write_them() -> None:
    assert write_formula(load_formulas(load("en"))[0]) == (
        "0.39 × words per sentence + 11.8 × syllables per word − 15.59"
    )
    assert write_formula(load_formulas(load("es"))[0]) == (
        "206.835 − words per sentence − 62.3 × syllables per word"
    )
