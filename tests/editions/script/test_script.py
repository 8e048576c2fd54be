"""The script of a narration: what is said beside what is written, with its sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from plainspoken.cli import main
from plainspoken.narration import RATE

TEXT = """# Doses

Take 1/2 tablet <img> & nothing else.

1. Wait 10 min.

![A cup of tea](tea.svg)

Say nothing.
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture
def page(small_guide: Path) -> html.HtmlElement:
    (small_guide / "source" / "07-doses.md").write_text(TEXT.replace("<img>", "\\<img\\>"), "utf-8")
    (small_guide / "source" / "tea.svg").write_text(SVG, "utf-8")
    assert main(["speak", "--script", "--locale", "en", "-C", str(small_guide)]) == 0
    return html.fromstring((small_guide / "dist/en/script/index.html").read_bytes())


def list_rows(page: html.HtmlElement) -> dict[str, html.HtmlElement]:
    return {row[0].text_content(): row for row in page.iter("tr") if row[0].tag == "td"}


def test_each_sentence_stands_beside_what_is_said_with_the_differences_marked(
    page: html.HtmlElement,
) -> None:
    rows = list_rows(page)
    row = rows["Take 1/2 tablet <img> & nothing else."]
    assert next(mark.text for mark in row[0].iter("mark")) == "1/2"
    assert next(mark.text for mark in row[1].iter("mark")) == "one half"
    assert not list(page.iter("img"))
    assert not list(rows["Say nothing."].iter("mark"))
    assert rows["Say nothing."].get("class") == "same"


def test_steps_and_pictures_are_announced(page: html.HtmlElement) -> None:
    rows = list_rows(page)
    assert rows["Wait 10 min."][1].text_content() == "Step one: Wait ten minutes."
    assert rows["Picture: A cup of tea"][1].text_content() == "Picture: A cup of tea"


def test_each_sentence_has_its_stretch_of_a_sound_file_that_is_there(
    page: html.HtmlElement, small_guide: Path
) -> None:
    ends: dict[str, float] = {}
    for player in page.iter("audio"):
        found = re.fullmatch(r"\.\./(.*)#t=([\d.]+),([\d.]+)", player.get("src", ""))
        assert found
        name, begin, end = found.groups()
        assert (small_guide / "dist/en" / name).is_file()
        assert float(begin) == pytest.approx(ends.get(name, 0.0), abs=1 / RATE + 0.001)
        assert float(end) > float(begin)
        ends[name] = float(end)
    rows = [row for row in page.iter("tr") if row[0].tag == "td"]
    assert len(list(page.iter("audio"))) == len(rows) >= 10


def test_a_script_is_no_whole_build_and_a_build_removes_nothing_of_it(small_guide: Path) -> None:
    assert main(["speak", "--script", "--locale", "en", "-C", str(small_guide)]) == 0
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 0
    assert list((small_guide / "dist/en").glob("*.epub"))
    assert (small_guide / "dist/en/script/index.html").is_file()
