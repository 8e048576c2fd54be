"""A small guide with an opening, ready to be read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.front_matter import complete
from plainspoken.guide import Guide
from plainspoken.parsing import parse


@pytest.fixture
def guide(small_guide: Path) -> Guide:
    project = load_project(small_guide)
    return complete(parse(project), project, project.locale("en"), ["espeak-ng"])
