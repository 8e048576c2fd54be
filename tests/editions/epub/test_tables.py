"""Tables in a finished EPUB: what cells are, and when columns stand side by side."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

if TYPE_CHECKING:
    from .conftest import Pack

XHTML = "{http://www.w3.org/1999/xhtml}"
DOSES = """\
# Doses *of* tea

| | At **noon** | At night |
|---|:-:|--:|
| Green tea | 1 cup | |
| | 2 cups | 3 cups |
"""


def read_page(folder: Path, pack: Pack, text: str) -> etree._Element:
    """The document of a section with this text."""
    (folder / "source/02-brew.md").write_text(f"{text}\n## Steep\n", "utf-8")
    with zipfile.ZipFile(pack(sound=False).path) as archive:
        return etree.fromstring(archive.read("EPUB/brew.xhtml"))


def describe(cell: etree._Element) -> str:
    """A cell in a line: its element, scope and role, and all its text; hidden text in brackets."""
    hidden = {child for child in cell.iter(f"{XHTML}span") if child.get("aria-hidden")}
    text = "".join(
        f"[{child.get('class')}: {child.text}]" if child in hidden else child.text or ""
        for child in cell.iter(f"{XHTML}span", f"{XHTML}strong")
    )
    name = str(cell.tag).removeprefix(XHTML)
    words = (name, cell.get("scope"), cell.get("role"), cell.get("class"), text)
    return " ".join(filter(None, words))


def test_cells_have_the_heads_of_their_row_and_column(small_guide: Path, pack: Pack) -> None:
    page = read_page(small_guide, pack, DOSES)
    rows = [[describe(cell) for cell in row] for row in page.iter(f"{XHTML}tr")]
    assert rows == [
        ["td cell", "th col columnheader center At noon", "th col columnheader right At night"],
        [
            "th row rowheader Green tea",
            "td cell center [head: At noon]1 cup",
            "td cell right [head: At night][empty: –]",
        ],
        ["td cell", "td cell center [head: At noon]2 cups", "td cell right [head: At night]3 cups"],
    ]


def test_a_table_is_named_after_the_heading_above_it(small_guide: Path, pack: Pack) -> None:
    table = "| a |\n|---|\n| b |\n"
    page = read_page(small_guide, pack, f"{DOSES}\n## *Later* &\n\n{table}\n{table}")
    captions = [caption.text for caption in page.iter(f"{XHTML}caption")]
    assert captions == ["Doses of tea", "Later &", "Later &"]
    tables = list(page.iter(f"{XHTML}table"))
    assert all(table[0].tag == f"{XHTML}caption" for table in tables)
    parts = [element for table in tables for element in table if element is not table[0]]
    assert {element.get("role") for element in parts} == {"rowgroup"}


@pytest.mark.parametrize(
    ("row", "frame"),
    [
        (["Tea", "2"], "table from-20"),
        (["Cyclophosphamide", "Methotrexate"], "table from-28"),
        (["Green tea with milk", "Into the spinal fluid", "1"], "table from-28"),
        (["Green tea with milk", "Into the spinal fluid", "Both at night"], "table from-36"),
        (["Wednesday night"] * 4, "table from-40"),
        (["Wednesday night"] * 5, "table"),
        (["环磷酰胺环磷酰胺", "静脉注射静脉注射"], "table from-20"),
        (["사이클로포스파마이드"] * 3, "table from-40"),
        (["w" * 200], "table"),
        (["1"] * 30, "table"),
    ],
)
def test_columns_stand_side_by_side_from_the_width_of_their_longest_words(
    small_guide: Path, pack: Pack, row: list[str], frame: str
) -> None:
    lines = [["a"] * len(row), ["---"] * len(row), row]
    text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    page = read_page(small_guide, pack, f"# Tea\n\n{text}")
    assert [div.get("class") for div in page.iter(f"{XHTML}div")] == [frame]
