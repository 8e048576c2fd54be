"""What tells one program from another."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "pipeline/plainspoken"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of a few files, with what names it."""
    copy = tmp_path / "plainspoken"
    (copy / "languages").mkdir(parents=True)
    for name in ("__init__.py", "program.py"):
        shutil.copy(PACKAGE / name, copy)
    (copy / "languages/en.toml").write_text('tea = "tea"\n', encoding="utf-8")
    return copy


def name_program(package: Path) -> str:
    text = "from plainspoken.program import name_program; print(name_program())"
    done = subprocess.run(
        [sys.executable, "-c", text],
        env={"PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_a_program_in_which_one_letter_differs_is_another(package: Path) -> None:
    before = name_program(package)
    assert name_program(package) == before
    (package / "languages/en.toml").write_text('tea = "ten"\n', encoding="utf-8")
    assert name_program(package) != before


def test_a_program_in_which_a_file_has_another_name_is_another(package: Path) -> None:
    before = name_program(package)
    (package / "languages/en.toml").rename(package / "languages/es.toml")
    assert name_program(package) != before
