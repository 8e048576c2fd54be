"""What no author should write is published as it is, or refused in words, through the command."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from tests.browser.fixtures import Ace
from tests.conftest import GUIDE
from tests.publishing.conftest import Run

TITLE = "Tea ]]> & <b> --> &amp; \"now\" 'then' \u200fend\u200e " + "and on & on " * 40
AUTHORS = ["Анна Лист", "王小明", 'ليلى "]]>" حداد', "O'Brien & <Sons>"]
WORD = "methylprednisolone" * 11 + "xy"
COLUMNS = [f"Column {number}" for number in range(30)]
HOSTILE = f"""\
# {WORD}

{WORD} ]]> \\<b> --> \\&amp; "now" 'then' \u200fend\u200e

|{"|".join(COLUMNS)}|
|{"---|" * 30}
|{"|".join("1" for _ in COLUMNS)}|

![A pot \\]\\]> & "more"](pot.svg)

> [!QUESTION]
> {WORD}?
"""
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9" width="1e300" height="-5">
<title>a ]]&gt; b</title><text y="20"><![CDATA[ <b> & x ]]></text></svg>
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg">\n{}</svg>'


def write_guide(folder: Path, title: str, text: str, drawing: str) -> Path:
    """A guide of one section that has no glossary, and that no voice reads."""
    source = folder / "source"
    source.mkdir(parents=True)
    settings = GUIDE.partition("[locales.es]")[0].replace('["espeak"]', "[]")
    settings = settings.replace('"How to make tea"', json.dumps(title, ensure_ascii=False))
    settings = settings.replace('["Ada Leaf"]', json.dumps(AUTHORS, ensure_ascii=False))
    (source / "guide.toml").write_text(settings, "utf-8")
    (source / "01-hostile.md").write_text(text, "utf-8")
    (source / "pot.svg").write_text(drawing, "utf-8")
    return folder


def text_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def test_what_is_odd_but_harmless_is_published_to_the_letter(
    run: Run, epubcheck: Callable[[Path], list[str]], ace: Ace, tmp_path: Path
) -> None:
    assert len(TITLE) > 500
    folder = write_guide(tmp_path / "tea", TITLE, HOSTILE, DRAWING)
    done = run("build", "-C", folder)
    assert done.returncode == 0, done.stderr
    path = folder / "dist/en/tea.en.epub"
    assert epubcheck(path) == []
    assert ace(path) == []
    title = " ".join(TITLE.split())
    with zipfile.ZipFile(path) as epub:
        package, page, cover = (
            etree.fromstring(epub.read(f"EPUB/{name}"))
            for name in ("content.opf", "hostile.xhtml", "cover.svg")
        )
    assert [each.text for each in package.iterfind(".//{*}title")] == [title]
    assert [each.text for each in package.iterfind(".//{*}creator")] == AUTHORS
    assert title in str(cover.findtext(".//{*}title"))
    assert WORD in map(text_of, page.iterfind(".//{*}h1"))
    assert len(page.findall(".//{*}th[@scope='col']")) == 30
    assert [each.get("alt") for each in page.iterfind(".//{*}img")] == ['A pot ]]> & "more"']
    words = f"{WORD} ]]> <b> --> &amp; \"now\" 'then' \u200fend\u200e"
    assert words in map(text_of, page.iterfind(".//{*}p"))


@pytest.mark.parametrize(
    ("title", "drawing", "expected"),
    [
        ("Tea \u202enow", SVG.format(""), "guide.toml:2: `title` has a hidden or control"),
        ("Tea", SVG.format("<script>x()</script>"), "pot.svg:2: holds <script>"),
        ("Tea", SVG.format('<g onload="x()"/>'), "pot.svg:2: holds the attribute onload"),
        ("Tea", SVG.format('<image href="https://example.org/a.png"/>'), "pot.svg:2: refers to"),
        ("Tea", SVG.format('<a href="javascript:x()"/>'), "pot.svg:2: refers to"),
        ("Tea", SVG.format('<g id="a"><use href="#a"/></g>'), "pot.svg:2: refers to #a"),
        ("Tea", f'<!DOCTYPE svg [<!ENTITY a "aa">]>{SVG.format("&a;")}', "declares the entity"),
        ("Tea", SVG.format("<g>" * 9999 + "</g>" * 9999), "pot.svg:2: has elements more than 100"),
        ("Tea", SVG.format("<text>\u202e</text>"), "pot.svg:2: there is a hidden or control"),
    ],
)  # fmt: skip
def test_what_does_harm_is_refused_at_its_line_and_nothing_is_made(
    run: Run, tmp_path: Path, title: str, drawing: str, expected: str
) -> None:
    folder = write_guide(tmp_path / "tea", title, HOSTILE, drawing)
    done = run("build", "-C", folder)
    assert done.returncode == 2
    assert expected in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "dist").exists()
