"""A copy of the house in which tests add a voice, an edition, a language, a rule, a quantity."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.plugins import write_wheel

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class House:
    """A copy of the package and its pyproject.toml, and what was touched in it."""

    root: Path
    touched: set[str]
    """Files written or edited, from the root of the repository on."""

    def write(self, name: str, text: str) -> None:
        """Add a file."""
        path = self.root / name
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self.touched.add(name)

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file that is there."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        self.touched.add(name)

    def run(self, *arguments: str | Path, expect: int = 0) -> str:
        """What `plainspoken` prints when it runs from the copy."""
        done = self._run_module("plainspoken", *map(str, arguments))
        assert done.returncode == expect, done.stdout + done.stderr
        return done.stdout + done.stderr

    def write_reference(self) -> None:
        """Do what `make docs` does."""
        done = self._run_module("plainspoken.cli.rule_reference")
        (self.root / "docs/rules.md").write_text(done.stdout, "utf-8")
        self.touched.add("docs/rules.md")

    def _run_module(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        self._install()
        environment = {**os.environ, "PYTHONPATH": str(self.root / "pipeline")}
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            capture_output=True, text=True, env=environment, check=False, timeout=300,
        )  # fmt: skip

    def _install(self) -> None:
        """Write what an installation would: the name, the version, the entry points."""
        project = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8"))["project"]
        groups: Mapping[str, Mapping[str, str]] = project["entry-points"]
        lines = [
            line
            for group, entries in groups.items()
            for line in (f"[{group}]", *(f"{name} = {where}" for name, where in entries.items()))
        ]
        write_wheel(self.root / "pipeline", "plainspoken", "\n".join(lines), project["version"])


@pytest.fixture
def house(tmp_path: Path) -> House:
    root = tmp_path / "house"
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", "*.dist-info")
    shutil.copytree(ROOT / "pipeline", root / "pipeline", ignore=ignored)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    return House(root, set())


@pytest.fixture
def files_listed() -> Callable[[str], set[str]]:
    """The files that a section of CONTRIBUTING.md lists, with its placeholders filled in."""

    def find(heading: str, **names: str) -> set[str]:
        text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
        section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        listed = [
            line.split("|")[1].strip().strip("`")
            for line in section.splitlines()
            if line.startswith("| `")
        ]
        assert listed, heading
        return {_filled(name, names) for name in listed}

    return find


def _filled(name: str, names: Mapping[str, str]) -> str:
    for placeholder, value in names.items():
        name = name.replace(f"<{placeholder}>", value)
    assert "<" not in name, name
    return name
