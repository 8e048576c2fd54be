"""Dates that an edition cannot hold are refused, before anything is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import ProjectError
from plainspoken.editions.epub import edition
from plainspoken.front_matter import add_front_matter
from plainspoken.narration import Narration
from plainspoken.parsing import parse


def write_date(folder: Path, date: str) -> None:
    path = folder / "source/guide.toml"
    text = path.read_text("utf-8")
    assert "2026-01-31" in text
    path.write_text(text.replace("2026-01-31", date), "utf-8")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("0001-01-01", "is in the year 1"),
        ("0999-12-31", "is in the year 999"),
        ("0000-01-01", "is not TOML"),
        ("2026-02-30", "is not TOML"),
        ("12026-01-31", "is not TOML"),
        ("2026-01-31T10:00:00Z", "is a date and time, not a date"),
        ("2026-01-31T10:00:00", "is a date and time, not a date"),
        ("10:00:00", "not a date such as"),
        ("2026", "is a whole number, not a date"),
        ('"2026-01-31"', "is text in quotes, not a date"),
    ],
)
@pytest.mark.parametrize("name", ["published", "reviewed"])
def test_a_date_that_no_edition_can_hold_is_told_with_its_line(
    small_guide: Path, name: str, date: str, expected: str
) -> None:
    line = 13
    if name == "published":
        write_date(small_guide, date)
    else:
        write_date(small_guide, f"2026-01-31\nreviewed = {date}")
        path = small_guide / "source/guide.toml"
        path.write_text('reviewed_by = "Ada Leaf"\n' + path.read_text("utf-8"), "utf-8")
        line = 15
    with pytest.raises(ProjectError) as caught:
        load_project(small_guide)
    (finding,) = caught.value.findings
    assert expected in finding.message
    assert (finding.file, finding.line) == ("source/guide.toml", line)
    assert finding.hint


@pytest.mark.parametrize(
    ("date", "epoch"), [("1000-01-01", ""), ("1000-01-01", "0"), ("9999-12-31", "253402300799")]
)
def test_the_first_and_last_dates_pass_epubcheck(
    small_guide: Path,
    tmp_path: Path,
    epubcheck: Callable[[Path], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    date: str,
    epoch: str,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    write_date(small_guide, date)
    project = load_project(small_guide)
    locale = project.find_locale("en")
    guide = add_front_matter(parse(project), project, locale, ())
    (artifact,) = edition.build(guide, Narration((), ()), project, locale, tmp_path)
    assert epubcheck(tmp_path / artifact.path) == []


def test_a_time_that_is_none_stops_a_build_before_it_begins(
    small_guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "-1")
    text = small_guide / "source/02-brew.md"
    text.write_text(text.read_text("utf-8").replace("## Steep", "### Steep"), "utf-8")
    assert main(["build", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert "SOURCE_DATE_EPOCH is '-1', and no time" in told
    assert "the heading skips from level 1 to 3" in told
    assert not list((small_guide / ".cache").rglob("*.pcm"))
    assert not (small_guide / "dist").exists()
