"""A new language is added at the end of `guide.toml`, with the line ends of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.cli import main
from plainspoken.po.reader import parse_catalog


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("is_ended", [True, False])
def test_a_locale_stands_below_a_blank_line(
    small_guide: Path, newline: str, is_ended: bool
) -> None:
    path = small_guide / "source/guide.toml"
    before = path.read_text("utf-8").rstrip().replace("\n", newline)
    path.write_bytes((before + newline * is_ended).encode())
    assert main(["catalogs", "add", "de", "-C", str(small_guide)]) == 0
    after = path.read_bytes().decode().removeprefix(before)
    assert after == f"{newline}{newline}[locales.de]{newline}"


def test_a_translation_that_is_there_already_is_told_by_its_file_alone(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["catalogs", "add", "de", "-C", str(small_guide)]) == 0
    capsys.readouterr()
    assert main(["catalogs", "add", "de", "-C", str(small_guide)]) == 2
    assert "locales/de/LC_MESSAGES/guide.po: is there already" in capsys.readouterr().err


@pytest.mark.parametrize("first", ["extract", "add fr", "update"])
def test_the_header_says_whose_language_it_is_in_whether_or_not_there_is_a_template(
    small_guide: Path, first: str
) -> None:
    if first == "update":
        assert main(["catalogs", "add", "es", "-C", str(small_guide)]) == 0
    assert main(["catalogs", *first.split(), "-C", str(small_guide)]) == 0
    assert main(["catalogs", "add", "pl", "-C", str(small_guide)]) == 0
    path = small_guide / "locales/pl/LC_MESSAGES/guide.po"
    catalog = parse_catalog(path.read_bytes(), "guide.po")
    fields = catalog.header_fields
    assert (fields["Language"], fields["Language-Team"]) == ("pl", "Polish")
    assert fields["Plural-Forms"].startswith("nplurals=3; plural=(n==1 ? 0")
    assert fields["PO-Revision-Date"] == fields["POT-Creation-Date"] == "2026-01-31 00:00+0000"
    assert not catalog.header.flags
    assert "LANGUAGE" not in path.read_text("utf-8")
