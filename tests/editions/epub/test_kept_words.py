"""Words of an EPUB that stay on one line, and amounts that keep their order."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from plainspoken.editions.epub.kept_words import add_words
from plainspoken.guide import Guide
from plainspoken.languages import available, load

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Pack

Relanguage = Callable[[str], Callable[[Guide], Guide]]

NS = {"h": "http://www.w3.org/1999/xhtml"}
XHTML = f"{{{NS['h']}}}"
RTL = [lang for lang in available() if load(lang).direction == "rtl"]
# The boxes of a number and its unit, from left to right as they are shown.
ORDER = """
element => {
    const text = element.firstChild, range = document.createRange();
    return [...text.data].map((sign, at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return [range.getBoundingClientRect().left, sign];
    }).sort((one, other) => one[0] - other[0]).map(pair => pair[1]).join("");
}
"""


def read_page(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}.xhtml"))


def split(text: str, lang: str, has_dates: bool = False) -> list[str]:
    """What is kept together of a text: `<` and `>` around it where it is turned, else brackets."""
    element = etree.Element(f"{XHTML}p")
    add_words(element, text, lang, has_dates)
    assert "".join(map(str, element.itertext())) == text
    return [
        f"<{child.text}>" if child.tag == f"{XHTML}bdi" else f"[{child.text}]" for child in element
    ]


@pytest.mark.parametrize("lang", RTL)
def test_a_temperature_is_isolated_in_each_language_from_right_to_left(
    small_guide: Path, pack: Pack, relanguage: Relanguage, lang: str
) -> None:
    boil = small_guide / "source/01-boil.md"
    boil.write_text(boil.read_text("utf-8") + "\n## To 38.5 °C\n\nDrink 5 ml.\n", "utf-8")
    path = pack(relanguage(lang), sound=False, lang=lang).path
    page = read_page(path, "boil")
    isolates = page.findall(".//h:bdi", NS)
    assert [bdi.text for bdi in isolates][-2:] == ["38.5 °C", "5 ml"]
    assert isolates[0].text == "95.5\N{NO-BREAK SPACE}°C (203.9\N{NO-BREAK SPACE}°F)"
    assert {bdi.get("dir") for bdi in isolates} == {"ltr"}
    assert [bdi.text for bdi in read_page(path, "nav").iterfind(".//h:bdi", NS)] == ["38.5 °C"]


def test_a_temperature_among_arabic_letters_is_shown_in_its_order(
    page: Page, tmp_path: Path
) -> None:
    root = etree.Element(f"{XHTML}html", dir="rtl", lang="ar")
    body = etree.SubElement(root, f"{XHTML}body")
    add_words(body, "حرارة 38.5 °C أو أكثر", "ar")
    document = tmp_path / "page.xhtml"
    document.write_bytes(etree.tostring(root, encoding="utf-8"))
    page.goto(document.as_uri())
    assert page.locator("bdi").evaluate(ORDER) == "38.5 °C"


@pytest.mark.parametrize(
    ("text", "lang", "kept"),
    [
        ("خذ 12.5 mg/kg ثم 37,5-38 °C.", "ar", ["<12.5 mg/kg>", "<37,5-38 °C>"]),
        ("۳۸٫۵ °C", "fa", ["<۳۸٫۵ °C>"]),
        ("انتظر 5 دقائق، 38 °م، 3 ماء و B12", "ar", []),
        ("Take 5 mg at 38.5 °C.", "en", []),
        ("It (A-L-L) is no X-ray.", "en", ["[(A-L-L)]"]),
        ("Under CC BY-SA 4.0.", "de", ["[CC BY-SA 4.0.]"]),
    ],
)
def test_amounts_between_letters_from_right_to_left_and_spelled_names_are_kept(
    text: str, lang: str, kept: list[str]
) -> None:
    assert split(text, lang) == kept


@pytest.mark.parametrize(
    ("text", "lang", "kept"),
    [
        ("Published on December 1, 2026.", "en", ["[December 1, 2026.]"]),
        ("El 1 de diciembre de 2026.", "es", ["[1 de diciembre]", "[de 2026.]"]),
        ("Am 31. Januar 2026", "de", ["[31. Januar]"]),
    ],
)
def test_a_day_is_kept_with_its_month(text: str, lang: str, kept: list[str]) -> None:
    assert split(text, lang, has_dates=True) == kept


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ("Call {help-phone}. Now.", ["911."]),
        ("**Call {help-phone}**, or <tel:112>!", ["911", "tel:112!"]),
        ("**{help-phone}**, now", ["911,"]),
    ],
)
def test_a_telephone_number_is_one_box_with_the_signs_after_it(
    small_guide: Path, pack: Pack, text: str, boxes: list[str]
) -> None:
    values = small_guide / "source/values.toml"
    values.write_text(values.read_text("utf-8").replace('number = ""', 'number = "911"'), "utf-8")
    (small_guide / "source/02-brew.md").write_text(f"# Brew\n\n## Steep\n\n{text}\n", "utf-8")
    page = read_page(pack(sound=False).path, "brew")
    found = page.findall(".//h:span[@class='kept']", NS)
    assert ["".join(map(str, box.itertext())) for box in found] == boxes
