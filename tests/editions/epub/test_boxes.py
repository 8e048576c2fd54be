"""No words leave their box or page or stand over others, on any page, in letters of any size."""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Callable
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.fixtures import FOLDER as BROWSER

from plainspoken.config.project import load_project
from plainspoken.editions.accessibility import MEASURED_SCRIPTS
from plainspoken.editions.epub import edition
from plainspoken.front_matter import add_front_matter
from plainspoken.languages import load
from plainspoken.narration import Narration
from plainspoken.parsing import parse

if TYPE_CHECKING:
    from playwright.sync_api import Page

GUIDES = Path(__file__).with_name("boxes")
MEASURE = (BROWSER / "measure_boxes.js").read_text("utf-8")
LANGUAGES = ("en", "es", "de", "ar", "zh-Hans", "ru", "ko", "hi")
WIDTHS = (320, 360, 768, 1280)
SIZES = (100, 150, 200, 300, 400)
SOME = [(320, 100), (320, 200), (360, 300), (360, 400), (768, 150), (1280, 100)]
"""Widths of the page in pixels and sizes of the letters in per cent that each run measures."""
SETTINGS = """
id = "boxes"
title = "{title}"
description = "{title}"
subjects = ["{title}"]
language = "{lang}"
version = "1.0.0"
publisher = "The Publisher"
authors = ["Ada Leaf"]
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
[dates]
published = 2026-01-31
[locales.{lang}]
voices = []
"""
TABLES = {
    # Its page is said to be in another language than the text, so that the link names that.
    "links.toml": '[more]\ntitle = "More"\nurl = "https://example.org/more"\n'
    '[more.locales]\nuk = "https://example.org/more"\n',
    "values.toml": '[help-phone]\nkind = "phone"\nnumber = ""\nunset = "{unset}"\n',
    "glossary.toml": '[medicine]\nterm = "{term}"\ndefinition = "{definition}"\n',
    "wide.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200"></svg>',
}
FONTS = {
    "ar": ("fontpkg_noto_sans_arabic", "files/NotoSansArabic[wdth,wght].ttf"),
    "hi": ("fontpkg_noto_sans_devanagari", "files/NotoSansDevanagari[wdth,wght].ttf"),
    "ko": ("cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf"),
    "zh-Hans": ("cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf"),
}
"""Wheels with letters that the Chromium of npm lacks: it would measure empty boxes."""
LOAD_FONT = """
async () => {
    const style = document.createElement("style");
    style.textContent = `
        @font-face { font-family: Measured; src: url("letters") }
        * { font-family: Measured, sans-serif !important }`;
    document.head.append(style);
    return (await document.fonts.load("1em Measured", document.body.textContent)).length;
}
"""
PAGINATED = """
html { box-sizing: border-box; block-size: 100vh; padding: 24px; overflow: hidden;
    column-width: calc(100vw - 48px); column-gap: 48px; column-fill: auto; }
body { margin: 0; max-inline-size: none; }
p, li, blockquote, dd { line-height: 1.4; }
"""

MeasureAll = Callable[[list[Path]], list[str]]


def write_guide(folder: Path, lang: str, text: str) -> Path:
    """Write a guide of one section into a folder, and give the folder."""
    words = tomllib.loads((GUIDES / "terms.toml").read_text("utf-8"))[lang]
    source = folder / "source"
    source.mkdir(parents=True)
    title = text.splitlines()[0].removeprefix("# ")
    (source / "guide.toml").write_text(SETTINGS.format(title=title, lang=lang), "utf-8")
    for name, content in TABLES.items():
        (source / name).write_text(content.format(**words), "utf-8")
    (source / "01-boxes.md").write_text(text, "utf-8")
    return folder


def unpack(folder: Path, lang: str, text: str) -> list[Path]:
    """Pack a guide without sound, unpack it, and give its documents."""
    project = load_project(write_guide(folder, lang, text))
    locale = project.find_locale(lang)
    guide = add_front_matter(parse(project), project, locale, ())
    (artifact,) = edition.build(guide, Narration((), ()), project, locale, folder)
    with zipfile.ZipFile(folder / artifact.path) as archive:
        archive.extractall(folder)
    if lang in FONTS:
        package, name = FONTS[lang]
        if not find_spec(package):
            pytest.fail(f"The letters for {lang} are not installed: run `make test` once")
        (folder / "EPUB" / "letters").symlink_to(str(resources.files(package) / name))
    documents = sorted((folder / "EPUB").glob("*.xhtml"))
    return [document for document in documents if document.stem != "cover"]


def measure(page: Page, size: int, paginated: bool) -> list[str]:
    """What is wrong with the page that is open, in letters of `size` per cent."""
    style = f"html {{ font-size: {size}% !important; }} {PAGINATED if paginated else ''}"
    page.evaluate(
        """style => {
            const element = document.getElementById("reader") ?? document.createElement("style");
            element.id = "reader";
            element.textContent = style;
            document.head.append(element);
        }""",
        style,
    )
    found: list[str] = page.evaluate(MEASURE)
    return found


@pytest.fixture
def measure_all(page: Page, request: pytest.FixtureRequest) -> MeasureAll:
    """What is wrong with documents in pages and letters of each size, rolled or in pages."""
    every = [(width, size) for width in WIDTHS for size in SIZES]
    chosen = every if request.config.getoption("--every-size") else SOME

    def measure_all(documents: list[Path]) -> list[str]:
        found = []
        for document in documents:
            page.goto(document.as_uri())
            if (document.parent / "letters").exists():
                assert page.evaluate(LOAD_FONT), "the letters cannot be loaded"
            for width, size in chosen:
                page.set_viewport_size({"width": width, "height": 720})
                for paginated in (False, True):
                    place = f"{document.stem}, {width} px, {size} %{', pages' * paginated}"
                    found += [f"{place}: {error}" for error in measure(page, size, paginated)]
        return found

    return measure_all


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_box_overflows_or_overlaps_in_any_language(
    measure_all: MeasureAll, tmp_path: Path, lang: str
) -> None:
    text = (GUIDES / f"{lang}.md").read_text("utf-8")
    assert measure_all(unpack(tmp_path, lang, text)) == []


def test_no_box_overflows_or_overlaps_in_a_table_of_many_columns_or_a_word_of_200_letters(
    measure_all: MeasureAll, tmp_path: Path
) -> None:
    columns = "|".join(f"Column {number}" for number in range(30))
    cells = "|".join(f"Value{number}" for number in range(30))
    table = f"|{columns}|\n|{'---|' * 30}\n|{cells}|\n"
    word = "methylprednisolone" * 11
    text = f"# {word}\n\n{word} {{help-phone}} [a][term:medicine] [b][more]\n\n{table}\n"
    text += f"- {word}\n  1. {word}\n\n> [!TIP]\n> {word}\n\n"
    text += f"| {word} | b |\n|---|---|\n| a | {word} |\n"
    assert measure_all(unpack(tmp_path, "en", text)) == []


def test_a_table_of_cards_is_a_table_to_assistive_technology(page: Page, tmp_path: Path) -> None:
    text = (GUIDES / "en.md").read_text("utf-8")
    (document,) = (path for path in unpack(tmp_path, "en", text) if path.stem == "boxes")
    page.goto(document.as_uri())
    told = {}
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 720})
        table = page.locator("table").first
        display = str(table.evaluate("table => getComputedStyle(table).display"))
        told[display] = table.aria_snapshot()
    assert told.keys() == {"block", "table"}
    assert told["block"] == told["table"]
    assert 'columnheader "How you get it"' in told["block"]
    assert 'rowheader "Asparaginase (Elspar)"' in told["block"]
    assert told["block"].count("How you get it") == 2  # the head, and the name of its row


def test_a_table_of_cards_takes_no_lines_and_spaces_from_a_reading_system(
    page: Page, tmp_path: Path
) -> None:
    text = (GUIDES / "en.md").read_text("utf-8")
    (document,) = (path for path in unpack(tmp_path, "en", text) if path.stem == "boxes")
    page.set_viewport_size({"width": 320, "height": 720})
    page.goto(document.as_uri())
    measured = "element => JSON.stringify([element.clientHeight, element.offsetHeight])"
    cells = page.locator("table, table th, table td, table tr")
    before = [cell.evaluate(measured) for cell in cells.all()]
    page.evaluate(
        """rules => {
            const style = document.createElement("style");
            style.textContent = rules;
            document.head.prepend(style);
        }""",
        "table { margin: 1em 0 } th, td { padding: 4px } table, th, td { border: 1px solid }",
    )
    assert [cell.evaluate(measured) for cell in cells.all()] == before
    assert len(before) > 20


def test_no_heading_is_smaller_than_those_below_it_on_any_page(page: Page, tmp_path: Path) -> None:
    levels = "".join(f"{'#' * level} Level {level}\n\nText.\n\n" for level in range(1, 5))
    (document,) = (path for path in unpack(tmp_path, "en", levels) if path.stem == "boxes")
    page.goto(document.as_uri())
    headings = page.locator("h1, h2, h3, h4")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 720})
        for size in SIZES:
            measure(page, size, paginated=False)
            found = headings.evaluate_all("them => them.map(it => getComputedStyle(it).fontSize)")
            sizes = [float(each.removesuffix("px")) for each in found]
            assert len(sizes) == 4
            assert sizes == sorted(sizes, reverse=True), f"{width} px, {size} %"


def test_the_claim_of_any_size_is_made_for_scripts_that_are_measured() -> None:
    assert {load(lang).script for lang in LANGUAGES} == MEASURED_SCRIPTS
