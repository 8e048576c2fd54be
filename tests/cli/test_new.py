"""`plainspoken new`."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.cli import main


def test_a_new_guide_is_complete_and_passes_its_own_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my guide"
    assert main(["new", str(folder)]) == 0
    assert (folder / "README.md").is_file()
    assert (folder / ".gitignore").read_text("utf-8").split() == [
        "/dist/",
        "/review-copy/",
        "/.cache/",
    ]
    assert main(["score", "--check", "-C", str(folder)]) == 0
    assert main(["catalogs", "check", "-C", str(folder)]) == 0
    before = (folder / "locales/es/LC_MESSAGES/guide.po").read_bytes()
    assert main(["catalogs", "update", "-C", str(folder)]) == 0
    assert (folder / "locales/es/LC_MESSAGES/guide.po").read_bytes() == before
    capsys.readouterr()
    main(["catalogs", "status", "--json", "-C", str(folder)])
    assert '"untranslated": 0' in capsys.readouterr().out


def test_a_folder_that_holds_something_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert "the folder is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["new", str(tmp_path / "file" / "guide")]) == 2
    assert "cannot be written" in capsys.readouterr().err
