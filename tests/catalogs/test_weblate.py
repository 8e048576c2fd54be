"""The files in docs/weblate work: the hook in a real repository, the settings as JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Folder

DOCS = Path(__file__).parents[2] / "docs/weblate"
PACKAGE = Path(__file__).parents[2] / "pipeline"
Git = Callable[..., subprocess.CompletedProcess[str]]


def program(folder: Path) -> Path:
    """The program as it is installed, for the hook to find."""
    path = folder / "plainspoken"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plainspoken "$@"\n', "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def git(folder: Folder, tmp_path: Path) -> Git:
    """Run git in a repository that has the guide and the hook."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    names = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER")
             for what in ("NAME", "EMAIL")}  # fmt: skip
    bin_ = tmp_path / "bin with a blank"
    bin_.mkdir()
    variables = {**os.environ, **own, **names, "PYTHONPATH": str(PACKAGE),
                 "PLAINSPOKEN": str(program(bin_))}  # fmt: skip

    def git(*args: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *args], cwd=folder.root, env={**variables, **more}, capture_output=True,
            text=True, check=False, timeout=300,
        )  # fmt: skip

    git("init", "-q", "-b", "main")
    git("add", ".")
    assert git("commit", "-q", "-m", "begin").returncode == 0
    hook = folder.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    shutil.copy(DOCS / "pre-commit", hook)
    return git


def test_a_good_translation_is_committed(folder: Folder, git: Git) -> None:
    folder.edit_po("Vierta.", "Eche el agua.")
    done = git("commit", "-a", "-m", "better")
    assert done.returncode == 0, done.stderr


def test_a_wrong_number_is_not(folder: Folder, git: Git) -> None:
    folder.edit_po("Espere 3 minutos", "Espere 30 minutos")
    done = git("commit", "-a", "-m", "worse")
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert "locales/es/LC_MESSAGES/guide.po:" in told
    assert "Not committed" in told
    assert git("log", "--oneline").stdout.count("\n") == 1
    assert git("commit", "-a", "-m", "worse", "--no-verify").returncode == 0


def test_what_is_staged_counts_and_not_what_lies_beside_it(folder: Folder, git: Git) -> None:
    folder.edit_po("Espere 3 minutos", "Espere 30 minutos")
    git("add", ".")
    folder.edit_po("Espere 30 minutos", "Espere 3 minutos")
    assert git("commit", "-m", "worse").returncode == 1
    folder.edit_po("Vierta.", "Eche el agua.")
    git("add", ".")
    folder.edit_po("Espere 3 minutos", "Espere 30 minutos")
    done = git("commit", "-m", "better")
    assert done.returncode == 0, done.stdout


def test_a_file_that_cannot_be_read_is_not_committed(folder: Folder, git: Git) -> None:
    folder.edit_po('msgstr "Vierta."', 'msgstr "Vierta.')
    done = git("commit", "-a", "-m", "broken")
    assert done.returncode == 1
    assert 'the closing " is missing' in done.stderr


def test_other_commits_need_no_check(folder: Folder, git: Git) -> None:
    (folder.root / "notes.txt").write_text("x", "utf-8")
    git("add", ".")
    assert git("commit", "-m", "notes", PLAINSPOKEN="/nowhere").returncode == 0


def test_a_guide_may_stand_in_a_folder_of_the_repository(folder: Folder, git: Git) -> None:
    git("rm", "-rq", "--cached", ".")
    (folder.root / "my guide").mkdir()
    for name in ("source", "locales"):
        (folder.root / name).rename(folder.root / "my guide" / name)
    git("add", ".")
    assert git("commit", "-q", "-m", "moved", GUIDE="my guide").returncode == 0
    po = folder.root / "my guide/locales/es/LC_MESSAGES/guide.po"
    po.write_text(po.read_text("utf-8").replace("Espere 3", "Espere 30"), "utf-8")
    assert git("commit", "-a", "-m", "worse", GUIDE="my guide").returncode == 1


def test_the_settings_fit_the_project(folder: Folder) -> None:
    settings = json.loads((DOCS / "component.json").read_text("utf-8"))
    assert list(folder.root.glob(settings["filemask"])) == [folder.po]
    assert (folder.root / settings["new_base"]).is_file()
    assert (settings["file_format"], settings["language_code_style"]) == ("po", "posix")
    assert settings["template"] == ""
