"""The report in a real browser: for eyes, for keyboards, for small screens and for paper."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plainspoken.config.project import LocaleSettings, load_project, select_locales
from plainspoken.guide import Guide
from plainspoken.localized_guides import read_guides
from plainspoken.readability.analysis import analyse
from plainspoken.readability.checklists import Answer, Checklist, Item
from plainspoken.readability.history import LocaleStatistics, Release
from plainspoken.readability.report import render_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    Axe = Callable[[Page], list[str]]

ROOT = Path(__file__).parents[2]
HARD = """\
Ask your team about all that you want to know, and tell them about all that worries you or hurts
you, at any time.

The multidisciplinary administration of intravenous medication, which is necessary in the majority
of situations, may unfortunately require a considerable number of consultations in the outpatient
department of the institution before any determination can be made.

| Day | What | Where | Why |
|---|---|---|---|
| 1 | Electroencephalographically-monitored_and_unbreakable_word | Here | So |

| Day | What |
|---|---|
| 1 | Electroencephalographically-monitored_and_unbreakable_word |

""" + " ".join(f"This is sentence number {number} of the text." for number in range(30))
ARABIC = "في دمك خلايا كثيرة جدا وبعضها مريض. " * 20
OPEN = "for (const each of document.querySelectorAll('details')) each.open = true"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the guide of this repository."""
    project = load_project(ROOT)
    made = read_guides(project, select_locales(project, ()))
    path = tmp_path_factory.mktemp("real") / "index.html"
    path.write_bytes(render_report(analyse(project, made, made[project.language])))
    return path


@pytest.fixture
def full(small_guide: Path, guide_of: Callable[..., Guide], tmp_path: Path) -> Path:
    """A report with all that one may have: a hard text, a language without a scale, a past."""
    locales = tuple(LocaleSettings(lang) for lang in ("en", "ar"))
    project = replace(load_project(small_guide), locales=locales)
    source = guide_of(HARD)
    arabic = replace(guide_of(ARABIC, "ar"), source_lang="en")
    found = analyse(project, {"en": source, "ar": arabic}, source)
    releases = tuple(
        Release(f"1.{number}.0-rc.1", datetime.date(2026, 1, number), {"en": figures})
        for number in range(1, 10)
        for figures in [LocaleStatistics("flesch-kincaid", 9 - number / 3, 3, 9, 9, 9.0, 9, 9, 9)]
    )
    answers = (Answer(Item("1-aim", "A", "Is it clear?"), "no", "Not yet."),)
    checklist = Checklist(
        "cci", "Index", "CDC, https://example.org/index", "Ada, nurse", datetime.date(2026, 2, 3),
        "0.9.0", answers, 0.0, 0, 90.0,
    )  # fmt: skip
    path = tmp_path / "index.html"
    path.write_bytes(render_report(replace(found, history=releases, checklists=(checklist,))))
    return path


@contextmanager
def opened(
    browser: Browser, path: Path, width: int = 1280, height: int = 900, **how: Any
) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": height}, **how)
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate(OPEN)
    yield page
    context.close()


LOOKS = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "light", "forced_colors": "active"},
    {"color_scheme": "dark", "forced_colors": "active"},
)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(look.values()))
def test_axe_finds_nothing_in_any_colours(
    browser: Browser, axe: Axe, full: Path, real: Path, look: dict[str, Any]
) -> None:
    for path in (full, real):
        with opened(browser, path, **look) as page:
            assert axe(page) == []


@pytest.mark.parametrize("height", [800, 256], ids=["320 pixels", "400 %"])
def test_nothing_scrolls_sideways_on_a_narrow_screen(
    browser: Browser, axe: Axe, full: Path, real: Path, height: int
) -> None:
    for path in (full, real):
        with opened(browser, path, 320, height) as page:
            assert page.evaluate(TOO_WIDE) <= 0
            assert axe(page) == []


def test_nothing_is_lost_when_a_reader_spaces_the_text_out(browser: Browser, real: Path) -> None:
    with opened(browser, real, 320) as page:
        page.evaluate(
            "css => document.head.appendChild(document.createElement('style')).textContent = css",
            SPACING,
        )
        assert page.evaluate(TOO_WIDE) <= 0


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_words_in_drawings_are_large_enough_and_do_not_cover_each_other(
    browser: Browser, full: Path, real: Path, width: int
) -> None:
    script = """drawing => [...drawing.querySelectorAll('text')]
        .filter(each => getComputedStyle(each).display !== 'none')
        .map(each => [each.textContent, parseFloat(getComputedStyle(each).fontSize),
                      each.getBoundingClientRect().toJSON()])"""
    for path in (full, real):
        with opened(browser, path, width) as page:
            for drawing in page.query_selector_all("svg[role=img]"):
                texts = drawing.evaluate(script)
                for place, (words, size, box) in enumerate(texts):
                    assert size >= 12, words
                    assert 0 <= box["left"] <= box["right"] <= width, words
                    for other, _, beside in texts[:place]:
                        apart = min(box["right"], beside["right"]) - max(
                            box["left"], beside["left"]
                        )
                        down = min(box["bottom"], beside["bottom"]) - max(box["top"], beside["top"])
                        # Lines are as high as their tallest letters; those rarely meet.
                        assert apart <= 0 or down <= size * 0.45, (words, other)


def test_all_that_can_be_used_is_reached_in_order_by_the_keyboard(
    browser: Browser, full: Path
) -> None:
    with opened(browser, full) as page:
        things = "[...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')]"
        there = page.evaluate(f"{things}.length")
        places = []
        for _ in range(there):
            page.keyboard.press("Tab")
            places.append(page.evaluate(f"{things}.indexOf(document.activeElement)"))
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(outline) != "none"
        assert places == list(range(there))


def test_the_keyboard_opens_what_is_closed_and_skips_to_the_report(
    browser: Browser, full: Path
) -> None:
    with opened(browser, full) as page:
        page.reload()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "report"
        closed = page.locator("details:not([open]) > summary").first
        details = closed.locator("xpath=..")
        summary = details.element_handle()
        assert summary is not None
        closed.focus()
        page.keyboard.press("Enter")
        assert summary.evaluate("each => each.open")


def test_a_link_to_a_sentence_opens_its_section(browser: Browser, real: Path) -> None:
    with opened(browser, real) as page:
        page.reload()
        link = page.get_by_role("link", name="Show in the text").last
        target = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']")
        assert not target.is_visible()
        link.click()
        assert target.is_visible()


def test_on_paper_everything_is_open(browser: Browser, full: Path, real: Path) -> None:
    script = """[...document.querySelectorAll('details > :not(summary)')]
        .filter(each => !each.checkVisibility() || each.getBoundingClientRect().height === 0)
        .map(each => each.outerHTML.slice(0, 200))"""
    for path in (full, real):
        with opened(browser, path) as page:
            page.reload()
            assert page.evaluate(script)
            page.emulate_media(media="print")
            assert page.evaluate(script) == []


def test_without_colours_lines_still_tell_which_sentences_are_long(
    browser: Browser, full: Path
) -> None:
    script = """[...document.querySelectorAll('.text [class^=step]')].map(each =>
        [each.className, getComputedStyle(each).textDecorationLine])"""
    looks: tuple[dict[str, Any], ...] = ({"forced_colors": "active"}, {})
    for how in looks:
        with opened(browser, full, **how) as page:
            if not how:
                page.emulate_media(media="print")
            lines = {tuple(each) for each in page.evaluate(script)}
            long = {("step4", "underline"), ("step5", "underline")}
            assert lines >= {("step1", "none"), *long}


def test_the_page_asks_for_nothing_and_complains_of_nothing(browser: Browser, full: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(full.as_uri())
    page.close()
    assert asked == [full.as_uri()]
    assert said == []
