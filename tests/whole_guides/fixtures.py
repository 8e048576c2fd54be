"""Small whole guides, with every kind of block, in languages that the shipped guide has not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
LANGS = ("ar", "de", "zh-Hans")

BuildWhole = Callable[[str], Path]


@pytest.fixture(scope="session")
def build_whole(tmp_path_factory: pytest.TempPathFactory) -> BuildWhole:
    """Build the guide in a language as a person does, once for all tests; give its folder."""

    @cache
    def build_whole(lang: str) -> Path:
        folder = tmp_path_factory.mktemp("whole") / lang
        shutil.copytree(FOLDER / lang, folder)
        command = [sys.executable, "-m", "plainspoken", "build", "-C", str(folder)]
        environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[1] / "pipeline")}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=600
        )
        assert done.returncode == 0, done.stderr
        return folder

    return build_whole
