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
    labels = page.findall(".//h:p[@class='notice label']", NS)
    icons = [label[0] for label in labels]
    assert [icon.get("class") for icon in icons] == [f"icon {kind}" for kind in KINDS]
    assert {icon.get("aria-hidden") for icon in icons} == {"true"}
    paths = [icon.find("s:path", NS) for icon in icons]
    assert len({path.get("d") for path in paths if path is not None}) == len(KINDS)
    assert len(page.findall(".//s:svg", NS)) == len(KINDS)


def test_documents_with_drawings_say_so_in_the_package(pack: Pack) -> None:
    with zipfile.ZipFile(pack(sound=False).path) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        drawn = {
            Path(name).name: [
                str(icon.get("class"))
                for icon in etree.fromstring(archive.read(name)).iterfind(".//s:svg", NS)
            ]
            for name in names
        }
    said = {item.get("href") for item in package.iterfind(".//{*}item[@properties='svg']")}
    assert said == {name for name, icons in drawn.items() if icons}
    assert "icon draft" in drawn["opening.xhtml"]
    assert drawn["cover.xhtml"] == drawn["nav.xhtml"] == []


def test_the_contents_mark_the_sections_that_begin_with_a_call_for_help(
    small_guide: Path, pack: Pack
) -> None:
    (small_guide / "source/02-brew.md").write_text(
        "# Call now\n\n> [!CAUTION]\n> Call.\n\n## Steep\n", "utf-8"
    )
    (small_guide / "source/03-later.md").write_text(
        "# Later\n\nWait.\n\n> [!CAUTION]\n> Call.\n", "utf-8"
    )
    with zipfile.ZipFile(pack(sound=False).path) as archive:
        contents = etree.fromstring(archive.read("EPUB/nav.xhtml"))
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    links = [icon.getparent() for icon in contents.iterfind(".//s:svg", NS)]
    assert [link.get("href") for link in links if link is not None] == ["brew.xhtml"]
    (item,) = package.iterfind(".//{*}item[@href='nav.xhtml']")
    assert str(item.get("properties")).split() == ["nav", "svg"]
