"""textstat's grade: its dictionary lies in the cache, and is used only as it was laid there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import OutputError
from plainspoken.guide import Guide
from plainspoken.parsing import parse
from plainspoken.readability.textstat_figure import grade_with_textstat


@pytest.mark.parametrize("damage", ["emptied", "changed", "a pipe"])
def test_a_dictionary_that_was_damaged_is_laid_out_anew(
    small_guide: Path, tmp_path: Path, damage: str
) -> None:
    guide = parse(load_project(small_guide))
    grade = grade_with_textstat(guide, tmp_path / "cache")
    (path,) = (tmp_path / "cache").rglob("cmudict/cmudict")
    whole = path.read_bytes()
    if damage == "a pipe":
        path.unlink()
        os.mkfifo(path)
    else:
        path.write_bytes(b"" if damage == "emptied" else whole.replace(b"the 1", b"teh 1"))
    assert grade_with_textstat(guide, tmp_path / "cache") == grade
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_an_error(small_guide: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file")
    with pytest.raises(OutputError, match="the dictionary for textstat cannot be written: "):
        grade_with_textstat(parse(load_project(small_guide)), tmp_path / "cache")


def test_a_hard_text_has_a_higher_grade_than_an_easy_one(
    guide_of: Callable[..., Guide], tmp_path: Path
) -> None:
    easy = grade_with_textstat(guide_of("You can rest now. We will call you."), tmp_path)
    hard = grade_with_textstat(guide_of("Consider multidisciplinary rehabilitation."), tmp_path)
    assert easy is not None
    assert hard is not None
    assert easy < 3 < hard
