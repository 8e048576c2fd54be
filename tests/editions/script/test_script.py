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
ARABIC = "اطلب Cipra Plus، 2 ملغ."
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


def test_words_in_another_script_and_the_lexicon_stand_as_they_are_said(small_guide: Path) -> None:
    """A guide in Arabic, whose sentence has English words that an English voice says."""
    source = small_guide / "source"
    settings = (source / "guide.toml").read_text("utf-8")
    (source / "guide.toml").write_text(f"{settings}\n[locales.ar]\n", "utf-8")
    lexicon = (source / "lexicon.toml").read_text("utf-8")
    (source / "lexicon.toml").write_text(f'{lexicon}\n[Cipra]\nsay = {{en = "sippra"}}\n', "utf-8")
    (source / "07-doses.md").write_text("# Doses\n\nAsk for Cipra Plus, 2 mg.\n", "utf-8")
    root = str(small_guide)
    assert main(["catalogs", "add", "ar", "-C", root]) == 0
    catalog = small_guide / "locales" / "ar" / "LC_MESSAGES" / "guide.po"
    written = catalog.read_text("utf-8")
    start = written.index("Ask for Cipra Plus")
    before, after = written[:start], written[start:].replace('msgstr ""', f'msgstr "{ARABIC}"', 1)
    catalog.write_text(before + after, "utf-8")
    assert main(["speak", "--script", "--locale", "ar", "-C", root]) == 0
    page = html.fromstring((small_guide / "dist/ar/script/index.html").read_bytes())
    row = list_rows(page)[ARABIC]
    parts = [(part.get("lang"), part.text_content()) for part in row[1].iter("span")]
    assert [lang for lang, _ in parts] == ["ar", "en", "ar"]
    assert parts[1] == ("en", "sippra Plus")
    assert [mark.text for mark in row[1].iter("mark")] == ["sippra", "مليغرامين"]
    untranslated = list_rows(page)["Doses"][1]
    assert untranslated.text_content().endswith(" Doses")
    assert untranslated[0].get("lang") == "ar"  # it says that English comes
    assert untranslated[0].text_content().startswith("باللغة الإنجليزية")
