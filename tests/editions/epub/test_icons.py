"""Drawings beside the words of alerts and notices, in a finished EPUB."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from .conftest import Pack

NS = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
KINDS = ("caution", "warning", "important", "tip", "note", "question")


def test_each_kind_of_alert_has_a_drawing_of_its_own_before_its_word(
    small_guide: Path, pack: Pack
) -> None:
    alerts = "".join(f"> [!{kind.upper()}]\n> - Words.\n\n" for kind in KINDS)
    (small_guide / "source/02-brew.md").write_text(f"# Tea\n\n## Steep\n\n{alerts}", "utf-8")
    with zipfile.ZipFile(pack(sound=False).path) as archive:
        page = etree.fromstring(archive.read("EPUB/brew.xhtml"))
        opening = etree.fromstring(archive.read("EPUB/opening.xhtml"))
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    labels = page.findall(".//h:p[@class='notice label']", NS)
    icons = [label[0] for label in labels]
    assert [icon.get("class") for icon in icons] == [f"icon {kind}" for kind in KINDS]
    assert {icon.get("aria-hidden") for icon in icons} == {"true"}
    paths = [icon.find("s:path", NS) for icon in icons]
    assert len({path.get("d") for path in paths if path is not None}) == len(KINDS)
    assert len(page.findall(".//s:svg", NS)) == len(KINDS)
    draft, text_only = opening.findall(".//s:svg", NS)
    assert (draft.get("class"), text_only.get("class")) == ("icon draft", "icon text-only")
    drawn = [item.get("href") for item in package.iterfind(".//{*}item[@properties='svg']")]
    assert drawn == ["opening.xhtml", "boil.xhtml", "brew.xhtml"]
