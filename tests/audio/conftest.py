"""A small guide with an opening, ready to be read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Guide
from plainspoken.narration import Reader
from plainspoken.parsing import parse


@pytest.fixture
def guide(small_guide: Path) -> Guide:
    project = load_project(small_guide)
    return add_front_matter(
        parse(project), project, project.find_locale("en"), [Reader("espeak-ng", "draft")]
    )
