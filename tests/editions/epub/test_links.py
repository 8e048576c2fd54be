"""Links in a finished EPUB: between text and glossary, and out of the book."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from plainspoken.guide import Guide

if TYPE_CHECKING:
    from .conftest import Pack

NS = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
Change = Callable[[Guide], Guide]


def read(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def describe(link: etree._Element) -> str:
    """A link in a line: all its text, with the names of drawings in it, and its language."""
    parts = [link.text or ""]
    for child in link:
        icon = child.tag == f"{{{NS['s']}}}svg"
        text = "".join(map(str, child.itertext()))
        parts += [f"[{child.get('class')}]" if icon else text, child.tail or ""]
    return f"{''.join(parts)} | {link.get('hreflang', '')}"


def add_text(folder: Path, name: str, text: str) -> None:
    path = folder / "source" / name
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_the_glossary_leads_back_to_each_section_that_uses_a_term(
    small_guide: Path, pack: Pack
) -> None:
    add_text(small_guide, "01-boil.md", "\nA [kettle][term:kettle] again.\n")
    add_text(small_guide, "02-brew.md", "\nUse the [pot][term:kettle].\n")
    add_text(small_guide, "glossary.toml", '[lid]\nterm = "lid"\ndefinition = "It closes."\n')
    path = pack(sound=False).path
    first, *_ = read(path, "boil.xhtml").findall(".//h:a[@role='doc-glossref']", NS)
    assert first.get("href") == "glossary.xhtml#glossary.kettle"
    glossary = read(path, "glossary.xhtml")
    (back,) = glossary.findall(".//h:dd[@class='back']", NS)
    links = back.findall(".//h:a", NS)
    told = [describe(link) for link in links]
    assert told == ["[icon back]Boil the water | ", "[icon back]Brew | "]
    assert {link.get("role") for link in links} == {"doc-backlink"}
    sentences = {
        f"{name}#{span.get('id')}": "".join(map(str, span.itertext()))
        for name in ("boil.xhtml", "brew.xhtml")
        for span in read(path, name).iterfind(".//h:span[@id]", NS)
    }
    uses = [sentences[str(link.get("href"))] for link in links]
    assert uses == ["Fill the kettle.", "Use the pot."]
    assert back.findtext("h:span", "", NS) == "Back to the text"


@pytest.mark.parametrize(
    ("name", "lang", "link"),
    [
        ("more", "en", "more about tea[icon outside] | en"),
        ("more", "es", "more about tea (página en inglés)[icon outside] | en"),
        ("more", "zh-Hans", "more about tea （英语网页）[icon outside] | en"),
        ("te", "es", "more about tea[icon outside] | es"),
        ("te", "en", "more about tea (page in Spanish)[icon outside] | es"),
        ("te", "es-MX", "more about tea[icon outside] | es"),
        ("unknown", "es", "more about tea[icon outside] | "),
    ],
)
def test_a_link_out_of_the_book_says_its_language_where_it_is_another(
    small_guide: Path, pack: Pack, relanguage: Callable[[str], Change], name: str, lang: str,
    link: str,
) -> None:  # fmt: skip
    links = '[other]\ntitle = "Te"\nurl = "https://example.org/more"\n'
    (small_guide / "source/links.toml").write_text(
        links + '[more]\ntitle = "Tea"\nurl = "https://example.org/tea"\n'
        '[more.locales]\nes = "https://example.org/te"\n', "utf-8",
    )  # fmt: skip
    address = f"https://example.org/{name}"
    brew = small_guide / "source/02-brew.md"
    text = brew.read_text("utf-8").replace("[more about tea][more]", f"[more about tea]({address})")
    brew.write_text(text, "utf-8")
    page = read(pack(relanguage(lang), sound=False).path, "brew.xhtml")
    found = [
        describe(each) for each in page.iterfind(".//h:a", NS) if "http" in each.get("href", "")
    ]
    assert found == [link]


def test_a_telephone_number_that_is_not_set_is_a_line_to_write_on(
    small_guide: Path, pack: Pack
) -> None:
    def list_blanks() -> list[str | None]:
        page = read(pack(sound=False).path, "boil.xhtml")
        return [blank.text for blank in page.iterfind(".//h:span[@class='to-write']", NS)]

    assert list_blanks() == ["your helper's number"]
    values = small_guide / "source/values.toml"
    text = values.read_text("utf-8").replace('number = ""', 'number = "+1 202 555 0100"')
    values.write_text(text, "utf-8")
    assert list_blanks() == []
    page = read(pack(sound=False).path, "boil.xhtml")
    (number,) = page.findall(".//h:bdi/h:a", NS)
    assert describe(number).startswith("[icon phone]+1")
