"""Approval tests fail where an output changes, and write it anew when they are told to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.approval import find_leftovers

ROOT = Path(__file__).parents[1]
TESTS = """\
import pytest

@pytest.mark.parametrize("name", ["one", "two"])
def test_letter(approve, tmp_path, name):
    approve(f"Dear {name},\\nsee {tmp_path}")

def test_other():
    assert False
"""


def run_pytest(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable, "-m", "pytest", "-q", "-p", "approval", "-p", "no:cacheprovider",
        f"--rootdir={folder}", "-c", "/dev/null", f"--basetemp={folder / 'scratch'}",
        str(folder / "test_mail.py"), *options,
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=600
    )


def test_an_output_is_compared_with_its_approved_file(tmp_path: Path) -> None:
    (tmp_path / "test_mail.py").write_text(TESTS, "utf-8")
    done = run_pytest(tmp_path, "--approve")
    assert "2 passed, 1 deselected" in done.stdout
    approved = tmp_path / "approved" / "mail"
    assert (approved / "letter.one.txt").read_text("utf-8") == "Dear one,\nsee /TEMPORARY\n"
    (approved / "letter.two.txt").write_text("Dear two,\nsee you\n", "utf-8")
    done = run_pytest(tmp_path, "-k", "letter")
    assert "1 failed, 1 passed, 1 deselected" in done.stdout
    assert " Dear two,\n-see you\n+see /TEMPORARY\n" in done.stdout
    assert list(find_leftovers(tmp_path)) == []
    for name in ("letter.three.txt", "letter.txt", "other.one.txt", "gone.txt"):
        (approved / name).write_text("", "utf-8")
    leftovers = [path.name for path in find_leftovers(tmp_path)]
    assert leftovers == ["gone.txt", "letter.three.txt", "letter.txt"]


def test_every_approved_file_has_its_test() -> None:
    assert list(find_leftovers(ROOT / "tests")) == []


def test_a_test_has_one_approved_file(tmp_path: Path) -> None:
    text = 'def test_two(approve):\n    approve("one")\n    approve("two")\n'
    (tmp_path / "test_mail.py").write_text(text, "utf-8")
    assert "put its texts together" in run_pytest(tmp_path, "--approve").stdout
