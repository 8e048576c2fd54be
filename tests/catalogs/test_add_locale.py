"""A new language is added at the end of `guide.toml`, with the line ends of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.cli import main


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
