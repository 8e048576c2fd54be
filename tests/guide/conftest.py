"""The guide that ships with the project, and its editions, built once for all tests here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plainspoken.config.project import Project, load_project
from plainspoken.guide import Guide
from plainspoken.localized_guides import read_guides

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def project() -> Project:
    return load_project(ROOT)


@pytest.fixture(scope="session")
def texts(project: Project) -> dict[str, Guide]:
    """The guide in each language."""
    return read_guides(project, project.locales)


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `dist` of a build of a copy of the guide."""
    folder = tmp_path_factory.mktemp("guide")
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    command = [sys.executable, "-m", "plainspoken", "build", "-C", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline")}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=1800
    )
    assert done.returncode == 0, done.stderr
    return folder / "dist"
