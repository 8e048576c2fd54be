"""Lists within lists, in a finished EPUB."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from .conftest import Pack

NESTED = """\
# Lists

- One
  1. Deeper. Twice.
     - Deepest
  2. Next
- Two

4. Four

   More of four
5. Five
   - Within five
"""
XHTML = "{http://www.w3.org/1999/xhtml}"


def write_tree(element: etree._Element) -> str:
    """An element with all in it, without attributes; the spans of sentences stand as their text."""
    name = str(element.tag).removeprefix(XHTML)
    inner = "".join(write_tree(child) + (child.tail or "") for child in element)
    content = (element.text or "") + inner
    return content if name == "span" else f"<{name}>{content}</{name}>"


def test_a_list_stands_within_its_item_and_only_a_loose_one_has_paragraphs(
    small_guide: Path, pack: Pack
) -> None:
    (small_guide / "source/02-brew.md").write_text(NESTED + "\n## Steep\n", "utf-8")
    with zipfile.ZipFile(pack(sound=False).path) as archive:
        page = etree.fromstring(archive.read("EPUB/brew.xhtml"))
    bullets, numbers = page.findall(f".//{XHTML}section/*")[1:3]
    assert write_tree(bullets) == (
        "<ul><li>One<ol><li>Deeper. Twice.<ul><li>Deepest</li></ul></li><li>Next</li></ol></li>"
        "<li>Two</li></ul>"
    )
    assert write_tree(numbers) == (
        "<ol><li><p>Four</p><p>More of four</p></li>"
        "<li><p>Five</p><ul><li>Within five</li></ul></li></ol>"
    )
    assert [element.get("start") for element in page.iter(f"{XHTML}ol")] == [None, "4"]
