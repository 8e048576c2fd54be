"""Pictures in the editions of a guide, as the commands make them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from plainspoken.cli import main

Out = pytest.CaptureFixture[str]
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">
<g class="mirror"><path d="M5 5h20v20z"/></g>
<text x="9" y="40">Lid</text>
<text x="9" y="50">Spout</text>
<text x="9" y="55">{hot}</text>
</svg>
"""
FIGURE = """\
# Pots

> [!PICTURE]
> ![A pot.](pot.svg)
>
> It has a lid.
"""


@pytest.fixture
def folder(small_guide: Path) -> Path:
    """The small guide with a picture, in three languages."""
    path = small_guide / "source/guide.toml"
    path.write_text(f'{path.read_text("utf-8")}\n[locales.ar]\nvoices = ["espeak"]\n', "utf-8")
    (small_guide / "source/pot.svg").write_text(SVG, "utf-8")
    (small_guide / "source/03-pots.md").write_text(FIGURE, "utf-8")
    for lang in ("ar", "es"):
        assert main(["catalogs", "add", lang, "-C", str(small_guide)]) == 0
    translate(small_guide, "ar", Lid="غطاء")
    return small_guide


def translate(folder: Path, lang: str, **texts: str) -> None:
    path = folder / f"locales/{lang}/LC_MESSAGES/guide.po"
    catalog = path.read_text("utf-8")
    for text, translation in texts.items():
        assert f'msgid "{text}"\nmsgstr ""' in catalog
        catalog = catalog.replace(
            f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"'
        )
    path.write_text(catalog, "utf-8")


def build(folder: Path, capsys: Out) -> dict[str, dict[str, object]]:
    """What a build says of each locale."""
    capsys.readouterr()
    assert main(["build", "-C", str(folder), "--json"]) == 0
    return {each["locale"]: each for each in json.loads(capsys.readouterr().out)["editions"]}


def read(folder: Path, lang: str, name: str) -> etree._Element:
    with zipfile.ZipFile(folder / f"dist/{lang}/tea.{lang}.epub") as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def list_words(folder: Path, lang: str) -> list[tuple[str | None, str | None, str | None]]:
    """Words, language and place of the texts in the picture of an edition."""
    texts = read(folder, lang, "images/pot.svg").iter("{*}text")
    return [(text.text, text.get(LANG), text.get("x")) for text in texts]


def test_editions_show_their_pictures_in_their_language(folder: Path, capsys: Out) -> None:
    result = build(folder, capsys)
    hot = "95.5\u00a0°C (203.9\u00a0°F)"
    assert list_words(folder, "en") == [
        ("Lid", None, "9"), ("Spout", None, "9"), (hot, None, "9"),
    ]  # fmt: skip
    assert list_words(folder, "es") == [
        ("Lid", "en", "9"), ("Spout", "en", "9"), (hot, None, "9"),
    ]  # fmt: skip
    assert list_words(folder, "ar") == [
        ("غطاء", None, "-9"), ("\u2066Spout\u2069", "en", "-9"),
        (f"\u2066{hot}\u2069", None, "-9"),
    ]  # fmt: skip
    assert [read(folder, lang, "images/pot.svg").get(LANG) for lang in ("en", "es", "ar")] == [
        None, "es", "ar",
    ]  # fmt: skip
    assert result["ar"]["untranslated"] == result["es"]["untranslated"] - 1  # type: ignore[operator]


def test_a_picture_that_is_saved_anew_renews_catalogs_and_editions(
    folder: Path, capsys: Out
) -> None:
    build(folder, capsys)
    assert {each["unchanged"] for each in build(folder, capsys).values()} == {True}
    path = folder / "source/pot.svg"
    path.write_text(SVG.replace("Spout", "Handle"), "utf-8")
    assert {each["unchanged"] for each in build(folder, capsys).values()} == {False}
    assert list_words(folder, "es")[1] == ("Handle", "en", "9")
    catalog = (folder / "locales/es/LC_MESSAGES/guide.po").read_text("utf-8")
    assert '\nmsgid "Handle"\n' in catalog
    assert '\nmsgid "Spout"\n' not in catalog
    translate(folder, "es", Handle="Asa")
    assert {lang for lang, each in build(folder, capsys).items() if not each["unchanged"]} == {"es"}
    assert list_words(folder, "es")[1] == ("Asa", None, "9")


def test_a_broken_picture_is_told_once_and_changes_nothing(folder: Path, capsys: Out) -> None:
    build(folder, capsys)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (folder / "source/pot.svg").write_text(SVG.replace("</g>", ""), "utf-8")
    capsys.readouterr()
    for command in (["build"], ["catalogs", "update"]):
        assert main([*command, "-C", str(folder)]) == 2
        told = capsys.readouterr().err
        assert told.count("source/pot.svg:6: is not well-formed XML: mismatched tag") == 1
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    changed = {path.name for path in before if after.get(path) != before[path]}
    assert changed == {"pot.svg"}
